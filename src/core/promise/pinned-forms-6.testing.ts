/** Written by pinned-forms.test.ts, read by people. */
export const STORIES_6 = String.raw`
# story 69 asset/A1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  upkeep: {recurring: {every: 1mo, per: asset, starts: asset.accepted, task: test, until: equipment.end, holiday: next-workday, calendar: office, ahead: 20d, same-expert: true, agreed-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  patrol: {recurring: {every: 2mo, anchor: floating, per: contract, starts: contract.accepted, task: visit, until: equipment.end, holiday: previous-workday, calendar: office, window: 10d, approved-by: customer, on-broken: [{escalate: lead}]}}
  protocol: {deadline: {starts: patrol.broken, within: 1mo, kept-by: report.delivered, calendar: always, excuses: [proven, told], on-broken: [{escalate: lead}], per: contract}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 50%, over: now, per: contract, starts: contract.accepted, calendar: desk}}
  visited: {level: {measure: 'count visit.done', at-least: 1, over: quarter, per: asset, starts: asset.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: desk}}
02-18 09:00 → 02-16 09:00 | f7 hand lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"other","reason":"wait","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"minutes","occurrence":2,"checklists":["deep","basic"],"role":"lead","startsAt":1780707600000}
02-18 09:00 → 02-18 09:00 | f8 hand lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"other","reason":"wait","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"minutes","occurrence":2,"checklists":["deep","basic"],"role":"lead","startsAt":1780707600000}
03-07 11:00:00.001 → 03-07 11:00:00.001 | f9 system lin asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"county","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":0,"part":"fan","promise":"downtime","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770512400000}
03-30 02:00:00.001 → 04-29 02:00:00.001 | f11 hand lin asset/A1,contract/C1,site/S1,model/M1 asset.described {"by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"third","occurrence":1,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1770253200000}
  02-18 09:00 upkeep/1 open due 03-19 00:00
  02-18 09:00 visited/1 open due 04-01 00:00
  02-27 00:00 upkeep/2 open due 04-21 00:00
  03-19 00:00 upkeep/1 broken at 03-19 00:00
  03-30 00:00 upkeep/3 open due 05-19 00:00
  04-01 00:00 visited/1 kept at 04-01 00:00
  04-01 00:00 visited/2 open due 07-01 00:00
  04-21 00:00 upkeep/2 broken at 04-21 00:00
  04-29 02:00:00.001 upkeep/3 cancelled
  07-01 00:00 visited/2 broken at 07-01 00:00
  07-01 00:00 visited/3 open due 10-01 00:00
  10-01 00:00 visited/3 broken at 10-01 00:00
  10-01 00:00 visited/4 open due 2027-01-01 00:00
  03-19 00:00 escalate asset/A1|upkeep|1|escalate:lead to lead {}
  03-19 00:00 escalate asset/A1|upkeep|1|escalate:service-manager to service-manager {}
  04-21 00:00 escalate asset/A1|upkeep|2|escalate:lead to lead {}
  04-21 00:00 escalate asset/A1|upkeep|2|escalate:service-manager to service-manager {}
  07-01 00:00 escalate asset/A1|visited|2|escalate:lead to lead {}
  07-01 00:00 escalate asset/A1|visited|2|escalate:service-manager to service-manager {}
  10-01 00:00 escalate asset/A1|visited|3|escalate:lead to lead {}
  10-01 00:00 escalate asset/A1|visited|3|escalate:service-manager to service-manager {}
  = upkeep/1 {"from":["asset.accepted","02-18 09:00","f7","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1771376400000,"until":1773849600000},"usedMs":4665600000,"leftMs":-4147200000,"pausedMs":0,"plainDue":"03-19 00:00"}
  = upkeep/2 {"from":["asset.accepted","02-27 00:00","f7","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1773849600000,"until":1776700800000},"usedMs":4579200000,"leftMs":-3513600000,"pausedMs":0,"plainDue":"04-21 00:00"}
  = upkeep/3 {"from":["asset.accepted","03-30 00:00","f7","office"],"evidence":["f11"],"rows":[],"gaps":[],"notes":[["backfill-pending","04-29 02:00:00.001","f11",{"occurredAt":1774807200001,"recordedAt":1777399200001}]],"detail":{"from":1776528000000,"until":1779120000000,"ended":true},"usedMs":604800000,"leftMs":345600000,"pausedMs":0,"plainDue":"05-19 00:00"}
  = visited/1 {"from":["asset.accepted","02-18 09:00","f7","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1771376400000,"until":1774972800000,"value":1},"usedMs":1209600000,"leftMs":0,"pausedMs":0,"plainDue":"04-01 00:00"}
  = visited/2 {"from":["asset.accepted","04-01 00:00","f7","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1774972800000,"until":1782835200000,"value":0},"usedMs":5788800000,"leftMs":-3168000000,"pausedMs":0,"plainDue":"07-01 00:00"}
  = visited/3 {"from":["asset.accepted","07-01 00:00","f7","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1782835200000,"until":1790784000000,"value":0},"usedMs":3168000000,"leftMs":-518400000,"pausedMs":0,"plainDue":"10-01 00:00"}
  = visited/4 {"from":["asset.accepted","10-01 00:00","f7","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1790784000000,"until":1798732800000,"value":0},"usedMs":518400000,"leftMs":2131200000,"pausedMs":0,"plainDue":"2027-01-01 00:00"}
# story 70 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: cover, equipment: unstated, else: 20min}, kept-by: visit.arrived, calendar: always, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: keep}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: travel + 2h, general: 3d}, kept-by: ticket.replied, calendar: office, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: zone, city: {by: grade, major: 20min, general: 1h}, else: none}, kept-by: ticket.restored, calendar: always, pauses: [wait, proven], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: resume}}
  longer: {rule: {on: ticket.judged, then: [{restart: equipment}]}}
02-09 09:00 → 02-07 09:00 | f4 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":true,"problem":"heat","score":40,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"repair","checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1773104400000}
02-16 09:01 → 02-19 09:01 | f5 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 visit.agreed {"grade":"general","by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"lessons","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1777078800000}
03-01 09:01 → 03-31 09:01 | f7 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"grade":"general","by":"staff","zone":"county","cover":"equipment","type":"fault","kind":"other","reason":"unknown","evidence":"photo","removable":false,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":1,"makerTerm":"3mo","promise":"spares","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1778806800000}
04-09 09:00 → 04-09 09:00 | f11 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.noted {"by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"proven","removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":0,"makerTerm":"3mo","promise":"patrol","occurrence":1,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1779843600000}
04-15 09:00 → 04-15 09:00 | r3 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f11","field":"grade","to":"major","reason":"typo"}
  02-09 09:00 arrive/1 open due 02-09 09:20
  02-09 09:00 reply/1 open due 02-12 17:00
  02-09 09:20 arrive/1 broken at 02-09 09:20
  02-09 11:20 repair/1 open due 02-09 12:20 provisional
  02-09 12:20 repair/1 broken at 02-09 12:20 provisional
  02-12 17:00 reply/1 broken at 02-12 17:00
  03-31 09:01 arrive/1 broken at 02-09 09:20 done 03-01 09:01
  02-09 09:20 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-09 09:20 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-09 12:20 escalate ticket/T1|repair|1|escalate:lead to lead {}
  02-09 12:20 escalate ticket/T1|repair|1|escalate:service-manager to service-manager {}
  02-12 17:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-09 09:00","f4","always"],"evidence":["f7"],"rows":["cover=none"],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":1728060000,"leftMs":-1726860000,"pausedMs":0,"plainDue":"02-09 09:20"}
  = reply/1 {"from":["ticket.reported","02-09 09:00","f4","office"],"evidence":[],"rows":["grade=general"],"gaps":[],"notes":[],"usedMs":4838400000,"leftMs":-4723200000,"pausedMs":0,"plainDue":"02-12 17:00","target":"02-09 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-09 11:20",null,"always"],"evidence":[],"rows":["zone=undefined","grade=general"],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":21764400000,"leftMs":-21760800000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-09 12:20"}
# story 71 model/M1
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: month, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
02-13 09:00 → 02-13 09:00 | f2 phone lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"staff","zone":"county","class":"edge","type":"fault","kind":"other","reason":"unknown","evidence":"photo","removable":true,"passed":true,"problem":"noise","travel":"3h","quantity":0,"part":"pump","makerTerm":"3mo","promise":"renewal","occurrence":3,"people":1,"role":"service-manager"}
03-15 09:00 → 03-15 09:00 | r4 hand wang asset/A1,contract/C1,site/S1,model/M1 fact.approved {"of":"f3"}
04-13 10:01 → 04-13 10:01 | r2 phone wang ticket/T2,asset/A2,contract/C1,site/S1,model/M1 fact.corrected {"of":"f8","field":"grade","to":"major","reason":"typo"}
04-17 08:59:59.999 → 04-17 08:59:59.999 | r1 hand wang ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V2 fact.approved {"of":"f7"}
05-10 08:59:59.999 → 05-10 08:59:59.999 | r5 hand wang ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V2 fact.approved {"of":"f7"}
05-27 09:00 → 05-27 09:00 | r3 system wang asset/A2,contract/C1,site/S1,model/M1 fact.approved {"of":"f12"}
05-30 08:59:59.999 → 05-30 08:59:59.999 | f13 hand lin asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"pleased","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1772758800000}
06-08 10:00 → 06-11 10:00 | f16 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.excused {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"agreed","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1778029200000}
06-27 09:00 → 06-25 09:00 | f19 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"staff","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":2,"part":"pump","makerTerm":"3mo","promise":"arrive","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1779325200000}
06-27 09:01 → 06-30 09:01 | f20 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"faults","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1772154000000}
  02-13 09:00 faults/1 open due 03-01 00:00
  03-01 00:00 faults/1 kept at 03-01 00:00
  03-01 00:00 faults/2 open due 04-01 00:00
  04-01 00:00 faults/2 kept at 04-01 00:00
  04-01 00:00 faults/3 open due 05-01 00:00
  05-01 00:00 faults/3 kept at 05-01 00:00
  05-01 00:00 faults/4 open due 06-01 00:00
  06-01 00:00 faults/4 kept at 06-01 00:00
  06-01 00:00 faults/5 open due 07-01 00:00
  06-30 09:01 faults/5 excused
  07-01 00:00 faults/6 open due 08-01 00:00
  08-01 00:00 faults/6 kept at 08-01 00:00
  08-01 00:00 faults/7 open due 09-01 00:00
  09-01 00:00 faults/7 kept at 09-01 00:00
  09-01 00:00 faults/8 open due 10-01 00:00
  10-01 00:00 faults/8 kept at 10-01 00:00
  10-01 00:00 faults/9 open due 11-01 00:00
  = faults/1 {"from":["asset.accepted","02-13 09:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1770944400000,"until":1772294400000,"value":0},"usedMs":201600000,"leftMs":0,"pausedMs":0,"plainDue":"03-01 00:00"}
  = faults/2 {"from":["asset.accepted","03-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1772294400000,"until":1774972800000,"value":0},"usedMs":633600000,"leftMs":0,"pausedMs":0,"plainDue":"04-01 00:00"}
  = faults/3 {"from":["asset.accepted","04-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1774972800000,"until":1777564800000,"value":0},"usedMs":604800000,"leftMs":0,"pausedMs":0,"plainDue":"05-01 00:00"}
  = faults/4 {"from":["asset.accepted","05-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1777564800000,"until":1780243200000,"value":0},"usedMs":547200000,"leftMs":0,"pausedMs":0,"plainDue":"06-01 00:00"}
  = faults/5 {"from":["asset.accepted","06-01 00:00","f2","office"],"evidence":["f20"],"rows":[],"gaps":[],"notes":[["waived","06-27 09:01","f20",{"reason":"proven","role":"service-manager"}]],"detail":{"target":1,"from":1780243200000,"until":1782835200000,"value":0},"usedMs":547200000,"leftMs":57600000,"pausedMs":0,"plainDue":"07-01 00:00"}
  = faults/6 {"from":["asset.accepted","07-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1782835200000,"until":1785513600000,"value":0},"usedMs":662400000,"leftMs":0,"pausedMs":0,"plainDue":"08-01 00:00"}
  = faults/7 {"from":["asset.accepted","08-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1785513600000,"until":1788192000000,"value":0},"usedMs":604800000,"leftMs":0,"pausedMs":0,"plainDue":"09-01 00:00"}
  = faults/8 {"from":["asset.accepted","09-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1788192000000,"until":1790784000000,"value":0},"usedMs":633600000,"leftMs":0,"pausedMs":0,"plainDue":"10-01 00:00"}
  = faults/9 {"from":["asset.accepted","10-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1790784000000,"until":1793462400000,"value":0},"usedMs":230400000,"leftMs":288000000,"pausedMs":0,"plainDue":"11-01 00:00"}
# story 72 site/S1
  lessons: {recurring: {every: 1mo, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: next-workday, calendar: office, ahead: 20d, agreed-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {longer-of: [1mo, maker]}, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
02-16 09:00 → 02-16 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"paid","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1781139600000}
03-08 00:00 → 03-08 01:00 | f4 hand lin contract/C1,site/S1 training.held {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":1,"makerTerm":"1mo","promise":"paid","occurrence":3,"people":2,"role":"lead","startsAt":1781485200000}
04-08 17:00 → 04-08 17:00 | r1 hand wang asset/A2,contract/C1,site/S1,model/M1 fact.voided {"of":"f6","reason":"typo"}
04-13 01:00 → 04-13 01:00 | r2 hand wang contract/C1,site/S1 fact.approved {"of":"f4"}
04-20 09:00 → 04-20 10:00 | f10 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"late","occurrence":1,"checklists":["deep","basic"],"person":"wang","role":"lead"}
04-26 00:00:00.001 → 04-24 00:00:00.001 | f11 system lin asset/A2,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":0,"makerTerm":"1mo","promise":"upkeep","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1779325200000}
06-17 09:00 → 06-17 09:00 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":true,"problem":"heat","score":60,"promise":"visited","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1775523600000}
06-29 17:00 → 06-29 17:00 | f17 system lin asset/A2,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"told","passed":true,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"pump","promise":"patrol","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1770512400000}
07-01 09:01 → 07-04 09:01 | f18 phone lin asset/A2,contract/C1,site/S1,model/M1 asset.scrapped {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":2,"makerTerm":"1mo","promise":"faults","checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1775955600000}
07-09 00:00:00.001 → 07-09 00:00:00.001 | r3 system wang ticket/T2,asset/A2,contract/C1,site/S1,model/M1 fact.voided {"of":"f14","reason":"typo"}
  02-16 09:00 lessons/1 open due 03-17 00:00
  02-25 00:00 lessons/2 open due 04-17 00:00
  03-08 01:00 lessons/1 kept at 03-08 00:00
  03-28 00:00 lessons/3 open due 05-19 00:00
  04-17 00:00 lessons/2 broken at 04-17 00:00
  04-27 00:00 lessons/4 open due 06-17 00:00
  05-19 00:00 lessons/3 broken at 05-19 00:00
  05-28 00:00 lessons/5 open due 07-17 00:00
  06-17 00:00 lessons/4 broken at 06-17 00:00
  06-27 00:00 lessons/6 open due 08-18 00:00
  07-04 09:01 lessons/5 cancelled
  07-04 09:01 lessons/6 cancelled
  04-17 00:00 escalate site/S1|lessons|2|escalate:lead to lead {}
  04-17 00:00 escalate site/S1|lessons|2|escalate:service-manager to service-manager {}
  05-19 00:00 escalate site/S1|lessons|3|escalate:lead to lead {}
  05-19 00:00 escalate site/S1|lessons|3|escalate:service-manager to service-manager {}
  06-17 00:00 escalate site/S1|lessons|4|escalate:lead to lead {}
  06-17 00:00 escalate site/S1|lessons|4|escalate:service-manager to service-manager {}
  = lessons/1 {"from":["asset.handed-over","02-16 09:00","f2","office"],"evidence":["f4"],"rows":[],"gaps":[],"notes":[["backfill-approved","04-13 01:00","f4",{"occurredAt":1772899200000,"recordedAt":1772902800000,"by":"wang"}]],"detail":{"from":1771203600000,"until":1773676800000},"usedMs":288000000,"leftMs":172800000,"pausedMs":0,"plainDue":"03-17 00:00"}
  = lessons/2 {"from":["asset.handed-over","02-25 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1773676800000,"until":1776355200000},"usedMs":4636800000,"leftMs":-3571200000,"pausedMs":0,"plainDue":"04-17 00:00"}
  = lessons/3 {"from":["asset.handed-over","03-28 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1776355200000,"until":1779120000000},"usedMs":3945600000,"leftMs":-2995200000,"pausedMs":0,"plainDue":"05-19 00:00"}
  = lessons/4 {"from":["asset.handed-over","04-27 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1778947200000,"until":1781625600000},"usedMs":3398400000,"leftMs":-2390400000,"pausedMs":0,"plainDue":"06-17 00:00"}
  = lessons/5 {"from":["asset.handed-over","05-28 00:00","f2","office"],"evidence":["f18"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1781625600000,"until":1784217600000,"ended":true},"usedMs":662460000,"leftMs":345540000,"pausedMs":0,"plainDue":"07-17 00:00"}
  = lessons/6 {"from":["asset.handed-over","06-27 00:00","f2","office"],"evidence":["f18"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1784217600000,"until":1786982400000,"ended":true},"usedMs":57660000,"leftMs":979140000,"pausedMs":0,"plainDue":"08-18 00:00"}
# story 73 ticket/T1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {longer-of: [1mo, maker]}, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: travel + 2h, kept-by: ticket.replied, calendar: office, pauses: [told], regrade: keep, target: 10min}}
  nearly: {deadline: {starts: reply at 50%, within: 24h, kept-by: ticket.accepted, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  inspect: {deadline: {per: asset, starts: asset.tested, within: 1w, kept-by: asset.reconnected, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  upkeep: {recurring: {on: {months: [3, 4, 5, 6], days: 11-20}, per: asset, starts: asset.accepted, task: test, until: asset.scrapped, same-expert: true, agreed-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', at-most: 2, over: quarter, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  closed: {gate: {before: ticket.closed, needs: [ticket.confirmed, callback.made], waive: service-manager, on-broken: [{escalate: lead}]}}
02-10 09:00 → 02-10 10:00 | f2 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.accepted {"grade":"general","by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"patrol","checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1773363600000}
02-14 09:00 → 02-14 09:00 | f3 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"other","reason":"wait","notice":true,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"patrol","occurrence":3,"people":2,"person":"lin","role":"lead","startsAt":1778979600000}
02-28 10:00 → 02-28 10:00 | r1 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f2","field":"occurredAt","to":1770253200000,"reason":"typo"}
05-24 09:00 → 05-24 09:00 | f8 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"longer","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1774918800000}
  02-14 09:00 reply/1 open due 02-14 14:00
  02-14 11:30 nearly/1 kept at 02-10 09:00
  02-14 14:00 reply/1 broken at 02-14 14:00
  02-28 10:00 nearly/1 kept at 02-05 09:00
  = reply/1 {"from":["ticket.reported","02-14 09:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":18000000,"usedMs":4694400000,"leftMs":-4676400000,"pausedMs":0,"plainDue":"02-14 14:00","target":"02-14 09:10"}
  = nearly/1 {"from":["reply at 50%","02-14 11:30",null,"always"],"evidence":["f2"],"rows":[],"gaps":[],"notes":[["corrected","02-28 10:00","r1",{"field":"occurredAt"}]],"withinMs":86400000,"usedMs":0,"leftMs":86400000,"pausedMs":0,"plainDue":"02-15 11:30"}
# story 74 ticket/T2
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 10d, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: zone, city: {by: grade, major: 4h, general: 1h}, else: 0.5wd}, kept-by: visit.arrived, excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: retroactive}}
  patrol: {recurring: {phases: [{weeks: 1-4, every: 1w, people: 2-3}, {months: 2-, every: 1mo, checklist: [deep]}], per: contract, starts: contract.accepted, task: visit, until: contract.ended, holiday: next-workday, calendar: office, agreed-by: customer, pauses: [told], excuses: [proven]}}
  protocol: {deadline: {starts: patrol.opened, within: 2wd, kept-by: report.delivered, calendar: desk, pauses: [told], excuses: [proven], per: contract}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 1, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: desk}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
03-16 09:01 → 03-16 09:01 | f11 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"inspect","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770598800000}
03-18 09:01 → 03-18 09:01 | r2 system wang ticket/T2,asset/A2,contract/C1,site/S1,model/M1 fact.approved {"of":"f11"}
05-01 08:59:59.999 → 05-04 08:59:59.999 | f15 hand lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"staff","zone":"city","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","quantity":1,"part":"fan","makerTerm":"3mo","promise":"repair","occurrence":2,"checklists":["basic"],"people":2,"role":"lead"}
05-15 13:00 → 05-15 14:00 | f16 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 work.failed {"grade":"major","by":"customer","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","quantity":1,"part":"fan","makerTerm":"3mo","promise":"late","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1777338000000}
06-05 16:59:59.999 → 06-05 16:59:59.999 | f20 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V2 visit.dispatched {"by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"minutes","checklists":["basic"],"people":2,"role":"service-manager","startsAt":1780534800000}
06-19 08:59:59.999 → 07-19 08:59:59.999 | f22 hand lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.accepted {"grade":"general","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":2,"makerTerm":"1mo","promise":"paid","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1781139600000}
  03-16 09:01 arrive/1 open due 03-16 21:01
  03-16 21:01 arrive/1 broken at 03-16 21:01
  06-05 16:59:59.999 agreed/1 open due 06-05 16:59:59.999
  06-05 16:59:59.999 agreed/1 broken at 06-05 16:59:59.999
  03-16 21:01 escalate ticket/T2|arrive|1|escalate:lead to lead {}
  03-16 21:01 escalate ticket/T2|arrive|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","03-16 09:01","f11","always"],"evidence":[],"rows":["zone=county","grade=general"],"gaps":[],"notes":[],"usedMs":18748740000,"leftMs":-18705540000,"pausedMs":0,"plainDue":"03-16 21:01"}
  = agreed/1 {"from":["visit.dispatched","06-05 16:59:59.999","f20","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"missing":[0],"allowed":true},"usedMs":11721600001,"leftMs":-11721600001,"pausedMs":0,"plainDue":"06-05 16:59:59.999"}
# story 75 contract/C1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: {add: 10d}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 24h, general: 20min}, else: 3d}, kept-by: visit.arrived, calendar: office, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 1w, general: 1w}, kept-by: ticket.replied, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart, target: 10min}}
  repair: {deadline: {starts: arrive.done, within: 24h, kept-by: ticket.restored, calendar: office, pauses: [wait, proven], excuses: [proven, told], reopen: resume}}
  letter: {deadline: {per: contract, starts: contract.accepted, within: 0.5wd, kept-by: document.issued, calendar: desk, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  upkeep: {recurring: {times: 2, per-period: 3mo, per: asset, starts: asset.accepted, task: test, until: asset.scrapped, holiday: next-workday, calendar: office, ahead: 20d, same-expert: true, approved-by: customer, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 8, over: now, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: office}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}]}}
02-01 09:00 → 02-01 10:00 | f1 hand lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"staff","zone":"county","class":"edge","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","quantity":1,"part":"fan","promise":"agreed","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager"}
02-14 10:00 → 02-14 10:00 | r3 hand wang contract/C1,site/S1 fact.corrected {"of":"f1","field":"occurredAt","to":1770426000000,"reason":"typo"}
02-27 06:00 → 02-27 07:00 | f3 phone lin contract/C1,site/S1,visit/V1 visit.done {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","score":40,"part":"fan","makerTerm":"1mo","promise":"closed","checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1776128400000}
03-03 10:00 → 03-03 10:00 | r4 hand wang contract/C1,site/S1 fact.corrected {"of":"f1","field":"kind","to":"renewal","reason":"typo"}
03-04 10:00 → 03-04 10:00 | r1 hand wang contract/C1,site/S1 fact.voided {"of":"f1","reason":"typo"}
03-28 07:00 → 03-28 07:00 | r2 phone wang contract/C1,site/S1,visit/V1 fact.voided {"of":"f3","reason":"typo"}
04-03 07:00 → 04-03 07:00 | r5 phone wang contract/C1,site/S1,visit/V1 fact.approved {"of":"f3"}
  02-01 10:00 letter/1 open due 02-01 13:00
  02-01 10:00 downtime/1 open due open-ended
  02-01 13:00 letter/1 broken at 02-01 13:00
  02-14 10:00 letter/1 broken at 02-07 13:00
  03-04 10:00 letter/1 withdrawn at 02-07 13:00
  03-04 10:00 downtime/1 withdrawn
  02-01 13:00 escalate contract/C1|letter|1|escalate:lead to lead {}
  03-04 10:00 withdraw contract/C1|letter|1|escalate:lead|withdraw to lead {"of":"contract/C1|letter|1|escalate:lead"}
# story 76 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 1y, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: 24h, kept-by: ticket.replied, calendar: office, on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: retroactive, target: 10min}}
  nearly: {deadline: {starts: reply at 80%, within: 24h, kept-by: ticket.accepted, calendar: desk, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 100, over: month, per: contract, starts: contract.accepted, calendar: office}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: quarter, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: desk}}
02-21 09:00 → 02-21 09:00 | f4 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","zone":"city","cover":"none","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":60,"part":"fan","makerTerm":"1mo","promise":"minutes","people":1,"person":"lin","role":"service-manager","startsAt":1775610000000}
03-14 00:00 → 03-12 00:00 | f7 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reopened {"grade":"major","by":"staff","zone":"city","class":"core","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"signed","occurrence":3,"people":1,"role":"lead","startsAt":1777338000000}
03-16 09:00:00.001 → 03-14 09:00:00.001 | f8 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"customer","zone":"county","cover":"equipment","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","removable":false,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"pleased","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1774227600000}
03-22 09:00:00.001 → 03-22 09:00:00.001 | r1 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.approved {"of":"f8"}
03-26 09:00:00.001 → 03-26 09:00:00.001 | r3 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.approved {"of":"f8"}
04-22 08:59:59.999 → 04-22 08:59:59.999 | f12 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 visit.done {"by":"customer","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"reply","occurrence":2,"people":2,"person":"wang","role":"lead","startsAt":1778720400000}
05-20 23:59:59.999 → 06-19 23:59:59.999 | f15 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"major","by":"customer","zone":"city","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":true,"problem":"noise","score":40,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"patrol","occurrence":2,"people":1,"person":"wang","role":"lead"}
  02-21 09:00 reply/1 open due 02-26 17:00
  02-26 12:12 nearly/1 open due 03-01 12:12
  02-26 17:00 reply/1 broken at 02-26 17:00
  03-01 12:12 nearly/1 broken at 03-01 12:12
  03-14 00:00 reply/2 open due 03-18 17:00
  03-18 12:12 nearly/2 paused due 03-21 12:12
  03-18 17:00 reply/2 broken at 03-18 17:00
  03-18 17:00 nearly/2 open due 03-21 17:00
  03-21 17:00 nearly/2 broken at 03-21 17:00
  02-26 17:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-26 17:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  03-01 12:12 escalate ticket/T1|nearly|1|escalate:lead to lead {}
  03-01 12:12 escalate ticket/T1|nearly|1|escalate:service-manager to service-manager {}
  03-18 17:00 escalate ticket/T1|reply|2|escalate:lead to lead {}
  03-18 17:00 escalate ticket/T1|reply|2|escalate:service-manager to service-manager {}
  03-21 17:00 escalate ticket/T1|nearly|2|escalate:lead to lead {}
  03-21 17:00 escalate ticket/T1|nearly|2|escalate:service-manager to service-manager {}
  = reply/1 {"from":["ticket.reported","02-21 09:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":4665600000,"leftMs":-4579200000,"pausedMs":0,"plainDue":"02-26 17:00","target":"02-24 09:10"}
  = reply/2 {"from":["ticket.reported","03-14 00:00","f7","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":4233600000,"leftMs":-4147200000,"pausedMs":0,"plainDue":"03-18 17:00","target":"03-16 09:10"}
  = nearly/1 {"from":["reply at 80%","02-26 12:12",null,"desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":6756480000,"leftMs":-6670080000,"pausedMs":0,"plainDue":"03-01 12:12"}
  = nearly/2 {"from":["reply at 80%","03-18 12:12",null,"desk"],"evidence":[],"rows":[],"gaps":[["wait","03-18 12:12","03-18 17:00",17280000,"limit"]],"notes":[],"withinMs":86400000,"usedMs":6163200000,"leftMs":-6076800000,"pausedMs":17280000,"plainDue":"03-21 12:12"}
# story 77 site/S1
  minutes: {deadline: {starts: training.held, within: 2wd, kept-by: report.delivered, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  lessons: {recurring: {every: 1w, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, calendar: office, ahead: 2d, same-expert: true, approved-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}]}}
02-16 09:00 → 02-16 10:00 | f5 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"by":"customer","class":"core","type":"fault","kind":"renewal","reason":"unknown","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":2,"part":"pump","promise":"protocol","occurrence":2,"people":1,"person":"wang","role":"service-manager","startsAt":1774746000000}
03-17 10:00 → 03-17 10:00 | r2 system wang asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f5","reason":"typo"}
03-26 10:00 → 03-26 10:00 | r1 system wang asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f5","field":"kind","to":"renewal","reason":"typo"}
  02-16 10:00 lessons/1 open due 02-24 00:00
  02-22 00:00 lessons/2 open due 03-03 00:00
  02-24 00:00 lessons/1 broken at 02-24 00:00
  03-01 00:00 lessons/3 open due 03-10 00:00
  03-03 00:00 lessons/2 broken at 03-03 00:00
  03-08 00:00 lessons/4 open due 03-17 00:00
  03-10 00:00 lessons/3 broken at 03-10 00:00
  03-15 00:00 lessons/5 open due 03-24 00:00
  03-17 00:00 lessons/4 broken at 03-17 00:00
  03-17 10:00 lessons/1 withdrawn at 02-24 00:00
  03-17 10:00 lessons/2 withdrawn at 03-03 00:00
  03-17 10:00 lessons/3 withdrawn at 03-10 00:00
  03-17 10:00 lessons/4 withdrawn at 03-17 00:00
  03-17 10:00 lessons/5 withdrawn
  02-24 00:00 escalate site/S1|lessons|1|escalate:lead to lead {}
  03-03 00:00 escalate site/S1|lessons|2|escalate:lead to lead {}
  03-10 00:00 escalate site/S1|lessons|3|escalate:lead to lead {}
  03-17 00:00 escalate site/S1|lessons|4|escalate:lead to lead {}
  03-17 10:00 withdraw site/S1|lessons|1|escalate:lead|withdraw to lead {"of":"site/S1|lessons|1|escalate:lead"}
  03-17 10:00 withdraw site/S1|lessons|2|escalate:lead|withdraw to lead {"of":"site/S1|lessons|2|escalate:lead"}
  03-17 10:00 withdraw site/S1|lessons|3|escalate:lead|withdraw to lead {"of":"site/S1|lessons|3|escalate:lead"}
  03-17 10:00 withdraw site/S1|lessons|4|escalate:lead|withdraw to lead {"of":"site/S1|lessons|4|escalate:lead"}
# story 78 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {longer-of: [1mo, maker]}, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 20min, kept-by: visit.arrived, pauses: [wait, proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 20min, general: 20min}, else: 24h}, kept-by: ticket.replied, calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: unstated, kept-by: ticket.restored, calendar: always, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  nearly: {deadline: {starts: reply at 80%, within: 4h, kept-by: ticket.accepted, calendar: always, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  minutes: {deadline: {starts: training.held, within: 1mo, kept-by: report.delivered, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}], per: contract}}
  letter: {deadline: {per: contract, starts: contract.accepted, within: 1mo, kept-by: document.issued, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  upkeep: {recurring: {every: 10d, per: asset, starts: asset.accepted, task: test, until: asset.scrapped, holiday: next-workday, calendar: office, ahead: 2d, checklist: [basic], agreed-by: customer, excuses: [proven, told], on-broken: [{escalate: lead}]}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
  patrol: {recurring: {phases: [{weeks: 1-4, every: 1w, people: 2-3}, {months: 2-, every: 1mo, checklist: [deep]}], per: contract, starts: contract.accepted, task: visit, until: equipment.end, calendar: office, ahead: 2d, approved-by: customer, excuses: [proven], on-broken: [{escalate: lead}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-15 17:00:00.001 → 02-13 17:00:00.001 | f3 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.resumed {"grade":"major","by":"customer","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"paidup","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1781830800000}
02-16 09:00 → 02-16 09:00 | f4 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"staff","zone":"city","class":"core","type":"fault","kind":"renewal","reason":"wait","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"agreed","occurrence":1,"checklists":["basic"],"people":1,"role":"lead","startsAt":1782867600000}
02-19 09:00:00.001 → 02-19 09:00:00.001 | f6 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.accepted {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","score":60,"quantity":2,"part":"fan","promise":"longer","occurrence":2,"checklists":["deep","basic"],"people":2,"role":"lead","startsAt":1782781200000}
02-24 09:00:00.001 → 02-24 09:00:00.001 | r4 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f6","field":"kind","to":"renewal","reason":"typo"}
03-10 09:00 → 03-10 09:00 | r2 hand wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.approved {"of":"f4"}
03-19 04:00 → 03-17 04:00 | f10 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,loan/L1 loan.returned {"by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"arrive","occurrence":2,"people":1,"person":"lin","role":"lead"}
04-04 09:00 → 05-04 09:00 | f12 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"by":"customer","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":40,"quantity":1,"makerTerm":"1mo","promise":"after","occurrence":3,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1778288400000}
06-12 09:00:00.001 → 06-12 10:00:00.001 | f20 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.closed {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":60,"part":"fan","makerTerm":"3mo","promise":"agreed","occurrence":2,"checklists":["basic"],"person":"wang","role":"lead","startsAt":1781053200000}
  02-16 09:00 arrive/1 open due 02-16 09:20
  02-16 09:00 reply/1 open due 02-16 09:20
  02-16 09:16 nearly/1 open due 02-16 13:16
  02-16 09:20 arrive/1 broken at 02-16 09:20
  02-16 09:20 reply/1 broken at 02-16 09:20
  02-16 11:20 repair/1 open due open-ended
  02-16 13:16 nearly/1 broken at 02-16 13:16
  02-19 09:00:00.001 nearly/1 broken at 02-16 13:16 done 02-19 09:00:00.001
  05-04 09:00 repair/1 paused due open-ended
  02-16 09:20 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-16 09:20 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-16 09:20 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-16 13:16 escalate ticket/T1|nearly|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-16 09:00","f4","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":21168000000,"leftMs":-21166800000,"pausedMs":0,"plainDue":"02-16 09:20"}
  = reply/1 {"from":["ticket.reported","02-16 09:00","f4","desk"],"evidence":[],"rows":["zone=city","grade=major"],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":7056000000,"leftMs":-7054800000,"pausedMs":0,"plainDue":"02-16 09:20","target":"02-16 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-16 11:20",null,"always"],"evidence":[],"rows":[],"gaps":[["proven","04-04 09:00",null,17107200000,null]],"notes":[],"usedMs":4052400000,"pausedMs":17107200000}
  = nearly/1 {"from":["reply at 80%","02-16 09:16",null,"always"],"evidence":["f6"],"rows":[],"gaps":[],"notes":[["corrected","02-24 09:00:00.001","r4",{"field":"kind"}]],"withinMs":14400000,"usedMs":258240001,"leftMs":-243840001,"pausedMs":0,"plainDue":"02-16 13:16"}
# story 79 contract/C1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 1y, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 24h, else: 1h}, kept-by: visit.arrived, calendar: office, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: 1h, kept-by: ticket.replied, calendar: desk, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.done, within: {by: cover, equipment: 1w, else: 20min}, kept-by: ticket.restored, calendar: always, excuses: [proven, told], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {every: 3mo, per: contract, starts: contract.accepted, task: visit, until: contract.ended, holiday: previous-workday, calendar: office, checklist: [basic], agreed-by: customer, excuses: [proven, told], on-broken: [{escalate: lead}]}}
  protocol: {deadline: {starts: patrol.opened, within: 3d, kept-by: report.delivered, pauses: [wait, proven], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-01 09:00 → 02-04 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":1,"makerTerm":"1mo","promise":"upkeep","checklists":["deep","basic"],"role":"lead","startsAt":1770339600000}
02-25 09:00:00.001 → 02-25 09:00:00.001 | f6 phone lin contract/C1,site/S1 invoice.issued {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","removable":false,"passed":false,"problem":"noise","travel":"1h","score":60,"part":"fan","makerTerm":"1mo","promise":"closed","occurrence":3,"checklists":["deep","basic"],"person":"lin","role":"service-manager","startsAt":1777597200000}
03-02 10:00 → 03-02 10:00 | f7 system lin contract/C1,site/S1 obligation.excused {"grade":"general","by":"staff","zone":"county","cover":"equipment","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"reply","occurrence":1,"people":1,"person":"lin","role":"service-manager","startsAt":1779066000000}
02-04 16:00:00.001 → 03-06 16:00:00.001 | f4 phone lin contract/C1,site/S1 report.delivered {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"longer","occurrence":1,"checklists":["deep","basic"],"person":"lin","role":"lead","startsAt":1773709200000}
03-19 09:01 → 03-19 09:01 | f9 hand lin contract/C1,site/S1,visit/V1 visit.agreed {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":40,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"renewal","checklists":["basic"],"people":1,"role":"lead","startsAt":1771549200000}
04-06 09:00 → 04-06 09:00 | f10 hand lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"customer","class":"edge","cover":"none","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","quantity":0,"promise":"lessons","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1777856400000}
05-03 13:00:00.001 → 05-03 13:00:00.001 | f14 phone lin contract/C1,site/S1 complaint.opened {"grade":"general","by":"staff","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","removable":false,"passed":true,"problem":"noise","travel":"3h","quantity":2,"makerTerm":"3mo","promise":"patrol","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1779843600000}
05-07 23:59:59.999 → 05-07 23:59:59.999 | f15 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"customer","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"agreed","checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager"}
  02-04 09:00 patrol/1 open due 05-01 00:00
  02-04 09:00 protocol/1 open due 02-05 00:00
  02-05 00:00 protocol/1 broken at 02-05 00:00
  03-06 16:00:00.001 protocol/1 kept at 02-04 16:00:00.001
  04-06 09:00 patrol/1 kept at 04-06 09:00
  04-18 00:00 patrol/2 open due 08-01 00:00
  04-18 00:00 protocol/2 open due 04-22 00:00
  04-22 00:00 protocol/2 broken at 04-22 00:00
  05-03 13:00:00.001 patrol/1 open due 05-01 00:00
  05-03 13:00:00.001 patrol/1 broken at 05-03 13:00:00.001
  07-19 00:00 patrol/3 open due 10-31 00:00
  07-19 00:00 protocol/3 open due 07-23 00:00
  07-23 00:00 protocol/3 broken at 07-23 00:00
  08-01 00:00 patrol/2 broken at 08-01 00:00
  10-19 00:00 patrol/4 open due 2027-02-02 00:00 provisional
  10-19 00:00 protocol/4 open due 10-23 00:00
  02-05 00:00 escalate contract/C1|protocol|1|escalate:lead to lead {}
  02-05 00:00 escalate contract/C1|protocol|1|escalate:service-manager to service-manager {}
  03-06 16:00:00.001 withdraw contract/C1|protocol|1|escalate:lead|withdraw to lead {"of":"contract/C1|protocol|1|escalate:lead"}
  03-06 16:00:00.001 withdraw contract/C1|protocol|1|escalate:service-manager|withdraw to service-manager {"of":"contract/C1|protocol|1|escalate:service-manager"}
  04-22 00:00 escalate contract/C1|protocol|2|escalate:lead to lead {}
  04-22 00:00 escalate contract/C1|protocol|2|escalate:service-manager to service-manager {}
  05-03 13:00:00.001 notify contract/C1|undone|1|notify:lead to lead {}
  05-03 13:00:00.001 escalate contract/C1|patrol|1|escalate:lead to lead {}
  07-23 00:00 escalate contract/C1|protocol|3|escalate:lead to lead {}
  07-23 00:00 escalate contract/C1|protocol|3|escalate:service-manager to service-manager {}
  08-01 00:00 escalate contract/C1|patrol|2|escalate:lead to lead {}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":["f10"],"rows":[],"gaps":[],"notes":[["not-done","05-03 13:00:00.001","f14",{}]],"detail":{"from":1769907600000,"until":1777564800000,"checklist":["basic"]},"usedMs":4982400000,"leftMs":-3283200000,"pausedMs":0,"plainDue":"05-01 00:00"}
  = patrol/2 {"from":["contract.accepted","04-18 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1777651200000,"until":1785513600000,"checklist":["basic"]},"usedMs":3542400000,"leftMs":-1468800000,"pausedMs":0,"plainDue":"08-01 00:00"}
  = patrol/3 {"from":["contract.accepted","07-19 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1785600000000,"until":1793376000000,"checklist":["basic"]},"usedMs":1756800000,"leftMs":288000000,"pausedMs":0,"plainDue":"10-31 00:00"}
  = patrol/4 {"from":["contract.accepted","10-19 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1793548800000,"until":1801497600000,"checklist":["basic"]},"usedMs":0,"leftMs":2188800000,"pausedMs":0,"provisional":"calendar-unknown","plainDue":"2027-02-02 00:00"}
  = protocol/1 {"from":["patrol.opened","02-01 09:00","f1","always"],"evidence":["f4"],"rows":[],"gaps":[],"notes":[],"usedMs":284400001,"leftMs":28799999,"pausedMs":0,"plainDue":"02-05 00:00"}
  = protocol/2 {"from":["patrol.opened","04-18 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":15930000000,"leftMs":-15584400000,"pausedMs":0,"plainDue":"04-22 00:00"}
  = protocol/3 {"from":["patrol.opened","07-19 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":7981200000,"leftMs":-7635600000,"pausedMs":0,"plainDue":"07-23 00:00"}
  = protocol/4 {"from":["patrol.opened","10-19 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":32400000,"leftMs":313200000,"pausedMs":0,"plainDue":"10-23 00:00"}
# story 80 ticket/T1
  minutes: {deadline: {starts: [training.held, document.issued], within: 1w, kept-by: report.delivered, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  inspect: {deadline: {per: asset, starts: asset.tested, within: 1d, kept-by: asset.reconnected, calendar: office, excuses: [proven, told], on-broken: [{escalate: lead}]}}
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 10d, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  patrol: {recurring: {every: 10d, per: contract, starts: contract.accepted, task: visit, until: contract.ended, holiday: next-workday, calendar: office, window: 10d, approved-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  closed: {gate: {before: ticket.closed, needs: ticket.confirmed + 1h, waive: service-manager}}
  arrive: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 4h, general: 1h}, else: 1d}, kept-by: visit.arrived, calendar: office, excuses: [proven], unless: remote.solved, regrade: keep}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 20min, general: 20min}, else: 1h}, kept-by: ticket.replied, calendar: office, pauses: [wait, proven], excuses: [proven, told], regrade: restart, target: 10min}}
  repair: {deadline: {starts: {all: [arrive.done, reply.done]}, within: {by: grade, major: 1mo, general: 1h}, kept-by: ticket.restored, calendar: desk, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  late: {rule: {on: arrive.broken, then: [{entitle: replacement}, {open-task: apology, owner: lead}]}}
02-02 09:00 → 02-02 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","zone":"county","cover":"equipment","type":"consultation","kind":"other","reason":"wait","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":0,"part":"pump","makerTerm":"3mo","promise":"patrol","occurrence":2,"checklists":["deep","basic"],"people":2,"role":"lead","startsAt":1769907600000}
02-04 09:00 → 02-04 09:00 | r4 system wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f2","reason":"typo"}
02-10 09:00 → 02-10 09:00 | r1 system wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f2","field":"occurredAt","to":1769648400000,"reason":"typo"}
02-07 09:00:00.001 → 02-10 09:00:00.001 | f11 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.replied {"grade":"general","by":"staff","zone":"city","cover":"none","type":"consultation","kind":"renewal","reason":"wait","notice":true,"removable":false,"passed":false,"problem":"heat","score":40,"quantity":0,"part":"fan","promise":"longer","checklists":["basic"],"role":"service-manager","startsAt":1779411600000}
03-17 00:00 → 03-17 00:00 | f15 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 visit.signed {"by":"customer","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","quantity":2,"part":"fan","makerTerm":"3mo","promise":"faults","people":1,"person":"lin","role":"lead","startsAt":1772326800000}
06-12 04:00:00.001 → 06-12 04:00:00.001 | f22 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.confirmed {"grade":"major","by":"customer","zone":"county","class":"edge","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"equipment","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1782867600000}
06-25 13:00:00.001 → 06-25 14:00:00.001 | f24 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 visit.signed {"by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"renewal","occurrence":3,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1774573200000}
07-16 14:00:00.001 → 07-16 14:00:00.001 | r3 system wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 fact.corrected {"of":"f24","field":"grade","to":"major","reason":"typo"}
  02-02 09:00 arrive/1 open due 02-03 17:00
  02-02 09:00 reply/1 open due 02-02 10:00
  02-02 10:00 reply/1 broken at 02-02 10:00
  02-03 17:00 arrive/1 broken at 02-03 17:00
  02-04 09:00 arrive/1 withdrawn at 02-03 17:00
  02-04 09:00 reply/1 withdrawn at 02-02 10:00
  02-03 17:00 entitle ticket/T1|late|1|entitle:replacement to replacement {}
  02-03 17:00 open-task ticket/T1|late|1|open-task:apology to apology {"params":{"owner":"lead"}}
  02-04 09:00 withdraw ticket/T1|late|1|entitle:replacement|withdraw to replacement {"params":{"was":"entitle"},"of":"ticket/T1|late|1|entitle:replacement"}
  02-04 09:00 open-task ticket/T1|late|1|entitle:replacement|review to review-withdrawn {"params":{"owner":"service-manager","was":"entitle","what":"replacement"},"of":"ticket/T1|late|1|entitle:replacement"}
  02-04 09:00 withdraw ticket/T1|late|1|open-task:apology|withdraw to apology {"params":{"owner":"lead","was":"open-task"},"of":"ticket/T1|late|1|open-task:apology"}
`
