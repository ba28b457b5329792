import type { Instant } from '../../core/time/instant.ts'
import type { Locale } from '../../core/words.ts'

/** A picture on paper, as it was given. */
export type Picture = { readonly type: 'png' | 'jpeg'; readonly bytes: Uint8Array }

/** 信头: who hands the document over. Lines that are not there leave no gap. */
export type Letterhead = {
  readonly firm: string
  readonly address?: string | undefined
  readonly phone?: string | undefined
  /** at the foot of every page */
  readonly footer?: string | undefined
  readonly logo?: Picture | undefined
}

/** `filled`: a contract gave what stands there; it says where that was agreed. */
export type Row = { readonly label: string; readonly value: string; readonly filled?: string | undefined }
/** `below`: what is said of it, smaller, under it. */
export type Line = { readonly text: string; readonly below?: string | undefined; readonly filled?: string | undefined }

/** One promise as the customer keeps it: what was signed, set apart, and what it means. */
export type ClauseBlock = {
  readonly kind: 'clause'
  readonly number: string
  readonly title: string
  readonly tag: string
  readonly signed: string | undefined
  readonly rows: readonly Row[]
  readonly source: string | undefined
}

/** One field of a record form; without a value there is room to write. */
export type FieldBlock = {
  readonly label: string
  readonly value: string | undefined
  readonly required: boolean
  readonly tall: boolean
  /** boxes to tick while there is no value */
  readonly options?: readonly string[]
  /** beneath the value */
  readonly pictures?: readonly Picture[]
}

/** Where a side signs. A line without a value has room to write; `seal` as it was set there. */
export type SignatureBlock = {
  readonly side: string
  readonly name: string
  readonly lines: readonly { readonly label: string; readonly value?: string | undefined }[]
  readonly seal?: Picture | undefined
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly under: string | undefined }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'digits'; readonly label: string; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: readonly FieldBlock[] }
  | {
      readonly kind: 'signatures'
      readonly sides: readonly SignatureBlock[]
    }
  | ClauseBlock

/** A file inside of the PDF, byte for byte. */
export type Attached = { readonly name: string; readonly type: string; readonly description: string; readonly bytes: Uint8Array }

/** What a document says, as data. The same content gives the same bytes, so `date` comes from what it tells and never from a clock. */
export type DocumentContent = {
  readonly locale: Locale
  /** in the head of every page after the first, and in the file's properties */
  readonly running: string
  readonly number: string
  /** as it is printed: `2026-03-01` */
  readonly dated: string | undefined
  /** in the file's properties */
  readonly date: Instant
  readonly letterhead: Letterhead
  readonly blocks: readonly Block[]
  readonly attached: readonly Attached[]
}
