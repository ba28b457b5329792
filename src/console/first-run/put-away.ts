import { useState } from 'react'
import { useSession } from '../session.ts'

const read = (key: string): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.map(String) : []
  } catch {
    return []
  }
}

/** A short list of words that this person keeps in this browser: what was put away, what was seen. It matters to nobody else. */
export function useKept(name: string): readonly [kept: readonly string[], keep: (words: readonly string[]) => void] {
  const { me, tenant } = useSession()
  const key = `nuoxing-${name}-${tenant.id}-${me.id}`
  const [kept, setKept] = useState(() => read(key))
  const keep = (words: readonly string[]): void => {
    setKept([...words])
    try {
      localStorage.setItem(key, JSON.stringify(words))
    } catch {
      // a browser that keeps nothing shows it again the next time
    }
  }
  return [kept, keep]
}
