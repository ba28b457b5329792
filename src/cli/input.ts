import { accessSync, constants, readFileSync } from 'node:fs'
import { parseInstant } from '../core/time/instant.ts'
import type { Instant } from '../core/time/instant.ts'
import { InputError } from './say.ts'

/** The text of a file, or of standard input for `-`. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    throw new InputError('input.file-missing', { file })
  }
}

/** An instant typed by a person, e.g. `2026-09-30T18:00+08:00`. */
export function readInstant(option: string, text: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new InputError('input.instant', { option, text })
  return at
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Refuses a file that cannot be read before any work is begun on it. */
export function demandReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK)
  } catch {
    throw new InputError('input.file-missing', { file })
  }
}
