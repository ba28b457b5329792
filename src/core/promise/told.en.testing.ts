/** What twenty clocks say of themselves; written by why.test.ts, read by people. */
export const TOLD_EN = `
# open
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
