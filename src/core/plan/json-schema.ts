import { planFile } from './clause.ts'
import type { JsonSchema } from './shape.ts'
import { KEYS_ZH_CN } from './words/keys/zh-CN.ts'
import type { KeyWord } from './words/keys/zh-CN.ts'

type KeyWords = Readonly<Record<KeyWord, string>>

/** The schema with each key's explanation in the words of one language. */
function inWords(schema: unknown, words: KeyWords): unknown {
  if (Array.isArray(schema)) return schema.map((one) => inWords(one, words))
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([word, below]) => [
      word,
      word === 'description' && typeof below === 'string' ? words[below as KeyWord] : inWords(below, words),
    ]),
  )
}

/** JSON Schema (2020-12) of a plan file for editors, made from the very shapes that the parser reads with; its keys are explained by `words`. */
export function planJsonSchema(words: KeyWords = KEYS_ZH_CN): JsonSchema {
  const schema = inWords(planFile.schema, words) as JsonSchema
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: '诺行服务方案', ...schema }
}
