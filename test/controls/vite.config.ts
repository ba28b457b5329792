import { join } from 'node:path'
import { mergeConfig } from 'vite'
import product from '../../vite.config.ts'
import { markControls } from './mark.ts'

/** The product's pages with a mark on each control. */
export default mergeConfig(product, { plugins: [markControls(join(import.meta.dirname, '../..'))] })
