import { useSyncExternalStore } from 'react'

/** A short sentence at the foot of the page; `undo` stands for eight seconds. */
export type Notice = {
  readonly id: number
  readonly words: string
  /** what was refused, each with its reason */
  readonly details?: readonly string[]
  readonly undo?: { readonly words: string; readonly act: () => void }
  readonly tone?: 'plain' | 'refused'
}

export const UNDO_MS = 8_000
const REFUSED_MS = 12_000
const PLAIN_MS = 4_000

let notices: readonly Notice[] = []
let count = 0
const listeners = new Set<() => void>()

function set(next: readonly Notice[]): void {
  notices = next
  for (const listener of listeners) listener()
}

export function dismiss(id: number): void {
  set(notices.filter((one) => one.id !== id))
}

export function notify(notice: Omit<Notice, 'id'>): void {
  const id = ++count
  set([...notices.slice(-2), { ...notice, id }])
  const stay = notice.undo ? UNDO_MS : notice.tone === 'refused' ? REFUSED_MS : PLAIN_MS
  setTimeout(() => dismiss(id), stay)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(subscribe, () => notices)
}
