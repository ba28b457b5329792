import type { Channel, TicketType } from '../../wire/tickets.ts'

/** What goes wrong with a demo device, as a caller tells it: the title, and what helped in the end. */
export type Story = { readonly title: string; readonly type: TicketType; readonly said: string; readonly done: string }

const fault = (title: string, said: string, done: string): Story => ({ title, type: 'fault', said, done })

/** By device; each device has at least a fault. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  'lsb-680': [
    fault('3 号冷水机组高压报警停机', '面板报高压，现在靠 1、2 号机顶着。', '清洗冷凝器滤网并更换膨胀阀滤芯，高压恢复正常。'),
    fault('3 号冷水机组启动即跳闸', '一启动配电柜就跳，已断电。', '更换接触器，复测绝缘合格。'),
    { title: '请教机组夏季开机步骤', type: 'consultation', said: '换了新值班员，想再确认一遍步骤。', done: '电话讲解，并发送步骤卡。' },
  ],
  'pa-240': [
    fault('候诊区广播无声，分区 4 至 6', '三个分区都没有声音，其他正常。', '更换分区板保险，复测正常。'),
    { title: '门诊广播时段调整', type: 'adjustment', said: '夏令作息，早八点改七点半。', done: '时段已调，客户现场确认。' },
  ],
  'zz-15': [
    fault('自助挂号机 3 台离线', '大厅三台屏幕停在“连接中”。', '交换机端口松动，重新压接。'),
    fault('挂号机打印头卡纸', '连续卡纸，已停用一台。', '清洁纸道，更换压纸轮。'),
    { title: '挂号机换纸仓', type: 'parts-exchange', said: '纸仓卡扣断了，请带一个来换。', done: '更换纸仓一套。' },
  ],
  'ldk-2': [
    fault('联动控制器 2 回路通讯故障', '消控室主机报 2 回路断线。', '修复接线盒进水端子。'),
    { title: '消防联动程序改点位', type: 'parameter-change', said: '三层改造后点位有变，请来改程序。', done: '点位已改并联动测试。' },
  ],
  'mc-2': [
    fault('楼宇自控主机界面无响应', '画面卡住，空调没法调。', '重启服务并修复日志占满。'),
    { title: '新风机组例行调校', type: 'routine-service', said: '按季度调一次风量。', done: '风量已调，记录已交。' },
    { title: '建议增加能耗日报', type: 'suggestion', said: '希望每天能收到一份能耗。', done: '已记入改进清单。' },
  ],
  'hsm-7': [
    fault('主机加密机备机切换失败', '演练时备机没有接管。', '修正心跳参数，演练通过。'),
    fault('加密机电源模块告警', '双电源中一路亮红灯。', '更换电源模块。'),
    { title: '加密机扩容前咨询', type: 'pre-sales', said: '明年想加两台，问兼容性。', done: '已发送兼容清单。' },
  ],
  'jb-3200': [
    fault('探测器 3 回路连续误报', '已安排人工值守，请尽快来。', '清洁探测器并更换两只。'),
    fault('报警主机电池故障', '主机提示备用电池欠压。', '更换电池组，放电试验合格。'),
  ],
  'fd-16': [
    fault('北校区周界第 5 段失灵', '围栏第五段拉动没有报警。', '更换张力传感器。'),
    { title: '防盗主机布防时段修改', type: 'parameter-change', said: '寒假前改一下布防时段。', done: '时段已改并试验。' },
  ],
  'bgl-24': [
    fault('壁挂炉 E4 代码，室内停暖', '显示 E4，热水也没有。', '更换风压开关，运行正常。'),
    fault('壁挂炉补水阀渗水', '底部滴水，已放盆接着。', '更换补水阀。'),
  ],
  'bgl-28': [fault('壁挂炉点火三次失败', '点火声有，火着不了。', '清洁点火针，调整间隙。')],
  'yz-9': [
    fault('查验终端扫码无回应', '二车间全部终端扫不出。', '恢复接口服务，补传数据。'),
    fault('查验终端时间偏差', '终端比服务器慢七分钟。', '启用对时并核对记录。'),
    { title: '新员工操作咨询', type: 'consultation', said: '新来的同事不会补录批次。', done: '远程演示一遍。' },
  ],
}

/** How customers reach the desk, most of them by phone. */
export const CHANNELS: readonly Channel[] = ['phone', 'phone', 'phone', 'phone', 'portal', 'mail', 'qr']
