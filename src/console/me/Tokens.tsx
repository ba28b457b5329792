import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { AddedToken, Token } from '../../wire/desk.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords, isoDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { tokensQuery } from '../api/queries.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useSession, useZone } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

function useRefresh(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: tokensQuery.queryKey })
}

function Row({ token }: { readonly token: Token }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const refresh = useRefresh()
  const { mutate, isPending } = useMutation({
    mutationFn: () => write('DELETE', `/tokens/${token.id}`),
    onSuccess: () => {
      notify({ words: say('token.revoked', { name: token.name }) })
      refresh()
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  const used =
    token.lastUsedAt === undefined
      ? say('token.never-used')
      : say('token.used', { at: instantWords(token.lastUsedAt, now, { zone, locale }) })
  return (
    <li className="sheet-row">
      <span className="grow">
        <b>{token.name}</b>
        <span className="s13 ink2 block">
          {[used, token.expiresAt !== undefined && say('token.until', { day: isoDay(token.expiresAt, zone) })].filter(Boolean).join(' · ')}
        </span>
        <span className="s12 ink3 block mono">{token.scopes.join(' ')}</span>
      </span>
      <Button size="small" loading={isPending} onClick={() => mutate()}>
        {say('token.revoke')}
      </Button>
    </li>
  )
}

function AddToken({ added }: { readonly added: (token: AddedToken) => void }) {
  const { say } = useWords()
  const { me } = useSession()
  const refresh = useRefresh()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const [days, setDays] = useState(90)
  const actions = [...new Set(me.grants.map((grant) => grant.action))]
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => write<AddedToken>('POST', '/tokens', { name, scopes, days }),
    onSuccess: (made) => {
      setName('')
      setScopes([])
      refresh()
      added(made)
    },
  })
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'token')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <Field id="token-name" label={say('token.name')} error={errors.name} hint={say('token.name-hint')}>
        <Input id="token-name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field id="token-scopes" label={say('token.scopes')} error={errors.scopes} hint={say('token.scopes-hint')}>
        <Select
          id="token-scopes"
          mode="multiple"
          value={scopes}
          options={actions.map((one) => ({ value: one, label: one }))}
          placeholder={say('select.choose')}
          onChange={setScopes}
        />
      </Field>
      <Field id="token-days" label={say('token.days')} error={errors.days}>
        <Select
          id="token-days"
          value={days}
          options={[7, 30, 90, 365].map((one) => ({ value: one, label: say('token.days-of', { days: one }) }))}
          onChange={setDays}
        />
      </Field>
      {error && Object.keys(errors).length === 0 && (
        <p role="alert" className="refused">
          {failureWords(error, say)}
        </p>
      )}
      <div>
        <Button htmlType="submit" loading={isPending} disabled={name.trim() === '' || scopes.length === 0}>
          {say('token.add')}
        </Button>
      </div>
    </form>
  )
}

/** Personal tokens: what a program may do in one's name. The secret is shown this once. */
export function Tokens() {
  const { say } = useWords()
  const tokens = useQuery(tokensQuery).data?.items ?? []
  const [made, setMade] = useState<AddedToken>()
  return (
    <section className="card form-card">
      <h2>{say('token.title')}</h2>
      {made && (
        <div className="late-questions" role="status">
          <p className="s13">{say('token.once', { name: made.name })}</p>
          <code className="mono secret">{made.secret}</code>
        </div>
      )}
      <ul>
        {tokens.map((token) => (
          <Row key={token.id} token={token} />
        ))}
      </ul>
      <AddToken added={setMade} />
    </section>
  )
}
