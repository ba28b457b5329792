import type { Command } from 'commander'
import type { Locale } from '../../core/words.ts'
export function registerServer(_p: Command, _l: Locale): void {}
