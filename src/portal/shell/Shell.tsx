import type { ComponentChildren } from 'preact'
import { usePlace } from '../router.ts'
import { useSession } from '../session.ts'
import { useWords } from '../words/say.ts'
import type { WordKey } from '../words/say.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'

type Room = { readonly path: string; readonly icon: IconName; readonly name: WordKey; readonly also?: RegExp }

const ROOMS: readonly Room[] = [
  { path: '/', icon: 'home', name: 'nav.home' },
  { path: '/tickets', icon: 'ticket', name: 'nav.tickets', also: /^\/tickets\// },
  { path: '/report', icon: 'report', name: 'nav.report' },
  { path: '/devices', icon: 'device', name: 'nav.devices', also: /^\/devices\// },
  { path: '/me', icon: 'me', name: 'nav.me' },
]

/** On a phone the rooms stand at the bottom, under the thumb; on a wide page at the top. */
function Rooms() {
  const { say } = useWords()
  const { path } = usePlace()
  return (
    <nav className="rooms" aria-label={say('nav.main')}>
      {ROOMS.map((room) => (
        <a key={room.path} href={`/portal${room.path}`} aria-current={path === room.path || room.also?.test(path) ? 'page' : undefined}>
          <Icon name={room.icon} size={20} />
          <span>{say(room.name)}</span>
        </a>
      ))}
    </nav>
  )
}

export function Shell({ children }: { readonly children: ComponentChildren }) {
  const { tenant } = useSession()
  return (
    <>
      <header className="top">
        <a className="firm" href="/portal/">
          <span className="logo" aria-hidden="true">
            {tenant.name.slice(0, 1)}
          </span>
          <b>{tenant.name}</b>
        </a>
        <Rooms />
      </header>
      <main className="page">{children}</main>
    </>
  )
}

type HeadProps = { readonly title: string; readonly back?: string; readonly above?: string; readonly children?: ComponentChildren }

/** The head of a page: where it leads back to, what it is about. */
export function Head({ title, back, above, children }: HeadProps) {
  const { say } = useWords()
  return (
    <div className="head">
      {back !== undefined && (
        <a className="back" href={back} aria-label={say('nav.back')}>
          <Icon name="left" size={20} />
        </a>
      )}
      <div className="grow">
        {above !== undefined && <div className="s13 ink2">{above}</div>}
        <h1>{title}</h1>
      </div>
      {children}
    </div>
  )
}
