/**
 * Where in a plan's text a caret stands, however unfinished the text is: the keys that lead there, and whether a key or a value is being written.
 * Read character by character and not as a tree, since what is being written is no YAML yet. Plans use block maps, lists and flow; no anchors.
 */
export type Path = readonly (string | number)[]

/** A key, or a scalar value, as it stands in the text; for a value `path` is the way to it, for a key the way that it begins. */
export type Token = { readonly kind: 'key' | 'value'; readonly path: Path; readonly from: number; readonly to: number; readonly text: string }

type Flow = { readonly kind: '{' | '['; readonly path: Path; key: string | undefined; index: number }
type Block = { readonly indent: number; readonly key: string | undefined; index: number }

/** A scalar that has begun and not yet ended. */
type Open = { readonly from: number; quote: '"' | "'" | undefined; text: string }

/** The way to what stands in an innermost flow collection. */
const inside = ({ kind, path, key, index }: Flow): Path => (kind === '[' ? [...path, index] : key === undefined ? path : [...path, key])

class Scanner {
  readonly tokens: Token[] = []
  readonly #text: string
  readonly #blocks: Block[] = []
  readonly #flows: Flow[] = []
  #open: Open | undefined
  #at = 0
  /** nothing but blanks and dashes on this line so far */
  #lineIsFresh = true
  #indent = 0
  /** a folded text hangs under lines of this indentation */
  #folded: number | undefined

  constructor(text: string) {
    this.#text = text
  }

