import type { PlanDraft } from '../../../wire/plans.ts'
import { begin, dropLocal, readLocal, writeLocal } from './local-copy.ts'

/** `kept`: the server has what is shown; `unsent`: it was not reached; `parted`: somebody else wrote meanwhile; `gone`: the draft was thrown away. */
export type KeepState = 'kept' | 'keeping' | 'unsent' | 'parted' | 'gone'

/** One try to keep a text on the server. */
export type Kept =
  | { readonly state: 'kept'; readonly draft: PlanDraft }
  | { readonly state: 'parted'; readonly theirs: PlanDraft }
  | { readonly state: 'unsent' | 'gone' }

export type KeeperParts = {
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly send: (id: string, kept: { readonly version: number; readonly text: string }) => Promise<Kept>
}

export type Shown = {
  readonly text: string
  readonly state: KeepState
  readonly keptAt: number
  readonly theirs: PlanDraft | undefined
}

const REST_MS = 1_000
export const AGAIN_MS = 10_000

/** A draft's text while somebody writes it: kept on the server when the hand rests, and in this browser until the server has it. */
export class DraftKeeper {
  readonly #id: string
  readonly #parts: KeeperParts
  readonly #listeners = new Set<() => void>()
  /** what the server has, as far as is known here */
  #version: number
  #kept: string
  #halted: boolean
  #busy = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #shown: Shown

  constructor(draft: PlanDraft, parts: KeeperParts) {
    this.#id = draft.id
    this.#parts = parts
    const begun = begin({ text: draft.yaml, version: draft.version }, readLocal(parts.store, draft.id))
    this.#version = begun.version
    this.#kept = draft.yaml
    this.#halted = begun.theirs !== undefined
    this.#shown = {
      text: begun.text,
      state: this.#halted ? 'parted' : begun.text === draft.yaml ? 'kept' : 'keeping',
      keptAt: draft.changedAt,
      theirs: this.#halted ? draft : undefined,
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly shown = (): Shown => this.#shown

  #show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change }
    for (const listener of this.#listeners) listener()
  }

  readonly write = (text: string): void => {
    this.#show({ text })
    if (this.#halted) return this.#remember()
    if (text === this.#kept) {
      dropLocal(this.#parts.store, this.#id)
      return this.#show({ state: 'kept' })
    }
    this.#remember()
    if (this.#shown.state !== 'unsent') this.#show({ state: 'keeping' })
    this.#later(REST_MS)
  }

  #remember(): void {
    writeLocal(this.#parts.store, this.#id, { text: this.#shown.text, version: this.#version })
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.keep(), ms)
  }

  readonly keep = async (): Promise<void> => {
    clearTimeout(this.#timer)
    const { text } = this.#shown
    if (this.#busy || this.#halted || text === this.#kept) return
    this.#busy = true
    this.#show({ state: 'keeping' })
    const answer = await this.#parts.send(this.#id, { version: this.#version, text })
    this.#busy = false
    this.#take(answer, text)
  }

  #take(answer: Kept, sent: string): void {
    if (answer.state === 'kept') return this.#took(answer.draft, sent)
    this.#halted = answer.state !== 'unsent'
    this.#show({ state: answer.state, theirs: answer.state === 'parted' ? answer.theirs : undefined })
    if (answer.state === 'unsent') this.#later(AGAIN_MS)
  }

  #took(draft: PlanDraft, sent: string): void {
    this.#version = draft.version
    this.#kept = sent
    const isAll = this.#shown.text === sent
    this.#show({ state: isAll ? 'kept' : 'keeping', keptAt: draft.changedAt })
    if (isAll) return dropLocal(this.#parts.store, this.#id)
    this.#remember()
    this.#later(REST_MS)
  }

  /** Goes on after somebody else wrote: with one's own text on top of theirs, or with theirs. */
  readonly settle = (whose: 'mine' | 'theirs'): void => {
    const { theirs } = this.#shown
    if (!theirs) return
    this.#version = theirs.version
    this.#kept = theirs.yaml
    this.#halted = false
    this.#show({ theirs: undefined, state: 'keeping' })
    if (whose === 'theirs') this.write(theirs.yaml)
    else void this.keep()
  }

  /** Nobody looks any more: what is not sent yet is sent now. */
  readonly leave = (): void => {
    void this.keep()
  }

  /** Taken in as a version: nothing of the working copy is needed any more. */
  readonly done = (): void => {
    this.#halted = true
    clearTimeout(this.#timer)
    dropLocal(this.#parts.store, this.#id)
  }
}
