/** What twenty clocks say of themselves; written by why.test.ts, read by people. */
export const TOLD = `
# open
[zh-CN]
条款：“接到报修后 30 分钟内电话答复”
依据：A-1。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 30 分内完成。
全天候计时（Asia/Shanghai）。
约定 30 分 − 已计时 10 分 = 剩余 20 分。
到期时间：2026 年 9 月 30 日（周三）09:30。
正在计时。
依据方案 trial@1；日历版本 3dde72d9，时区数据 2026a。
[zh-TW]
條款：「接到报修后 30 分钟内电话答复」
依據：A-1。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 30 分內完成。
全天候計時（Asia/Shanghai）。
約定 30 分 − 已計時 10 分 = 剩餘 20 分。
到期時間：2026 年 9 月 30 日（週三）09:30。
正在計時。
依據方案 trial@1；日曆版本 3dde72d9，時區資料 2026a。
[en]
Clause: “接到报修后 30 分钟内电话答复”
Source: A-1.
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 30 min.
Counted around the clock (Asia/Shanghai).
Limit 30 min − counted 10 min = 20 min left.
Due: Wed 30 Sep 2026 09:30.
The clock is running.
Under plan trial@1; calendar version 3dde72d9, zone data 2026a.

# kept
[zh-CN]
条款：“接到报修后 30 分钟内电话答复”
依据：A-1。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 30 分内完成。
全天候计时（Asia/Shanghai）。
约定 30 分 − 已计时 29 分 = 剩余 1 分。
到期时间：2026 年 9 月 30 日（周三）09:30。
2026 年 9 月 30 日（周三）09:29 完成，已兑现。
依据方案 trial@1；日历版本 3dde72d9，时区数据 2026a。
[zh-TW]
條款：「接到报修后 30 分钟内电话答复」
依據：A-1。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 30 分內完成。
全天候計時（Asia/Shanghai）。
約定 30 分 − 已計時 29 分 = 剩餘 1 分。
到期時間：2026 年 9 月 30 日（週三）09:30。
2026 年 9 月 30 日（週三）09:29 完成，已兌現。
依據方案 trial@1；日曆版本 3dde72d9，時區資料 2026a。
[en]
Clause: “接到报修后 30 分钟内电话答复”
Source: A-1.
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 30 min.
Counted around the clock (Asia/Shanghai).
Limit 30 min − counted 29 min = 1 min left.
Due: Wed 30 Sep 2026 09:30.
Done Wed 30 Sep 2026 09:29: kept.
Under plan trial@1; calendar version 3dde72d9, zone data 2026a.

# broken, not done
[zh-CN]
条款：“接到报修后 30 分钟内电话答复”
依据：A-1。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 30 分内完成。
全天候计时（Asia/Shanghai）。
约定 30 分 − 已计时 3 小时 = 超出 2 小时 30 分。
到期时间：2026 年 9 月 30 日（周三）09:30。
2026 年 9 月 30 日（周三）09:30 到期仍未完成，已超时。
至今仍未完成。
依据方案 trial@1；日历版本 3dde72d9，时区数据 2026a。
[zh-TW]
條款：「接到报修后 30 分钟内电话答复」
依據：A-1。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 30 分內完成。
全天候計時（Asia/Shanghai）。
約定 30 分 − 已計時 3 小時 = 超出 2 小時 30 分。
到期時間：2026 年 9 月 30 日（週三）09:30。
2026 年 9 月 30 日（週三）09:30 到期仍未完成，已超時。
至今仍未完成。
依據方案 trial@1；日曆版本 3dde72d9，時區資料 2026a。
[en]
Clause: “接到报修后 30 分钟内电话答复”
Source: A-1.
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 30 min.
Counted around the clock (Asia/Shanghai).
Limit 30 min − counted 3 h = 2 h 30 min over.
Due: Wed 30 Sep 2026 09:30.
Not done when it fell due Wed 30 Sep 2026 09:30: broken.
Still not done.
Under plan trial@1; calendar version 3dde72d9, zone data 2026a.

# broken, done late
[zh-CN]
条款：“接到报修后 30 分钟内电话答复”
依据：A-1。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 30 分内完成。
全天候计时（Asia/Shanghai）。
约定 30 分 − 已计时 1 小时 40 分 30 秒 = 超出 1 小时 10 分 30 秒。
到期时间：2026 年 9 月 30 日（周三）09:30。
2026 年 9 月 30 日（周三）09:30 到期仍未完成，已超时。
2026 年 9 月 30 日（周三）10:40:30 才完成，晚了 1 小时 10 分 30 秒。
依据方案 trial@1；日历版本 3dde72d9，时区数据 2026a。
[zh-TW]
條款：「接到报修后 30 分钟内电话答复」
依據：A-1。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 30 分內完成。
全天候計時（Asia/Shanghai）。
約定 30 分 − 已計時 1 小時 40 分 30 秒 = 超出 1 小時 10 分 30 秒。
到期時間：2026 年 9 月 30 日（週三）09:30。
2026 年 9 月 30 日（週三）09:30 到期仍未完成，已超時。
2026 年 9 月 30 日（週三）10:40:30 才完成，晚了 1 小時 10 分 30 秒。
依據方案 trial@1；日曆版本 3dde72d9，時區資料 2026a。
[en]
Clause: “接到报修后 30 分钟内电话答复”
Source: A-1.
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 30 min.
Counted around the clock (Asia/Shanghai).
Limit 30 min − counted 1 h 40 min 30 s = 1 h 10 min 30 s over.
Due: Wed 30 Sep 2026 09:30.
Not done when it fell due Wed 30 Sep 2026 09:30: broken.
Done late, Wed 30 Sep 2026 10:40:30: 1 h 10 min 30 s after the breach.
Under plan trial@1; calendar version 3dde72d9, zone data 2026a.

# a pause ended
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别为“一般故障”（我方）。
约定 4 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
2026 年 9 月 30 日（周三）11:00 至 2026 年 9 月 30 日（周三）12:30 因“等客户”暂停，扣除 1 小时 30 分。
约定 4 小时 − 已计时 1 小时 30 分 = 剩余 2 小时 30 分。
到期时间：2026 年 9 月 30 日（周三）15:30；不计暂停原为 2026 年 9 月 30 日（周三）14:00。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別為「一般故障」（我方）。
約定 4 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
2026 年 9 月 30 日（週三）11:00 至 2026 年 9 月 30 日（週三）12:30 因「等客户」暫停，扣除 1 小時 30 分。
約定 4 小時 − 已計時 1 小時 30 分 = 剩餘 2 小時 30 分。
到期時間：2026 年 9 月 30 日（週三）15:30；不計暫停原為 2026 年 9 月 30 日（週三）14:00。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is “一般故障” (staff).
The limit is 4 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Paused from Wed 30 Sep 2026 11:00 to Wed 30 Sep 2026 12:30 for “等客户”: 1 h 30 min not counted.
Limit 4 h − counted 1 h 30 min = 2 h 30 min left.
Due: Wed 30 Sep 2026 15:30; without pauses it was Wed 30 Sep 2026 14:00.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# a pause running
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别为“一般故障”（我方）。
约定 4 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
2026 年 9 月 30 日（周三）11:00 起因“等客户”暂停，至今扣除 2 小时。
约定 4 小时 − 已计时 1 小时 = 剩余 3 小时。
到期时间：2026 年 9 月 30 日（周三）16:00；不计暂停原为 2026 年 9 月 30 日（周三）14:00。
正在暂停：恢复之后才继续计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別為「一般故障」（我方）。
約定 4 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
2026 年 9 月 30 日（週三）11:00 起因「等客户」暫停，至今扣除 2 小時。
約定 4 小時 − 已計時 1 小時 = 剩餘 3 小時。
到期時間：2026 年 9 月 30 日（週三）16:00；不計暫停原為 2026 年 9 月 30 日（週三）14:00。
正在暫停：恢復之後才繼續計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is “一般故障” (staff).
The limit is 4 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Paused since Wed 30 Sep 2026 11:00 for “等客户”: 2 h not counted so far.
Limit 4 h − counted 1 h = 3 h left.
Due: Wed 30 Sep 2026 16:00; without pauses it was Wed 30 Sep 2026 14:00.
The clock is paused and goes on once it is resumed.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# a pause ended by its limit
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别为“一般故障”（我方）。
约定 4 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
2026 年 9 月 30 日（周三）11:00 至 2026 年 9 月 30 日（周三）13:00 因“客户改期”暂停，到约定上限自动恢复，扣除 2 小时。
约定 4 小时 − 已计时 2 小时 = 剩余 2 小时。
到期时间：2026 年 9 月 30 日（周三）16:00；不计暂停原为 2026 年 9 月 30 日（周三）14:00。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別為「一般故障」（我方）。
約定 4 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
2026 年 9 月 30 日（週三）11:00 至 2026 年 9 月 30 日（週三）13:00 因「客户改期」暫停，到約定上限自動恢復，扣除 2 小時。
約定 4 小時 − 已計時 2 小時 = 剩餘 2 小時。
到期時間：2026 年 9 月 30 日（週三）16:00；不計暫停原為 2026 年 9 月 30 日（週三）14:00。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is “一般故障” (staff).
The limit is 4 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Paused from Wed 30 Sep 2026 11:00 to Wed 30 Sep 2026 13:00 for “客户改期”, ended by its limit: 2 h not counted.
Limit 4 h − counted 2 h = 2 h left.
Due: Wed 30 Sep 2026 16:00; without pauses it was Wed 30 Sep 2026 14:00.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# overlapping pauses over night
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别为“一般故障”（我方）。
约定 4 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
2026 年 9 月 30 日（周三）13:00 至 2026 年 10 月 1 日（周四）09:30 因“等客户”暂停，扣除 4 小时 30 分。
2026 年 9 月 30 日（周三）16:30 至 2026 年 10 月 1 日（周四）09:30 因“客户改期”暂停，扣除 0 秒。
约定 4 小时 − 已计时 3 小时 30 分 = 剩余 30 分。
到期时间：2026 年 10 月 1 日（周四）10:30；不计暂停原为 2026 年 9 月 30 日（周三）14:00。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別為「一般故障」（我方）。
約定 4 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
2026 年 9 月 30 日（週三）13:00 至 2026 年 10 月 1 日（週四）09:30 因「等客户」暫停，扣除 4 小時 30 分。
2026 年 9 月 30 日（週三）16:30 至 2026 年 10 月 1 日（週四）09:30 因「客户改期」暫停，扣除 0 秒。
約定 4 小時 − 已計時 3 小時 30 分 = 剩餘 30 分。
到期時間：2026 年 10 月 1 日（週四）10:30；不計暫停原為 2026 年 9 月 30 日（週三）14:00。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is “一般故障” (staff).
The limit is 4 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Paused from Wed 30 Sep 2026 13:00 to Thu 1 Oct 2026 09:30 for “等客户”: 4 h 30 min not counted.
Paused from Wed 30 Sep 2026 16:30 to Thu 1 Oct 2026 09:30 for “客户改期”: 0 s not counted.
Limit 4 h − counted 3 h 30 min = 30 min left.
Due: Thu 1 Oct 2026 10:30; without pauses it was Wed 30 Sep 2026 14:00.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# milliseconds balance
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别为“一般故障”（我方）。
约定 4 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
2026 年 9 月 30 日（周三）11:00:00.001 至 2026 年 9 月 30 日（周三）11:00:02.500 因“等客户”暂停，扣除 2.499 秒。
约定 4 小时 − 已计时 1 小时 29 分 57.751 秒 = 剩余 2 小时 30 分 2.249 秒。
到期时间：2026 年 9 月 30 日（周三）14:00:02.499；不计暂停原为 2026 年 9 月 30 日（周三）14:00。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別為「一般故障」（我方）。
約定 4 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
2026 年 9 月 30 日（週三）11:00:00.001 至 2026 年 9 月 30 日（週三）11:00:02.500 因「等客户」暫停，扣除 2.499 秒。
約定 4 小時 − 已計時 1 小時 29 分 57.751 秒 = 剩餘 2 小時 30 分 2.249 秒。
到期時間：2026 年 9 月 30 日（週三）14:00:02.499；不計暫停原為 2026 年 9 月 30 日（週三）14:00。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is “一般故障” (staff).
The limit is 4 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Paused from Wed 30 Sep 2026 11:00:00.001 to Wed 30 Sep 2026 11:00:02.500 for “等客户”: 2.499 s not counted.
Limit 4 h − counted 1 h 29 min 57.751 s = 2 h 30 min 2.249 s left.
Due: Wed 30 Sep 2026 14:00:02.499; without pauses it was Wed 30 Sep 2026 14:00.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# grade not known
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别尚未确定，暂按最紧的一档计时。
约定 4 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
约定 4 小时 − 已计时 30 分 = 剩余 3 小时 30 分。
到期时间：2026 年 9 月 30 日（周三）14:00。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別尚未確定，暫按最緊的一檔計時。
約定 4 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
約定 4 小時 − 已計時 30 分 = 剩餘 3 小時 30 分。
到期時間：2026 年 9 月 30 日（週三）14:00。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is not known yet; the strictest limit runs for now.
The limit is 4 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Limit 4 h − counted 30 min = 3 h 30 min left.
Due: Wed 30 Sep 2026 14:00.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# graded for the first time
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别为“重大故障”（我方）。
约定 8 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
约定 8 小时 − 已计时 30 分 = 剩余 7 小时 30 分。
到期时间：2026 年 10 月 1 日（周四）10:00。
正在计时。
2026 年 9 月 30 日（周三）10:20 定为“重大故障”，从原起点计算。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別為「重大故障」（我方）。
約定 8 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
約定 8 小時 − 已計時 30 分 = 剩餘 7 小時 30 分。
到期時間：2026 年 10 月 1 日（週四）10:00。
正在計時。
2026 年 9 月 30 日（週三）10:20 定為「重大故障」，從原起點計算。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is “重大故障” (staff).
The limit is 8 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Limit 8 h − counted 30 min = 7 h 30 min left.
Due: Thu 1 Oct 2026 10:00.
The clock is running.
Set to “重大故障” Wed 30 Sep 2026 10:20, counted from the original start.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# regraded
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别为“重大故障”（我方）。
约定 8 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
约定 8 小时 − 已计时 1 小时 30 分 = 剩余 6 小时 30 分。
到期时间：2026 年 10 月 1 日（周四）10:00。
正在计时。
2026 年 9 月 30 日（周三）11:00 由“一般故障”改为“重大故障”，从原起点按新时限计算。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別為「重大故障」（我方）。
約定 8 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
約定 8 小時 − 已計時 1 小時 30 分 = 剩餘 6 小時 30 分。
到期時間：2026 年 10 月 1 日（週四）10:00。
正在計時。
2026 年 9 月 30 日（週三）11:00 由「一般故障」改為「重大故障」，從原起點按新時限計算。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is “重大故障” (staff).
The limit is 8 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Limit 8 h − counted 1 h 30 min = 6 h 30 min left.
Due: Thu 1 Oct 2026 10:00.
The clock is running.
Changed from “一般故障” to “重大故障” Wed 30 Sep 2026 11:00; the new limit counts from the original start.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# the customer sees it otherwise
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从“到场”完成起算：2026 年 9 月 30 日（周三）10:00。
级别为“一般故障”（我方）。
客户定的级别是“重大故障”，按本方案不作计时依据。
约定 4 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
约定 4 小时 − 已计时 30 分 = 剩余 3 小时 30 分。
到期时间：2026 年 9 月 30 日（周三）14:00。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從「到场」完成起算：2026 年 9 月 30 日（週三）10:00。
級別為「一般故障」（我方）。
客戶定的級別是「重大故障」，按本方案不作計時依據。
約定 4 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
約定 4 小時 − 已計時 30 分 = 剩餘 3 小時 30 分。
到期時間：2026 年 9 月 30 日（週三）14:00。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from “到场” being done: Wed 30 Sep 2026 10:00.
The grade is “一般故障” (staff).
The grade given by the customer is “重大故障”; under this plan it does not rule the clock.
The limit is 4 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Limit 4 h − counted 30 min = 3 h 30 min left.
Due: Wed 30 Sep 2026 14:00.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# waived after the breach
[zh-CN]
条款：“接到报修后 30 分钟内电话答复”
依据：A-1。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 30 分内完成。
全天候计时（Asia/Shanghai）。
约定 30 分 − 已计时 3 小时 = 超出 2 小时 30 分。
到期时间：2026 年 9 月 30 日（周三）09:30。
2026 年 9 月 30 日（周三）09:30 已超时，2026 年 9 月 30 日（周三）10:00 经批准豁免；超时记录保留。
2026 年 9 月 30 日（周三）10:00 由客服经理以“台风”为由豁免。
依据方案 trial@1；日历版本 3dde72d9，时区数据 2026a。
[zh-TW]
條款：「接到报修后 30 分钟内电话答复」
依據：A-1。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 30 分內完成。
全天候計時（Asia/Shanghai）。
約定 30 分 − 已計時 3 小時 = 超出 2 小時 30 分。
到期時間：2026 年 9 月 30 日（週三）09:30。
2026 年 9 月 30 日（週三）09:30 已超時，2026 年 9 月 30 日（週三）10:00 經核准豁免；超時紀錄保留。
2026 年 9 月 30 日（週三）10:00 由客服经理以「台风」為由豁免。
依據方案 trial@1；日曆版本 3dde72d9，時區資料 2026a。
[en]
Clause: “接到报修后 30 分钟内电话答复”
Source: A-1.
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 30 min.
Counted around the clock (Asia/Shanghai).
Limit 30 min − counted 3 h = 2 h 30 min over.
Due: Wed 30 Sep 2026 09:30.
Broken Wed 30 Sep 2026 09:30, excused Wed 30 Sep 2026 10:00; the breach stays on record.
Waived by 客服经理 Wed 30 Sep 2026 10:00: 台风.
Under plan trial@1; calendar version 3dde72d9, zone data 2026a.

# cancelled
[zh-CN]
条款：“24 小时内到场”
依据：A-2。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 24 小时内完成。
全天候计时（Asia/Shanghai）。
约定 24 小时 − 已计时 1 小时 = 剩余 23 小时。
到期时间：2026 年 10 月 1 日（周四）09:00。
2026 年 9 月 30 日（周三）10:00 取消，不再计时。
依据方案 trial@1；日历版本 3dde72d9，时区数据 2026a。
[zh-TW]
條款：「24 小时内到场」
依據：A-2。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 24 小時內完成。
全天候計時（Asia/Shanghai）。
約定 24 小時 − 已計時 1 小時 = 剩餘 23 小時。
到期時間：2026 年 10 月 1 日（週四）09:00。
2026 年 9 月 30 日（週三）10:00 取消，不再計時。
依據方案 trial@1；日曆版本 3dde72d9，時區資料 2026a。
[en]
Clause: “24 小时内到场”
Source: A-2.
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 24 h.
Counted around the clock (Asia/Shanghai).
Limit 24 h − counted 1 h = 23 h left.
Due: Thu 1 Oct 2026 09:00.
Cancelled Wed 30 Sep 2026 10:00; the clock has stopped.
Under plan trial@1; calendar version 3dde72d9, zone data 2026a.

# back-filled, waiting
[zh-CN]
条款：“接到报修后 30 分钟内电话答复”
依据：A-1。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 30 分内完成。
全天候计时（Asia/Shanghai）。
约定 30 分 − 已计时 2 小时 20 分 = 超出 1 小时 50 分。
到期时间：2026 年 9 月 30 日（周三）09:30。
2026 年 9 月 30 日（周三）09:30 到期仍未完成，已超时。
2026 年 9 月 30 日（周三）11:20 才完成，晚了 1 小时 50 分。
补录：发生于 2026 年 9 月 30 日（周三）09:20，2026 年 9 月 30 日（周三）11:20 才录入，待另一人批准；批准前不改变结论。
依据方案 trial@1；日历版本 3dde72d9，时区数据 2026a。
[zh-TW]
條款：「接到报修后 30 分钟内电话答复」
依據：A-1。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 30 分內完成。
全天候計時（Asia/Shanghai）。
約定 30 分 − 已計時 2 小時 20 分 = 超出 1 小時 50 分。
到期時間：2026 年 9 月 30 日（週三）09:30。
2026 年 9 月 30 日（週三）09:30 到期仍未完成，已超時。
2026 年 9 月 30 日（週三）11:20 才完成，晚了 1 小時 50 分。
補錄：發生於 2026 年 9 月 30 日（週三）09:20，2026 年 9 月 30 日（週三）11:20 才錄入，待另一人核准；核准前不改變結論。
依據方案 trial@1；日曆版本 3dde72d9，時區資料 2026a。
[en]
Clause: “接到报修后 30 分钟内电话答复”
Source: A-1.
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 30 min.
Counted around the clock (Asia/Shanghai).
Limit 30 min − counted 2 h 20 min = 1 h 50 min over.
Due: Wed 30 Sep 2026 09:30.
Not done when it fell due Wed 30 Sep 2026 09:30: broken.
Done late, Wed 30 Sep 2026 11:20: 1 h 50 min after the breach.
Back-filled: happened Wed 30 Sep 2026 09:20, entered Wed 30 Sep 2026 11:20; it turns no verdict until a second person approves.
Under plan trial@1; calendar version 3dde72d9, zone data 2026a.

# back-filled, approved
[zh-CN]
条款：“接到报修后 30 分钟内电话答复”
依据：A-1。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 30 分内完成。
全天候计时（Asia/Shanghai）。
约定 30 分 − 已计时 20 分 = 剩余 10 分。
到期时间：2026 年 9 月 30 日（周三）09:30。
2026 年 9 月 30 日（周三）09:20 完成，已兑现。
补录：发生于 2026 年 9 月 30 日（周三）09:20，2026 年 9 月 30 日（周三）11:20 录入，2026 年 9 月 30 日（周三）11:40 经另一人批准。
依据方案 trial@1；日历版本 3dde72d9，时区数据 2026a。
[zh-TW]
條款：「接到报修后 30 分钟内电话答复」
依據：A-1。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 30 分內完成。
全天候計時（Asia/Shanghai）。
約定 30 分 − 已計時 20 分 = 剩餘 10 分。
到期時間：2026 年 9 月 30 日（週三）09:30。
2026 年 9 月 30 日（週三）09:20 完成，已兌現。
補錄：發生於 2026 年 9 月 30 日（週三）09:20，2026 年 9 月 30 日（週三）11:20 錄入，2026 年 9 月 30 日（週三）11:40 經另一人核准。
依據方案 trial@1；日曆版本 3dde72d9，時區資料 2026a。
[en]
Clause: “接到报修后 30 分钟内电话答复”
Source: A-1.
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 30 min.
Counted around the clock (Asia/Shanghai).
Limit 30 min − counted 20 min = 10 min left.
Due: Wed 30 Sep 2026 09:30.
Done Wed 30 Sep 2026 09:20: kept.
Back-filled: happened Wed 30 Sep 2026 09:20, entered Wed 30 Sep 2026 11:20, approved by a second person Wed 30 Sep 2026 11:40.
Under plan trial@1; calendar version 3dde72d9, zone data 2026a.

# no number
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定没有写明时限：只计时，不判超时。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
已计时 2 小时。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定沒有寫明時限：只計時，不判超時。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
已計時 2 小時。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from the report: Wed 30 Sep 2026 09:00.
No limit is stated: the time is measured and nothing is broken.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Counted 2 h.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# working days
[zh-CN]
条款：“一个工作日内修复”
从报修起算：2026 年 9 月 30 日（周三）09:00。
约定 1 个工作日内完成。
目标 2 小时：2026 年 9 月 30 日（周三）11:00 前；只作参考，不判超时。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
已计时 2 小时，距到期还有 14 小时（服务时间）。
到期时间：2026 年 10 月 1 日（周四）17:00。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一个工作日内修复」
從報修起算：2026 年 9 月 30 日（週三）09:00。
約定 1 個工作日內完成。
目標 2 小時：2026 年 9 月 30 日（週三）11:00 前；只作參考，不判超時。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
已計時 2 小時，距到期還有 14 小時（服務時間）。
到期時間：2026 年 10 月 1 日（週四）17:00。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一个工作日内修复”
Counted from the report: Wed 30 Sep 2026 09:00.
The limit is 1 working day.
Target 2 h: by Wed 30 Sep 2026 11:00; shown only, never broken.
Counted in service hours only: calendar “office” (Asia/Shanghai).
Counted 2 h; 14 h of service time until due.
Due: Thu 1 Oct 2026 17:00.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.

# holidays not announced
[zh-CN]
条款：“一般故障 4 小时、重大故障 8 小时内修复”
依据：A-3、A-4。
采用的读法：从到场起算。
从到场之后 1 小时起算：2026 年 9 月 30 日（周三）10:00。
约定 路途时间加 8 小时内完成。
只在服务时间内计时：日历“office”（Asia/Shanghai）。
节假日安排尚未公布，到期时间是暂定的。
约定 11 小时 − 已计时 1 小时 = 剩余 10 小时。
到期时间：2026 年 10 月 1 日（周四）13:00。
正在计时。
依据方案 trial@1；日历版本 475b449a，时区数据 2026a。
[zh-TW]
條款：「一般故障 4 小时、重大故障 8 小时内修复」
依據：A-3、A-4。
採用的讀法：从到场起算。
從到場之後 1 小時起算：2026 年 9 月 30 日（週三）10:00。
約定 路途時間加 8 小時內完成。
只在服務時間內計時：日曆「office」（Asia/Shanghai）。
節假日安排尚未公布，到期時間是暫定的。
約定 11 小時 − 已計時 1 小時 = 剩餘 10 小時。
到期時間：2026 年 10 月 1 日（週四）13:00。
正在計時。
依據方案 trial@1；日曆版本 475b449a，時區資料 2026a。
[en]
Clause: “一般故障 4 小时、重大故障 8 小时内修复”
Source: A-3, A-4.
Reading chosen: 从到场起算.
Counted from 1 h after the arrival: Wed 30 Sep 2026 10:00.
The limit is travel time plus 8 h.
Counted in service hours only: calendar “office” (Asia/Shanghai).
The holidays are not announced yet, so the due time is provisional.
Limit 11 h − counted 1 h = 10 h left.
Due: Thu 1 Oct 2026 13:00.
The clock is running.
Under plan trial@1; calendar version 475b449a, zone data 2026a.
`
