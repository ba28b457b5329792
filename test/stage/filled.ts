import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Set for a whole run: the folder in which data folders with the demo vendor in them lie ready to be copied. */
export const FILLED_STAGES = 'NUOXING_FILLED_STAGES'

/** While `run` lasts, stages of the same past are filled once and copied. */
export async function withFilledStages<T>(run: () => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-filled-'))
  chmodSync(folder, 0o755)
  process.env[FILLED_STAGES] = folder
  try {
    return await run()
  } finally {
    delete process.env[FILLED_STAGES]
    rmSync(folder, { recursive: true, force: true })
  }
}
