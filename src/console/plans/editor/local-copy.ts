/** What is being written, kept in this browser until the server has it: `version` of the draft on the server that it goes on from. */
export type LocalCopy = { readonly text: string; readonly version: number }

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (draft: string): string => `plan-draft:${draft}`

/** A browser that keeps nothing, or is full, is no reason to stop writing. */
function quietly<Answer>(act: () => Answer): Answer | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

export function readLocal(store: Store, draft: string): LocalCopy | undefined {
  const written = quietly(() => JSON.parse(store.getItem(keyOf(draft)) ?? 'null') as Partial<LocalCopy> | null)
  return typeof written?.text === 'string' && typeof written.version === 'number' ? { text: written.text, version: written.version } : undefined
}

export function writeLocal(store: Store, draft: string, copy: LocalCopy): boolean {
  return quietly(() => (store.setItem(keyOf(draft), JSON.stringify(copy)), true)) ?? false
}

export function dropLocal(store: Store, draft: string): void {
  quietly(() => store.removeItem(keyOf(draft)))
}

/** How one goes on with a draft: its text as it stands, what this browser still had of it, or both beside each other when the two have parted. */
export type Begun = { readonly text: string; readonly version: number; readonly theirs?: string }

export function begin(stored: LocalCopy, local: LocalCopy | undefined): Begun {
  if (!local || local.text === stored.text) return stored
  return local.version === stored.version ? local : { text: local.text, version: stored.version, theirs: stored.text }
}
