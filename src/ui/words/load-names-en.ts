export { NAMES_EN as names } from '../../core/ticket/words/en.ts'
