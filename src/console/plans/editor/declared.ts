import type { Path, Token } from './yaml-place.ts'
import { tokensOf } from './yaml-place.ts'

export type Named = { readonly id: string; readonly name: string | undefined }
/** `form`: the key under which its form is written; undefined while there is none. */
export type DeclaredPromise = Named & { readonly form: string | undefined }

/** What a plan's text has given names to, so that the rest of it can be offered them; read from a text that need not be finished. */
export type Declared = {
  readonly calendars: readonly Named[]
  readonly reasons: readonly Named[]
  readonly grades: readonly Named[]
  readonly zones: readonly Named[]
  readonly dimensions: readonly Named[]
  readonly forms: readonly Named[]
  readonly roles: readonly Named[]
  readonly promises: readonly DeclaredPromise[]
  /** rows that a table by this dimension may have */
  readonly rows: (dimension: string) => readonly Named[]
}

const FORMS = ['deadline', 'recurring', 'level', 'cover', 'gate', 'rule']

class Reader {
  readonly #values = new Map<string, string>()
  readonly #tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
    for (const { kind, path, text } of tokens) if (kind === 'value') this.#values.set(path.join('\n'), text)
  }

  value(...path: Path): string | undefined {
    return this.#values.get(path.join('\n'))
  }

  keysUnder(...path: Path): readonly string[] {
    return this.#tokens
      .filter((one) => one.kind === 'key' && one.path.length === path.length + 1 && path.every((step, at) => one.path[at] === step))
      .map(({ text }) => text)
  }

  /** `{id, name}` one after the other, as grades and zones are written. */
  list(section: string): readonly Named[] {
    return this.#tokens
      .filter(({ kind, path }) => kind === 'value' && path[0] === section && path[2] === 'id')
      .map(({ path, text }) => ({ id: text, name: this.value(section, path[1]!, 'name') }))
  }

  named(section: string): readonly Named[] {
    return this.keysUnder(section).map((id) => ({ id, name: this.value(section, id, 'name') }))
  }

  valuesOf(dimension: string): readonly Named[] {
    return this.#tokens.flatMap(({ kind, path, text }) => {
      const [section, of, key, at, part] = path
      if (kind !== 'value' || section !== 'dimensions' || of !== dimension || key !== 'values') return []
      if (part === undefined) return [{ id: text, name: undefined }]
      return part === 'id' ? [{ id: text, name: this.value('dimensions', dimension, 'values', at!, 'name') }] : []
    })
  }
}

export function declaredIn(text: string): Declared {
  const reader = new Reader(tokensOf(text))
  const promises = reader.keysUnder('promises').map((id) => ({
    id,
    name: reader.value('promises', id, 'title') ?? reader.value('promises', id, 'text'),
    form: reader.keysUnder('promises', id).find((key) => FORMS.includes(key)),
  }))
  const [grades, zones] = [reader.list('grades'), reader.list('zones')]
  return {
    calendars: reader.named('calendars'),
    reasons: reader.named('reasons'),
    grades,
    zones,
    dimensions: reader.named('dimensions'),
    forms: reader.named('forms'),
    roles: reader.named('roles'),
    promises,
    rows(dimension) {
      if (dimension === 'grade') return grades
      if (dimension === 'zone') return zones
      if (dimension === 'cover') return promises.filter(({ form }) => form === 'cover')
      return reader.valuesOf(dimension)
    },
  }
}
