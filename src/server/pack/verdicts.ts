import type { ObligationState } from '../../wire/obligations.ts'
import type { Locale } from '../../core/words.ts'
import { documentWord } from '../documents/words.ts'

/** One verdict with its why, as the pack tells it. Instants in words of the contract's zone. */
export type PackedVerdict = {
  readonly id: string
  readonly clause: string
  readonly text: string | undefined
  readonly source: readonly string[]
  readonly of: string
  readonly state: ObligationState
  /** its badge */
  readonly words: string
  readonly due: string | undefined
  readonly done: string | undefined
  readonly why: readonly string[]
  readonly evidence: readonly {
    readonly id: string
    readonly at: string
    readonly words: string
    readonly files: readonly { name: string; path: string | null }[]
  }[]
  /** 升级与告知: whom the plan had told of it, when, who was reached, and when they said that they saw it */
  readonly told: readonly {
    readonly words: string
    readonly at: string
    readonly withdrawn: string | undefined
    readonly to: readonly { readonly name: string; readonly at: string; readonly acknowledged: string | undefined }[]
  }[]
}

export type VerdictPage = {
  readonly locale: Locale
  readonly title: string
  readonly under: string
  readonly verdicts: readonly PackedVerdict[]
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
}

const STYLE = `body{font:15px/1.6 -apple-system,"PingFang SC","Microsoft YaHei",sans-serif;color:#18202a;max-width:56em;margin:2em auto;padding:0 1em}
h1{font-size:22px}h2{font-size:17px;margin-top:2em;border-top:1px solid #c9d1d9;padding-top:1em}blockquote{font-family:"Songti SC",SimSun,serif;margin:.5em 0;padding:.4em .8em;border-left:3px solid #1d5ba8;background:#f3f6fa}
article{border:1px solid #e4e8ed;border-radius:6px;padding:.6em 1em;margin:.8em 0;break-inside:avoid}article.broken b{color:#af2818}small,.quiet{color:#616d7a;font-size:13px}ul{margin:.3em 0;padding-left:1.3em}`

function evidenceItem({ id, at, words, files }: PackedVerdict['evidence'][number]): string {
  const links = files.map(({ name, path }) => (path === null ? escaped(name) : `<a href="${encodeURI(path)}">${escaped(name)}</a>`))
  return `<li>${escaped(words)} <small>${escaped(at)} · <code>${escaped(id)}</code></small>${links.length > 0 ? `<br>${links.join(' · ')}` : ''}</li>`
}

type Say = (key: Parameters<typeof documentWord>[1], params?: Parameters<typeof documentWord>[2]) => string

function toldItem({ words, at, withdrawn, to }: PackedVerdict['told'][number], say: Say): string {
  const reached = to.map(({ name, at: when, acknowledged: seen }) =>
    seen === undefined ? say('pack.told-to', { name, at: when }) : say('pack.told-seen', { name, at: when, seen }),
  )
  const lines = reached.length === 0 ? [say('pack.told-nobody')] : reached
  const back = withdrawn === undefined ? '' : ` · ${say('pack.told-withdrawn', { at: withdrawn })}`
  return `<li>${escaped(words)} <small>${escaped(at + back)}</small><br>${lines.map(escaped).join('<br>')}</li>`
}

function toldList({ told }: PackedVerdict, say: Say): string {
  if (told.length === 0) return ''
  return `<div class="quiet">${escaped(say('pack.told'))}</div><ul>${told.map((one) => toldItem(one, say)).join('')}</ul>`
}

function article(one: PackedVerdict, say: Say): string {
  const dates = [one.due && say('report.due', { at: one.due }), one.done && say('report.done', { at: one.done })].filter(Boolean)
  return `<article class="${one.state}"><b>${escaped(one.words)}</b> ${escaped(one.of)}<br><small>${escaped(dates.join(say('semicolon')))}</small>
<ul>${one.why.map((words) => `<li>${escaped(words)}</li>`).join('')}</ul>
<div class="quiet">${escaped(say('pack.evidence', { count: one.evidence.length }))}</div><ul>${one.evidence.map(evidenceItem).join('')}</ul>${toldList(one, say)}</article>`
}

/** 判定与依据: every verdict of the period with its why and its evidence, as one page that needs nothing but a browser and runs no script. */
export function verdictPage({ locale, title, under, verdicts }: VerdictPage): string {
  const say: Say = (key, params) => documentWord(locale, key, params)
  const sections = [...Map.groupBy(verdicts, ({ clause }) => clause)].map(([clause, own]) => {
    const { text, source } = own[0]!
    const quoted = text === undefined ? '' : `<blockquote>${escaped(text)}</blockquote>`
    const cited = source.length === 0 ? '' : `<small>${escaped(say('annex.source', { source: source.join(say('list-comma')) }))}</small>`
    return `<h2>${escaped(clause)}</h2>${quoted}${cited}${own.map((one) => article(one, say)).join('\n')}`
  })
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(under)}</p>${verdicts.length === 0 ? `<p>${escaped(say('report.none-judged'))}</p>` : sections.join('\n')}</body></html>
`
}
