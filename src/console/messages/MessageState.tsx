import type { Message } from '../../wire/messages.ts'
import { useWords } from '../../ui/words/say.ts'

/** Where a message stands, in words; what did not get through has a frame of its own. */
export function MessageState({ message }: { readonly message: Pick<Message, 'state'> }) {
  const { say } = useWords()
  const { state } = message
  const tone = state === 'failed' || state === 'bounced' ? 'near' : state === 'accepted' || state === 'read' ? 'kept' : 'open'
  return <span className={`tag message-state message-${tone}`}>{say(`message.state.${state}`)}</span>
}
