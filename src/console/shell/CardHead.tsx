import { Button } from 'antd'

type CardHeadProps = {
  readonly title: string
  /** what one may do here; undefined: nothing, or not this person */
  readonly act: { readonly name: string; readonly run: () => void } | undefined
}

/** The head of a card: what it shows, and what may be added to it. */
export function CardHead({ title, act }: CardHeadProps) {
  return (
    <header className="row">
      <h2 className="label grow">{title}</h2>
      {act && (
        <Button size="small" onClick={act.run}>
          {act.name}
        </Button>
      )}
    </header>
  )
}
