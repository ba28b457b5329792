import type { PortalLines } from '../../wire/portal.ts'
import { useLoad } from '../load.ts'
import { useWords } from '../words/say.ts'
import { Icon } from './Icon.tsx'

type Line = PortalLines['lines'][number]

function hrefOf({ kind, address }: Line): string | undefined {
  if (kind === 'phone') return `tel:${address.replaceAll(/[^\d+]/g, '')}`
  if (kind === 'mail') return `mailto:${address}`
  return /^https?:/.test(address) ? address : undefined
}

/** The same number under several contracts is one line. */
function together(lines: readonly Line[]): readonly Line[] {
  return [...new Map(lines.map((line) => [`${line.name} ${line.address}`, line])).values()]
}

function LineRow({ line }: { readonly line: Line }) {
  const href = hrefOf(line)
  return (
    <li className="line-row">
      <div className="grow">
        <b>{line.name}</b>
        <div className="s13 ink2">{line.hours}</div>
      </div>
      {href === undefined ? (
        <span>{line.address}</span>
      ) : (
        <a className="button" href={href}>
          <Icon name={line.kind === 'phone' ? 'phone' : 'mail'} /> {line.address}
        </a>
      )}
    </li>
  )
}

/** 现在找谁: the lines of the contracts, and who is on duty at this moment. */
export function Lines() {
  const { say } = useWords()
  const { data } = useLoad<PortalLines>('/portal/lines')
  if (!data) return null
  return (
    <section className="card" aria-label={say('home.lines')}>
      <h2>{say('home.lines')}</h2>
      {data.lines.length === 0 && <p className="ink2">{say('home.no-lines')}</p>}
      <ul className="rows">
        {together(data.lines).map((line) => (
          <LineRow key={line.name + line.address} line={line} />
        ))}
        {data.duty.map(({ desk, person, phone }) => (
          <li key={`${desk} ${person}`} className="line-row">
            <span className="grow">{say('home.duty', { who: [desk, person].filter(Boolean).join(' ') })}</span>
            {phone !== undefined && <span className="ink2">{phone}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
