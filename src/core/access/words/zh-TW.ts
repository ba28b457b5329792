import type { Words } from '../../words.ts'
import type { AccessWord } from './zh-CN.ts'

/** Why somebody may not, and whom to ask. */
export const ACCESS_ZH_TW: Words<AccessWord> = {
  'access.unknown-action': '沒有「{action}」這種操作。',
  'access.other-customer': '這是另一位客戶的記錄，您看不到，也不能操作。',
  'access.not-granted': '您的角色沒有「{action}」的權限。需要時請聯絡管理員。',
  'access.beyond-own': '您只能對自己的記錄做「{action}」；這一條不在您名下，請找負責人處理。',
  'access.beyond-team': '您只能對本班組的記錄做「{action}」；請找這條記錄的班組處理。',
  'access.beyond-branch': '您只能對本部門的記錄做「{action}」；請找這條記錄的部門處理。',

  'role.administrator': '管理員', 'role.service-manager': '客服經理', 'role.hotline-agent': '客服專員', 'role.dispatcher': '調度', 'role.engineer': '工程師',
  'role.parts-keeper': '備件管理員', 'role.account-manager': '客戶經理', 'role.project-manager': '專案經理', 'role.senior-management': '高階管理層',
  'role.customer-administrator': '客戶管理員', 'role.customer-user': '客戶使用者', 'role.lead': '負責人', 'role.dedicated-engineer': '專屬工程師',

  'scope.own': '本人', 'scope.team': '本班組', 'scope.branch': '本部門及下屬', 'scope.all': '全部',

  'action.ticket.read': '檢視工單', 'action.ticket.report': '報修', 'action.ticket.accept': '受理', 'action.ticket.grade': '定級', 'action.ticket.reply': '答覆客戶',
  'action.ticket.judge': '判定原因', 'action.ticket.assign': '派工', 'action.ticket.transfer': '轉班組', 'action.ticket.pause': '暫停與恢復計時', 'action.ticket.restore': '登記恢復運行',
  'action.ticket.confirm': '登記客戶確認', 'action.ticket.refuse': '登記客戶不認可', 'action.ticket.reopen': '重新打開', 'action.ticket.close': '關閉', 'action.ticket.cancel': '取消',
  'action.ticket.merge': '併入', 'action.ticket.note': '寫內部備註', 'action.ticket.edit': '修改內容', 'action.ticket.remote': '遠端處理', 'action.ticket.visit': '上門',
  'action.obligation.read': '檢視承諾事項', 'action.obligation.waive': '豁免或免責', 'action.fact.read': '檢視記錄', 'action.fact.approve': '批准補錄', 'action.fact.correct': '更正記錄',
  'action.fact.void': '作廢記錄', 'action.plan.read': '檢視方案', 'action.contract.read': '檢視合約', 'action.contract.manage': '管理合約', 'action.customer.read': '檢視客戶',
  'action.customer.manage': '管理客戶', 'action.site.read': '檢視現場', 'action.site.manage': '管理現場', 'action.asset.read': '檢視設備', 'action.asset.manage': '管理設備',
  'action.person.read': '檢視人員', 'action.person.manage': '管理人員', 'action.inbox.read': '檢視收件匣', 'action.search.use': '搜尋', 'action.view.share': '共用檢視',
  'action.audit.read': '檢視操作日誌', 'action.clock.advance': '撥快示範時鐘',
}