  run(until: number): void {
    while (this.#at < until) this.#step()
  }

  /** What the caret stands in. */
  get place(): { readonly path: Path; readonly at: 'key' | 'value'; readonly typed: string; readonly from: number } {
    const open = this.#open
    const typed = open ? open.text : ''
    const from = open ? open.from : this.#at
    const flow = this.#flows.at(-1)
    if (flow) {
      const at = flow.kind === '[' || flow.key !== undefined ? 'value' : 'key'
      return { path: inside(flow), at, typed, from }
    }
    if (!this.#lineIsFresh) return { path: this.#blockPath(), at: 'value', typed, from }
    return { path: this.#freshPath(), at: 'key', typed, from }
  }

  #blockPath(): Path {
    return this.#blocks.flatMap(({ key, index }) => [...(key === undefined ? [] : [key]), ...(index < 0 ? [] : [index])])
  }

  /** On a line where only blanks stand yet, what is written belongs to the map at that indentation. */
  #freshPath(): Path {
    const above = this.#blocks.filter(({ indent }) => indent < this.#indent)
    return above.flatMap(({ key, index }) => [...(key === undefined ? [] : [key]), ...(index < 0 ? [] : [index])])
  }

  #step(): void {
    const char = this.#text[this.#at] ?? ''
    const open = this.#open
    if (open?.quote) return this.#quoted(open, char)
    if (char === '\n') return this.#newLine()
    if (this.#folded !== undefined) return this.#skipLine()
    if (char === '#' && /[\s]|^$/.test(this.#text[this.#at - 1] ?? '')) return this.#skipLine()
    if (this.#isColon()) return this.#colon()
    if (this.#flows.length > 0 && /[{}[\],]/.test(char)) return this.#flowSign(char)
    if (!open && /[{[]/.test(char)) return this.#enterFlow(char as '{' | '[')
    if (!open && char === '-' && this.#lineIsFresh && this.#flows.length === 0 && /\s|^$/.test(this.#text[this.#at + 1] ?? '')) return this.#dash()
    this.#letter(char)
  }

  #letter(char: string): void {
    const open = this.#open
    if (open) open.text += char
    else if (char === '"' || char === "'") this.#open = { from: this.#at, quote: char, text: '' }
    else if (char !== ' ' && char !== '\t' && char !== '\r') this.#open = { from: this.#at, quote: undefined, text: char }
    this.#at++
    if (!this.#open && this.#lineIsFresh && this.#flows.length === 0) this.#indent++
  }

  #quoted(open: Open, char: string): void {
    const next = this.#text[this.#at + 1]
    if (open.quote === '"' && char === '\\') {
      open.text += next ?? ''
      this.#at += 2
    } else if (char === open.quote && open.quote === "'" && next === "'") {
      open.text += char
      this.#at += 2
    } else {
      if (char === open.quote) open.quote = undefined
      else open.text += char
      this.#at++
    }
  }

  #skipLine(): void {
    this.#endScalar()
    const end = this.#text.indexOf('\n', this.#at)
    this.#at = end < 0 ? this.#text.length : end
  }

  #newLine(): void {
    const text = this.#open?.text.trim() ?? ''
    this.#endScalar()
    if (/^[|>][+-]?\d?$/.test(text)) this.#folded = this.#blocks.at(-1)?.indent ?? 0
    this.#at++
    if (this.#flows.length > 0) return
    const rest = /^[ \t]*/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0].length ?? 0
    const isBlank = /^[ \t]*(\r?\n|$)/.test(this.#text.slice(this.#at, this.#at + 200))
    if (this.#folded !== undefined && !isBlank && rest <= this.#folded) this.#folded = undefined
    this.#lineIsFresh = true
    this.#indent = 0
  }

  #isColon(): boolean {
    if (this.#text[this.#at] !== ':') return false
    const next = this.#text[this.#at + 1]
    return next === undefined || /\s/.test(next) || (this.#flows.length > 0 && /[,{}[\]]/.test(next))
  }

  #colon(): void {
    const open = this.#open
    const flow = this.#flows.at(-1)
    const isKey = open !== undefined && (flow ? flow.kind === '{' && flow.key === undefined : this.#lineIsFresh)
    if (!isKey) {
      if (open) open.text += ':'
      this.#at++
      return
    }
    const key = open.text.trim()
    if (flow) {
      this.tokens.push({ kind: 'key', path: [...flow.path, key], from: open.from, to: open.from + key.length, text: key })
      flow.key = key
    } else this.#blockKey(key, open.from)
    this.#open = undefined
    this.#at++
  }

  #blockKey(key: string, from: number): void {
    this.#leaveTo(this.#indent)
    this.#blocks.push({ indent: this.#indent, key, index: -1 })
    this.tokens.push({ kind: 'key', path: this.#blockPath(), from, to: from + key.length, text: key })
    this.#lineIsFresh = false
  }

  #leaveTo(indent: number): void {
    while ((this.#blocks.at(-1)?.indent ?? -1) >= indent) this.#blocks.pop()
  }

  /** `- ` begins the next item of the list under the key above; what follows stands as if it were indented under it. */
  #dash(): void {
    while ((this.#blocks.at(-1)?.indent ?? -1) > this.#indent) this.#blocks.pop()
    const last = this.#blocks.at(-1)
    if (last && last.indent === this.#indent && last.key === undefined) last.index++
    else this.#blocks.push({ indent: this.#indent, key: undefined, index: 0 })
    this.#at++
    this.#indent++
    const blanks = /^ */.exec(this.#text.slice(this.#at, this.#at + 200))?.[0].length ?? 0
    this.#at += blanks
    this.#indent += blanks
  }

  #enterFlow(kind: '{' | '['): void {
    const flow = this.#flows.at(-1)
    if (!flow && this.#lineIsFresh && this.#blocks.at(-1)?.key !== undefined) this.#leaveTo(this.#indent)
    const path = flow ? inside(flow) : this.#blockPath()
    this.#lineIsFresh = false
    this.#flows.push({ kind, path, key: undefined, index: 0 })
    this.#at++
  }

  #flowSign(char: string): void {
    if (char === '{' || char === '[') {
      this.#endScalar()
      return this.#enterFlow(char)
    }
    this.#endScalar()
    const flow = this.#flows.at(-1)!
    if (char === ',') {
      flow.key = undefined
      flow.index++
    } else this.#flows.pop()
    this.#at++
  }

  #endScalar(): void {
    const open = this.#open
    this.#open = undefined
    if (!open) return
    const text = open.text.trim()
    const flow = this.#flows.at(-1)
    if (flow && flow.kind === '{' && flow.key === undefined) return
    if (!flow && this.#lineIsFresh && this.#blocks.at(-1)?.key !== undefined) return
    const path = flow ? inside(flow) : this.#blockPath()
    this.tokens.push({ kind: 'value', path, from: open.from, to: this.#at, text })
  }
}

/** All keys and scalar values of a text, in its order. */
export function tokensOf(text: string): readonly Token[] {
  const scanner = new Scanner(`${text}\n`)
  scanner.run(text.length + 1)
  return scanner.tokens
}

/** `path`: of the map or list in which something is being written, or of the value; `from`: where that begins; `siblings`: keys that stand there. */
export type Place = {
  readonly at: 'key' | 'value'
  readonly path: Path
  readonly typed: string
  readonly from: number
  readonly siblings: readonly string[]
}

export function placeAt(text: string, offset: number): Place {
  const scanner = new Scanner(text.slice(0, offset))
  scanner.run(offset)
  const { place } = scanner
  const siblings = tokensOf(text)
    .filter(({ kind, path }) => kind === 'key' && path.length === place.path.length + 1 && samePath(path.slice(0, -1), place.path))
    .filter(({ from }) => from !== place.from)
    .map((one) => one.text)
  return { ...place, siblings }
}

export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => String(step) === String(b[index]))
}

/** The key or value that stands at an offset, for saying what it is. */
export function tokenAt(text: string, offset: number): Token | undefined {
  return tokensOf(text).find(({ from, to }) => from <= offset && offset <= to)
}
