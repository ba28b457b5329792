import { planFile } from './clause.ts'
import type { JsonSchema } from './shape.ts'

/** JSON Schema (2020-12) of a plan file for editors, made from the very shapes that the parser reads with. */
export function planJsonSchema(): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: '诺行服务方案', ...planFile.schema }
}
