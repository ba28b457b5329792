import type { Imported } from '../../wire/facts.ts'
import type { Say } from '../../ui/words/say.ts'

/** `导入自 交接清单.xlsx，上门 第 3 行，原编号 XJ-2` */
export function importedWords(say: Say, { file, sheet, row, number }: Imported): string {
  const from = say('cutover.mark-from', { file: file.name, sheet, row })
  return number === undefined ? from : [from, say('cutover.mark-number', { number })].join(say('list.semicolon'))
}
