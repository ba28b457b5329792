import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useRef } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { bundledQuery, plansQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { notify } from '../shell/notice.ts'
import { useBegin } from './useBegin.ts'
import './plans.css'

const MOST_BYTES = 200_000

type Choice = { readonly value: string; readonly label: string }
type FromListProps = {
  readonly title: string
  readonly hint: string
  readonly options: readonly Choice[]
  readonly choose: (value: string) => void
}

function FromList({ title, hint, options, choose }: FromListProps) {
  if (options.length === 0) return null
  return (
    <section className="card form-card">
      <h2>{title}</h2>
      <p className="s13 ink2">{hint}</p>
      <Select
        className="compare-with"
        aria-label={title}
        placeholder={title}
        value={null}
        options={[...options]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(value: string | null) => value !== null && choose(value)}
      />
    </section>
  )
}

function FileButton({ take }: { readonly take: (text: string) => void }) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    if (file.size > MOST_BYTES) return notify({ words: say('plan.file-too-big'), tone: 'refused' })
    take(await file.text())
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,text/yaml,application/yaml"
        className="hidden-file"
        aria-label={say('plan.choose-file')}
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{say('plan.choose-file')}</Button>
    </>
  )
}

/** 起草方案: from what one begins. */
export function NewPlan() {
  const { say } = useWords()
  const begin = useBegin()
  const plans = useQuery(plansQuery).data?.items ?? []
  const bundled = useQuery(bundledQuery).data?.items ?? []
  return (
    <main className="sheet narrow-sheet">
      <SheetHead title={say('plan-edit.new')} />
      <section className="card form-card">
        <h2>{say('plan-edit.from-frame')}</h2>
        <p className="s13 ink2">{say('plan-edit.from-frame-hint')}</p>
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate({})}>
          {say('plan-edit.begin')}
        </Button>
      </section>
      <FromList
        title={say('plan-edit.from-version')}
        hint={say('plan-edit.from-version-hint')}
        options={plans.map(({ ref, title, version }) => ({ value: ref, label: `${title} ${say('plan.version', { version })}` }))}
        choose={(base) => begin.mutate({ base })}
      />
      <FromList
        title={say('plan-edit.from-bundled')}
        hint={say('plan-edit.from-bundled-hint')}
        options={bundled.map(({ id, title }) => ({ value: id, label: `${title} ${id}` }))}
        choose={(id) => begin.mutate({ bundled: id })}
      />
      <section className="card form-card">
        <h2>{say('plan-edit.from-file')}</h2>
        <p className="s13 ink2">{say('plan-edit.from-file-hint')}</p>
        <FileButton take={(yaml) => begin.mutate({ yaml })} />
      </section>
    </main>
  )
}
