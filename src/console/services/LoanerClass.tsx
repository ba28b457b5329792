import { useQuery } from '@tanstack/react-query'
import { isLower } from '../../core/service/loaner.ts'
import { knownWord } from '../../core/service/word.ts'
import type { ServiceTasks } from '../../wire/services.ts'
import { useWords } from '../../ui/words/say.ts'
import { assetQuery } from '../api/queries.ts'
import type { Answer } from './service-form.ts'

type LoanerProps = { readonly asset: string | undefined; readonly answer: Answer | undefined; readonly tasks: ServiceTasks | undefined }

/** Beside a loaner: of which class the device is that it stands in for, and that one of a lower class keeps no promise of a like one. */
export function LoanerClass({ asset, answer, tasks }: LoanerProps) {
  const { say } = useWords()
  const device = useQuery({ ...assetQuery(asset ?? ''), enabled: asset !== undefined }).data
  if (device?.class === undefined) return null
  const words = tasks?.words['loan.delivered']?.class ?? []
  const idOf = (typed: string) =>
    knownWord(
      typed,
      words.map(({ id, name }) => ({ id, names: [name] })),
    )
  const nameOf = (id: string) => words.find((one) => one.id === id)?.name ?? id
  const chosen = typeof answer === 'object' && 'value' in answer ? answer.value : answer
  const [theirs, own] = [idOf(device.class), typeof chosen === 'string' ? idOf(chosen) : '']
  const lower = own === '' ? false : isLower(own, theirs, tasks?.classes)
  const said = { device: device.name, class: nameOf(theirs), own: nameOf(own) }
  return (
    <p className={lower === false ? 's13 ink2' : 's13 loaner-lower'} role="status">
      {say('service.loaner-for', said)}
      {lower !== false && say(lower ? 'service.loaner-lower' : 'service.loaner-unknown', said)}
    </p>
  )
}
