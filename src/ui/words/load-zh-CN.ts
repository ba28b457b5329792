export { NAMES_ZH_CN as names } from '../../core/ticket/words/zh-CN.ts'
export { zhCN as words } from './zh-CN.ts'
