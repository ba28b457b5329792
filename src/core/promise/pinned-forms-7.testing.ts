/** Written by pinned-forms.test.ts, read by people. */
export const STORIES_7 = String.raw`
# story 81 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 10d, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 4h, general: 1h}, kept-by: ticket.replied, calendar: office, pauses: [wait, proven], on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  nearly: {deadline: {starts: reply at 80%, within: 3d, kept-by: ticket.accepted, calendar: desk, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 8, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 50%, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: desk}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
02-20 09:00 → 02-18 09:00 | f5 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","score":40,"part":"fan","makerTerm":"3mo","promise":"arrive","checklists":["deep","basic"],"people":1,"role":"lead","startsAt":1772154000000}
03-11 09:00 → 03-11 09:00 | r3 hand wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f5","reason":"typo"}
04-17 09:00:00.001 → 04-17 10:00:00.001 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"by":"customer","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"letter","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1776301200000}
  02-20 09:00 reply/1 open due 02-24 10:00
  02-24 09:48 nearly/1 open due 02-27 17:00
  02-24 10:00 reply/1 broken at 02-24 10:00
  02-27 17:00 nearly/1 broken at 02-27 17:00
  03-11 09:00 reply/1 withdrawn at 02-24 10:00
  03-11 09:00 nearly/1 withdrawn at 02-27 17:00
  02-24 10:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-27 17:00 escalate ticket/T1|nearly|1|escalate:lead to lead {}
  02-27 17:00 escalate ticket/T1|nearly|1|escalate:service-manager to service-manager {}
  03-11 09:00 withdraw ticket/T1|reply|1|escalate:lead|withdraw to lead {"of":"ticket/T1|reply|1|escalate:lead"}
  03-11 09:00 withdraw ticket/T1|nearly|1|escalate:lead|withdraw to lead {"of":"ticket/T1|nearly|1|escalate:lead"}
  03-11 09:00 withdraw ticket/T1|nearly|1|escalate:service-manager|withdraw to service-manager {"of":"ticket/T1|nearly|1|escalate:service-manager"}
# story 82 site/S1
  lessons: {recurring: {every: 2mo, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: previous-workday, calendar: office, ahead: 20d, checklist: [basic], agreed-by: customer, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
02-05 09:00 → 02-05 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"by":"customer","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","quantity":1,"part":"pump","makerTerm":"1mo","promise":"equipment","checklists":["deep","basic"],"people":2,"role":"service-manager","startsAt":1781139600000}
02-20 09:00 → 02-20 09:00 | r4 hand wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f3","field":"grade","to":"major","reason":"typo"}
02-24 09:00 → 02-24 09:00 | r3 system wang contract/C1,site/S1 fact.corrected {"of":"f1","field":"kind","to":"renewal","reason":"typo"}
03-29 14:00 → 03-29 14:00 | r1 hand wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 fact.approved {"of":"f4"}
05-23 09:00:00.001 → 05-23 09:00:00.001 | f6 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"3h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"lessons","people":2,"person":"lin","role":"service-manager","startsAt":1780275600000}
05-31 09:00:00.001 → 05-31 09:00:00.001 | r2 system wang ticket/T2,asset/A2,contract/C1,site/S1,model/M1 fact.approved {"of":"f6"}
  02-05 09:00 lessons/1 open due 04-04 00:00
  03-17 00:00 lessons/2 open due 06-06 00:00
  04-04 00:00 lessons/1 broken at 04-04 00:00
  05-17 00:00 lessons/3 open due 08-06 00:00
  05-23 09:00:00.001 lessons/3 excused
  06-06 00:00 lessons/2 broken at 06-06 00:00
  07-17 00:00 lessons/4 open due 10-01 00:00
  09-16 00:00 lessons/5 open due 12-05 00:00
  10-01 00:00 lessons/4 broken at 10-01 00:00
  04-04 00:00 escalate site/S1|lessons|1|escalate:lead to lead {}
  06-06 00:00 escalate site/S1|lessons|2|escalate:lead to lead {}
  10-01 00:00 escalate site/S1|lessons|4|escalate:lead to lead {}
  = lessons/1 {"from":["asset.handed-over","02-05 09:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1770253200000,"until":1775232000000,"checklist":["basic"]},"usedMs":4896000000,"leftMs":-3801600000,"pausedMs":0,"plainDue":"04-04 00:00"}
  = lessons/2 {"from":["asset.handed-over","03-17 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1775404800000,"until":1780675200000,"checklist":["basic"]},"usedMs":4204800000,"leftMs":-2592000000,"pausedMs":0,"plainDue":"06-06 00:00"}
  = lessons/3 {"from":["asset.handed-over","05-17 00:00","f2","office"],"evidence":["f6"],"rows":[],"gaps":[],"notes":[["waived","05-23 09:00:00.001","f6",{"reason":"told","role":"service-manager"}]],"detail":{"from":1780675200000,"until":1785945600000,"checklist":["basic"]},"usedMs":144000000,"leftMs":1497600000,"pausedMs":0,"plainDue":"08-06 00:00"}
  = lessons/4 {"from":["asset.handed-over","07-17 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1785945600000,"until":1790784000000,"checklist":["basic"]},"usedMs":1785600000,"leftMs":-230400000,"pausedMs":0,"plainDue":"10-01 00:00"}
  = lessons/5 {"from":["asset.handed-over","09-16 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1791216000000,"until":1796400000000,"checklist":["basic"]},"usedMs":547200000,"leftMs":1008000000,"pausedMs":0,"plainDue":"12-05 00:00"}
# story 83 visit/V1
  signed: {deadline: {starts: visit.done, within: 0.5wd, kept-by: visit.signed, calendar: office, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], per: visit}}
02-06 13:00:00.001 → 02-06 14:00:00.001 | f4 phone lin contract/C1,site/S1,visit/V1 visit.done {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","quantity":1,"part":"fan","promise":"upkeep","occurrence":1,"checklists":["deep","basic"],"person":"wang","role":"lead","startsAt":1780621200000}
02-14 09:00:00.001 → 02-14 09:00:00.001 | f5 hand lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"general","by":"staff","zone":"county","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":false,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"third","occurrence":2,"people":2,"person":"lin","role":"service-manager","startsAt":1771203600000}
03-09 23:59:59.999 → 03-10 00:59:59.999 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.signed {"by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":40,"quantity":0,"makerTerm":"3mo","promise":"pleased","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1779584400000}
06-07 09:00 → 06-05 09:00 | f16 phone lin asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"agreed","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1772672400000}
  02-06 14:00:00.001 signed/1 open due 02-09 09:00:00.001
  02-09 09:00:00.001 signed/1 broken at 02-09 09:00:00.001
  03-10 00:59:59.999 signed/1 broken at 02-09 09:00:00.001 done 03-09 23:59:59.999
  02-09 09:00:00.001 escalate visit/V1|signed|1|escalate:lead to lead {}
  02-09 09:00:00.001 escalate visit/V1|signed|1|escalate:service-manager to service-manager {}
  = signed/1 {"from":["visit.done","02-06 13:00:00.001","f4","office"],"evidence":["f6"],"rows":[],"gaps":[],"notes":[],"usedMs":503999999,"leftMs":-489599999,"pausedMs":0,"plainDue":"02-09 09:00:00.001"}
# story 84 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 1y, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: 1h, general: 20min}, kept-by: visit.arrived, calendar: office, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: restart}}
  minutes: {deadline: {starts: [training.held, document.issued], within: 0.5wd, kept-by: report.delivered, calendar: always, pauses: [told], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 2wd, kept-by: asset.reconnected, calendar: always, pauses: [told], excuses: [proven]}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 1, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: desk}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}]}}
  patrol: {recurring: {every: 1w, per: contract, starts: contract.accepted, task: visit, calendar: office, ahead: 2d, agreed-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
04-20 08:59:59.999 → 04-20 08:59:59.999 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.dispatched {"by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":1,"part":"fan","makerTerm":"3mo","promise":"after","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1779152400000}
04-24 13:00 → 04-24 13:00 | f7 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 notice.delivered {"grade":"general","by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"paid","occurrence":3,"people":2,"person":"lin","role":"service-manager","startsAt":1778115600000}
05-21 13:00 → 05-21 13:00 | r4 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f7","field":"grade","to":"major","reason":"typo"}
06-03 12:00 → 06-03 12:00 | f11 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.failed {"grade":"major","by":"staff","zone":"city","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","removable":false,"passed":true,"problem":"heat","travel":"1h","quantity":1,"part":"fan","promise":"upkeep","occurrence":2,"checklists":["basic"],"role":"service-manager","startsAt":1782781200000}
06-03 12:00 → 06-03 12:00 | r1 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.approved {"of":"f11"}
06-05 09:00 → 06-05 09:00 | f12 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.succeeded {"grade":"major","by":"customer","zone":"county","class":"edge","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":40,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"nearly","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770339600000}
06-28 13:00 → 06-28 13:00 | f13 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","removable":false,"passed":false,"problem":"noise","travel":"3h","score":40,"quantity":2,"makerTerm":"1mo","promise":"agreed","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1774659600000}
  04-20 08:59:59.999 agreed/1 open due 04-20 08:59:59.999
  04-20 08:59:59.999 agreed/1 broken at 04-20 08:59:59.999
  06-28 13:00 arrive/1 open due 06-29 09:20
  06-29 09:20 arrive/1 broken at 06-29 09:20
  04-20 08:59:59.999 escalate ticket/T1|agreed|1|escalate:lead to lead {}
  06-29 09:20 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  06-29 09:20 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported","06-28 13:00","f13","office"],"evidence":[],"rows":["grade=general"],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":2188800000,"leftMs":-2187600000,"pausedMs":0,"plainDue":"06-29 09:20"}
  = agreed/1 {"from":["visit.dispatched","04-20 08:59:59.999","f6","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"missing":[0],"allowed":true},"usedMs":15724800001,"leftMs":-15724800001,"pausedMs":0,"plainDue":"04-20 08:59:59.999"}
# story 85 contract/C1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: {add: 10d}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: 20min, kept-by: visit.arrived, calendar: desk, on-broken: [{escalate: lead}], unless: remote.solved, regrade: retroactive}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 2wd, general: 4h}, else: 4h}, kept-by: ticket.replied, calendar: office, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: retroactive}}
  repair: {deadline: {starts: {all: [arrive.done, reply.done]}, within: 20min, kept-by: ticket.restored, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: new}}
  renewal: {deadline: {per: asset, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {every: 10d, per: contract, starts: contract.accepted, task: visit, holiday: next-workday, calendar: office, window: 10d, same-expert: true, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  protocol: {deadline: {starts: patrol.opened, within: 1w, kept-by: report.delivered, calendar: always, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], per: contract}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}]}}
  longer: {rule: {on: ticket.judged, then: [{restart: equipment}]}}
  third: {rule: {on: work.failed, then: [{notify: customer}, {open-task: apology, owner: lead}], times: 2, same: [problem], once: owner}}
02-01 09:00 → 02-01 09:00 | f1 phone lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"staff","zone":"county","cover":"none","type":"fault","kind":"renewal","reason":"told","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"inspect","occurrence":2,"checklists":["basic"],"person":"lin","role":"service-manager","startsAt":1782694800000}
02-03 09:00 → 02-03 09:00 | r3 phone wang contract/C1,site/S1 fact.corrected {"of":"f1","field":"kind","to":"renewal","reason":"typo"}
02-08 09:00 → 02-08 09:00 | r4 phone wang contract/C1,site/S1 fact.approved {"of":"f1"}
02-14 09:00 → 02-14 09:00 | r2 phone wang contract/C1,site/S1 fact.voided {"of":"f1","reason":"typo"}
03-29 09:00 → 03-29 09:00 | r1 phone wang asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f2","field":"grade","to":"major","reason":"typo"}
04-08 09:00 → 04-08 09:00 | r5 phone wang asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f2","field":"kind","to":"renewal","reason":"typo"}
  02-01 09:00 patrol/1 open due 02-12 00:00
  02-01 09:00 patrol/2 open due 02-25 00:00
  02-01 09:00 protocol/1 open due 02-09 00:00
  02-01 09:00 protocol/2 open due 02-09 00:00
  02-08 00:00 patrol/3 open due 03-04 00:00
  02-08 00:00 protocol/3 open due 02-16 00:00
  02-09 00:00 protocol/1 broken at 02-09 00:00
  02-09 00:00 protocol/2 broken at 02-09 00:00
  02-12 00:00 patrol/1 broken at 02-12 00:00
  02-14 09:00 patrol/1 withdrawn at 02-12 00:00
  02-14 09:00 patrol/2 withdrawn
  02-14 09:00 patrol/3 withdrawn
  02-14 09:00 protocol/1 withdrawn at 02-09 00:00
  02-14 09:00 protocol/2 withdrawn at 02-09 00:00
  02-14 09:00 protocol/3 withdrawn
  02-09 00:00 escalate contract/C1|protocol|1|escalate:lead to lead {}
  02-09 00:00 escalate contract/C1|protocol|2|escalate:lead to lead {}
  02-12 00:00 escalate contract/C1|patrol|1|escalate:lead to lead {}
  02-12 00:00 escalate contract/C1|patrol|1|escalate:service-manager to service-manager {}
  02-14 09:00 withdraw contract/C1|protocol|1|escalate:lead|withdraw to lead {"of":"contract/C1|protocol|1|escalate:lead"}
  02-14 09:00 withdraw contract/C1|protocol|2|escalate:lead|withdraw to lead {"of":"contract/C1|protocol|2|escalate:lead"}
  02-14 09:00 withdraw contract/C1|patrol|1|escalate:lead|withdraw to lead {"of":"contract/C1|patrol|1|escalate:lead"}
  02-14 09:00 withdraw contract/C1|patrol|1|escalate:service-manager|withdraw to service-manager {"of":"contract/C1|patrol|1|escalate:service-manager"}
# story 86 ticket/T2
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 10d, replaced-part: {add: 10d}, excludes: [proven], gives: [upgrades]}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 0.5wd, general: 1h}, else: 1w}, kept-by: ticket.replied, calendar: office, on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  arrive: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 20min, else: 4h}, kept-by: visit.arrived, calendar: desk, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], unless: remote.solved}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: office, excuses: [proven], on-broken: [{escalate: lead}]}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, target: 90, over: contract-year, per: contract, starts: contract.accepted, calendar: desk}}
  closed: {gate: {before: ticket.closed, needs: {all: [visit.signed, loan.returned]}, waive: service-manager, on-broken: [{escalate: lead}]}}
02-05 09:00:00.001 → 02-03 09:00:00.001 | f2 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","quantity":1,"part":"fan","makerTerm":"3mo","promise":"lessons","occurrence":3,"checklists":["basic"],"person":"lin","role":"service-manager","startsAt":1775178000000}
03-07 02:00:00.001 → 03-10 02:00:00.001 | f9 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"city","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"visited","occurrence":3,"checklists":["basic"],"person":"lin","role":"lead"}
02-26 15:01 → 03-28 15:01 | f8 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.restored {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","part":"fan","makerTerm":"1mo","promise":"reply","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1774573200000}
05-03 08:59:59.999 → 05-03 08:59:59.999 | f12 hand lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.restored {"by":"customer","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","removable":true,"passed":false,"problem":"noise","score":100,"quantity":2,"part":"pump","promise":"upkeep","checklists":["basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1781744400000}
05-08 09:00 → 05-08 09:00 | f13 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 form.filled {"grade":"general","by":"staff","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"wait","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":100,"part":"pump","makerTerm":"3mo","promise":"faults","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager"}
05-23 09:00 → 05-26 09:00 | f17 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 part.replaced {"grade":"major","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":2,"part":"fan","promise":"upkeep","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"lead"}
  03-10 02:00:00.001 reply/1 broken at 03-09 10:00
  03-10 02:00:00.001 arrive/1 paused due 03-10 13:00
  03-10 02:00:00.001 after/1 broken at 03-09 17:00
  05-08 09:00 after/1 broken at 03-09 17:00 done 05-08 09:00
  03-09 10:00 escalate ticket/T2|reply|1|escalate:lead to lead {}
  03-09 17:00 escalate ticket/T2|after|1|escalate:lead to lead {}
  = reply/1 {"from":["ticket.reported","03-07 02:00:00.001","f9","office"],"evidence":[],"rows":["zone=city","grade=general"],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":4377600000,"leftMs":-4374000000,"pausedMs":0,"plainDue":"03-09 10:00","target":"03-09 09:10"}
  = arrive/1 {"from":["ticket.reported","03-07 02:00:00.001","f9","desk"],"evidence":[],"rows":["cover=none"],"gaps":[["proven","03-07 02:00:00.001",null,6508800000,null]],"notes":[],"withinMs":14400000,"usedMs":0,"leftMs":14400000,"pausedMs":6508800000,"plainDue":"03-07 13:00"}
  = after/1 {"from":["arrive.due + 1d","03-07 02:00:00.001",null,"office"],"evidence":["f13"],"rows":[],"gaps":[],"notes":[],"usedMs":1152000000,"leftMs":-1123200000,"pausedMs":0,"plainDue":"03-09 17:00"}
# story 87 contract/C1
  minutes: {deadline: {starts: [training.held, document.issued], within: 0.5wd, kept-by: report.delivered, calendar: office, pauses: [wait, proven], excuses: [proven, told], per: contract}}
  letter: {deadline: {per: contract, starts: contract.accepted + 3d, within: 1d, kept-by: document.issued, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {longer-of: [1mo, maker]}, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  patrol: {recurring: {every: 1w, per: contract, starts: contract.accepted, task: visit, holiday: next-workday, calendar: office, agreed-by: customer, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  protocol: {deadline: {starts: patrol.broken, within: 1mo, kept-by: report.delivered, calendar: desk, pauses: [told], on-broken: [{escalate: lead}], per: contract}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 8, over: month, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: desk}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 1, over: year, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"customer","class":"edge","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"renewal","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager"}
02-09 09:00 → 02-09 09:00 | r5 system wang contract/C1,site/S1 fact.voided {"of":"f1","reason":"typo"}
02-10 13:00 → 02-10 13:00 | f3 phone lin asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":60,"part":"fan","makerTerm":"3mo","promise":"pleased","occurrence":2,"people":1,"person":"wang","role":"service-manager","startsAt":1775178000000}
02-13 09:00 → 02-13 09:00 | f4 phone lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"general","by":"customer","class":"edge","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"renewal","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager"}
02-18 09:00 → 02-18 09:00 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","class":"edge","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"renewal","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager"}
02-25 20:00 → 02-25 20:00 | f8 phone lin contract/C1,site/S1 complaint.opened {"grade":"major","by":"customer","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"proven","removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"paidup","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1778893200000}
02-27 20:00 → 02-27 20:00 | r2 phone wang contract/C1,site/S1 fact.corrected {"of":"f8","field":"grade","to":"major","reason":"typo"}
03-14 09:00 → 03-14 09:00 | r1 phone wang asset/A1,contract/C1,site/S1,model/M1 fact.approved {"of":"f4"}
03-17 09:01 → 03-17 09:01 | f9 hand lin contract/C1,site/S1,visit/V1 visit.done {"grade":"major","by":"customer","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":0,"part":"pump","promise":"patrol","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1776387600000}
03-27 09:00 → 03-27 09:00 | f11 system lin contract/C1,site/S1 obligation.waived {"grade":"general","by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":1,"makerTerm":"1mo","promise":"visited","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1777424400000}
03-31 08:59:59.999 → 03-31 09:59:59.999 | f12 hand lin contract/C1,site/S1 invoice.issued {"by":"customer","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","part":"fan","makerTerm":"3mo","promise":"renewal","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1780621200000}
04-14 19:00 → 04-12 19:00 | f13 hand lin contract/C1,site/S1 document.issued {"by":"customer","zone":"city","class":"edge","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"patrol","occurrence":3,"people":1,"person":"wang","role":"service-manager","startsAt":1778979600000}
05-04 08:59:59.999 → 05-04 08:59:59.999 | f16 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 visit.agreed {"grade":"major","by":"customer","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":false,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":2,"part":"pump","promise":"third","occurrence":1,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1772067600000}
05-28 22:01 → 05-28 22:01 | r4 hand wang asset/A2,contract/C1,site/S1,model/M1 fact.approved {"of":"f14"}
06-01 09:00 → 06-01 09:00 | r3 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f15","field":"kind","to":"renewal","reason":"typo"}
06-05 10:00:00.001 → 06-08 10:00:00.001 | f17 system lin asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":40,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"spares","occurrence":1,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1779670800000}
06-12 10:01 → 06-12 10:01 | f18 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.agreed {"grade":"major","by":"staff","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"third","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager"}
  02-01 09:00 downtime/1 open due 03-01 00:00
  02-01 09:00 spares/1 open due 2027-01-01 00:00
  02-01 09:00 patrol/1 open due 02-10 00:00
  02-01 09:00 patrol/2 open due 02-25 00:00
  02-02 00:00 patrol/3 open due 02-25 00:00
  02-05 00:00 letter/1 open due 02-07 00:00
  02-07 00:00 letter/1 broken at 02-07 00:00
  02-09 00:00 patrol/4 open due 03-03 00:00
  02-09 09:00 letter/1 withdrawn at 02-07 00:00
  02-09 09:00 patrol/1 withdrawn
  02-09 09:00 patrol/2 withdrawn
  02-09 09:00 patrol/3 withdrawn
  02-09 09:00 patrol/4 withdrawn
  02-09 09:00 downtime/1 withdrawn
  02-09 09:00 spares/1 withdrawn
  04-14 19:00 minutes/1 open due 04-15 13:00
  04-15 13:00 minutes/1 broken at 04-15 13:00
  02-07 00:00 escalate contract/C1|letter|1|escalate:lead to lead {}
  02-07 00:00 escalate contract/C1|letter|1|escalate:service-manager to service-manager {}
  02-09 09:00 withdraw contract/C1|letter|1|escalate:lead|withdraw to lead {"of":"contract/C1|letter|1|escalate:lead"}
  02-09 09:00 withdraw contract/C1|letter|1|escalate:service-manager|withdraw to service-manager {"of":"contract/C1|letter|1|escalate:service-manager"}
  = minutes/1 {"from":["[training.held, document.issued]","04-14 19:00","f13","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":3628800000,"leftMs":-3614400000,"pausedMs":0,"plainDue":"04-15 13:00"}
# story 88 asset/A1
  inspect: {deadline: {per: asset, starts: asset.tested, within: 0.5wd, kept-by: asset.reconnected, calendar: always, pauses: [told], excuses: [proven]}}
  visited: {level: {measure: 'count visit.done', at-least: 1, at-most: 3, over: now, per: asset, starts: asset.accepted, on-broken: [{escalate: lead}], calendar: desk}}
02-01 13:00:00.001 → 02-01 13:00:00.001 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 cover.extended {"grade":"general","by":"staff","zone":"county","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"reply","checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1774573200000}
02-16 09:00 → 02-16 09:00 | f5 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":40,"makerTerm":"1mo","promise":"minutes","occurrence":3,"people":2,"person":"lin","role":"lead"}
03-27 09:00 → 03-27 09:00 | r4 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f4","field":"kind","to":"renewal","reason":"typo"}
04-25 09:00:00.001 → 04-25 09:00:00.001 | f14 system lin asset/A1,contract/C1,site/S1,model/M1 asset.tested {"grade":"major","by":"staff","class":"core","type":"fault","kind":"renewal","reason":"told","evidence":"photo","passed":true,"problem":"heat","part":"fan","makerTerm":"3mo","promise":"signed","occurrence":1,"checklists":["deep","basic"],"role":"service-manager","startsAt":1782349200000}
  02-16 09:00 visited/1 open due open-ended
  02-16 09:00 visited/1 broken at 02-16 09:00
  04-25 09:00:00.001 inspect/1 open due 04-27 12:00
  04-27 12:00 inspect/1 broken at 04-27 12:00
  02-16 09:00 escalate asset/A1|visited|1|escalate:lead to lead {}
  = inspect/1 {"from":["asset.tested","04-25 09:00:00.001","f14","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":15292799999,"leftMs":-15109200000,"pausedMs":0,"plainDue":"04-27 12:00"}
  = visited/1 {"from":["asset.accepted","02-16 09:00","f5","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1771203600000,"value":0},"usedMs":7056000000,"pausedMs":0}
# story 89 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 1y, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: cover, equipment: 4h, else: travel + 2h}, kept-by: visit.arrived, calendar: office, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], unless: remote.solved, regrade: retroactive}}
  inspect: {deadline: {per: asset, starts: asset.tested, within: 1mo, kept-by: asset.reconnected, calendar: always, pauses: [wait], excuses: [proven]}}
  patrol: {recurring: {on: {months: [3, 4, 5, 6], days: 11-20}, per: contract, starts: contract.accepted, task: visit, until: equipment.end, calendar: office, ahead: 2d, checklist: [basic], approved-by: customer, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 50%, over: now, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
  reply: {deadline: {starts: ticket.reported, within: 24h, kept-by: ticket.replied, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], regrade: keep}}
  repair: {deadline: {starts: arrive.kept, within: 1h, kept-by: ticket.restored, calendar: always, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}], reopen: resume}}
  late: {rule: {on: repair.broken, then: [{credit: "100.00"}]}}
02-04 09:00 → 02-04 10:00 | f2 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"wait","notice":true,"removable":false,"passed":false,"problem":"heat","score":60,"makerTerm":"1mo","promise":"letter","occurrence":2,"people":1,"person":"lin","role":"lead"}
05-01 09:00 → 05-01 09:00 | f11 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":40,"part":"pump","makerTerm":"1mo","promise":"nearly","occurrence":1,"people":2,"person":"wang","role":"lead","startsAt":1776387600000}
06-03 03:00 → 06-03 03:00 | f16 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 callback.made {"grade":"major","by":"staff","zone":"city","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"patrol","occurrence":3,"checklists":["deep","basic"],"person":"wang","role":"service-manager","startsAt":1770685200000}
06-05 08:59:59.999 → 06-05 09:59:59.999 | f17 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"grade":"general","by":"customer","zone":"city","type":"fault","kind":"renewal","reason":"unknown","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"patrol","checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1782090000000}
06-16 07:00:00.001 → 06-16 07:00:00.001 | f18 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.signed {"grade":"general","by":"customer","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","removable":false,"passed":true,"problem":"heat","travel":"3h","score":40,"quantity":0,"makerTerm":"1mo","promise":"paidup","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1777510800000}
06-29 13:00 → 06-29 13:00 | f21 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.succeeded {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"after","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1776128400000}
  02-04 10:00 arrive/1 open due open-ended
  02-04 10:00 reply/1 open due 02-05 09:00
  02-05 09:00 reply/1 broken at 02-05 09:00
  06-05 09:59:59.999 arrive/1 kept at 06-05 08:59:59.999
  06-05 09:59:59.999 repair/1 open due 06-05 09:59:59.999
  06-05 09:59:59.999 repair/1 broken at 06-05 09:59:59.999
  02-05 09:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  06-05 09:59:59.999 credit ticket/T1|late|1|credit:10000 to 10000 {"params":{"fen":10000}}
  06-05 09:59:59.999 escalate ticket/T1|repair|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-04 09:00","f2","office"],"evidence":["f17"],"rows":["cover=none"],"gaps":[],"notes":[["backfill-pending","02-04 10:00","f2",{"occurredAt":1770166800000,"recordedAt":1770170400000}],["backfill-pending","06-05 09:59:59.999","f17",{"occurredAt":1780621199999,"recordedAt":1780624799999}]],"usedMs":2304000000,"pausedMs":0}
  = reply/1 {"from":["ticket.reported","02-04 09:00","f2","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["backfill-pending","02-04 10:00","f2",{"occurredAt":1770166800000,"recordedAt":1770170400000}]],"withinMs":86400000,"usedMs":22204800000,"leftMs":-22118400000,"pausedMs":0,"plainDue":"02-05 09:00"}
  = repair/1 {"from":["arrive.kept","06-05 08:59:59.999","f17","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["backfill-pending","06-05 09:59:59.999","f17",{"occurredAt":1780621199999,"recordedAt":1780624799999}]],"withinMs":3600000,"usedMs":11750400001,"leftMs":-11746800001,"pausedMs":0,"plainDue":"06-05 09:59:59.999"}
# story 90 asset/A1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: {add: 10d}, excludes: [proven], until: asset.scrapped}}
  upkeep: {recurring: {every: 10d, anchor: floating, per: asset, starts: asset.accepted, task: test, until: equipment.end, holiday: next-workday, calendar: office, ahead: 2d, approved-by: customer, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  patrol: {recurring: {times: {min: 1, max: 2, per: 2mo, spacing: 10d}, per: contract, starts: contract.accepted, task: visit, calendar: office, window: 10d, same-expert: true, approved-by: customer, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  protocol: {deadline: {starts: patrol.done, within: 2wd, kept-by: report.delivered, calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
02-17 09:00 → 02-17 10:00 | f2 hand lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"by":"customer","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"pump","promise":"repair","occurrence":1,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1781139600000}
03-24 09:01 → 03-24 09:01 | f7 system lin asset/A1,contract/C1,site/S1,model/M1 cover.ended {"grade":"major","by":"customer","zone":"city","type":"consultation","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"upkeep","occurrence":1,"checklists":["deep","basic"],"person":"wang","role":"service-manager","startsAt":1770598800000}
04-13 09:00 → 04-13 09:00 | f12 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","quantity":1,"part":"fan","makerTerm":"3mo","promise":"spares","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1774141200000}
03-19 09:01 → 04-18 09:01 | f5 phone lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"staff","zone":"county","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":0,"makerTerm":"3mo","promise":"patrol","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"lead","startsAt":1779930000000}
04-12 08:59:59.999 → 05-12 08:59:59.999 | f11 system lin asset/A1,contract/C1,site/S1,model/M1 asset.scrapped {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"upkeep","checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1774314000000}
  02-17 10:00 upkeep/1 open due 02-28 00:00
  02-28 00:00 upkeep/1 broken at 02-28 00:00
  02-28 00:00 upkeep/2 open due 03-11 00:00
  03-11 00:00 upkeep/2 broken at 03-11 00:00
  03-11 00:00 upkeep/3 open due 03-24 00:00
  03-24 00:00 upkeep/3 broken at 03-24 00:00
  03-24 00:00 upkeep/4 open due 04-04 00:00
  04-04 00:00 upkeep/4 broken at 04-04 00:00
  04-04 00:00 upkeep/5 open due 04-15 00:00
  04-15 00:00 upkeep/5 broken at 04-15 00:00
  04-15 00:00 upkeep/6 open due 04-28 00:00
  04-18 09:01 upkeep/4 cancelled
  04-18 09:01 upkeep/5 withdrawn at 04-15 00:00
  04-18 09:01 upkeep/6 withdrawn
  02-28 00:00 escalate asset/A1|upkeep|1|escalate:lead to lead {}
  02-28 00:00 escalate asset/A1|upkeep|1|escalate:service-manager to service-manager {}
  03-11 00:00 escalate asset/A1|upkeep|2|escalate:lead to lead {}
  03-11 00:00 escalate asset/A1|upkeep|2|escalate:service-manager to service-manager {}
  03-24 00:00 escalate asset/A1|upkeep|3|escalate:lead to lead {}
  03-24 00:00 escalate asset/A1|upkeep|3|escalate:service-manager to service-manager {}
  04-04 00:00 escalate asset/A1|upkeep|4|escalate:lead to lead {}
  04-04 00:00 escalate asset/A1|upkeep|4|escalate:service-manager to service-manager {}
  04-15 00:00 escalate asset/A1|upkeep|5|escalate:lead to lead {}
  04-15 00:00 escalate asset/A1|upkeep|5|escalate:service-manager to service-manager {}
  04-18 09:01 withdraw asset/A1|upkeep|4|escalate:lead|withdraw to lead {"of":"asset/A1|upkeep|4|escalate:lead"}
  04-18 09:01 withdraw asset/A1|upkeep|4|escalate:service-manager|withdraw to service-manager {"of":"asset/A1|upkeep|4|escalate:service-manager"}
  04-18 09:01 withdraw asset/A1|upkeep|5|escalate:lead|withdraw to lead {"of":"asset/A1|upkeep|5|escalate:lead"}
  04-18 09:01 withdraw asset/A1|upkeep|5|escalate:service-manager|withdraw to service-manager {"of":"asset/A1|upkeep|5|escalate:service-manager"}
  = upkeep/1 {"from":["asset.accepted","02-17 09:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1771290000000,"until":1772208000000},"usedMs":4665600000,"leftMs":-4550400000,"pausedMs":0,"plainDue":"02-28 00:00"}
  = upkeep/2 {"from":["asset.accepted","02-28 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1772208000000,"until":1773158400000},"usedMs":4550400000,"leftMs":-4320000000,"pausedMs":0,"plainDue":"03-11 00:00"}
  = upkeep/3 {"from":["asset.accepted","03-11 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1773158400000,"until":1774281600000},"usedMs":4320000000,"leftMs":-4060800000,"pausedMs":0,"plainDue":"03-24 00:00"}
  = upkeep/4 {"from":["asset.accepted","03-24 00:00","f2","office"],"evidence":["f7"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1774281600000,"until":1775232000000,"ended":true},"usedMs":60000,"leftMs":259140000,"pausedMs":0,"plainDue":"04-04 00:00"}
# story 91 ticket/T2
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  reply: {deadline: {starts: ticket.reported, within: 20min, kept-by: ticket.replied, calendar: always, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}], target: 10min}}
  nearly: {deadline: {starts: reply at 80%, within: 24h, kept-by: ticket.accepted, calendar: office, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  minutes: {deadline: {starts: training.held, within: 2wd, kept-by: report.delivered, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  closed: {gate: {before: ticket.closed, needs: {all: [visit.signed, loan.returned]}, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  third: {rule: {on: work.failed, then: [{open-task: apology, owner: lead}], times: 2, same: [problem], unless: work.succeeded, once: owner}}
02-18 08:59:59.999 → 02-18 08:59:59.999 | f7 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.signed {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":100,"promise":"visited","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1770080400000}
04-23 09:00 → 04-23 10:00 | f11 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V2 visit.arrived {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"letter","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1779757200000}
04-29 09:01 → 04-29 09:01 | f12 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 work.failed {"by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":60,"part":"pump","makerTerm":"3mo","promise":"patrol","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1772586000000}
05-20 09:00 → 05-18 09:00 | f15 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 work.failed {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":0,"makerTerm":"1mo","promise":"third","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1770944400000}
06-06 10:00 → 06-04 10:00 | f17 phone lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.accepted {"by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"patrol","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1771376400000}
06-11 13:00 → 06-11 13:00 | f18 hand lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 notice.delivered {"grade":"major","by":"staff","zone":"county","class":"core","cover":"none","type":"consultation","kind":"other","reason":"wait","evidence":"photo","removable":false,"passed":false,"problem":"heat","travel":"1h","score":40,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"after","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1770512400000}
06-28 13:00:00.001 → 06-28 13:00:00.001 | f19 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.closed {"by":"staff","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"upkeep","occurrence":3,"people":2,"person":"wang","role":"service-manager","startsAt":1782694800000}
07-29 13:00:00.001 → 07-29 13:00:00.001 | r2 system wang ticket/T2,asset/A2,contract/C1,site/S1,model/M1 fact.corrected {"of":"f19","field":"occurredAt","to":1782190800001,"reason":"typo"}
  06-28 13:00:00.001 closed/1 open due 06-28 13:00:00.001
  06-28 13:00:00.001 closed/1 broken at 06-28 13:00:00.001
  07-29 13:00:00.001 closed/1 broken at 06-23 13:00:00.001
  05-20 09:00 open-task ticket/T2|third|1|open-task:apology to apology {"params":{"problem":"noise","owner":"lead"}}
  06-28 13:00:00.001 escalate ticket/T2|closed|1|escalate:lead to lead {}
  06-28 13:00:00.001 escalate ticket/T2|closed|1|escalate:service-manager to service-manager {}
  = closed/1 {"from":["ticket.closed","06-23 13:00:00.001","f19","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["corrected","07-29 13:00:00.001","r2",{"field":"occurredAt"}]],"detail":{"missing":[0],"allowed":true},"usedMs":10180799999,"leftMs":-10180799999,"pausedMs":0,"plainDue":"06-23 13:00:00.001"}
# story 92 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {longer-of: [1mo, maker]}, replaced-part: {add: 10d}, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: grade, major: 4h, general: 20min}, kept-by: visit.arrived, calendar: office, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: 4h, kept-by: ticket.replied, calendar: desk, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: grade, major: 1d, general: 4h}, kept-by: ticket.restored, calendar: desk, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: new}}
  inspect: {deadline: {per: asset, starts: asset.tested, within: 2wd, kept-by: asset.reconnected, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  lessons: {recurring: {every: 10d, anchor: floating, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: next-workday, calendar: office, checklist: [basic], approved-by: customer, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  paidup: {gate: {per: contract, before: training.held, allows: kind == "renewal", waive: service-manager, on-broken: [{escalate: lead}]}}
  patrol: {recurring: {phases: [{weeks: 1-4, every: 1w, people: 2-3}, {months: 2-, every: 1mo, checklist: [deep]}], per: contract, starts: contract.accepted, task: visit, until: contract.ended, ahead: 2d, agreed-by: customer, excuses: [proven, told], on-broken: [{escalate: lead}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-17 09:00 → 02-17 09:00 | f7 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","removable":true,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"spares","occurrence":1,"people":2,"person":"wang","role":"service-manager","startsAt":1772845200000}
03-17 09:00 → 03-17 09:00 | r1 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f7","reason":"typo"}
  02-17 09:00 arrive/1 open due 02-24 09:20
  02-17 09:00 reply/1 open due 02-17 13:00
  02-17 13:00 reply/1 broken at 02-17 13:00
  02-24 09:20 arrive/1 broken at 02-24 09:20
  02-24 11:20 repair/1 open due 02-24 15:20
  02-24 15:20 repair/1 broken at 02-24 15:20
  03-17 09:00 arrive/1 withdrawn at 02-24 09:20
  03-17 09:00 reply/1 withdrawn at 02-17 13:00
  03-17 09:00 repair/1 withdrawn at 02-24 15:20
  02-17 13:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-17 13:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  02-24 09:20 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-24 09:20 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-24 15:20 escalate ticket/T1|repair|1|escalate:lead to lead {}
  02-24 15:20 escalate ticket/T1|repair|1|escalate:service-manager to service-manager {}
  03-17 09:00 withdraw ticket/T1|reply|1|escalate:lead|withdraw to lead {"of":"ticket/T1|reply|1|escalate:lead"}
  03-17 09:00 withdraw ticket/T1|reply|1|escalate:service-manager|withdraw to service-manager {"of":"ticket/T1|reply|1|escalate:service-manager"}
  03-17 09:00 withdraw ticket/T1|arrive|1|escalate:lead|withdraw to lead {"of":"ticket/T1|arrive|1|escalate:lead"}
  03-17 09:00 withdraw ticket/T1|arrive|1|escalate:service-manager|withdraw to service-manager {"of":"ticket/T1|arrive|1|escalate:service-manager"}
  03-17 09:00 withdraw ticket/T1|repair|1|escalate:lead|withdraw to lead {"of":"ticket/T1|repair|1|escalate:lead"}
  03-17 09:00 withdraw ticket/T1|repair|1|escalate:service-manager|withdraw to service-manager {"of":"ticket/T1|repair|1|escalate:service-manager"}
# story 93 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {longer-of: [1mo, maker]}, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: 24h, kept-by: visit.arrived, calendar: desk, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], unless: remote.solved, regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: travel + 2h, general: 4h}, else: 4h}, kept-by: ticket.replied, calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: grade, major: 1w, general: unstated}, kept-by: ticket.restored, calendar: office, pauses: [wait], excuses: [proven, told], reopen: resume}}
  signed: {deadline: {starts: visit.done, within: 1w, kept-by: visit.signed, calendar: desk, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], per: visit}}
  visited: {level: {measure: 'count visit.done', at-least: 1, over: now, per: asset, starts: asset.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
02-03 09:00 → 02-03 09:00 | f1 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"staff","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"farewell","occurrence":1,"checklists":["deep","basic"],"role":"service-manager"}
02-25 16:59:59.999 → 02-23 16:59:59.999 | f4 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.failed {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","removable":false,"passed":false,"problem":"heat","travel":"1h","score":60,"part":"fan","makerTerm":"1mo","promise":"patrol","checklists":["basic"],"people":1,"role":"service-manager","startsAt":1773104400000}
03-15 16:59:59.999 → 03-15 16:59:59.999 | r3 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f4","reason":"typo"}
  02-03 09:00 arrive/1 open due 02-05 17:00
  02-03 09:00 reply/1 open due 02-03 12:00 provisional
  02-03 12:00 reply/1 broken at 02-03 12:00 provisional
  02-05 17:00 arrive/1 broken at 02-05 17:00
  02-06 11:00 repair/1 open due 02-13 17:00 provisional
  02-13 17:00 repair/1 broken at 02-13 17:00 provisional
  02-03 12:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-05 17:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported","02-03 09:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":7430400000,"leftMs":-7344000000,"pausedMs":0,"plainDue":"02-05 17:00"}
  = reply/1 {"from":["ticket.reported","02-03 09:00","f1","desk"],"evidence":[],"rows":["zone=city","grade=undefined"],"gaps":[],"notes":[],"withinMs":10800000,"usedMs":7430400000,"leftMs":-7419600000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-03 12:00","target":"02-03 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-06 11:00",null,"office"],"evidence":[],"rows":["grade=undefined"],"gaps":[],"notes":[],"usedMs":4860000000,"leftMs":-4694400000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-13 17:00"}
# story 94 ticket/T1
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 3d, kept-by: asset.reconnected, calendar: office, pauses: [wait, proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  equipment: {cover: {per: asset, starts: asset.accepted, term: 1y, replaced-part: {add: 10d}, excludes: [proven], until: asset.scrapped}}
  paid: {cover: {per: asset, starts: equipment.ended + 3d, term: 6mo}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  closed: {gate: {before: ticket.closed, needs: {all: [visit.signed, loan.returned]}, waive: service-manager, on-broken: [{escalate: lead}]}}
  longer: {rule: {on: ticket.judged, then: [{restart: equipment}]}}
  arrive: {deadline: {starts: ticket.reported, within: 1w, kept-by: visit.arrived, calendar: desk, excuses: [proven], on-broken: [{escalate: lead}], unless: remote.solved, regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: {by: cover, equipment: travel + 2h, else: unstated}, kept-by: ticket.replied, calendar: office, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: retroactive}}
  repair: {deadline: {starts: arrive.done, within: {by: grade, major: 1h, general: 20min}, kept-by: ticket.restored, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], reopen: new}}
  late: {rule: {on: repair.broken, then: [{notify: customer}, {entitle: replacement}, {credit: "100.00"}, {open-task: apology, owner: lead}]}}
  patrol: {recurring: {on: {months: [3, 4, 5, 6], days: 11-20}, per: contract, starts: contract.accepted, task: visit, until: equipment.end, holiday: previous-workday, calendar: office, window: 10d, approved-by: customer, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-04 09:00 → 02-02 09:00 | f3 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":2,"makerTerm":"1mo","promise":"downtime","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1775869200000}
02-03 08:59:59.999 → 03-05 08:59:59.999 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.replied {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"told","removable":false,"passed":true,"problem":"heat","score":100,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"nearly","occurrence":1,"people":1,"person":"wang","role":"service-manager"}
03-13 09:00 → 03-13 09:00 | f9 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.graded {"grade":"major","by":"customer","zone":"city","type":"fault","kind":"other","reason":"told","notice":true,"passed":false,"problem":"noise","travel":"1h","score":40,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"inspect","occurrence":1,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1782090000000}
04-27 09:00:00.001 → 04-27 09:00:00.001 | f13 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.closed {"grade":"general","by":"staff","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","part":"fan","makerTerm":"1mo","promise":"pleased","occurrence":1,"person":"wang","role":"lead","startsAt":1771549200000}
05-01 09:00 → 05-01 09:00 | f16 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":40,"part":"fan","makerTerm":"3mo","promise":"visited","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager"}
05-05 13:00:00.001 → 06-04 13:00:00.001 | f17 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.dispatched {"grade":"general","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"undone","checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1777683600000}
06-07 09:00 → 06-07 09:00 | f21 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 notice.delivered {"by":"customer","class":"core","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"repair","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1775782800000}
06-07 09:00 → 06-07 10:00 | f22 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"customer","class":"core","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"nearly","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1772240400000}
  02-04 09:00 arrive/1 open due 02-11 17:00
  02-04 09:00 reply/1 open due open-ended
  02-11 17:00 arrive/1 broken at 02-11 17:00
  03-05 08:59:59.999 reply/1 kept at 02-03 08:59:59.999
  04-27 09:00:00.001 closed/1 kept at 04-27 09:00:00.001
  06-04 13:00:00.001 agreed/1 broken at 05-05 13:00:00.001
  02-11 17:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  05-05 13:00:00.001 escalate ticket/T1|agreed|1|escalate:lead to lead {}
  05-05 13:00:00.001 escalate ticket/T1|agreed|1|escalate:service-manager to service-manager {}
  = agreed/1 {"from":["visit.dispatched","05-05 13:00:00.001","f17","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"missing":[0],"allowed":true},"usedMs":14414399999,"leftMs":-14414399999,"pausedMs":0,"plainDue":"05-05 13:00:00.001"}
  = closed/1 {"from":["ticket.closed","04-27 09:00:00.001","f13","always"],"evidence":["f13"],"rows":[],"gaps":[],"notes":[],"usedMs":0,"leftMs":0,"pausedMs":0,"plainDue":"04-27 09:00:00.001"}
  = arrive/1 {"from":["ticket.reported","02-04 09:00","f3","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":7401600000,"leftMs":-7171200000,"pausedMs":0,"plainDue":"02-11 17:00"}
  = reply/1 {"from":["ticket.reported","02-04 09:00","f3","office"],"evidence":["f2"],"rows":["cover=none"],"gaps":[],"notes":[],"usedMs":0,"pausedMs":0}
`
