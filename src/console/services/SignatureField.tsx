import { Button, Input } from 'antd'
import { useEffect, useRef } from 'react'
import type { PointerEvent } from 'react'
import { useWords } from '../../ui/words/say.ts'
import type { Signed } from './service-form.ts'
import { SHEET, drawSignature, extended, pointAt } from './signature.ts'

type Props = { readonly id: string; readonly label: string; readonly value: Signed; readonly change: (value: Signed) => void }

function Sheet({ label, value, change }: Omit<Props, 'id'>) {
  const { say } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { strokes } = value
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (pen) drawSignature(pen, strokes)
  }, [strokes])
  const at = (event: PointerEvent<HTMLCanvasElement>) => pointAt(event, event.currentTarget.getBoundingClientRect())
  // A hand is faster than the page is drawn: the stroke goes on from where it is, not from what is shown.
  const drawing = useRef(strokes)
  const draw = (next: Signed['strokes']): void => {
    drawing.current = next
    change({ ...value, strokes: next })
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    draw([...strokes, [at(event)]])
  }
  const go = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.buttons === 1) draw(extended(drawing.current, at(event)))
  }
  return (
    <div className="signature-sheet">
      <canvas
        ref={canvas}
        {...SHEET}
        role="img"
        aria-label={`${label}：${say('signature.drawing')}`}
        onPointerDown={begin}
        onPointerMove={go}
      />
      {strokes.length === 0 && <span className="s13">{say('signature.place')}</span>}
    </div>
  )
}

/** 签名: drawn by mouse or finger, with who signs; where nobody can draw, the name alone counts. */
export function SignatureField({ id, label, value, change }: Props) {
  const { say } = useWords()
  const { file, strokes, name } = value
  const drawn = file !== undefined || strokes.length > 0
  return (
    <div className="stack signature-field">
      {file === undefined ? (
        <Sheet label={label} value={value} change={change} />
      ) : (
        <img className="signature-sheet" src={`/api/files/${file}/content`} alt={label} />
      )}
      <div className="row">
        <Input
          id={id}
          placeholder={say('signature.name')}
          aria-label={say('signature.name')}
          value={name}
          onChange={(event) => change({ ...value, name: event.target.value })}
        />
        {drawn && (
          <Button type="text" onClick={() => change({ strokes: [], name, file: undefined })}>
            {say('signature.again')}
          </Button>
        )}
      </div>
      <p className="s12 ink3">{say('signature.by-name')}</p>
    </div>
  )
}
