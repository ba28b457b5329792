import { useState } from 'preact/hooks'
import { write } from '../ui/api/call.ts'
import type { Method } from '../ui/api/call.ts'

export type Sending<Answer> = {
  readonly send: (path: string, body: unknown, method?: Method) => Promise<Answer | undefined>
  readonly busy: boolean
  readonly error: unknown
}

/** A write of a form: one at a time, what went wrong stays to be read. Undefined: it was refused. */
export function useSend<Answer>(): Sending<Answer> {
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: undefined })
  const send = async (path: string, body: unknown, method: Method = 'POST'): Promise<Answer | undefined> => {
    setState({ busy: true, error: undefined })
    try {
      const answer = await write<Answer>(method, path, body)
      setState({ busy: false, error: undefined })
      return answer
    } catch (error) {
      setState({ busy: false, error })
      return undefined
    }
  }
  return { ...state, send }
}
