/** Stories, and under each what was believed and sent; written by pinned.test.ts, read by people. */
export const STORIES_1 = `
# story 1
10:00 → 10:00 | system lin ticket.reported {}
19:20 → 19:20 | phone wang ticket.paused {"reason":"wait","evidence":"e"}
21:35 → 21:50 | phone wang ticket.replied {}
23:30 → 23:30 | system lin fact.approved {"of":"f9"}
10-01 00:35 → 10-01 00:05 | hand wang visit.arrived {"reason":"forgot","evidence":"list"}
10-01 02:10 → 10-01 02:10 | hand lin ticket.resumed {"reason":"forgot","evidence":"list"}
10-01 06:20 → 10-01 05:50 | system lin ticket.reported {"zone":"city"}
10-01 05:55 → 10-01 05:55 | hand lin ticket.noted {"reason":"forgot","evidence":"list"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  21:50 p0/1 broken at 10:30 done 21:35
  10-01 00:35 p1/1 broken at 12:00 done 10-01 00:35 provisional
  10-01 00:35 p2/1 paused due 10-01 11:00 provisional
  10-01 17:00 p4/1 broken at 10-01 17:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 2
10:00 → 10:00 | system lin ticket.reported {}
09:55 → 10:00 | system wang remote.solved {}
16:40 → 16:55 | phone lin ticket.accepted {}
16:55 → 16:55 | hand wang ticket.resumed {"reason":"forgot","evidence":"list"}
18:50 → 18:50 | system wang ticket.paused {"reason":"wait","evidence":"e"}
21:25 → 21:25 | hand lin fact.voided {"reason":"forgot","evidence":"list","of":"f4"}
20:05 → 22:05 | hand lin ticket.reported {"reason":"forgot","evidence":"list","grade":"major"}
10-01 00:15 → 10-01 00:15 | hand lin fact.approved {"reason":"forgot","evidence":"list","of":"f5"}
10-01 00:35 → 10-01 00:50 | system wang ticket.paused {"reason":"proven"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:00 p1/1 cancelled provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  10-01 17:00 p4/1 broken at 10-01 17:00 provisional
  10:30 escalate p0/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 3
10:00 → 10:00 | system lin ticket.reported {}
10:50 → 12:50 | hand lin ticket.reported {"reason":"forgot","evidence":"list","zone":"city"}
16:40 → 16:55 | system wang ticket.reported {"grade":"major"}
17:50 → 17:50 | phone wang fact.voided {"of":"f4"}
19:35 → 19:35 | hand wang fact.corrected {"reason":"forgot","evidence":"list","of":"f2","field":"occurredAt","to":1790773200000}
18:55 → 20:55 | system wang ticket.restored {}
21:35 → 21:35 | hand wang ticket.resumed {"reason":"forgot","evidence":"list"}
23:15 → 23:15 | hand lin fact.approved {"reason":"forgot","evidence":"list","of":"f7"}
23:35 → 23:35 | phone lin ticket.graded {"grade":"major","by":"customer"}
10-01 02:40 → 10-01 02:40 | hand lin ticket.noted {"reason":"forgot","evidence":"list"}
10-01 03:15 → 10-01 05:15 | phone lin ticket.resumed {"reason":"proven"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  20:55 p4/1 kept at 18:55 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 4
10:00 → 10:00 | system lin ticket.reported {}
10:10 → 10:10 | system lin remote.solved {}
11:40 → 13:40 | hand wang ticket.restored {"reason":"forgot","evidence":"list"}
15:35 → 15:35 | system lin ticket.paused {"reason":"unknown","evidence":"e"}
20:55 → 20:55 | hand lin ticket.graded {"reason":"forgot","evidence":"list","grade":"general","by":"staff"}
19:25 → 21:25 | hand wang ticket.paused {"reason":"proven"}
10-01 00:35 → 10-01 00:35 | phone wang ticket.replied {}
10-01 02:00 → 10-01 02:00 | phone lin fact.corrected {"of":"f2","field":"occurredAt","to":1790794200000}
10-01 02:40 → 10-01 02:40 | hand lin visit.arrived {"reason":"forgot","evidence":"list"}
10-01 03:25 → 10-01 03:25 | hand lin visit.arrived {"reason":"forgot","evidence":"list"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:10 p1/1 cancelled provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  13:40 p4/1 kept at 11:40 provisional
  10-01 00:35 p0/1 broken at 10:30 done 10-01 00:35
  10-01 02:00 p1/1 broken at 12:00 provisional
  10-01 02:40 p1/1 broken at 12:00 done 10-01 02:40 provisional
  10-01 02:40 p2/1 kept at 11:40
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 5
10:00 → 10:00 | system lin ticket.reported {}
10:00 → 10:00 | hand wang fact.corrected {"reason":"forgot","evidence":"list","of":"f2","field":"grade","to":"general"}
10:10 → 10:10 | system lin ticket.paused {"reason":"unknown"}
11:15 → 11:15 | hand lin ticket.restored {"reason":"forgot","evidence":"list"}
15:05 → 15:05 | phone wang ticket.reported {"grade":"major"}
22:20 → 22:20 | hand lin fact.approved {"reason":"forgot","evidence":"list","of":"f6"}
10-01 00:50 → 10-01 00:50 | hand lin visit.arrived {"reason":"forgot","evidence":"list"}
10-01 05:05 → 10-01 05:05 | phone lin ticket.restored {}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  11:15 p4/1 kept at 11:15 provisional
  12:00 p1/1 broken at 12:00 provisional
  10-01 00:50 p1/1 broken at 12:00 done 10-01 00:50 provisional
  10-01 00:50 p2/1 kept at 11:15 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 6
10:00 → 10:00 | system lin ticket.reported {}
14:10 → 14:15 | hand wang ticket.paused {"reason":"short","evidence":"e"}
14:35 → 14:35 | system lin ticket.cancelled {}
18:45 → 18:45 | hand wang fact.corrected {"reason":"forgot","evidence":"list","of":"f7","field":"occurredAt","to":1790799900000}
22:05 → 22:20 | hand lin visit.arrived {"reason":"forgot","evidence":"list"}
22:25 → 22:25 | system lin ticket.reported {"zone":"city"}
10-01 00:25 → 10-01 00:25 | system wang fact.corrected {"of":"f2","field":"occurredAt","to":1790802900000}
10-01 04:35 → 10-01 04:35 | hand wang ticket.restored {"reason":"forgot","evidence":"list"}
10-01 05:45 → 10-01 05:45 | phone wang ticket.replied {}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  14:35 p4/1 cancelled provisional
  22:20 p1/1 broken at 12:00 done 22:20 provisional
  10-01 05:45 p0/1 broken at 10:30 done 10-01 05:45
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 7
10:00 → 10:00 | system lin ticket.reported {}
11:25 → 11:25 | system lin obligation.excused {"promise":"p2","reason":"storm","evidence":"e"}
12:10 → 12:15 | hand wang ticket.accepted {"reason":"forgot","evidence":"list"}
15:05 → 14:35 | system wang ticket.resumed {"reason":"wait"}
18:30 → 18:00 | phone lin ticket.accepted {}
18:20 → 18:20 | phone wang ticket.restored {}
10-01 00:10 → 10-01 00:10 | phone lin ticket.reopened {}
10-01 05:50 → 10-01 05:50 | phone wang fact.corrected {"of":"f4","field":"grade","to":"general"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  18:20 p4/1 kept at 18:20 provisional
  10-01 00:10 p0/2 open due 10-01 00:40
  10-01 00:10 p1/2 open due 10-01 02:10 provisional
  10-01 00:40 p0/2 broken at 10-01 00:40
  10-01 00:40 p4/2 open due 10-02 17:00 provisional
  10-01 02:10 p1/2 broken at 10-01 02:10 provisional
  10-02 17:00 p4/2 broken at 10-02 17:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 00:40 escalate p0/2 to lead
  10-01 02:10 escalate p1/2 to lead
  10-02 17:00 escalate p4/2 to service-manager
# story 8
10:00 → 10:00 | system lin ticket.reported {}
11:25 → 11:25 | hand wang ticket.graded {"reason":"forgot","evidence":"list","grade":"major","by":"staff"}
14:00 → 14:00 | hand wang fact.approved {"reason":"forgot","evidence":"list","of":"f9"}
18:05 → 18:20 | system wang ticket.paused {"reason":"unknown"}
18:35 → 18:50 | system lin ticket.accepted {}
10-01 03:15 → 10-01 03:30 | system lin ticket.accepted {}
10-01 04:55 → 10-01 04:55 | hand lin ticket.replied {"reason":"forgot","evidence":"list"}
10-01 03:40 → 10-01 05:40 | hand wang ticket.graded {"reason":"forgot","evidence":"list","grade":"general","by":"customer"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  11:25 p4/1 open due 10-01 17:00
  12:00 p1/1 broken at 12:00 provisional
  10-01 04:55 p0/1 broken at 10:30 done 10-01 04:55
  10-01 17:00 p4/1 broken at 10-01 17:00
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 9
10:00 → 10:00 | system lin ticket.reported {}
10:10 → 10:10 | phone lin fact.corrected {"of":"f9","field":"occurredAt","to":1790782500000}
10:25 → 10:30 | system lin visit.arrived {}
14:00 → 14:00 | system lin ticket.reported {}
20:30 → 20:30 | system wang ticket.graded {"grade":"general","by":"staff"}
10-01 04:05 → 10-01 04:05 | phone wang ticket.graded {"grade":"major","by":"customer"}
10-01 05:00 → 10-01 04:30 | hand wang obligation.excused {"reason":"storm","evidence":"e","promise":"p3"}
10-01 05:25 → 10-01 05:25 | hand wang ticket.reopened {"reason":"forgot","evidence":"list"}
10-01 03:30 → 10-01 05:30 | system wang ticket.restored {}
10-01 05:30 → 10-01 05:30 | phone lin fact.corrected {"of":"f9","field":"grade","to":"general"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p1/1 kept at 10:25 provisional
  10:30 p2/1 open due 12:25 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  11:25 p3/1 open due 12:25
  12:25 p2/1 broken at 12:25 provisional
  12:25 p3/1 broken at 12:25
  20:30 p4/1 cancelled
  10-01 05:25 p0/2 open due 10-01 05:55
  10-01 05:25 p1/2 open due 10-01 07:25 provisional
  10-01 05:30 p2/1 broken at 12:25 done 10-01 03:30 provisional
  10-01 05:55 p0/2 broken at 10-01 05:55
  10-01 07:25 p1/2 broken at 10-01 07:25 provisional
  10:30 escalate p0/1 to lead
  10-01 05:55 escalate p0/2 to lead
  10-01 07:25 escalate p1/2 to lead
# story 10
10:00 → 10:00 | system lin ticket.reported {}
10:45 → 10:45 | phone wang ticket.graded {"grade":"major","by":"staff"}
11:25 → 11:25 | system wang fact.corrected {"of":"f11","field":"occurredAt","to":1790748900000}
19:30 → 19:30 | system wang ticket.graded {"grade":"major","by":"staff"}
23:10 → 22:40 | hand lin ticket.resumed {"reason":"forgot","evidence":"list"}
22:50 → 22:50 | hand lin ticket.accepted {"reason":"forgot","evidence":"list"}
10-01 00:00 → 10-01 00:00 | phone wang obligation.waived {"promise":"p2","reason":"storm","role":"lead","evidence":"e"}
22:10 → 10-01 00:10 | system wang ticket.accepted {}
10-01 04:40 → 10-01 04:40 | phone wang fact.voided {"of":"f6"}
10-01 05:45 → 10-01 06:00 | phone lin ticket.resumed {}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  10:45 p4/1 open due 10-01 17:00
  12:00 p1/1 broken at 12:00 provisional
  10-01 17:00 p4/1 broken at 10-01 17:00
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 11
10:00 → 10:00 | system lin ticket.reported {}
11:10 → 11:10 | phone lin ticket.cancelled {}
11:10 → 11:25 | hand wang ticket.graded {"reason":"forgot","evidence":"list","grade":"major","by":"customer"}
13:20 → 13:20 | system lin remote.solved {}
16:15 → 16:15 | hand lin ticket.reported {"reason":"forgot","evidence":"list"}
10-01 01:00 → 10-01 01:00 | system lin ticket.restored {}
10-01 01:30 → 10-01 01:30 | phone lin ticket.restored {}
10-01 06:20 → 10-01 05:50 | system lin ticket.reported {}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  11:10 p1/1 cancelled provisional
  11:10 p4/1 cancelled provisional
  10:30 escalate p0/1 to lead
# story 12
10:00 → 10:00 | system lin ticket.reported {}
10:00 → 10:15 | hand wang ticket.resumed {"reason":"proven","evidence":"list"}
13:30 → 13:30 | phone lin ticket.graded {"grade":"major","by":"customer"}
14:15 → 14:15 | phone wang fact.approved {"of":"f5"}
18:10 → 18:10 | phone wang ticket.graded {"grade":"general","by":"customer"}
18:45 → 18:45 | phone wang ticket.paused {"reason":"unknown","evidence":"e"}
23:45 → 23:15 | system wang ticket.graded {"grade":"major","by":"staff"}
10-01 01:20 → 10-01 01:25 | hand lin ticket.paused {"reason":"unknown","evidence":"e"}
10-01 02:15 → 10-01 02:15 | phone wang ticket.paused {"reason":"proven"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  23:45 p4/1 open due 10-01 17:00
  10-01 17:00 p4/1 broken at 10-01 17:00
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  10-01 17:00 escalate p4/1 to service-manager
# story 13
10:00 → 10:00 | system lin ticket.reported {}
10:20 → 10:20 | phone wang ticket.replied {}
10:55 → 10:55 | system lin fact.corrected {"of":"f11","field":"grade","to":"major"}
11:40 → 11:45 | system wang ticket.replied {}
13:55 → 13:55 | system wang fact.corrected {"of":"f9","field":"occurredAt","to":1790771100000}
19:45 → 19:45 | phone wang fact.approved {"of":"f3"}
19:55 → 19:55 | system lin ticket.noted {}
22:35 → 22:50 | system lin ticket.resumed {"reason":"proven"}
10-01 03:05 → 10-01 03:05 | hand wang fact.voided {"reason":"forgot","evidence":"list","of":"f11"}
10-01 05:25 → 10-01 04:55 | system lin ticket.resumed {"reason":"proven"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:20 p0/1 kept at 10:20
  12:00 p1/1 broken at 12:00 provisional
  12:00 escalate p1/1 to lead
# story 14
10:00 → 10:00 | system lin ticket.reported {}
10:10 → 10:15 | phone lin ticket.resumed {}
15:40 → 15:40 | system wang ticket.restored {}
16:20 → 16:20 | hand wang ticket.reopened {"reason":"forgot","evidence":"list"}
23:35 → 23:35 | system lin ticket.graded {"grade":"general","by":"staff"}
10-01 01:00 → 10-01 01:00 | hand wang ticket.replied {"reason":"forgot","evidence":"list"}
10-01 03:15 → 10-01 03:15 | system lin ticket.resumed {"reason":"wait"}
10-01 05:25 → 10-01 05:25 | system lin ticket.graded {"grade":"general","by":"customer"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  15:40 p4/1 kept at 15:40 provisional
  16:20 p0/2 open due 16:50
  16:20 p1/2 open due 18:20 provisional
  16:50 p0/2 broken at 16:50
  16:50 p4/2 open due 10-01 17:00 provisional
  18:20 p1/2 broken at 18:20 provisional
  23:35 p4/2 cancelled
  10-01 01:00 p0/1 broken at 10:30 done 10-01 01:00
  10-01 01:00 p0/2 broken at 16:50 done 10-01 01:00
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  16:50 escalate p0/2 to lead
  18:20 escalate p1/2 to lead
# story 15
10:00 → 10:00 | system lin ticket.reported {}
12:30 → 12:35 | phone lin ticket.replied {}
15:00 → 15:00 | hand wang ticket.restored {"reason":"forgot","evidence":"list"}
19:10 → 21:10 | system wang ticket.resumed {"reason":"proven"}
22:30 → 22:00 | phone lin ticket.paused {"reason":"wait","evidence":"e"}
22:00 → 22:15 | system lin ticket.restored {}
23:10 → 23:25 | phone wang ticket.reported {"grade":"major"}
10-01 02:40 → 10-01 02:10 | system wang ticket.resumed {"reason":"wait"}
10-01 04:25 → 10-01 03:55 | hand lin ticket.replied {"reason":"forgot","evidence":"list"}
10-01 03:40 → 10-01 05:40 | phone lin ticket.restored {}
10-01 05:45 → 10-01 05:45 | hand wang ticket.paused {"reason":"proven","evidence":"e"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  12:35 p0/1 broken at 10:30 done 12:30
  15:00 p4/1 kept at 15:00 provisional
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
# story 16
10:00 → 10:00 | system lin ticket.reported {}
12:05 → 12:05 | phone wang ticket.reopened {}
12:10 → 12:10 | system lin ticket.paused {"reason":"proven","evidence":"e"}
13:00 → 12:30 | hand wang ticket.replied {"reason":"forgot","evidence":"list"}
13:05 → 13:05 | hand wang fact.corrected {"reason":"forgot","evidence":"list","of":"f7","field":"occurredAt","to":1790742300000}
14:25 → 14:40 | system lin ticket.graded {"grade":"major","by":"staff"}
15:40 → 15:40 | system lin fact.corrected {"of":"f10","field":"grade","to":"general"}
16:55 → 17:10 | system lin ticket.paused {"reason":"wait","evidence":"e"}
18:05 → 18:05 | system wang ticket.graded {"grade":"major","by":"customer"}
20:05 → 19:35 | phone lin ticket.reported {"grade":"major"}
20:45 → 21:00 | hand lin ticket.resumed {"reason":"forgot","evidence":"list"}
  10:00 p0/1 open due 10:30
  10:00 p1/1 open due 12:00 provisional
  10:30 p0/1 broken at 10:30
  10:30 p4/1 open due 10-01 17:00 provisional
  12:00 p1/1 broken at 12:00 provisional
  12:05 p0/2 open due 12:35
  12:05 p1/2 open due 14:05 provisional
  12:35 p0/2 broken at 12:35
  12:35 p4/2 open due 10-01 17:00 provisional
  13:00 p0/1 broken at 10:30 done 13:00
  13:00 p0/2 broken at 12:35 done 13:00
  14:05 p1/2 broken at 14:05 provisional
  14:40 p4/1 open due 10-01 17:00
  14:40 p4/2 open due 10-01 17:00
  10-01 17:00 p4/1 broken at 10-01 17:00
  10-01 17:00 p4/2 broken at 10-01 17:00
  10:30 escalate p0/1 to lead
  12:00 escalate p1/1 to lead
  12:35 escalate p0/2 to lead
  14:05 escalate p1/2 to lead
  10-01 17:00 escalate p4/1 to service-manager
  10-01 17:00 escalate p4/2 to service-manager
`
