import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Session } from '../../wire/session.ts'
import { setTenantNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words/say.ts'
import { call } from '../api/call.ts'
import { sessionQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { failureWords } from './Failure.tsx'

/** The session ended under the page. It is opened again over the page, so that what was typed there is not lost. */
export function LogInAgain({ account, here }: { readonly account: string; readonly here: string }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call<Session>('POST', '/session', { body: { account, password } }),
    onSuccess: (session) => {
      setTenantNow(session.clock.now)
      client.setQueryData(sessionQuery.queryKey, session)
      void client.invalidateQueries()
    },
  })
  return (
    <Modal open closable={false} mask={{ closable: false }} keyboard={false} footer={null} title={say('again.title')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        <p className="ink2">{say('again.explained', { account })}</p>
        <Field id="again-password" label={say('login.password')} error={error ? failureWords(error, say) : undefined}>
          <Input.Password
            id="again-password"
            autoFocus
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button type="primary" htmlType="submit" loading={isPending} disabled={password === ''}>
          {say('login.enter')}
        </Button>
        <Link to="/login" search={{ to: here }} className="s13">
          {say('again.other')}
        </Link>
      </form>
    </Modal>
  )
}
