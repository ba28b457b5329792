import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { call } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { Door } from './Door.tsx'

/** Asks an administrator for a link; the answer is the same whether or not there is such an account. */
export function ForgotPassword({ account: given, back }: { readonly account: string; readonly back: () => void }) {
  const { say } = useWords()
  const [account, setAccount] = useState(given)
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => call('POST', '/password-reset/request', { body: { account: account.trim().toLowerCase() } }),
  })
  const errors = fieldErrors(error)
  return (
    <Door title={say('forgot.title')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        <Field id="forgot-account" label={say('login.account')} error={errors.account} hint={say('forgot.hint')}>
          <Input id="forgot-account" autoFocus value={account} onChange={(event) => setAccount(event.target.value)} />
        </Field>
        {error && errors.account === undefined && (
          <p role="alert" className="refused">
            {failureWords(error, say)}
          </p>
        )}
        {isSuccess && <p role="status">{say('forgot.done')}</p>}
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
