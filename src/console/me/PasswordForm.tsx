import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { call } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

export function PasswordForm() {
  const { say } = useWords()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call('POST', '/password', { body: { current, password } }),
    onSuccess: () => {
      setCurrent('')
      setPassword('')
      notify({ words: say('password.done') })
    },
  })
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'password')
  return (
    <form
      className="card form-card"
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <h2>{say('password.title')}</h2>
      <Field id="password-current" label={say('password.current')} error={errors.current}>
        <Input.Password
          id="password-current"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field id="password-password" label={say('password.new')} error={errors.password} hint={say('password.rule')}>
        <Input.Password
          id="password-password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      {error && Object.keys(errors).length === 0 && (
        <p role="alert" className="refused">
          {failureWords(error, say)}
        </p>
      )}
      <div>
        <Button htmlType="submit" loading={isPending} disabled={current === '' || password === ''}>
          {say('password.change')}
        </Button>
      </div>
    </form>
  )
}
