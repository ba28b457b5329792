import { useSyncExternal } from './store.ts'

const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

window.addEventListener('popstate', tell)

/** Goes to an address of the portal without loading it anew. */
export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](undefined, '', to)
  tell()
  window.scrollTo(0, 0)
}

export type Place = { readonly path: string; readonly asked: URLSearchParams }

const readHref = (): string => location.pathname + location.search

/** Where the reader is: `/portal/tickets/T1` is `/tickets/T1`. */
export function usePlace(): Place {
  const href = useSyncExternal(subscribe, readHref)
  const { pathname, searchParams } = new URL(href, location.origin)
  return { path: pathname.replace(/^\/portal(?=\/|$)/, '').replace(/(.)\/$/, '$1') || '/', asked: searchParams }
}

/** A click that means this page: everything else (a new tab, another host, a file) stays the browser's. */
function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented
  return (
    plain &&
    link.target === '' &&
    !link.hasAttribute('download') &&
    link.origin === location.origin &&
    /^\/portal(\/|$)/.test(link.pathname)
  )
}

/** Links of the portal are plain links; this keeps a click on one within the page. */
export function followLinks(): () => void {
  const follow = (event: MouseEvent): void => {
    const link = (event.target as Element | null)?.closest?.('a')
    if (!link || !isOurs(event, link)) return
    event.preventDefault()
    go(link.pathname + link.search)
  }
  document.addEventListener('click', follow)
  return () => document.removeEventListener('click', follow)
}
