import { useState } from 'react'
import type { ExplainedObligation } from '../../wire/obligations.ts'
import { useWords } from '../../ui/words/say.ts'
import { useMay } from '../session.ts'
import { Marks } from './Marks.tsx'
import { ReleaseForm } from './ReleaseForm.tsx'

/** What may be said of an obligation where its why stands: waive it, or excuse it for a reason that its clause accepts. */
export function ObligationActs({ obligation }: { readonly obligation: ExplainedObligation }) {
  const { name } = useWords()
  const mayWaive = useMay('obligation.waive')
  const [form, setForm] = useState<'waive' | 'excuse'>()
  const { state, release, excuses } = obligation
  const runs = state === 'open' || state === 'paused'
  const waivable = mayWaive && release === undefined && (runs || state === 'broken')
  if (!waivable && release === undefined) return null
  return (
    <div className="row obligation-acts">
      <Marks clock={obligation} />
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
      {form && <ReleaseForm kind={form} obligation={obligation} close={() => setForm(undefined)} />}
    </div>
  )
}
