import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** A process named so that a later one with the same number is not taken for it. */
export type ProcessName = { readonly pid: number; readonly startedAt: string }

/** True while the system knows the number, if only as that of one dead and not yet collected. */
export function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** True while a process of that number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  return isKnown(pid) && !isZombie(pid)
}

/** In a container without an init process the dead are not collected; a dead one holds no lock. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statOf(pid)?.[0] === 'Z'
}

/** The fields of /proc/PID/stat after the command name, which may itself hold spaces and brackets. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function ask(field: string, pid: number): string {
  return spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

export function nameProcess(pid: number): ProcessName {
  // Field 22 of the whole line, the 20th after the command: ticks since boot.
  return { pid, startedAt: (process.platform === 'linux' ? statOf(pid)?.[19] : ask('lstart', pid)) ?? '' }
}

export function isSameProcess(named: ProcessName): boolean {
  return isAlive(named.pid) && nameProcess(named.pid).startedAt === named.startedAt
}

/** True where the process is a PostgreSQL server on that folder (it works inside its data folder); what cannot be seen counts as one if it is named so. */
export function isPostgresOn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return ask('command', pid).includes('postgres')
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return commandOf(pid).includes('postgres')
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
