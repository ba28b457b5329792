export { NAMES_ZH_CN as names } from '../../core/ticket/words/zh-CN.ts'
