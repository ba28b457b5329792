/** Why somebody may not, and whom to ask. */
export const ACCESS_ZH_CN = {
  'access.unknown-action': '没有“{action}”这种操作。',
  'access.other-customer': '这是另一位客户的记录，您看不到，也不能操作。',
  'access.not-granted': '您的角色没有“{action}”的权限。需要时请联系管理员。',
  'access.beyond-own': '您只能对自己的记录做“{action}”；这一条不在您名下，请找负责人处理。',
  'access.beyond-team': '您只能对本班组的记录做“{action}”；请找这条记录的班组处理。',
  'access.beyond-branch': '您只能对本部门的记录做“{action}”；请找这条记录的部门处理。',

  'role.administrator': '管理员', 'role.service-manager': '客服经理', 'role.hotline-agent': '客服专员', 'role.dispatcher': '调度', 'role.engineer': '工程师',
  'role.parts-keeper': '备件管理员', 'role.account-manager': '客户经理', 'role.project-manager': '项目经理', 'role.senior-management': '高级管理层',
  'role.customer-administrator': '客户管理员', 'role.customer-user': '客户用户', 'role.lead': '负责人', 'role.dedicated-engineer': '专属工程师',

  'scope.own': '本人', 'scope.team': '本班组', 'scope.branch': '本部门及下属', 'scope.all': '全部',

  'action.ticket.read': '查看工单', 'action.ticket.report': '报修', 'action.ticket.accept': '受理', 'action.ticket.grade': '定级', 'action.ticket.reply': '答复客户',
  'action.ticket.judge': '判定原因', 'action.ticket.assign': '派工', 'action.ticket.transfer': '转班组', 'action.ticket.pause': '暂停与恢复计时', 'action.ticket.restore': '登记恢复运行',
  'action.ticket.confirm': '登记客户确认', 'action.ticket.refuse': '登记客户不认可', 'action.ticket.reopen': '重新打开', 'action.ticket.close': '关闭', 'action.ticket.cancel': '取消',
  'action.ticket.merge': '并入', 'action.ticket.note': '写内部备注', 'action.ticket.edit': '修改内容', 'action.ticket.remote': '远程处理', 'action.ticket.visit': '上门',
  'action.obligation.read': '查看承诺事项', 'action.obligation.waive': '豁免或免责', 'action.fact.read': '查看记录', 'action.fact.approve': '批准补录', 'action.fact.correct': '更正记录',
  'action.fact.void': '作废记录', 'action.plan.read': '查看方案', 'action.contract.read': '查看合同', 'action.contract.manage': '管理合同', 'action.customer.read': '查看客户',
  'action.customer.manage': '管理客户', 'action.site.read': '查看现场', 'action.site.manage': '管理现场', 'action.asset.read': '查看设备', 'action.asset.manage': '管理设备',
  'action.person.read': '查看人员', 'action.person.manage': '管理人员', 'action.inbox.read': '查看收件箱', 'action.search.use': '搜索', 'action.view.share': '共享视图',
  'action.audit.read': '查看操作日志', 'action.clock.advance': '拨快示范时钟',
} as const

export type AccessWord = keyof typeof ACCESS_ZH_CN
