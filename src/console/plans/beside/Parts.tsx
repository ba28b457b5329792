import type { PlanDocument, PlanPart } from '../../../wire/plan-documents.ts'
import { useWords } from '../../../ui/words/say.ts'
import { writeMark } from './mark.ts'
import type { Mark } from './mark.ts'

const isPromise = ({ key }: PlanPart): boolean => key.startsWith('promises.')

type PartsProps = {
  readonly laid: PlanDocument
  readonly lit: ReadonlySet<string>
  readonly chosen: string | undefined
  readonly go: (mark: Mark) => void
}

type PartItemProps = { readonly part: PlanPart; readonly lit: boolean; readonly tab: boolean; readonly open: boolean; readonly go: PartsProps['go'] }

function PartItem({ part, lit, tab, open, go }: PartItemProps) {
  const { say } = useWords()
  const { key, kind, title, text, lines, places } = part
  return (
    <li>
      <div
        className={`beside-part ${lit ? 'lit' : ''}`}
        role="button"
        tabIndex={tab ? 0 : -1}
        data-mark={writeMark({ side: 'part', key })}
        aria-pressed={lit}
      >
        <div className="row">
          <b className="grow">{title || say(`beside.kind-${kind}`)}</b>
          {places.length === 0 && <span className={isPromise(part) ? 'unseen s12' : 's12 ink3'}>{say('beside.unseen')}</span>}
        </div>
        {text !== undefined && (
          <p className="song">
            {say('beside.quote-open')}
            {text}
            {say('beside.quote-close')}
          </p>
        )}
        {lines.length > 0 && <p className="s13 ink2">{lines.join(say('beside.line-end'))}</p>}
      </div>
      {open && places.length > 0 && (
        <div className="beside-panel row">
          <span className="s13 ink2">{say('beside.stands-in')}</span>
          {places.map((at) => (
            <button key={at} type="button" className="link s13" onClick={() => go({ side: 'passage', at })}>
              {say('beside.passage', { number: at + 1 })}
            </button>
          ))}
        </div>
      )}
    </li>
  )
}

/** What the plan made of the document: the promises in words, then what else it took from it. */
export function Parts({ laid, lit, chosen, go }: PartsProps) {
  const { say } = useWords()
  const groups = [
    { title: say('beside.promises'), parts: laid.parts.filter(isPromise) },
    { title: say('beside.others'), parts: laid.parts.filter((part) => !isPromise(part)) },
  ]
  const first = laid.parts[0]?.key
  return groups
    .filter(({ parts }) => parts.length > 0)
    .map(({ title, parts }) => (
      <div key={title}>
        <h3 className="label">{title}</h3>
        <ul>
          {parts.map((part) => {
            const mark = writeMark({ side: 'part', key: part.key })
            return (
              <PartItem
                key={part.key}
                part={part}
                lit={lit.has(mark)}
                tab={chosen?.startsWith('part ') ? chosen === mark : part.key === first}
                open={chosen === mark}
                go={go}
              />
            )
          })}
        </ul>
      </div>
    ))
}
