export { NAMES_ZH_TW as names } from '../../core/ticket/words/zh-TW.ts'
