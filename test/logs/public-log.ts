import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The incident log of the BPI Challenge 2013 (Volvo IT; 4TU.ResearchData, doi:10.4121/uuid:500573e6-accc-4b0c-9576-aa5468b10cee): 7,554 cases, 65,533 events. */
export const PUBLIC_LOG = 'bpi_challenge_2013_incidents.xes.gz'

/** Where the log lies: named by NUOXING_TEST_LOG, in data/, or in a data folder beside this checkout. It is not part of the product. */
export function findPublicLog(): string | undefined {
  const root = join(import.meta.dirname, '../..')
  const beside = readdirSync(dirname(root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(dirname(root), entry.name, 'data', PUBLIC_LOG))
  return [process.env.NUOXING_TEST_LOG, join(root, 'data', PUBLIC_LOG), ...beside].find((path) => path !== undefined && existsSync(path))
}
