import { SaxesParser } from 'saxes'
import type { SaxesTagPlain } from 'saxes'

export type Listener = {
  readonly open: (tag: SaxesTagPlain) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Names without their prefix: some programs write `x:row`. */
export const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Throws what the parser says of XML that is none. No entity but XML's own five is known to it. */
export function scan(xml: string, { open, text = () => undefined, close = () => undefined }: Listener): void {
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => open({ ...tag, name: bare(tag.name) }))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', ({ name }) => close(bare(name)))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
