import type { SignatureSide } from '../../wire/signatures.ts'
import { useWords } from '../../ui/words/say.ts'

/** Whose signature is still to come. */
export function MissingTag({ missing }: { readonly missing: readonly SignatureSide[] }) {
  const { say } = useWords()
  return (
    <span className="tag">{say('signing.missing', { sides: missing.map((side) => say(`signing.${side}`)).join(say('list.and')) })}</span>
  )
}
