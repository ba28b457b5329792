import { scan } from './xlsx-scan.ts'

/** How a style shows a number: as a day, as a time or a day with one, or as the number that it is. */
export type Shown = 'day' | 'time' | 'number'

/** The formats that a workbook need not write out, by the numbers that every program knows them by; 27 to 58 are those of East Asia. */
const DAYS: ReadonlySet<number> = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const TIMES: ReadonlySet<number> = new Set([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56])

/** Of a format its letters: neither what it says literally nor what stands in brackets (colours, languages). */
const lettersOf = (format: string): string => format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, '').toLowerCase()

function shownBy(id: number, written: ReadonlyMap<number, string>): Shown {
  const format = written.get(id)
  if (format === undefined) return TIMES.has(id) ? 'time' : DAYS.has(id) ? 'day' : 'number'
  const letters = lettersOf(format)
  if (letters === 'general' || !/[ydhs]/u.test(letters)) return 'number'
  return /[hs]/u.test(letters) ? 'time' : 'day'
}

/** How each style of a workbook shows a number, by the index that cells name it with. */
export function stylesIn(xml: string | undefined): readonly Shown[] {
  const written = new Map<number, string>()
  const used: number[] = []
  let within = false
  if (xml !== undefined)
    scan(xml, {
      open: ({ name, attributes }) => {
        if (name === 'numFmt') written.set(Number(attributes.numFmtId), String(attributes.formatCode ?? ''))
        if (name === 'cellXfs') within = true
        if (name === 'xf' && within) used.push(Number(attributes.numFmtId ?? 0))
      },
      close: (name) => {
        if (name === 'cellXfs') within = false
      },
    })
  return used.map((id) => shownBy(id, written))
}
