import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** nobody, as Debian knows it: no home, no rights. */
export const NOBODY = 65_534
export const asRoot = process.getuid?.() === 0

const readable = (): boolean =>
  spawnSync('/usr/bin/test', ['-r', join(import.meta.dirname, '../../bin/launch.js')], { uid: NOBODY, gid: NOBODY }).status === 0

/** For tests that run as somebody else. */
export const onlyAsRoot = {
  skip: !asRoot ? 'only root can start it as somebody else' : !readable() && 'this checkout lies where no other user may read',
}
