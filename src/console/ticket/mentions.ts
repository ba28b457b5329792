/** Somebody whose name stands in the note after an @. */
export type Mentioned = { readonly id: string; readonly name: string }

/** Of those who were picked the ones whose name is still there when the note is sent. */
export function mentionsIn(text: string, picked: readonly Mentioned[]): { readonly mentions?: readonly string[] } {
  const named = picked.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)
  return named.length === 0 ? {} : { mentions: [...new Set(named)] }
}
