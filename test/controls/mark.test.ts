import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markHandlers } from './mark.ts'

const PAGE = `
import { Button } from 'antd'
export function Page({ onClose }: { onClose: () => void }) {
  const items = [{ key: '复制', onClick: () => copy('复制') }]
  const { mutate } = useMutation({ onSuccess: () => onClose(), mutationFn: send })
  return (
    <Menu items={items} title="编号" onSelect={({ key }) => pick(key)} render={() => <a onClick={go}>去</a>}>
      <Button onClick={onClose} onMouseEnter={look} type="primary" />
    </Menu>
  )
}
`

test('each handler is marked by its place: of elements, of elements within handlers, of items in a list', () => {
  const { code, controls } = markHandlers(PAGE, 'src/console/Page.tsx')
  assert.deepEqual(
    new Set(controls),
    new Set([
      'src/console/Page.tsx:4 onClick',
      'src/console/Page.tsx:7 onSelect',
      'src/console/Page.tsx:7 onClick',
      'src/console/Page.tsx:8 onClick',
      'src/console/Page.tsx:8 onMouseEnter',
    ]),
  )
  assert.match(code, /onClick: __control\("src\/console\/Page\.tsx:4 onClick", \(\(\) => copy\('复制'\)\)\) \}/)
  assert.match(code, /onClick=\{__control\("src\/console\/Page\.tsx:8 onClick", \(onClose\)\)\}/)
})

test('what answers a request is no control, nor is a handler that is only passed through by its name', () => {
  const { controls } = markHandlers('useMutation({ onError: fail }); f({ onClose }); const { onPick: pick } = props', 'src/console/a.ts')
  assert.deepEqual(controls, [])
})

test('two handlers on one line have names of their own, and a file without any stays as it is', () => {
  const { controls } = markHandlers('const a = [{ onClick: go }, { onClick: stay }]', 'src/console/a.ts')
  assert.deepEqual(controls, ['src/console/a.ts:1 onClick', 'src/console/a.ts:1 onClick 2'])
  assert.deepEqual(markHandlers('export const a = 1', 'src/console/a.ts'), { code: 'export const a = 1', controls: [] })
})
