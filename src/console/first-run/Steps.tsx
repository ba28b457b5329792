import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import './first-run.css'

export type Step = {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly done: boolean
  /** undefined: it is somebody else's to do */
  readonly to: Pick<LinkProps, 'to' | 'search'> | undefined
  readonly go?: () => void
}

type StepsProps = { readonly title: string; readonly steps: readonly Step[]; readonly putAway: () => void }

function Title({ step }: { readonly step: Step }) {
  if (!step.to) return <b>{step.title}</b>
  return (
    <Link {...step.to} onClick={step.go}>
      {step.title}
    </Link>
  )
}

/** One thing after the other; what is done shows itself. */
export function Steps({ title, steps, putAway }: StepsProps) {
  const { say } = useWords()
  const done = steps.filter((step) => step.done).length
  const next = steps.find((step) => !step.done)
  return (
    <section className="card place-card first-run" aria-label={title}>
      <div className="row">
        <h2 className="label grow">
          {title} <span className="ink3">{say('first-run.done-of', { done, all: steps.length })}</span>
        </h2>
        <button type="button" className="link s13" onClick={putAway}>
          {say('first-run.put-away')}
        </button>
      </div>
      <ol className="first-steps">
        {steps.map((step, at) => (
          <li key={step.id} className={step === next ? 'first-step next' : 'first-step'}>
            <span
              className={step.done ? 'first-mark done' : 'first-mark'}
              role="img"
              aria-label={say(step.done ? 'first-run.is-done' : 'first-run.to-do')}
            >
              {step.done ? <Icon name="check" /> : at + 1}
            </span>
            <span>
              <Title step={step} />
              <span className="s13 ink2 block">{step.hint}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
