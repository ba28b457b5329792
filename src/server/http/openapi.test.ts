import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ACTIONS } from '../../core/access/actions.ts'
import { SHIPPED_ROLES } from '../../core/access/roles.ts'
import { zhCN } from '../words/routes/zh-CN.ts'
import { docsPage, openApiOf } from './openapi.ts'
import { writes } from './route.ts'
import { ROUTES } from './routes/table.ts'

type Operation = {
  operationId: string
  'x-permission': string
  security: unknown[]
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: unknown
  responses: Record<string, unknown>
}
const document = openApiOf(ROUTES, '1.2.3', 'en') as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('the document holds the routes of the table and no others', () => {
  const documented = operations.map(({ path, method }) => `${method.toUpperCase()} ${path.replace('/api', '')}`)
  assert.deepEqual(documented.toSorted(), ROUTES.map((route) => route.at).toSorted())
  assert.equal(new Set(ROUTES.map((route) => route.at)).size, ROUTES.length)
})

test('every route has words, and there are no words without a route', () => {
  assert.deepEqual(Object.keys(zhCN).toSorted(), ROUTES.map((route) => route.at as string).toSorted())
})

test('every route names a permission that exists, and somebody of the shipped roles holds it', () => {
  for (const { permission, at } of ROUTES) {
    if (permission === 'public' || permission === 'self') continue
    assert.ok(ACTIONS.includes(permission), at)
    assert.ok(
      SHIPPED_ROLES.some((role) => role.grants.some((grant) => grant.action === permission)),
      at,
    )
  }
})

test('only what must come before a log-in is public', () => {
  const open = ROUTES.filter((route) => route.permission === 'public').map((route) => route.at)
  assert.deepEqual(open, [
    'GET /welcome',
    'POST /session',
    'POST /password-reset/request',
    'POST /password-reset',
    'POST /setup',
    'GET /codes/{code}',
    'POST /codes/{code}/preview',
    'POST /codes/{code}/report',
  ])
})

test('it is OpenAPI 3.1: parameters of the path are named and required, operation ids are unique, references resolve', () => {
  assert.match(document.openapi, /^3\.1\./)
  assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length)
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const declared = operation.parameters.filter((one) => one.in === 'path')
    assert.deepEqual(declared.map((one) => one.name).toSorted(), inPath.toSorted(), path)
    assert.ok(
      declared.every((one) => one.required),
      path,
    )
    assert.ok(
      Object.keys(operation.responses).some((status) => /^20\d$/.test(status)),
      path,
    )
  }
  const names = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '')
  assert.deepEqual(
    names.filter((name) => document.components.schemas[name] === undefined),
    [],
  )
})

test('a write asks for Idempotency-Key, except where its own secret or its place is good for one time or nothing is written', () => {
  const keyed = operations
    .filter(({ operation }) => operation.parameters.some((one) => one.name === 'Idempotency-Key'))
    .map(({ operation }) => operation.operationId)
  const expected = ROUTES.filter((route) => writes(route) && !route.keyless)
  assert.equal(keyed.length, expected.length)
  const keyless = ROUTES.filter((route) => writes(route) && route.keyless).map((route) => route.at)
  assert.deepEqual(
    keyless.filter((at) => !/session|password|setup|preview|check|plans.(\{ref\}.)?(due|differences)|drafts|^PATCH .files/.test(at)),
    [],
  )
})

test('a reading route changes nothing by its method, and takes no body', () => {
  for (const route of ROUTES) if (route.method === 'GET') assert.equal(route.body, undefined, route.at)
})

test('the readable page says every route in the reader’s language and loads nothing', () => {
  for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
    const page = docsPage(ROUTES, locale)
    assert.ok(page.includes(`lang="${locale}"`))
    for (const route of ROUTES) assert.ok(page.includes(`/api${route.path}<`), route.at)
    assert.doesNotMatch(page, /<script|<link|src=|@import|url\(|https?:\/\//)
  }
})
