import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ContractDetail } from '../../wire/contracts.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords, toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { FactDispute } from '../disputes/FactDispute.tsx'
import { FileList } from '../files/FileList.tsx'
import { RecordForm } from '../form/RecordForm.tsx'
import { useMay, useSession, useZone } from '../session.ts'
import { CardHead } from '../shell/CardHead.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { CorrectMilestone } from './CorrectMilestone.tsx'
import type { Dated } from './CorrectMilestone.tsx'
import { MilestoneForm } from './MilestoneForm.tsx'

type Reached = ContractDetail['milestones'][number]

function useApprove() {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (fact: string) => write('POST', `/facts/${fact}/approve`, {}),
    onSuccess: () => {
      notify({ words: say('contract.approved-done') })
      return client.invalidateQueries({ predicate: ({ queryKey }) => ['contract', 'facts', 'board'].includes(String(queryKey[0])) })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

type Corrected = Reached['corrections'][number]

/** A date that was put right: what stood, who said so and why; one that waits for a second person says so. */
function CorrectedLine({ of, correction }: { readonly of: Pick<Dated, 'name' | 'kind'>; readonly correction: Corrected }) {
  const { say, locale } = useWords()
  const { me } = useSession()
  const zone = useZone()
  const approve = useApprove()
  const { fact, from, to, by, reason, late, approvedBy } = correction
  const waits = late && approvedBy === undefined
  const mayApprove = useMay('fact.approve') && waits && by?.id !== me.id
  const now = useMinute()
  const at = (instant: number): string =>
    of.kind === 'day' ? toInput(instant, zone).slice(0, 10) : instantWords(instant, now, { zone, locale })
  return (
    <span className="s13 ink2 block">
      {say('redate.line', { from: at(from), to: at(to) })} {[by?.name, reason].filter(Boolean).join(' · ')}{' '}
      {late && <span className="tag">{approvedBy ? say('redate.approved', { name: approvedBy.name }) : say('redate.waits')}</span>}{' '}
      {mayApprove && (
        <Button
          size="small"
          loading={approve.isPending}
          aria-label={say('redate.approve', { milestone: of.name })}
          onClick={() => approve.mutate(fact)}
        >
          {say('contract.approve')}
        </Button>
      )}
    </span>
  )
}

type LineProps = { readonly reached: Reached; readonly correct: (() => void) | undefined; readonly drop: (() => void) | undefined }

function Line({ reached, correct, drop }: LineProps) {
  const { say, locale } = useWords()
  const { me } = useSession()
  const zone = useZone()
  const now = useMinute()
  const approve = useApprove()
  const { late, approvedBy, by } = reached
  const mayApprove = useMay('fact.approve') && late && approvedBy === undefined && by?.id !== me.id
  const name = say(`contract.milestone-${reached.milestone}`)
  const assets = reached.assets.length === 0 ? say('contract.milestone-all') : reached.assets.map((one) => one.name).join(say('list.and'))
  return (
    <li className="sheet-row milestone">
      <span className="grow">
        <b>{name}</b> <span className="s13 ink2">{assets}</span>
        <span className="s13 ink3 block">
          {[instantWords(reached.at, now, { zone, locale }), by?.name, reached.evidence].filter(Boolean).join(' · ')}
        </span>
        {reached.corrections.map((one) => (
          <CorrectedLine key={one.fact} of={{ name, kind: 'minute' }} correction={one} />
        ))}
        <FileList files={reached.files} />
      </span>
      {late && <span className="tag">{approvedBy ? say('contract.approved-by', { name: approvedBy.name }) : say('contract.late')}</span>}
      {mayApprove && (
        <Button size="small" loading={approve.isPending} onClick={() => approve.mutate(reached.fact)}>
          {say('contract.approve')}
        </Button>
      )}
      <FactDispute fact={reached.fact} about={name} by={reached.by} dispute={reached.dispute} />
      {correct && (
        <Button size="small" type="text" onClick={correct}>
          {say('redate.open')}
        </Button>
      )}
      {drop && (
        <Button size="small" type="text" onClick={drop}>
          {say('contract.void')}
        </Button>
      )}
    </li>
  )
}

/** The signature, with which all of it begins: its day alone may be wrong, what was agreed is amended. */
function SignedLine({ contract, correct }: { readonly contract: ContractDetail; readonly correct: (() => void) | undefined }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { signing, signedOn } = contract
  if (!signing) return null
  const name = say('contract.signing')
  return (
    <li className="sheet-row milestone">
      <span className="grow">
        <b>{name}</b>
        <span className="s13 ink3 block">
          {[signedOn ?? instantWords(signing.at, now, { zone, locale }), signing.by?.name].filter(Boolean).join(' · ')}
        </span>
        {signing.corrections.map((one) => (
          <CorrectedLine key={one.fact} of={{ name, kind: 'day' }} correction={one} />
        ))}
      </span>
      <FactDispute fact={signing.fact} about={name} by={signing.by} dispute={signing.dispute} />
      {correct && (
        <Button size="small" type="text" aria-label={say('redate.open-signing')} onClick={correct}>
          {say('redate.open')}
        </Button>
      )}
    </li>
  )
}

type Opened = { readonly act: 'correct'; readonly dated: Dated } | { readonly act: 'void'; readonly reached: Reached }

/** What happened to what was sold, as it was recorded; late entries wait for a second person, wrong dates are put right, and what did not happen is declared void. */
export function Milestones({ contract }: { readonly contract: ContractDetail }) {
  const { say } = useWords()
  const mayManage = useMay('contract.manage')
  const mayVoid = useMay('fact.void')
  const mayCorrect = useMay('fact.correct')
  const [open, setOpen] = useState<'reach' | Opened>()
  const { signing } = contract
  return (
    <section className="card place-card">
      <CardHead
        title={say('contract.milestones')}
        act={mayManage ? { name: say('contract.reach'), run: () => setOpen('reach') } : undefined}
      />
      {contract.milestones.length === 0 && <p className="s13 ink2">{say('contract.milestone-none')}</p>}
      <ul>
        <SignedLine
          contract={contract}
          correct={
            mayCorrect && signing
              ? () => setOpen({ act: 'correct', dated: { ...signing, name: say('contract.signing'), kind: 'day' } })
              : undefined
          }
        />
        {contract.milestones.map((one) => (
          <Line
            key={one.fact}
            reached={one}
            correct={
              mayCorrect
                ? () => setOpen({ act: 'correct', dated: { ...one, name: say(`contract.milestone-${one.milestone}`), kind: 'minute' } })
                : undefined
            }
            drop={mayVoid ? () => setOpen({ act: 'void', reached: one }) : undefined}
          />
        ))}
      </ul>
      {open === 'reach' && <MilestoneForm contract={contract} close={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'reach' && open.act === 'correct' && (
        <CorrectMilestone contract={contract.id} dated={open.dated} close={() => setOpen(undefined)} />
      )}
      {open !== undefined && open !== 'reach' && open.act === 'void' && (
        <RecordForm
          title={say('contract.void-title', { milestone: say(`contract.milestone-${open.reached.milestone}`) })}
          fields={[{ id: 'reason', label: say('contract.void-reason'), kind: 'prose', required: true }]}
          method="POST"
          path={`/facts/${open.reached.fact}/void`}
          close={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
