import { averageLengths } from '../../core/promise/lengths.ts'
import type { BoardAverage } from '../../wire/board.ts'
import type { WordsInUse } from '../../ui/words/say.ts'

/** `平均用时 12 分，平均提前 9 小时 40 分` */
export function averageWords(average: BoardAverage, { say, locale }: Pick<WordsInUse, 'say' | 'locale'>): string {
  const { side, ...lengths } = averageLengths(average, locale)
  return side === undefined ? say('board.average', lengths) : say(`board.average-${side}`, lengths)
}
