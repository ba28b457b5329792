import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** plans/ beside src/ in a checkout, beside dist/ in a package. */
const FOLDER = join(import.meta.dirname, '../../plans')

export type PlanFile = { readonly file: string; readonly yaml: string }

/** The plans that come with the product, in the order of their names. */
export function bundledPlans(folder = FOLDER): readonly PlanFile[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return files.sort().map((file) => ({ file, yaml: readFileSync(join(folder, file), 'utf8') }))
}
