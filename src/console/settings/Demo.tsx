import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ClearedDemo, DemoContents } from '../../wire/first-run.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { demoQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { useSession } from '../session.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { SettingsHead } from './SettingsHead.tsx'
import './settings.css'

const FIELDS = ['name', 'code', 'timezone', 'confirm'] as const
type FieldId = (typeof FIELDS)[number]
type Values = Readonly<Record<FieldId, string>>

function What({ demo }: { readonly demo: DemoContents }) {
  const { say } = useWords()
  return (
    <>
      <p>
        <b>{say('demo.goes', { name: demo.name })}</b>
      </p>
      <p className="s13 ink2">
        {demo.counts
          .filter(({ n }) => n > 0)
          .map(({ kind, n }) => say(`demo.count-${kind}`, { n }))
          .join(say('list.and'))}
      </p>
      <p>
        <b>{say('demo.stays')}</b>
      </p>
      <p className="s13 ink2">{say('demo.stays-hint')}</p>
    </>
  )
}

/** Cleared, the session of the demo is over: the link by which the new firm's first administrator comes in leads on. */
function ClearForm({ demo }: { readonly demo: DemoContents }) {
  const { say } = useWords()
  const { tenant } = useSession()
  const [values, setValues] = useState<Values>({ name: '', code: '', timezone: tenant.zone, confirm: '' })
  const clear = useMutation({
    mutationFn: () => write<ClearedDemo>('POST', '/demo/clear', values),
    onSuccess: ({ link }) => window.location.assign(link.path ?? '/'),
  })

  const errors = fieldErrors(clear.error)
  return (
    <>
      <h2 className="label">{say('demo.own')}</h2>
      {FIELDS.map((id) => (
        <Field key={id} id={`demo-${id}`} label={say(`demo.${id}`)} hint={say(`demo.${id}-hint`, { name: demo.name })} error={errors[id]}>
          <Input id={`demo-${id}`} value={values[id]} onChange={(event) => setValues({ ...values, [id]: event.target.value })} />
        </Field>
      ))}
      {clear.error && !FIELDS.some((id) => errors[id] !== undefined) && (
        <p role="alert" className="refused">
          {failureWords(clear.error, say)}
        </p>
      )}
      <div>
        <Button type="primary" loading={clear.isPending} onClick={() => clear.mutate()}>
          {say('demo.clear')}
        </Button>
      </div>
    </>
  )
}

/** 清除演示数据: what goes and what stays is said before; the demo's own name is typed to confirm it. */
export function Demo() {
  const { data, error, refetch } = useQuery(demoQuery)
  return (
    <main className="sheet">
      <SettingsHead />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <section className="card place-card stack demo-clear">
          <What demo={data} />
          <ClearForm demo={data} />
        </section>
      )}
    </main>
  )
}
