import { join } from 'node:path'
import { mergeConfig } from 'vite'
import product from '../../vite.portal.config.ts'
import { markControls } from './mark.ts'

/** The portal with a mark on each control. */
export default mergeConfig(product, { plugins: [markControls(join(import.meta.dirname, '../..'))] })
