import { useState } from 'react'
import type { ExplainedObligation } from '../../wire/obligations.ts'
import { useWords } from '../../ui/words/say.ts'
import { DisputeForm } from '../disputes/DisputeForm.tsx'
import { useMay } from '../session.ts'
import { Marks } from './Marks.tsx'
import { ReleaseForm } from './ReleaseForm.tsx'

/** What may be said of an obligation where its why stands: waive it, excuse it for a reason that its clause accepts, or object to what it was judged to be. */
export function ObligationActs({ obligation }: { readonly obligation: ExplainedObligation }) {
  const { say, name } = useWords()
  const mayWaive = useMay('obligation.waive')
  const mayDispute = useMay('dispute.raise')
  const [form, setForm] = useState<'waive' | 'excuse' | 'dispute'>()
  const { state, release, dispute, excuses } = obligation
  const runs = state === 'open' || state === 'paused'
  const waivable = mayWaive && release === undefined && (runs || state === 'broken')
  const disputable = mayDispute && dispute === undefined && !runs
  if (!waivable && !disputable && release === undefined && dispute === undefined) return null
  const close = (): void => setForm(undefined)
  return (
    <div className="row obligation-acts">
      <Marks clock={obligation} leads />
      {waivable && (
        <button type="button" className="link s13" onClick={() => setForm('waive')}>
          {name('command', 'waive')}
        </button>
      )}
      {waivable && runs && excuses.length > 0 && (
        <button type="button" className="link s13" onClick={() => setForm('excuse')}>
          {name('command', 'excuse')}
        </button>
      )}
      {disputable && (
        <button type="button" className="link s13" onClick={() => setForm('dispute')}>
          {say('dispute.raise')}
        </button>
      )}
      {form === 'dispute' && <DisputeForm path={`/obligations/${obligation.id}/dispute`} about={obligation.title} close={close} />}
      {(form === 'waive' || form === 'excuse') && <ReleaseForm kind={form} obligation={obligation} close={close} />}
    </div>
  )
}
