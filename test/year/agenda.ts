import type { Instant } from '../../src/core/time/instant.ts'

/** Something that goes on for a while: it yields the instant at which it wants to go on. */
export type Story = AsyncGenerator<Instant, void, void>

type Waiting = { readonly at: Instant; readonly place: number; readonly story: Story }

type Around = { readonly turn: (to: Instant) => Promise<void>; readonly after: () => Promise<void> }

/** Many stories told side by side on one clock, each when its time has come; of one instant, whoever asked first. */
export class Agenda {
  #waiting: Waiting[] = []
  #places = 0

  add(at: Instant, story: Story): void {
    const one = { at, place: this.#places++, story }
    const after = this.#waiting.findIndex((other) => other.at > at)
    this.#waiting.splice(after < 0 ? this.#waiting.length : after, 0, one)
  }

  /** Tells all up to `until`. `turn`: turns the clock to an instant, which is never before the last one. `after`: looks at what came of it. */
  async tell(until: Instant, { turn, after }: Around): Promise<void> {
    let now = -Infinity
    for (;;) {
      const next = this.#waiting[0]
      if (!next || next.at > until) return
      this.#waiting.shift()
      now = Math.max(now, next.at)
      await turn(now)
      const { done, value } = await next.story.next()
      if (!done) this.add(Math.max(now, value), next.story)
      await after()
    }
  }
}
