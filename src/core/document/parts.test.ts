import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PLAN_FILES, bundled } from '../plan/plans.testing.ts'
import { isPromise, partsOf } from './parts.ts'

test('every promise of a plan is a part, in its order, and no two parts share a key', () => {
  for (const file of PLAN_FILES) {
    const plan = bundled(file.replace('.yaml', ''))
    const parts = partsOf(plan, 'zh-CN')
    assert.deepEqual(
      parts.filter(isPromise).map(({ key }) => key),
      Object.keys(plan.promises).map((id) => `promises.${id}`),
    )
    assert.equal(new Set(parts.map(({ key }) => key)).size, parts.length, file)
    for (const { key } of parts) assert.match(key, /^[a-z]{1,20}\.[a-z0-9-]{1,60}$/)
  }
})

test('prices, record forms, lines, roles, grades and what waits for later are parts where they have the words of the document', () => {
  const parts = partsOf(bundled('keyou'), 'zh-CN')
  const kinds = new Set(parts.map(({ kind }) => kind))
  for (const kind of ['charge', 'record-form', 'channel', 'role', 'grade', 'later'] as const) assert.ok(kinds.has(kind), kind)
  assert.ok(parts.every((part) => isPromise(part) || part.text !== undefined))
  const form = parts.find(({ key }) => key === 'forms.patrol-report')
  assert.deepEqual([form?.title, form?.kind], ['巡检报告', 'record-form'])
})

test('a grade and a zone that share an id are two parts, each of its own kind', () => {
  const plan = bundled('baojing')
  const both = (name: string, text: string) => [{ id: 'general', name, text }]
  const parts = partsOf({ ...plan, grades: both('一般', '一般故障'), zones: both('市区', '主城各区') }, 'zh-CN')
  assert.deepEqual(
    parts.filter(({ key }) => key.endsWith('.general')).map(({ key, kind, title }) => [key, kind, title]),
    [
      ['grades.general', 'grade', '一般'],
      ['zones.general', 'zone', '市区'],
    ],
  )
})

test('the keys are the same in every language, the words are not', () => {
  const plan = bundled('shebei-2nian')
  const [chinese, english] = [partsOf(plan, 'zh-CN'), partsOf(plan, 'en')]
  assert.deepEqual(
    chinese.map(({ key }) => key),
    english.map(({ key }) => key),
  )
  assert.notDeepEqual(chinese[0]?.lines, english[0]?.lines)
})
