import { useEffect, useState } from 'preact/hooks'
import { call } from '../../ui/api/call.ts'
import { fieldErrors, problemOf } from '../../ui/api/problem.ts'
import type { LogIn, Session, Welcome } from '../../wire/session.ts'
import { forgetAll, useLoad } from '../load.ts'
import { go, usePlace } from '../router.ts'
import { failureWords } from '../shell/Failure.tsx'
import { Field, TextInput } from '../shell/Field.tsx'
import { useWords } from '../words/say.ts'

type DoorProps = { readonly signedIn: Session | undefined; readonly reload: () => Promise<void> }

/** Only a page of the portal: whoever made the link does not choose another. */
function safeReturn(to: string | null): string {
  return to !== null && /^\/portal\/(?!login)[\w\-/?=&%.]*$/.test(to) ? to : '/portal/'
}

function useLogIn({ reload }: DoorProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const to = safeReturn(usePlace().asked.get('to'))
  const logIn = async (body: LogIn): Promise<void> => {
    setBusy(true)
    try {
      const session = await call<Session>('POST', '/session', { body })
      forgetAll()
      // The vendor's people have the console.
      if (session.me.customer === undefined) return location.assign('/')
      await reload()
      go(to, { replace: true })
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  return { logIn, busy, error }
}

function Forgot({ account, back }: { readonly account: string; readonly back: () => void }) {
  const { say } = useWords()
  const [name, setName] = useState(account)
  const [done, setDone] = useState(false)
  const [error, setError] = useState<unknown>()
  const submit = (event: Event): void => {
    event.preventDefault()
    call('POST', '/password-reset/request', { body: { account: name.trim().toLowerCase() } }).then(() => setDone(true), setError)
  }
  return (
    <form className="card stack" onSubmit={submit}>
      <h1>{say('login.forgot')}</h1>
      {done ? <p role="status">{say('login.forgot-done')}</p> : <p className="ink2">{say('login.forgot-lead')}</p>}
      {!done && (
        <>
          <Field id="forgot-account" label={say('login.account')} error={fieldErrors(error).account}>
            <TextInput id="forgot-account" value={name} change={setName} autoComplete="username" />
          </Field>
          {error !== undefined && fieldErrors(error).account === undefined && (
            <p role="alert" className="refused">
              {failureWords(error, say)}
            </p>
          )}
          <button type="submit" className="button primary">
            {say('login.forgot-send')}
          </button>
        </>
      )}
      <button type="button" className="link" onClick={back}>
        {say('login.back')}
      </button>
    </form>
  )
}

type Demo = NonNullable<Welcome['demo']>

function DemoAccounts({
  demo,
  logIn,
  busy,
}: {
  readonly demo: Demo
  readonly logIn: (body: LogIn) => Promise<void>
  readonly busy: boolean
}) {
  const { say } = useWords()
  return (
    <section className="card" aria-label={say('login.demo')}>
      <h2>{say('login.demo')}</h2>
      <ul className="rows">
        {demo.accounts.map(({ account, name, role }) => (
          <li key={account}>
            <button type="button" className="row-button" disabled={busy} onClick={() => void logIn({ account, password: demo.password })}>
              <b>{name}</b> <span className="ink2">{role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The way in. Whoever is in already goes on. */
export function Door(props: DoorProps) {
  const { say } = useWords()
  const { logIn, busy, error } = useLogIn(props)
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [forgot, setForgot] = useState(false)
  const welcome = useLoad<Welcome>('/welcome')
  const isIn = props.signedIn?.me.customer !== undefined
  useEffect(() => {
    if (isIn) go('/portal/', { replace: true })
  }, [isIn])
  const errors = fieldErrors(error)
  const submit = (event: Event): void => {
    event.preventDefault()
    void logIn({ account: account.trim().toLowerCase(), password })
  }
  return (
    <main className="page door">
      {forgot ? (
        <Forgot account={account} back={() => setForgot(false)} />
      ) : (
        <form className="card stack" onSubmit={submit}>
          <h1>{say('login.title')}</h1>
          <Field id="login-account" label={say('login.account')} hint={say('login.account-hint')} error={errors.account}>
            <TextInput id="login-account" value={account} change={setAccount} autoComplete="username" />
          </Field>
          <Field id="login-password" label={say('login.password')} error={errors.password}>
            <TextInput id="login-password" type="password" value={password} change={setPassword} autoComplete="current-password" />
          </Field>
          {error !== undefined && problemOf(error)?.errors === undefined && (
            <p role="alert" className="refused">
              {failureWords(error, say)}
            </p>
          )}
          <button type="submit" className="button primary" disabled={busy}>
            {say('login.enter')}
          </button>
          <button type="button" className="link" onClick={() => setForgot(true)}>
            {say('login.forgot')}
          </button>
        </form>
      )}
      {welcome.data?.demo && <DemoAccounts demo={welcome.data.demo} logIn={logIn} busy={busy} />}
    </main>
  )
}
