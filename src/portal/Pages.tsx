import type { ComponentChildren } from 'preact'
import { DevicePage } from './devices/DevicePage.tsx'
import { Devices } from './devices/Devices.tsx'
import { Home } from './overview/Home.tsx'
import { Me } from './me/Me.tsx'
import { ReportPage } from './report/ReportPage.tsx'
import { usePlace } from './router.ts'
import type { Place } from './router.ts'
import { Shell } from './shell/Shell.tsx'
import { TicketPage } from './ticket/TicketPage.tsx'
import { Tickets } from './ticket/Tickets.tsx'
import { useWords } from './words/say.ts'

function Missing() {
  const { say } = useWords()
  return (
    <div className="empty">
      <p>{say('missing.page')}</p>
      <a className="button" href="/portal/">
        {say('missing.home')}
      </a>
    </div>
  )
}

type Page = readonly [path: RegExp, draw: (found: readonly string[], place: Place) => ComponentChildren]

const ID = '([A-Za-z0-9_-]{1,64})'
const PAGES: readonly Page[] = [
  [/^\/$/, () => <Home />],
  [/^\/tickets$/, (_, { asked }) => <Tickets closed={asked.get('view') === 'closed'} />],
  [new RegExp(`^/tickets/${ID}$`), ([id = '']) => <TicketPage key={id} id={id} />],
  [/^\/report$/, (_, { asked }) => <ReportPage device={asked.get('device') ?? undefined} />],
  [/^\/devices$/, (_, { asked }) => <Devices q={asked.get('q') ?? ''} />],
  [new RegExp(`^/devices/${ID}$`), ([id = '']) => <DevicePage key={id} id={id} />],
  [/^\/me$/, () => <Me />],
]

export function Pages() {
  const place = usePlace()
  const page = PAGES.find(([path]) => path.test(place.path))
  const found = page?.[0].exec(place.path)?.slice(1) ?? []
  return <Shell>{page ? page[1](found, place) : <Missing />}</Shell>
}
