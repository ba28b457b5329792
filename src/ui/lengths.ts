export { exactWords } from '../core/promise/lengths.ts'
