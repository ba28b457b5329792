import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { LogIn, Session, Welcome } from '../../wire/session.ts'
import { setTenantNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words/say.ts'
import { call } from '../api/call.ts'
import { fieldErrors, problemOf } from '../api/problem.ts'
import { forgetAll, sessionQuery, welcomeQuery } from '../api/queries.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { safeReturn } from '../search.ts'
import { SEEDING_POLL_MS, seededShare } from '../seeding.ts'
import { failureWords } from '../shell/Failure.tsx'
import { Door } from './Door.tsx'
import { ForgotPassword } from './ForgotPassword.tsx'

/** Logs in and goes on to where the person wanted to be. */
function useLogIn() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { to } = useSearch({ from: '/login' })
  return useMutation({
    mutationFn: (body: LogIn) => call<Session>('POST', '/session', { body }),
    onSuccess: async (session) => {
      // A customer's people have the portal: asked anew, the address leads there.
      if (session.me.customer !== undefined) return location.assign(safeReturn(to))
      forgetAll(client)
      setTenantNow(session.clock.now)
      client.setQueryData(sessionQuery.queryKey, session)
      await navigate({ to: safeReturn(to), replace: true } as never)
    },
  })
}

type Demo = NonNullable<Welcome['demo']>

function DemoAccounts({ demo, logIn, busy }: { readonly demo: Demo; readonly logIn: (body: LogIn) => void; readonly busy: boolean }) {
  const { say } = useWords()
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title" className="label">
        {say('login.demo', { tenant: demo.tenant })}
      </h2>
      <ul>
        {demo.accounts.map(({ account, name, role }) => (
          <li key={account}>
            <button type="button" className="demo-account" disabled={busy} onClick={() => logIn({ account, password: demo.password })}>
              <span className="avatar">{name.slice(0, 1)}</span>
              <span className="grow">
                <b>{name}</b> <span className="ink2 s13">{role}</span>
              </span>
              <span className="ink3 s12">{account}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="s12 ink3">{say('login.demo-password', { password: demo.password })}</p>
      {demo.seeding && <p className="s13 ink2">{say('login.seeding', { share: seededShare(demo.seeding) })}</p>}
    </section>
  )
}

export function Login() {
  const { say } = useWords()
  const seeding = (demo: Welcome | undefined): number | false => (demo?.demo?.seeding ? SEEDING_POLL_MS : false)
  const welcome = useQuery({ ...welcomeQuery, refetchInterval: ({ state }) => seeding(state.data) })
  const { mutate: logIn, isPending, error } = useLogIn()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [forgot, setForgot] = useState(false)
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'login')
  const submit = (): void => logIn({ account: account.trim().toLowerCase(), password })
  const demo = welcome.data?.demo
  if (forgot) return <ForgotPassword account={account} back={() => setForgot(false)} />
  return (
    <Door title={say('login.title')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field id="login-account" label={say('login.account')} error={errors.account} hint={say('login.account-hint')}>
          <Input
            id="login-account"
            autoFocus
            autoComplete="username"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        </Field>
        <Field id="login-password" label={say('login.password')} error={errors.password}>
          <Input.Password
            id="login-password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {error && problemOf(error)?.errors === undefined && (
          <p role="alert" className="refused">
            {failureWords(error, say)}
          </p>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={isPending}>
          {say('login.enter')}
        </Button>
        <button type="button" className="link s13" onClick={() => setForgot(true)}>
          {say('login.forgot')}
        </button>
      </form>
      {demo && <DemoAccounts demo={demo} logIn={logIn} busy={isPending} />}
    </Door>
  )
}
