import type { Locale } from '../../core/words.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { DocumentContent, Letterhead, Picture } from './document.ts'
import { documentWord } from './words.ts'

type Sample = { readonly locale: Locale; readonly letterhead: Letterhead; readonly seal: Picture | undefined; readonly date: Instant }

/** 样张: how a paper of the firm begins and how its seal stands, before any is handed over. */
export function sampleOf({ locale, letterhead, seal, date }: Sample): DocumentContent {
  const title = documentWord(locale, 'sample.title')
  return {
    locale,
    running: title,
    number: documentWord(locale, 'sample.number'),
    dated: undefined,
    date,
    letterhead,
    blocks: [
      { kind: 'title', text: title, under: documentWord(locale, 'sample.under') },
      { kind: 'text', text: documentWord(locale, 'sample.text') },
      {
        kind: 'signatures',
        sides: [
          {
            side: documentWord(locale, 'annex.party-a'),
            name: documentWord(locale, 'sample.customer'),
            lines: [{ label: documentWord(locale, 'annex.sign') }],
          },
          {
            side: documentWord(locale, 'annex.party-b'),
            name: letterhead.firm,
            lines: [{ label: documentWord(locale, 'annex.sign') }],
            seal,
          },
        ],
      },
    ],
    attached: [],
  }
}
