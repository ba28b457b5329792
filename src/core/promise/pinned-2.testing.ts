/** Stories, and under each what was believed and sent; written by pinned.test.ts, read by people. */
export const STORIES_2 = `
# story 17
10:00 → 10:00 | system lin ticket.reported {}
10:30 → 10:00 | hand wang ticket.paused {"reason":"wait"}
10:00 → 10:00 | hand lin obligation.excused {"reason":"storm","evidence":"e","promise":"p1"}
10:00 → 10:00 | system wang ticket.graded {"grade":"major","by":"staff"}
10:05 → 10:05 | hand wang ticket.graded {"reason":"forgot","evidence":"list","grade":"major","by":"customer"}
12:20 → 11:50 | system wang ticket.accepted {}
10-01 01:15 → 10-01 01:15 | phone lin visit.arrived {}
10-01 05:35 → 10-01 05:35 | hand wang ticket.graded {"reason":"forgot","evidence":"list","grade":"general","by":"staff"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p1/1 paused due 12:00 provisional
  10:30 p4/1 open due 10-01 17:00
  10-01 01:15 p1/1 kept at 10-01 01:15 provisional
  10-01 01:15 p2/1 paused due 10-01 13:00
  10-01 05:35 p4/1 cancelled
  10:30 escalate p0/1 to lead
# story 18
10:00 → 10:00 | system lin ticket.reported {}
12:05 → 12:05 | phone lin fact.corrected {"of":"f7","field":"grade","to":"general"}
13:10 → 12:40 | phone lin obligation.waived {"promise":"p2","reason":"storm","role":"lead","evidence":"e"}
10:50 → 12:50 | hand lin ticket.graded {"reason":"forgot","evidence":"list","grade":"general","by":"customer"}
15:40 → 17:40 | hand wang ticket.accepted {"reason":"forgot","evidence":"list"}
19:00 → 19:00 | hand wang ticket.paused {"reason":"wait"}
20:05 → 20:05 | hand wang ticket.reported {"reason":"forgot","evidence":"list"}
10-01 00:45 → 10-01 00:45 | phone wang ticket.resumed {"reason":"proven"}
10-01 03:00 → 10-01 03:00 | hand lin ticket.restored {"reason":"forgot","evidence":"list"}
10-01 01:30 → 10-01 03:30 | system lin ticket.replied {}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  10-01 03:00 p4/1 kept at 10-01 03:00 provisional
  10-01 03:30 p0/1 broken at 10:30 done 10-01 01:30
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 19
10:00 → 10:00 | system lin ticket.reported {}
10:55 → 11:00 | hand wang ticket.resumed {"reason":"wait","evidence":"list"}
10:30 → 12:30 | system lin ticket.restored {}
13:55 → 14:00 | phone wang ticket.accepted {}
16:40 → 16:40 | hand lin fact.approved {"reason":"forgot","evidence":"list","of":"f6"}
20:20 → 20:20 | hand lin fact.corrected {"reason":"forgot","evidence":"list","of":"f9","field":"occurredAt","to":1790802600000}
21:10 → 20:40 | phone lin ticket.graded {"grade":"major","by":"staff"}
23:35 → 23:35 | system lin ticket.resumed {}
23:25 → 23:40 | system lin ticket.replied {}
10-01 04:10 → 10-01 04:10 | phone lin ticket.resumed {}
10-01 04:25 → 10-01 04:25 | system wang fact.corrected {"of":"f4","field":"occurredAt","to":1790780700000}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  12:30 p4/1 kept at 10:30 provisional
  23:40 p0/1 broken at 10:30 done 23:25
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 20
10:00 → 10:00 | system lin ticket.reported {}
11:30 → 11:30 | phone wang ticket.graded {"grade":"major","by":"customer"}
18:25 → 18:25 | hand wang fact.approved {"reason":"forgot","evidence":"list","of":"f6"}
18:30 → 18:30 | phone lin remote.solved {}
23:15 → 23:15 | hand lin ticket.resumed {"reason":"proven","evidence":"list"}
10-01 03:00 → 10-01 03:00 | hand lin fact.voided {"reason":"forgot","evidence":"list","of":"f9"}
10-01 04:55 → 10-01 04:55 | phone lin ticket.resumed {}
10-01 05:10 → 10-01 05:10 | system wang ticket.accepted {}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  10-01 17:00 p4/1 broken at 10-01 17:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 21
10:00 → 10:00 | system lin ticket.reported {}
14:10 → 14:10 | hand wang ticket.reported {"reason":"forgot","evidence":"list","zone":"city"}
17:05 → 17:05 | hand lin ticket.reported {"reason":"forgot","evidence":"list","zone":"city"}
17:50 → 17:50 | phone lin fact.approved {"of":"f5"}
20:45 → 21:00 | phone wang ticket.paused {"reason":"short","evidence":"e"}
22:45 → 22:45 | hand lin fact.voided {"reason":"forgot","evidence":"list","of":"f9"}
23:20 → 23:20 | system lin ticket.replied {}
10-01 03:20 → 10-01 03:20 | phone lin visit.arrived {}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  23:20 p0/1 broken at 10:30 done 23:20
  10-01 03:20 p1/1 broken at 12:00 done 10-01 03:20 provisional
  10-01 03:20 p2/1 paused due 10-01 11:00 provisional
  10-01 10:00 p2/1 open due 10-01 12:00 provisional
  10-01 11:00 p3/1 open due 10-01 12:00
  10-01 12:00 p2/1 broken at 10-01 12:00 provisional
  10-01 12:00 p3/1 broken at 10-01 12:00
  10-01 17:00 p4/1 broken at 10-01 17:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 22
10:00 → 10:00 | system lin ticket.reported {}
10:20 → 10:25 | phone wang ticket.restored {}
10:30 → 10:30 | phone lin fact.corrected {"of":"f8","field":"occurredAt","to":1790734800000}
12:20 → 12:20 | phone wang ticket.accepted {}
17:40 → 17:55 | system wang ticket.paused {"reason":"wait"}
10-01 01:55 → 10-01 02:00 | system lin ticket.resumed {"reason":"wait"}
10-01 02:05 → 10-01 04:05 | hand wang ticket.replied {"reason":"forgot","evidence":"list"}
10-01 03:30 → 10-01 05:30 | hand wang visit.arrived {"reason":"forgot","evidence":"list"}
10-01 05:35 → 10-01 05:40 | system lin ticket.graded {"grade":"major","by":"customer"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 kept at 10:20 provisional
  12:00 p1/1 broken at 12:00 provisional
  10-01 04:05 p0/1 broken at 10:30 done 10-01 04:05
  10-01 05:30 p1/1 broken at 12:00 done 10-01 05:30 provisional
  10-01 05:30 p2/1 kept at 10:20 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 23
10:00 → 10:00 | system lin ticket.reported {}
11:30 → 11:30 | phone wang ticket.resumed {"reason":"proven"}
15:45 → 15:15 | hand wang ticket.reported {"reason":"forgot","evidence":"list","zone":"city"}
16:10 → 16:15 | system lin ticket.reported {"grade":"major"}
10-01 00:45 → 10-01 00:45 | system wang ticket.accepted {}
10-01 03:15 → 10-01 03:15 | system lin ticket.closed {}
10-01 04:05 → 10-01 04:05 | system lin obligation.waived {"promise":"p4","reason":"storm","role":"lead","evidence":"e"}
10-01 04:15 → 10-01 04:20 | phone lin ticket.reported {"zone":"city"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  10-01 04:05 p4/1 excused provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 24
10:00 → 10:00 | system lin ticket.reported {}
12:00 → 12:00 | phone wang remote.solved {}
13:20 → 13:20 | hand lin fact.approved {"reason":"forgot","evidence":"list","of":"f9"}
16:40 → 16:40 | system lin obligation.waived {"promise":"p2","reason":"storm","role":"lead","evidence":"e"}
17:35 → 17:35 | hand lin ticket.accepted {"reason":"forgot","evidence":"list"}
18:50 → 18:50 | hand lin fact.voided {"reason":"forgot","evidence":"list","of":"f2"}
19:55 → 19:55 | system lin obligation.excused {"promise":"p2","reason":"storm","evidence":"e"}
20:15 → 20:30 | hand wang ticket.noted {"reason":"forgot","evidence":"list"}
21:00 → 21:00 | system wang ticket.resumed {"reason":"proven"}
21:20 → 21:20 | hand wang ticket.restored {"reason":"forgot","evidence":"list"}
22:05 → 10-01 00:05 | hand lin ticket.resumed {"reason":"proven","evidence":"list"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 cancelled provisional
  18:50 p1/1 broken at 12:00 provisional
  21:20 p4/1 kept at 21:20 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 25
10:00 → 10:00 | system lin ticket.reported {}
19:05 → 19:05 | system wang fact.corrected {"of":"f9","field":"occurredAt","to":1790764200000}
19:45 → 19:50 | phone lin ticket.accepted {}
20:25 → 20:25 | phone lin fact.corrected {"of":"f5","field":"grade","to":"general"}
18:50 → 20:50 | system lin ticket.replied {}
23:45 → 23:45 | system lin fact.corrected {"of":"f8","field":"occurredAt","to":1790781600000}
10-01 00:45 → 10-01 00:15 | hand lin ticket.reopened {"reason":"forgot","evidence":"list"}
10-01 02:10 → 10-01 02:10 | phone lin fact.corrected {"of":"f10","field":"occurredAt","to":1790793900000}
10-01 01:30 → 10-01 03:30 | hand lin ticket.closed {"reason":"forgot","evidence":"list"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  20:50 p0/1 broken at 10:30 done 18:50
  10-01 00:45 p0/2 open due 10-01 01:15
  10-01 00:45 p1/2 open due 10-01 02:45 provisional
  10-01 01:15 p0/2 broken at 10-01 01:15
  10-01 01:15 p4/2 open due 10-02 17:00 provisional
  10-01 02:45 p1/2 broken at 10-01 02:45 provisional
  10-01 17:00 p4/1 broken at 10-01 17:00 provisional
  10-02 17:00 p4/2 broken at 10-02 17:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 01:15 escalate p0/2 to lead
  10-01 02:45 escalate p1/2 to lead
  10-01 17:00 escalate p4/1 to service-manager
  10-02 17:00 escalate p4/2 to service-manager
# story 26
10:00 → 10:00 | system lin ticket.reported {}
08:10 → 10:10 | phone lin ticket.graded {"grade":"major","by":"staff"}
11:00 → 10:30 | hand lin ticket.resumed {"reason":"forgot","evidence":"list"}
12:15 → 12:15 | hand wang ticket.graded {"reason":"forgot","evidence":"list","grade":"major","by":"customer"}
14:35 → 14:40 | phone lin visit.arrived {}
16:20 → 16:35 | system lin ticket.replied {}
22:35 → 22:05 | hand wang ticket.paused {"reason":"short","evidence":"e"}
10-01 05:40 → 10-01 05:40 | system lin ticket.resumed {"reason":"wait"}
10-01 06:10 → 10-01 05:40 | hand lin obligation.waived {"reason":"storm","evidence":"e","promise":"p3","role":"lead"}
10-01 05:45 → 10-01 05:45 | system lin fact.corrected {"of":"f10","field":"grade","to":"major"}
10-01 06:00 → 10-01 06:00 | phone wang ticket.paused {"reason":"unknown","evidence":"e"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00
  12:00 p1/1 broken at 12:00 provisional
  14:40 p1/1 broken at 12:00 done 14:35 provisional
  14:40 p2/1 open due 10-01 10:35
  16:35 p0/1 broken at 10:30 done 16:20
  16:35 p3/1 open due 17:35
  17:35 p3/1 broken at 17:35
  22:35 p2/1 paused due 10-01 10:35
  10-01 06:10 p3/1 excused at 17:35
  10-01 10:00 p2/1 open due 10-01 11:35
  10-01 11:35 p2/1 broken at 10-01 11:35
  10-01 17:00 p4/1 broken at 10-01 17:00
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 27
10:00 → 10:00 | system lin ticket.reported {}
11:10 → 11:10 | hand wang ticket.accepted {"reason":"forgot","evidence":"list"}
14:55 → 14:55 | system wang fact.corrected {"of":"f2","field":"grade","to":"general"}
15:40 → 15:10 | hand lin ticket.reported {"reason":"forgot","evidence":"list","grade":"major"}
15:35 → 15:35 | hand wang fact.voided {"reason":"forgot","evidence":"list","of":"f10"}
18:05 → 17:35 | system wang ticket.paused {"reason":"unknown","evidence":"e"}
22:45 → 22:45 | system wang ticket.paused {"reason":"short"}
10-01 02:00 → 10-01 02:00 | phone lin ticket.paused {"reason":"wait","evidence":"e"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  10-01 17:00 p4/1 broken at 10-01 17:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 28
10:00 → 10:00 | system lin ticket.reported {}
13:50 → 13:50 | system wang fact.corrected {"of":"f10","field":"occurredAt","to":1790787300000}
12:35 → 14:35 | phone lin visit.arrived {}
18:00 → 18:00 | hand wang obligation.excused {"reason":"storm","evidence":"e","promise":"p0"}
22:35 → 22:40 | hand lin ticket.reported {"reason":"forgot","evidence":"list"}
10-01 01:40 → 10-01 01:10 | system lin ticket.resumed {"reason":"proven"}
10-01 01:55 → 10-01 02:10 | phone lin obligation.waived {"promise":"p3","reason":"storm","role":"lead","evidence":"e"}
10-01 02:50 → 10-01 02:55 | hand wang ticket.graded {"reason":"forgot","evidence":"list","grade":"major","by":"customer"}
10-01 02:55 → 10-01 02:55 | phone wang ticket.cancelled {}
10-01 03:30 → 10-01 03:45 | phone wang ticket.paused {"reason":"wait","evidence":"e"}
10-01 04:55 → 10-01 04:25 | hand lin ticket.paused {"reason":"unknown"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  14:35 p1/1 broken at 12:00 done 12:35 provisional
  14:35 p2/1 open due 14:35 provisional
  14:35 p3/1 open due 14:35
  14:35 p2/1 broken at 14:35 provisional
  14:35 p3/1 broken at 14:35
  10-01 02:10 p3/1 excused at 14:35
  10-01 02:55 p4/1 cancelled provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 29
10:00 → 10:00 | system lin ticket.reported {}
10:35 → 10:05 | phone wang ticket.resumed {"reason":"proven"}
10:05 → 10:05 | system lin ticket.reported {"grade":"major"}
08:10 → 10:10 | hand lin ticket.reported {"reason":"forgot","evidence":"list","zone":"city"}
10:15 → 10:20 | system lin ticket.reopened {}
15:40 → 15:40 | hand lin ticket.restored {"reason":"forgot","evidence":"list"}
10-01 01:35 → 10-01 01:35 | phone lin ticket.paused {"reason":"proven"}
10-01 01:55 → 10-01 02:00 | system lin ticket.accepted {}
10-01 02:30 → 10-01 02:30 | system wang ticket.cancelled {}
10-01 03:05 → 10-01 03:10 | system wang ticket.accepted {}
10-01 03:50 → 10-01 05:50 | hand lin ticket.accepted {"reason":"forgot","evidence":"list"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:10 p0/1 broken at 08:40
  10:10 p1/1 open due 10:10
  10:10 p4/1 open due 10-01 17:00 provisional
  10:10 p1/1 broken at 10:10
  10:20 p0/2 open due 10:45
  10:20 p1/2 open due 12:15
  10:45 p0/2 broken at 10:45
  10:45 p4/2 open due 10-01 17:00 provisional
  12:15 p1/2 broken at 12:15
  15:40 p4/1 kept at 15:40 provisional
  15:40 p4/2 kept at 15:40 provisional
  08:40 escalate p0/1 to lead
  10:10 escalate p1/1 to lead
  10:45 escalate p0/2 to lead
  12:15 escalate p1/2 to lead
# story 30
10:00 → 10:00 | system lin ticket.reported {}
10:15 → 10:15 | system lin ticket.reported {"zone":"city"}
10:25 → 10:25 | hand lin ticket.graded {"reason":"forgot","evidence":"list","grade":"general","by":"customer"}
10:30 → 10:30 | hand lin ticket.restored {"reason":"forgot","evidence":"list"}
10:25 → 10:30 | system wang ticket.graded {"grade":"general","by":"staff"}
11:10 → 11:10 | phone wang fact.corrected {"of":"f3","field":"occurredAt","to":1790796900000}
12:25 → 12:25 | phone lin ticket.restored {}
17:25 → 17:25 | hand lin ticket.graded {"reason":"forgot","evidence":"list","grade":"major","by":"customer"}
20:35 → 20:05 | hand lin ticket.paused {"reason":"proven","evidence":"e"}
21:25 → 21:30 | hand wang ticket.cancelled {"reason":"forgot","evidence":"list"}
10-01 06:00 → 10-01 06:00 | hand wang fact.voided {"reason":"forgot","evidence":"list","of":"f7"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  12:00 p1/1 broken at 12:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 31
10:00 → 10:00 | system lin ticket.reported {}
10:35 → 10:35 | system wang visit.arrived {}
12:40 → 12:10 | system wang obligation.excused {"promise":"p4","reason":"storm","evidence":"e"}
14:25 → 16:25 | system lin ticket.paused {"reason":"wait","evidence":"e"}
17:35 → 17:40 | hand wang ticket.graded {"reason":"forgot","evidence":"list","grade":"general","by":"staff"}
19:15 → 19:15 | hand wang ticket.reported {"reason":"forgot","evidence":"list","zone":"city"}
18:50 → 20:50 | phone wang ticket.resumed {"reason":"proven"}
23:20 → 23:20 | hand wang remote.solved {"reason":"forgot","evidence":"list"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  10:35 p1/1 kept at 10:35 provisional
  10:35 p2/1 open due 12:35 provisional
  11:35 p3/1 open due 12:35
  12:35 p2/1 broken at 12:35 provisional
  12:35 p3/1 broken at 12:35
  17:40 p4/1 cancelled
  10:30 escalate p0/1 to lead
# story 32
10:00 → 10:00 | system lin ticket.reported {}
10:05 → 10:05 | system wang fact.corrected {"of":"f9","field":"grade","to":"major"}
10:10 → 10:10 | phone wang ticket.accepted {}
10:25 → 10:25 | system wang ticket.paused {"reason":"proven","evidence":"e"}
13:25 → 13:25 | hand wang fact.voided {"reason":"forgot","evidence":"list","of":"f11"}
18:20 → 18:20 | phone lin ticket.reported {}
22:35 → 22:35 | phone wang visit.arrived {}
10-01 02:05 → 10-01 02:05 | phone lin fact.corrected {"of":"f8","field":"occurredAt","to":1790734200000}
10-01 04:50 → 10-01 04:20 | hand wang obligation.excused {"reason":"storm","evidence":"e","promise":"p2"}
10-01 05:30 → 10-01 05:45 | phone wang ticket.resumed {}
10-01 05:45 → 10-01 05:45 | hand wang ticket.accepted {"reason":"forgot","evidence":"list"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  22:35 p1/1 broken at 12:00 done 22:35 provisional
  22:35 p2/1 paused due 10-01 11:00 provisional
  10-01 04:50 p2/1 excused provisional
  10-01 17:00 p4/1 broken at 10-01 17:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
`
