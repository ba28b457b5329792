import type { SearchHit } from '../../wire/desk.ts'

/** One line of the palette: a page or an action known here, or a record found by the server. */
export type Entry = {
  readonly key: string
  readonly kind: 'page' | 'action' | SearchHit['kind']
  readonly title: string
  readonly detail?: string
  readonly initials?: string
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

/** Does what was typed mean this entry? By a part of its title, or by the beginning of its pinyin initials. */
export function matches({ title, initials }: Pick<Entry, 'title' | 'initials'>, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return wanted === '' || title.toLowerCase().includes(wanted) || (initials?.startsWith(wanted) ?? false)
}

/** Where a record is looked at. */
export function placeOf({ kind, id, title, detail }: SearchHit): Pick<Entry, 'to' | 'search'> {
  switch (kind) {
    case 'ticket':
      return { to: `/tickets/${id}` }
    case 'customer':
      return { to: `/customers/${id}` }
    case 'contract':
    case 'document':
      return { to: `/board/${id}` }
    case 'person':
      return { to: '/people', search: { q: title } }
    case 'asset':
      return { to: `/devices/${id}` }
    case 'plan':
      return { to: `/plans/${id}` }
    case 'site':
      return { to: '/tickets', search: { view: 'all', site: id } }
    default:
      return (kind satisfies never) ?? { to: detail }
  }
}

export function entryOf(hit: SearchHit): Entry {
  return { key: `${hit.kind}/${hit.id}`, kind: hit.kind, title: hit.title, detail: hit.detail, ...placeOf(hit) }
}

export type Part = { readonly text: string; readonly hit: boolean }

/** A title in parts: those that were typed, word by word, and what stands between them. */
export function partsOf(title: string, typed: string): readonly Part[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const lower = title.toLowerCase()
  const marked = new Set<number>()
  if (lower.length === title.length)
    for (const word of words)
      for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + 1))
        for (let n = 0; n < word.length; n++) marked.add(at + n)
  const parts: Part[] = []
  for (let at = 0; at < title.length; at++) {
    const last = parts.at(-1)
    const hit = marked.has(at)
    if (last?.hit === hit) parts[parts.length - 1] = { text: last.text + title[at], hit }
    else parts.push({ text: title[at] ?? '', hit })
  }
  return parts
}

export type EntryGroup = { readonly kind: Entry['kind']; readonly entries: readonly { readonly entry: Entry; readonly at: number }[] }

/** Entries under their kinds, each kind where its first one stands; `at` counts through all of them in that order. */
export function groupEntries(entries: readonly Entry[]): readonly EntryGroup[] {
  let at = 0
  return [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, ones]) => ({
    kind,
    entries: ones.map((entry) => ({ entry, at: at++ })),
  }))
}
