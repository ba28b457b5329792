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
      return { to: `/board/${id}` }
    case 'person':
      return { to: '/people', search: { q: title } }
    case 'asset':
      return { to: `/devices/${id}` }
    case 'site':
      return { to: '/tickets', search: { view: 'all', site: id } }
    default:
      return (kind satisfies never) ?? { to: detail }
  }
}

export function entryOf(hit: SearchHit): Entry {
  return { key: `${hit.kind}/${hit.id}`, kind: hit.kind, title: hit.title, detail: hit.detail, ...placeOf(hit) }
}
