type Way = readonly [from: RegExp, to: (found: readonly string[], asked: URLSearchParams) => string]

const withDevice = (device: string | null): string =>
  device === null ? '/portal/report' : `/portal/report?device=${encodeURIComponent(device)}`

const ID = '([A-Za-z0-9_-]{1,64})'

/** Rooms of the console and what a customer's people have in their place. What is not here has no equivalent yet, and stays as it is. */
const WAYS: readonly Way[] = [
  [/^\/tickets\/?$/, () => '/portal/tickets'],
  [/^\/tickets\/new\/?$/, (_, asked) => withDevice(asked.get('asset'))],
  [new RegExp(`^/tickets/${ID}$`), ([id]) => `/portal/tickets/${id}`],
  [new RegExp(`^/devices/${ID}$`), ([id]) => `/portal/devices/${id}`],
  [/^\/((overview|inbox|trail|people|customers|settings|me)(\/.*)?)?$/, () => '/portal/'],
]

/** The portal's address for one of the console; undefined: it has none of its own. */
export function portalAddress(url: string): string | undefined {
  const asked = URL.parse(url, 'http://host')
  if (!asked) return undefined
  for (const [from, to] of WAYS) {
    const found = from.exec(asked.pathname)
    if (found) return to(found.slice(1), asked.searchParams)
  }
  return undefined
}
