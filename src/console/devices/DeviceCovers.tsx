import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { DeviceCovers as Covers } from '../../wire/devices.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { CoverLine } from '../contracts/Covers.tsx'
import { useMay, useZone } from '../session.ts'

type Part = { readonly covers: Covers }

function useAt() {
  const { locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (at: number): string => instantWords(at, now, { zone, locale })
}

function ContractHead({ contract }: { readonly contract: Covers['contracts'][number]['contract'] }) {
  const mayRead = useMay('contract.read')
  const name = `${contract.number} ${contract.title}`
  return (
    <div className="row">
      {mayRead ? (
        <Link to="/contracts/$id" params={{ id: contract.id }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      <span className="s13 ink3">{contract.planTitle}</span>
    </div>
  )
}

function Excluded({ one }: { readonly one: Covers['exclusions'][number] }) {
  const { say } = useWords()
  const at = useAt()
  const stated = [at(one.at), one.by?.name].filter(Boolean).join(' · ')
  return (
    <li className="excluded s13">
      <div>
        {say(one.part === undefined ? 'device.excluded' : 'device.excluded-part', {
          reason: one.reason,
          cover: one.cover,
          part: one.part ?? '',
        })}{' '}
        {one.ticket && (
          <Link to="/tickets/$id" params={{ id: one.ticket.id }}>
            {one.ticket.number} {one.ticket.title}
          </Link>
        )}
      </div>
      {one.evidence !== undefined && <div className="ink2">{say('device.evidence', { evidence: one.evidence })}</div>}
      <div className="s12 ink3">{stated}</div>
    </li>
  )
}

/** What is left out of the covers: faults and parts, each with what shows it. */
function Exclusions({ covers }: Part) {
  const { say } = useWords()
  if (covers.exclusions.length === 0) return null
  return (
    <section className="card place-card" aria-label={say('device.exclusions')}>
      <h2 className="label">{say('device.exclusions')}</h2>
      <ul>
        {covers.exclusions.map((one) => (
          <Excluded key={`${one.fact} ${one.cover}`} one={one} />
        ))}
      </ul>
    </section>
  )
}

/** 原厂期限, 国家规定的期限, as somebody told them of this device. */
function Terms({ covers }: Part) {
  const { say } = useWords()
  const at = useAt()
  return covers.terms.map((term) => (
    <p key={term.kind} className="s13">
      {say(`device.term-${term.kind}`, { term: term.words })}{' '}
      <span className="ink3">{[at(term.at), term.by?.name].filter(Boolean).join(' · ')}</span>
    </p>
  ))
}

type UnderProps = { readonly under: Covers['contracts'][number] }

/** What one contract covers of the device, and with it what the contract has as a whole. */
function Under({ under: { contract, covers, whole } }: UnderProps) {
  const { say } = useWords()
  return (
    <li className="covered">
      <ContractHead contract={contract} />
      {covers.length === 0 && <p className="s13 ink2">{say('device.no-cover')}</p>}
      {covers.map((cover) => (
        <CoverLine key={cover.promise} cover={cover} />
      ))}
      {whole.map((cover) => (
        <CoverLine key={cover.promise} cover={{ ...cover, title: say('cover.of-whole', { cover: cover.title }) }} />
      ))}
    </li>
  )
}

/** 质保 of a device, contract by contract, each with what it gives and what made it so; `entitled`: what rules owe it besides. */
export function DeviceCovers({ covers, entitled }: Part & { readonly entitled: ReactNode }) {
  const { say } = useWords()
  return (
    <>
      <section className="card place-card" aria-label={say('cover.title')}>
        <h2 className="label">{say('cover.title')}</h2>
        <Terms covers={covers} />
        {covers.contracts.length === 0 && <p className="s13 ink2">{say('device.no-contract')}</p>}
        <ul>
          {covers.contracts.map((under) => (
            <Under key={under.contract.id} under={under} />
          ))}
        </ul>
        {entitled}
      </section>
      <Exclusions covers={covers} />
    </>
  )
}
