import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ChangeEscalationSetting, EscalationSetting as Setting } from '../../wire/escalations.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { escalationSettingQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { Failure, Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

const MOST_MINUTES = 1440

function Fields({ setting }: { readonly setting: Setting }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [waitMinutes, setWait] = useState(setting.waitMinutes)
  const [further, setFurther] = useState(setting.further)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      write<Setting>('PUT', '/escalation-setting', { version: setting.version, waitMinutes, further } satisfies ChangeEscalationSetting),
    onSuccess: (now) => {
      client.setQueryData(escalationSettingQuery.queryKey, now)
      notify({ words: say('escalation.saved') })
    },
  })
  return (
    <>
      <div className="routing-fields">
        <Field id="escalation-wait" label={say('escalation.wait')}>
          <InputNumber
            id="escalation-wait"
            min={1}
            max={MOST_MINUTES}
            precision={0}
            value={waitMinutes}
            suffix={say('escalation.minutes')}
            onChange={(value) => setWait(value ?? setting.waitMinutes)}
          />
        </Field>
        <Field id="escalation-further" label={say('escalation.further')} optional>
          <Select
            id="escalation-further"
            mode="multiple"
            value={further}
            options={setting.roles.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(value: string[]) => setFurther(value)}
          />
        </Field>
      </div>
      {error && <Refused words={failureWords(error, say)} />}
      <Button type="primary" loading={isPending} onClick={() => mutate()}>
        {say('escalation.save')}
      </Button>
    </>
  )
}

/** 升级设置: how long whoever is told has to acknowledge, and who is told after the roles of the plan. */
export function EscalationSetting() {
  const { say } = useWords()
  const { data, error, refetch } = useQuery(escalationSettingQuery)
  return (
    <section className="card form-card routing-try escalation-setting" aria-label={say('escalation.title')}>
      <h2>{say('escalation.title')}</h2>
      <p className="s13 ink2">{say('escalation.about')}</p>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data && <Fields key={data.version} setting={data} />}
    </section>
  )
}
