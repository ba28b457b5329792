import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { PlanDocument } from '../../../wire/plan-documents.ts'
import { useMinute } from '../../../ui/now.ts'
import { instantWords } from '../../../ui/time.ts'
import { useWords } from '../../../ui/words/say.ts'
import { planDocumentQuery } from '../../api/queries.ts'
import { FileList } from '../../files/FileList.tsx'
import { useMay, useZone } from '../../session.ts'
import { Failure } from '../../shell/Failure.tsx'
import { Pane } from './Pane.tsx'
import { Parts } from './Parts.tsx'
import { Passages } from './Passages.tsx'
import { PlaceDocument } from './PlaceDocument.tsx'
import { isSame, nextAfter, othersOf, writeMark } from './mark.ts'
import type { Mark } from './mark.ts'
import './beside.css'

type Side = Mark['side']
const SIDES: readonly Side[] = ['passage', 'part']

type CountsProps = { readonly laid: PlanDocument; readonly chosen: Mark | undefined; readonly go: (mark: Mark) => void }

/** How much of the document is in the plan; what is not is gone through one by one. */
function Counts({ laid: { counts, passages, parts }, chosen, go }: CountsProps) {
  const { say } = useWords()
  const missed: Mark[] = passages.filter(({ state }) => state === 'missed').map(({ at }) => ({ side: 'passage', at }))
  const unseen: Mark[] = parts
    .filter(({ key, places }) => key.startsWith('promises.') && places.length === 0)
    .map(({ key }) => ({ side: 'part', key }))
  const next = (marks: readonly Mark[]) => () => go(nextAfter(marks, chosen)!)
  return (
    <p className="beside-counts s13">
      <span>{say('beside.counts', { passages: counts.passages, carried: counts.carried })}</span>
      {counts.missed > 0 && (
        <button type="button" className="link missed-count" onClick={next(missed)}>
          {say('beside.missed', { count: counts.missed })}
        </button>
      )}
      {counts.unseen > 0 && (
        <button type="button" className="link missed-count" onClick={next(unseen)}>
          {say('beside.unseen-count', { count: counts.unseen })}
        </button>
      )}
    </p>
  )
}

function Earlier({ laid: { earlier } }: { readonly laid: PlanDocument }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  if (earlier.length === 0) return null
  return (
    <details className="s13">
      <summary className="ink2">{say('beside.earlier', { count: earlier.length })}</summary>
      {earlier.map(({ id, file, by, at }) => (
        <div key={id} className="row">
          <FileList files={[file]} />
          <span className="ink3">{say('beside.placed-by', { name: by.name, at: instantWords(at, now, { zone, locale }) })}</span>
        </div>
      ))}
    </details>
  )
}

function Head({ laid, chosen, go }: CountsProps) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const mayManage = useMay('plan.manage')
  const [placing, setPlacing] = useState(false)
  const { document, plan } = laid
  return (
    <header className="beside-head">
      <div className="row wrap">
        <h2 className="label grow">{say('beside.title')}</h2>
        {mayManage && document && (
          <Button size="small" aria-expanded={placing} onClick={() => setPlacing(!placing)}>
            {say('beside.replace')}
          </Button>
        )}
      </div>
      {document && (
        <div className="row wrap">
          <FileList files={[document.file]} />
          <span className="s13 ink3">
            {say('beside.placed-by', { name: document.by.name, at: instantWords(document.at, now, { zone, locale }) })}
          </span>
        </div>
      )}
      {document && <Counts laid={laid} chosen={chosen} go={go} />}
      {!document && !mayManage && <p className="s13 ink2">{say('beside.none')}</p>}
      {mayManage && (placing || !document) && <PlaceDocument plan={plan} done={() => setPlacing(false)} />}
      <Earlier laid={laid} />
    </header>
  )
}

function useMarking(laid: PlanDocument | undefined) {
  const [looked, look] = useState<Mark>()
  const [chosen, setChosen] = useState<Mark>()
  const [asked, setAsked] = useState<Mark>()
  const [side, setSide] = useState<Side>('passage')
  const [active, others] = [looked ?? chosen, laid ? othersOf(looked ?? chosen, laid) : []]
  // what was chosen stays marked while the mouse looks elsewhere
  const marked = new Set([looked, ...others, chosen, ...(laid ? othersOf(chosen, laid) : [])].flatMap((mark) => (mark ? [writeMark(mark)] : [])))
  const go = (mark: Mark): void => {
    look(undefined)
    setChosen(mark)
    setSide(mark.side)
    setAsked({ ...mark })
  }
  const choose = (mark: Mark): void => setChosen(isSame(mark, chosen) ? undefined : mark)
  const cross = (mark: Mark): void => {
    const [other] = laid ? othersOf(mark, laid) : []
    if (other) go(other)
  }
  return { active, others, marked, chosen, asked, side, setSide, go, marking: { look, choose, cross } }
}

/** 原文对照: the signed document and the promises made of it, side by side; what is pointed at on one side is marked on the other. */
export function Beside({ plan }: { readonly plan: string }) {
  const { say } = useWords()
  const { data: laid, error, refetch } = useQuery(planDocumentQuery(plan))
  const { active, others, marked, chosen, asked, side, setSide, go, marking } = useMarking(laid)
  if (!laid) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  const mark = chosen && writeMark(chosen)
  const shownOn = (of: Side) => (active?.side === of ? undefined : others[0])
  const askedOn = (of: Side) => (asked?.side === of ? asked : undefined)
  return (
    <section className="card place-card beside">
      <Head laid={laid} chosen={chosen} go={go} />
      {laid.document && (
        <>
          <div className="beside-sides" role="tablist">
            {SIDES.map((one) => (
              <button key={one} type="button" role="tab" aria-selected={side === one} onClick={() => setSide(one)}>
                {say(`beside.side-${one}`)}
              </button>
            ))}
          </div>
          <div className={`beside-panes show-${side}`}>
            <Pane label={say('beside.side-passage')} className="passage-side" shown={shownOn('passage')} focused={askedOn('passage')} {...marking}>
              <Passages laid={laid} lit={marked} chosen={mark} go={go} />
            </Pane>
            <Pane label={say('beside.side-part')} className="part-side" shown={shownOn('part')} focused={askedOn('part')} {...marking}>
              <Parts laid={laid} lit={marked} chosen={mark} go={go} />
            </Pane>
          </div>
        </>
      )}
    </section>
  )
}
