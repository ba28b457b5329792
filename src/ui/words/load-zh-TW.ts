export { NAMES_ZH_TW as names } from '../../core/ticket/words/zh-TW.ts'
export { zhTW as words } from './zh-TW.ts'
