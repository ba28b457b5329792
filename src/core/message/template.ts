import { PLACEHOLDERS } from './kinds.ts'
import type { MessageKind } from './kinds.ts'

/** 消息模板: words with `{named}` places and nothing else: no code, no condition. */
export type TemplateText = { readonly subject: string; readonly body: string }

export type TemplateData = { readonly [name: string]: string }

/** What a template must have put right: where (`line` from 1) and the name at fault, as it was written. */
export type TemplateFault = {
  readonly code: 'unknown' | 'unclosed'
  readonly field: 'subject' | 'body'
  readonly line: number
  readonly name: string
}

const PLACE = /\{([^{}\n]*)(\}?)/g

function faultsIn(field: TemplateFault['field'], text: string, known: readonly string[]): TemplateFault[] {
  return text.split('\n').flatMap((row, index): TemplateFault[] =>
    [...row.matchAll(PLACE)].flatMap(([, name = '', closed]): TemplateFault[] => {
      const at = { field, line: index + 1, name: name.slice(0, 40) }
      if (closed !== '}') return [{ code: 'unclosed', ...at }]
      return known.includes(name) ? [] : [{ code: 'unknown', ...at }]
    }),
  )
}

/** Every place that cannot be filled, in the order in which they are read. */
export function checkTemplate(kind: MessageKind, { subject, body }: TemplateText): TemplateFault[] {
  const known = PLACEHOLDERS[kind]
  return [...faultsIn('subject', subject, known), ...faultsIn('body', body, known)]
}

/** Signs that end a line, move a cursor or hide from the eye: a header, and a name, are one plain line. */
const UNPRINTED = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu

export function oneLine(text: string): string {
  return text.replaceAll(UNPRINTED, ' ').replaceAll(/ {2,}/g, ' ').trim()
}

function fill(text: string, data: TemplateData): string {
  return text.replaceAll(/\{([^{}\n]*)\}/g, (place, name: string) => (Object.hasOwn(data, name) ? data[name]! : place))
}

/** The message as it is sent. A value is text and never a place; an empty one leaves no hole of blank lines. */
export function fillTemplate({ subject, body }: TemplateText, data: TemplateData): TemplateText {
  const filled = fill(body.replaceAll('\r\n', '\n'), data)
  return {
    subject: oneLine(fill(subject, data)),
    body: filled
      .replaceAll(/[ \t]+\n/g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
  }
}
