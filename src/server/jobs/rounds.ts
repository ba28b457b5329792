export type Rounds = {
  /** Does all that waits; returns when nothing does that another process does not hold. */
  readonly run: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type RoundsOptions = {
  /** One round; true: more may wait behind it. */
  readonly round: () => Promise<boolean>
  /** Is told of work after a commit. Returns how to stop listening. */
  readonly listen: (begin: () => void) => () => void
  /** The net underneath, should a message be lost. */
  readonly sweepMs: number
  readonly onTrouble: (error: unknown) => void
}

/** Rounds of work, one after the other: begun by a commit that says so, by the sweep, or asked for; what is asked for during one is not forgotten. */
export function openRounds({ round, listen, sweepMs, onTrouble }: RoundsOptions): Rounds {
  const ending = new AbortController()
  let running: Promise<void> | undefined
  let again = false
  const rounds = async (): Promise<void> => {
    do {
      again = false
      while (!ending.signal.aborted && (await round()));
    } while (again && !ending.signal.aborted)
  }
  const run = (): Promise<void> => {
    if (ending.signal.aborted) return Promise.resolve()
    again = running !== undefined
    running ??= rounds()
      .catch(onTrouble)
      .finally(() => (running = undefined))
    return running
  }
  const leave = listen(() => void run())
  const sweep = setInterval(() => void run(), sweepMs)
  void run()
  const stop = async (): Promise<void> => {
    ending.abort()
    clearInterval(sweep)
    leave()
    await running
  }
  return { run, stop }
}
