import { useMutation } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { call } from '../api/call.ts'
import { fieldErrors, problemOf } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { Door } from './Door.tsx'

/** The secret stands behind the # and is never sent to a server's log. */
function useToken(): string {
  return useLocation().hash.replace(/^#/, '')
}

type LinkFormProps = { readonly path: string; readonly title: string; readonly explained: string; readonly withAccount: boolean }

function LinkForm({ path, title, explained, withAccount }: LinkFormProps) {
  const { say } = useWords()
  const token = useToken()
  const [name, setName] = useState('')
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const own = withAccount ? { name, account: account.trim().toLowerCase() } : {}
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => call('POST', path, { body: { token, password, ...own } }),
  })
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'link')
  const general =
    error && !['name', 'account', 'password'].some((field) => errors[field] !== undefined)
      ? (errors.token ?? failureWords(error, say))
      : undefined
  if (isSuccess)
    return (
      <Door title={title}>
        <p>{say('link.done')}</p>
        <Link to="/login" search={{}}>
          {say('link.to-login')}
        </Link>
      </Door>
    )
  return (
    <Door title={title}>
      <p className="ink2">{explained}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        {withAccount && (
          <>
            <Field id="link-name" label={say('person.name')} error={errors.name}>
              <Input id="link-name" autoFocus value={name} onChange={(event) => setName(event.target.value)} />
            </Field>
            <Field id="link-account" label={say('person.account')} error={errors.account} hint={say('person.account-hint')}>
              <Input id="link-account" autoComplete="username" value={account} onChange={(event) => setAccount(event.target.value)} />
            </Field>
          </>
        )}
        <Field id="link-password" label={say('password.new')} error={errors.password} hint={say('password.rule')}>
          <Input.Password
            id="link-password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {general !== undefined && problemOf(error) && (
          <p role="alert" className="refused">
            {general}
          </p>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={isPending} disabled={token === ''}>
          {say('link.set')}
        </Button>
        {token === '' && <p className="s13 ink2">{say('link.incomplete')}</p>}
      </form>
    </Door>
  )
}

/** `/password#…`: a link from an administrator sets a new password. */
export function NewPassword() {
  const { say } = useWords()
  return (
    <LinkForm path="/password-reset" title={say('link.password-title')} explained={say('link.password-explained')} withAccount={false} />
  )
}

/** `/setup#…`: the first administrator of a new vendor. */
export function SetUp() {
  const { say } = useWords()
  return <LinkForm path="/setup" title={say('link.setup-title')} explained={say('link.setup-explained')} withAccount />
}
