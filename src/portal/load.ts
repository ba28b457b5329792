import { useCallback, useEffect, useState } from 'preact/hooks'
import { call } from '../ui/api/call.ts'

export type Loaded<Data> = {
  readonly data: Data | undefined
  readonly error: unknown
  readonly reload: () => Promise<void>
}

/** The last answer by path, so that going back shows it at once while it is asked for anew. */
const kept = new Map<string, unknown>()

export function forgetAll(): void {
  kept.clear()
}

/** What stands under a path of the API: asked for now, when the page is looked at again, and every minute while it is. */
export function useLoad<Data>(path: string | undefined, everyMs = 60_000): Loaded<Data> {
  const [state, setState] = useState<{ readonly path: string | undefined; readonly error?: unknown; readonly round: number }>({
    path,
    round: 0,
  })
  const reload = useCallback(async () => {
    if (path === undefined) return
    try {
      kept.set(path, await call<Data>('GET', path))
      setState(({ round }) => ({ path, round: round + 1 }))
    } catch (error) {
      setState(({ round }) => ({ path, error, round: round + 1 }))
    }
  }, [path])
  useEffect(() => {
    void reload()
    const look = (): void => {
      if (document.visibilityState === 'visible') void reload()
    }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [reload, everyMs])
  return {
    data: path === undefined ? undefined : (kept.get(path) as Data | undefined),
    error: state.path === path ? state.error : undefined,
    reload,
  }
}

type Page<Item> = { readonly items: readonly Item[]; readonly next?: string | undefined }

/** A list, a page at a time; `more` undefined: that is all. */
export function usePages<Item>(path: string): Omit<Loaded<readonly Item[]>, 'data'> & {
  readonly items: readonly Item[] | undefined
  readonly more: (() => void) | undefined
} {
  const first = useLoad<Page<Item>>(path)
  const [rest, setRest] = useState<{ readonly path: string; readonly pages: readonly Page<Item>[] }>({ path, pages: [] })
  const pages = rest.path === path ? rest.pages : []
  const next = (pages.at(-1) ?? first.data)?.next
  const more = (): void => {
    const mark = path.includes('?') ? '&' : '?'
    void call<Page<Item>>('GET', `${path}${mark}cursor=${next}`).then((page) => setRest({ path, pages: [...pages, page] }))
  }
  return {
    items: first.data && [first.data, ...pages].flatMap(({ items }) => items),
    more: next === undefined ? undefined : more,
    error: first.error,
    reload: first.reload,
  }
}
