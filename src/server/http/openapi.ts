import { z } from 'zod'
import type { Locale } from '../../core/words.ts'
import { Problem } from '../../wire/base.ts'
import { sayRoute } from '../words/routes/say.ts'
import { saySentence } from '../words/say.ts'
import { writes } from './route.ts'
import type { Route } from './route.ts'

type JsonSchema = { readonly [key: string]: unknown }

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. What a client may send is the input side of a schema, what it gets the output side. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return rest
}

function parametersOf(route: Route): JsonSchema[] {
  const inPath = route.params ? parameters(route.params, 'path') : []
  const inQuery = route.query ? parameters(route.query, 'query') : []
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' },
    description: 'the same key with the same body gets the first answer again; with another body 409',
  }
  return [...inPath, ...inQuery, ...(writes(route) && !route.keyless ? [key] : [])]
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] }
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }))
}

function operationOf(route: Route, locale: Locale): JsonSchema {
  const answer = route.stream
    ? { [route.bytes === 'out' ? 'application/octet-stream' : 'text/event-stream']: { schema: { type: 'string' } } }
    : { [route.media ?? 'application/json']: { schema: route.media === undefined ? schemaOf(route.answer, 'output') : { type: 'string' } } }
  const problem = { description: 'RFC 9457', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
  return {
    operationId: operationId(route),
    summary: sayRoute(locale, route.at),
    tags: [route.path.split('/')[1]],
    'x-permission': route.permission,
    security: route.permission === 'public' ? [] : route.personOnly ? [{ session: [] }] : [{ session: [] }, { token: [] }],
    parameters: parametersOf(route),
    ...(route.body
      ? {
          requestBody: {
            required: !route.body.safeParse({}).success,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    ...(route.bytes === 'in'
      ? { requestBody: { required: false, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
      : {}),
    responses: { [String(route.status ?? 200)]: { description: 'OK', content: answer }, default: problem },
  }
}

function operationId(route: Route): string {
  const words = route.path.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return route.method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('')
}

/** OpenAPI 3.1, from the route table and nothing else. */
export function openApiOf(routes: readonly Route[], version: string, locale: Locale): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const route of routes) (paths[`/api${route.path}`] ??= {})[route.method.toLowerCase()] = operationOf(route, locale)
  return {
    openapi: '3.1.0',
    info: { title: '诺行 Nuoxing', version, description: saySentence(locale, 'docs.intro', { path: '/api/openapi.json' }) },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'nuoxing' },
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'nx_<tenant>_<secret>' },
      },
    },
  }
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** A page for people that loads nothing: own HTML, no script, styles inline. */
export function docsPage(routes: readonly Route[], locale: Locale): string {
  const say = (key: Parameters<typeof saySentence>[1], params = {}) => escape(saySentence(locale, key, params))
  const groups = Map.groupBy(routes, (route) => route.path.split('/')[1] ?? '')
  const index = [...groups.keys()].map((name) => `<a href="#${escape(name)}">${escape(name)}</a>`).join(' ')
  const sections = [...groups].map(
    ([name, list]) => `<h2 id="${escape(name)}">${escape(name)}</h2>${list.map((one) => section(one, locale)).join('')}`,
  )
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say('docs.title')}</title>
<style>body{font:15px/1.6 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;color:#18202a;background:#f3f5f7;max-width:60rem;margin:2rem auto;padding:0 1rem}
article{background:#fff;border:1px solid #e4e8ed;border-radius:8px;padding:.75rem 1rem;margin:.5rem 0}code,pre{font:13px/1.5 ui-monospace,Menlo,monospace}pre{overflow:auto;max-height:22rem}
b{display:inline-block;min-width:4rem;color:#1d5ba8}small{color:#616d7a}a{color:#1d5ba8;margin-right:.75rem}summary{cursor:pointer;color:#465260}</style>
<h1>${say('docs.title')}</h1><p>${say('docs.intro', { path: '/api/openapi.json' })}</p><nav>${index}</nav>${sections.join('')}</html>`
}

function section(route: Route, locale: Locale): string {
  const say = (key: Parameters<typeof saySentence>[1]) => escape(saySentence(locale, key))
  const permission =
    route.permission === 'public' ? say('docs.public') : route.permission === 'self' ? say('docs.self') : escape(route.permission)
  const parts = [
    detail(say('docs.parameters'), parametersOf(route)),
    route.body ? detail(say('docs.body'), schemaOf(route.body, 'input')) : '',
    route.stream ? '' : detail(say('docs.answer'), schemaOf(route.answer, 'output')),
  ]
  return `<article><code><b>${route.method}</b>/api${escape(route.path)}</code><br>${escape(sayRoute(locale, route.at))} <small>${say('docs.permission')}: ${permission}</small>${parts.join('')}</article>`
}

function detail(title: string, shape: unknown): string {
  if (Array.isArray(shape) && shape.length === 0) return ''
  return `<details><summary>${title}</summary><pre>${escape(JSON.stringify(shape, null, 2))}</pre></details>`
}
