import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { call } from '../api/call.ts'
import { welcomeQuery } from '../api/queries.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { Door } from './Door.tsx'

/** Asks for a link, by mail or of an administrator; the answer is the same whether or not there is such an account. */
export function ForgotPassword({ account: given, back }: { readonly account: string; readonly back: () => void }) {
  const { say } = useWords()
  const [account, setAccount] = useState(given)
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => call('POST', '/password-reset/request', { body: { account: account.trim().toLowerCase() } }),
  })
  const errors = fieldErrors(error)
  const mailed = useQuery(welcomeQuery).data?.mail === true
  return (
    <Door title={say('forgot.title')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        <Field
          id="forgot-account"
          label={say('login.account')}
          error={errors.account}
          hint={say(mailed ? 'forgot.hint-mail' : 'forgot.hint')}
        >
          <Input id="forgot-account" autoFocus value={account} onChange={(event) => setAccount(event.target.value)} />
        </Field>
        {error && errors.account === undefined && (
          <p role="alert" className="refused">
            {failureWords(error, say)}
          </p>
        )}
        {isSuccess && <p role="status">{say(mailed ? 'forgot.done-mail' : 'forgot.done')}</p>}
        <Button type="primary" size="large" htmlType="submit" loading={isPending} disabled={isSuccess}>
          {say('forgot.ask')}
        </Button>
        <button type="button" className="link s13" onClick={back}>
          {say('forgot.back')}
        </button>
      </form>
    </Door>
  )
}
