/** Written by pinned-forms.test.ts, read by people. */
export const STORIES_2 = String.raw`
# story 16 contract/C1
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 50%, over: now, per: contract, starts: contract.accepted, calendar: always}}
  visited: {level: {measure: 'count visit.done', at-least: 1, at-most: 3, over: contract-year, per: asset, starts: asset.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {longer-of: [1mo, maker]}, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  patrol: {recurring: {times: 2, per-period: 3mo, per: contract, starts: contract.accepted, task: visit, until: contract.ended, holiday: previous-workday, calendar: office, ahead: 20d, same-expert: true, pauses: [told], excuses: [proven]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":60,"part":"fan","makerTerm":"1mo","promise":"third","occurrence":2,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1782867600000}
02-06 09:00 → 02-06 09:00 | f5 system lin asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"third","occurrence":1,"checklists":["deep","basic"],"people":2,"role":"service-manager","startsAt":1770944400000}
02-15 09:00 → 02-15 09:00 | f7 system lin contract/C1,site/S1 contract.ended {"by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"signed","occurrence":1,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1782349200000}
02-17 09:00 → 02-17 09:00 | f8 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":60,"part":"fan","makerTerm":"1mo","promise":"third","occurrence":2,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1782867600000}
02-22 08:59:59.999 → 02-22 08:59:59.999 | f11 system lin contract/C1,site/S1 contract.ended {"grade":"major","by":"staff","zone":"county","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"repair","checklists":["deep","basic"],"person":"lin","role":"service-manager","startsAt":1781830800000}
05-11 09:00 → 05-11 09:00 | f19 system lin contract/C1,site/S1 complaint.opened {"by":"staff","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"renewal","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1779670800000}
06-04 09:00 → 06-04 09:00 | f23 system lin contract/C1,site/S1 complaint.opened {"grade":"major","by":"customer","class":"edge","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","score":40,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"patrol","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager"}
06-27 09:01 → 06-27 09:01 | f25 system lin contract/C1,site/S1 obligation.waived {"grade":"general","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","quantity":0,"part":"pump","makerTerm":"3mo","promise":"patrol","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1779238800000}
06-28 09:00 → 06-28 09:00 | f26 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 visit.done {"grade":"major","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"told","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"nearly","occurrence":3,"checklists":["basic"],"person":"wang","role":"lead","startsAt":1782522000000}
  02-01 09:00 spares/1 open due open-ended
  02-01 09:00 patrol/1 open due 05-01 00:00
  02-01 09:00 patrol/2 open due 05-01 00:00
  02-15 09:00 patrol/1 cancelled
  02-15 09:00 patrol/2 cancelled
  02-15 09:00 spares/1 kept at 02-15 09:00
  05-11 09:00 notify contract/C1|undone|1|notify:lead to lead {}
  06-04 09:00 notify contract/C1|undone|2|notify:lead to lead {}
  = spares/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","02-15 09:00",null,{}]],"detail":{"atLeast":0.5,"from":1769907600000,"until":1771117200000},"usedMs":1209600000,"pausedMs":0}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":["f7"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1777564800000,"ended":true},"usedMs":316800000,"leftMs":1382400000,"pausedMs":0,"plainDue":"05-01 00:00"}
  = patrol/2 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":["f7"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1777564800000,"ended":true},"usedMs":316800000,"leftMs":1382400000,"pausedMs":0,"plainDue":"05-01 00:00"}
# story 17 model/M1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 2mo, replaced-part: {add: 10d}, excludes: [proven], gives: [upgrades]}}
  patrol: {recurring: {every: 2mo, per: contract, starts: contract.accepted, task: visit, until: equipment.end, holiday: previous-workday, calendar: office, ahead: 20d, same-expert: true, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  protocol: {deadline: {starts: patrol.done, within: 1w, kept-by: report.delivered, calendar: desk, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], per: contract}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', at-most: 2, over: quarter, per: model, on-broken: [{escalate: lead}], calendar: always}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
02-19 09:00 → 02-19 09:00 | f3 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"county","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"signed","occurrence":1,"checklists":["deep","basic"],"people":1,"role":"lead","startsAt":1782176400000}
  02-19 09:00 faults/1 open due 04-01 00:00
  04-01 00:00 faults/1 kept at 04-01 00:00
  04-01 00:00 faults/2 open due 07-01 00:00
  07-01 00:00 faults/2 kept at 07-01 00:00
  07-01 00:00 faults/3 open due 10-01 00:00
  10-01 00:00 faults/3 kept at 10-01 00:00
  10-01 00:00 faults/4 open due 2027-01-01 00:00
  = faults/1 {"from":["ticket.reported","02-19 09:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","04-01 00:00",null,{}]],"detail":{"atMost":2,"from":1771462800000,"until":1774972800000},"usedMs":3510000000,"leftMs":0,"pausedMs":0,"plainDue":"04-01 00:00"}
  = faults/2 {"from":["ticket.reported","04-01 00:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","07-01 00:00",null,{}]],"detail":{"atMost":2,"from":1774972800000,"until":1782835200000},"usedMs":7862400000,"leftMs":0,"pausedMs":0,"plainDue":"07-01 00:00"}
  = faults/3 {"from":["ticket.reported","07-01 00:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","10-01 00:00",null,{}]],"detail":{"atMost":2,"from":1782835200000,"until":1790784000000},"usedMs":7948800000,"leftMs":0,"pausedMs":0,"plainDue":"10-01 00:00"}
  = faults/4 {"from":["ticket.reported","10-01 00:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":2,"from":1790784000000,"until":1798732800000},"usedMs":1587600000,"leftMs":6361200000,"pausedMs":0,"plainDue":"2027-01-01 00:00"}
# story 18 asset/A1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {by: class, core: 3mo, edge: 1mo}, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 1mo, else: none}, kept-by: visit.arrived, pauses: [wait], excuses: [proven], unless: remote.solved, regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 1mo, general: 4h}, kept-by: ticket.replied, calendar: office, pauses: [told], on-broken: [{escalate: lead}], regrade: retroactive, target: 10min}}
  repair: {deadline: {starts: arrive.kept, within: {by: grade, major: 1h, general: 1h}, kept-by: ticket.restored, calendar: always, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: resume}}
  signed: {deadline: {starts: visit.done, within: 1w, kept-by: visit.signed, calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  letter: {deadline: {per: contract, starts: contract.accepted, within: 1w, kept-by: document.issued, calendar: desk, pauses: [wait], excuses: [proven, told]}}
  farewell: {deadline: {starts: equipment.started + 1mo, within: 0.5wd, kept-by: document.issued, calendar: always, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], per: asset}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: quarter, per: model, on-broken: [{escalate: lead}], calendar: desk}}
  visited: {level: {measure: 'count visit.done', at-least: 1, at-most: 3, over: 30d, per: asset, starts: asset.accepted, calendar: desk}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
02-04 09:00 → 02-04 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"staff","zone":"city","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"3h","quantity":1,"part":"fan","makerTerm":"1mo","promise":"patrol","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1779498000000}
  02-04 09:00 visited/1 open due 03-07 00:00
  03-05 00:00 farewell/1 open due 03-05 12:00
  03-05 12:00 farewell/1 broken at 03-05 12:00
  03-07 00:00 visited/1 broken at 03-07 00:00
  03-07 00:00 visited/2 open due 04-06 00:00
  04-06 00:00 visited/2 broken at 04-06 00:00
  04-06 00:00 visited/3 open due 05-06 00:00
  05-06 00:00 visited/3 broken at 05-06 00:00
  05-06 00:00 visited/4 open due 06-05 00:00
  06-05 00:00 visited/4 broken at 06-05 00:00
  06-05 00:00 visited/5 open due 07-05 00:00
  07-05 00:00 visited/5 broken at 07-05 00:00
  07-05 00:00 visited/6 open due 08-04 00:00
  08-04 00:00 visited/6 broken at 08-04 00:00
  08-04 00:00 visited/7 open due 09-03 00:00
  09-03 00:00 visited/7 broken at 09-03 00:00
  09-03 00:00 visited/8 open due 10-03 00:00
  10-03 00:00 visited/8 broken at 10-03 00:00
  10-03 00:00 visited/9 open due 11-02 00:00
  03-05 12:00 escalate asset/A1|farewell|1|escalate:lead to lead {}
  = farewell/1 {"from":["equipment.started + 1mo","03-05 00:00","f2","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":19731600000,"leftMs":-19688400000,"pausedMs":0,"plainDue":"03-05 12:00"}
  = visited/1 {"from":["asset.accepted","02-04 09:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1770166800000,"until":1772812800000,"value":0},"usedMs":7401600000,"leftMs":-6508800000,"pausedMs":0,"plainDue":"03-07 00:00"}
  = visited/2 {"from":["asset.accepted","03-07 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1772812800000,"until":1775404800000,"value":0},"usedMs":6508800000,"leftMs":-5644800000,"pausedMs":0,"plainDue":"04-06 00:00"}
  = visited/3 {"from":["asset.accepted","04-06 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1775404800000,"until":1777996800000,"value":0},"usedMs":5644800000,"leftMs":-4780800000,"pausedMs":0,"plainDue":"05-06 00:00"}
  = visited/4 {"from":["asset.accepted","05-06 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1777996800000,"until":1780588800000,"value":0},"usedMs":4780800000,"leftMs":-3916800000,"pausedMs":0,"plainDue":"06-05 00:00"}
  = visited/5 {"from":["asset.accepted","06-05 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1780588800000,"until":1783180800000,"value":0},"usedMs":3916800000,"leftMs":-3052800000,"pausedMs":0,"plainDue":"07-05 00:00"}
  = visited/6 {"from":["asset.accepted","07-05 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1783180800000,"until":1785772800000,"value":0},"usedMs":3052800000,"leftMs":-2188800000,"pausedMs":0,"plainDue":"08-04 00:00"}
  = visited/7 {"from":["asset.accepted","08-04 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1785772800000,"until":1788364800000,"value":0},"usedMs":2188800000,"leftMs":-1324800000,"pausedMs":0,"plainDue":"09-03 00:00"}
  = visited/8 {"from":["asset.accepted","09-03 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1788364800000,"until":1790956800000,"value":0},"usedMs":1324800000,"leftMs":-460800000,"pausedMs":0,"plainDue":"10-03 00:00"}
  = visited/9 {"from":["asset.accepted","10-03 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"atMost":3,"from":1790956800000,"until":1793548800000,"value":0},"usedMs":460800000,"leftMs":403200000,"pausedMs":0,"plainDue":"11-02 00:00"}
# story 19 ticket/T2
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: 24h, kept-by: visit.arrived, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}], unless: remote.solved, regrade: keep}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: always, pauses: [told], excuses: [proven, told]}}
  inspect: {deadline: {per: asset, starts: asset.tested, within: 2wd, kept-by: asset.reconnected, calendar: desk, pauses: [told], on-broken: [{escalate: lead}]}}
  renewal: {deadline: {per: asset, due: equipment.end, kept-by: 'notice.delivered where kind == "renewal"', pauses: [told]}}
  lessons: {recurring: {every: 1w, anchor: floating, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: next-workday, calendar: office, same-expert: true, approved-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  closed: {gate: {before: ticket.closed, needs: ticket.confirmed + 1h, waive: service-manager, on-broken: [{escalate: lead}]}}
  third: {rule: {on: work.failed, then: [{entitle: replacement}, {open-task: apology, owner: lead}], times: 2, same: [problem], unless: work.succeeded, once: owner}}
02-19 00:00 → 02-19 00:00 | f5 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 notice.delivered {"grade":"general","by":"customer","class":"core","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"letter","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1782176400000}
02-20 05:00:00.001 → 02-20 05:00:00.001 | f6 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reopened {"grade":"general","by":"customer","class":"core","cover":"none","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","quantity":1,"part":"pump","makerTerm":"1mo","promise":"upkeep","occurrence":2,"people":2,"person":"wang","role":"lead","startsAt":1781917200000}
  02-20 05:00:00.001 arrive/2 open due 02-21 05:00:00.001
  02-20 05:00:00.001 after/2 open due 02-23 00:00
  02-21 05:00:00.001 arrive/2 broken at 02-21 05:00:00.001
  02-23 00:00 after/2 broken at 02-23 00:00
  02-21 05:00:00.001 escalate ticket/T2|arrive|2|escalate:lead to lead {}
  = arrive/2 {"from":["ticket.reported","02-20 05:00:00.001","f6","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":20836799999,"leftMs":-20750399999,"pausedMs":0,"plainDue":"02-21 05:00:00.001"}
  = after/2 {"from":["arrive.due + 1d","02-20 05:00:00.001",null,"always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":20836799999,"leftMs":-20595600000,"pausedMs":0,"plainDue":"02-23 00:00"}
# story 20 ticket/T1
  visited: {level: {measure: 'count visit.done', at-least: 1, at-most: 3, over: year, per: asset, starts: asset.accepted, on-broken: [{escalate: lead}], calendar: desk}}
  equipment: {cover: {per: asset, starts: asset.accepted, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  paid: {cover: {per: asset, starts: equipment.ended + 3d, term: 6mo}}
  arrive: {deadline: {starts: ticket.reported, within: 20min, kept-by: visit.arrived, calendar: office, pauses: [wait], on-broken: [{escalate: lead}], unless: remote.solved, regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 4h, general: 24h}, kept-by: ticket.replied, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: retroactive, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: 1h, kept-by: ticket.restored, calendar: always, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], reopen: resume}}
  late: {rule: {on: arrive.broken, then: [{notify: customer}, {credit: "100.00"}]}}
02-06 09:00 → 02-06 09:00 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"part":"fan","promise":"equipment","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1769907600000}
03-01 08:59:59.999 → 03-01 08:59:59.999 | f7 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.restored {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","passed":false,"problem":"noise","score":60,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"equipment","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1776042000000}
04-07 09:00 → 04-07 09:00 | f12 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"by":"staff","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"letter","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1771981200000}
  02-06 09:00 arrive/1 open due 02-06 09:20
  02-06 09:00 reply/1 open due 02-06 13:00
  02-06 09:20 arrive/1 broken at 02-06 09:20
  02-06 11:20 repair/1 open due 02-06 12:20
  02-06 12:20 repair/1 broken at 02-06 12:20
  02-06 13:00 reply/1 broken at 02-06 13:00
  03-01 08:59:59.999 repair/1 broken at 02-06 12:20 done 03-01 08:59:59.999
  02-06 09:20 notify ticket/T1|late|1|notify:customer to customer {}
  02-06 09:20 credit ticket/T1|late|1|credit:10000 to 10000 {"params":{"fen":10000}}
  02-06 09:20 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-06 12:20 escalate ticket/T1|repair|1|escalate:lead to lead {}
  02-06 13:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-06 13:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported","02-06 09:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":4867200000,"leftMs":-4866000000,"pausedMs":0,"plainDue":"02-06 09:20"}
  = reply/1 {"from":["ticket.reported","02-06 09:00","f4","always"],"evidence":[],"rows":["grade=major"],"gaps":[],"notes":[],"withinMs":14400000,"usedMs":22032000000,"leftMs":-22017600000,"pausedMs":0,"plainDue":"02-06 13:00","target":"02-06 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-06 11:20",null,"always"],"evidence":["f7"],"rows":[],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":1978799999,"leftMs":-1975199999,"pausedMs":0,"plainDue":"02-06 12:20"}
# story 21 ticket/T2
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 1y, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: 0.5wd, general: unstated}, kept-by: visit.arrived, calendar: office, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart}}
  after: {deadline: {due: arrive.due, kept-by: [form.filled, ticket.closed], calendar: office, pauses: [wait], excuses: [proven]}}
  farewell: {deadline: {starts: equipment.end, within: 1mo, kept-by: document.issued, calendar: desk, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], per: contract}}
  reply: {deadline: {starts: ticket.reported, within: 0.5wd, kept-by: ticket.replied, calendar: office, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], regrade: restart}}
  repair: {deadline: {starts: {all: [arrive.done, reply.done]}, within: {by: cover, equipment: 20min, else: 24h}, kept-by: ticket.restored, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], reopen: resume}}
  late: {rule: {on: repair at 90%, then: [{notify: customer}, {entitle: replacement}]}}
02-14 06:00 → 02-14 06:00 | f5 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.resumed {"grade":"general","by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":false,"problem":"heat","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"visited","people":2,"role":"lead","startsAt":1780534800000}
02-19 09:01 → 02-19 09:01 | f6 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.confirmed {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":100,"part":"pump","makerTerm":"3mo","promise":"upkeep","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1773277200000}
03-06 17:00:00.001 → 03-06 17:00:00.001 | f8 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":100,"part":"fan","makerTerm":"1mo","promise":"inspect","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1779325200000}
03-27 10:01 → 03-27 10:01 | f10 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 form.filled {"grade":"major","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":100,"part":"pump","makerTerm":"1mo","promise":"visited","occurrence":1,"person":"wang","role":"service-manager","startsAt":1775696400000}
04-13 08:59:59.999 → 04-13 08:59:59.999 | f11 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reopened {"grade":"major","by":"customer","zone":"county","class":"edge","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"longer","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1782694800000}
04-22 09:00 → 04-22 09:00 | f13 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.confirmed {"grade":"general","by":"customer","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","quantity":1,"part":"pump","makerTerm":"3mo","promise":"upkeep","occurrence":3,"checklists":["deep","basic"],"role":"service-manager"}
04-24 09:00 → 04-24 09:00 | f14 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V2 visit.done {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"heat","travel":"1h","quantity":2,"part":"pump","makerTerm":"3mo","promise":"downtime","checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1781571600000}
05-21 04:01 → 05-21 04:01 | f20 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","passed":false,"problem":"heat","travel":"3h","score":100,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"spares","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1772758800000}
05-31 09:00:00.001 → 05-31 09:00:00.001 | f23 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 callback.made {"by":"customer","zone":"city","class":"edge","cover":"none","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","quantity":2,"promise":"after","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1775437200000}
06-13 09:00 → 06-13 09:00 | f24 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"customer","zone":"county","type":"consultation","kind":"other","reason":"unknown","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"minutes","occurrence":3,"people":2,"role":"lead","startsAt":1777683600000}
  04-13 08:59:59.999 arrive/2 open due 04-13 13:00
  04-13 08:59:59.999 after/2 open due 04-13 13:00
  04-13 08:59:59.999 reply/2 open due 04-13 13:00
  04-13 13:00 arrive/2 broken at 04-13 13:00
  04-13 13:00 after/2 broken at 04-13 13:00
  04-13 13:00 reply/2 broken at 04-13 13:00
  04-13 13:00 escalate ticket/T2|arrive|2|escalate:lead to lead {}
  04-13 13:00 escalate ticket/T2|arrive|2|escalate:service-manager to service-manager {}
  04-13 13:00 escalate ticket/T2|reply|2|escalate:lead to lead {}
  = arrive/2 {"from":["ticket.reported","04-13 08:59:59.999","f11","office"],"evidence":[],"rows":["grade=major"],"gaps":[],"notes":[],"usedMs":3686400000,"leftMs":-3672000000,"pausedMs":0,"plainDue":"04-13 13:00"}
  = after/2 {"from":["arrive.due","04-13 08:59:59.999",null,"office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":3686400000,"leftMs":-3672000000,"pausedMs":0,"plainDue":"04-13 13:00"}
  = reply/2 {"from":["ticket.reported","04-13 08:59:59.999","f11","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":3686400000,"leftMs":-3672000000,"pausedMs":0,"plainDue":"04-13 13:00"}
# story 22 model/M1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 1h, kept-by: visit.arrived, calendar: office, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: always, excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  renewal: {deadline: {per: asset, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: always, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  upkeep: {recurring: {times: 2, per-period: 3mo, per: asset, starts: asset.accepted, task: test, calendar: office, ahead: 20d, checklist: [basic], pauses: [wait], on-broken: [{escalate: lead}]}}
  lessons: {recurring: {every: 10d, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, calendar: office, ahead: 2d, checklist: [basic], agreed-by: customer, pauses: [wait], excuses: [proven, told]}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: month, per: model, on-broken: [{escalate: lead}], calendar: desk}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, target: 90, over: quarter, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
02-07 09:00 → 02-07 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"by":"staff","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":true,"problem":"noise","quantity":0,"part":"pump","makerTerm":"3mo","promise":"faults","occurrence":3,"person":"lin","role":"service-manager","startsAt":1775955600000}
02-20 09:00 → 02-20 09:00 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"staff","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":true,"problem":"noise","quantity":0,"part":"pump","makerTerm":"3mo","promise":"faults","occurrence":3,"person":"lin","role":"service-manager","startsAt":1775955600000}
02-20 17:00 → 02-20 17:00 | f6 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"longer","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager"}
  02-07 09:00 faults/1 open due 03-01 00:00
  03-01 00:00 faults/1 kept at 03-01 00:00
  03-01 00:00 faults/2 open due 04-01 00:00
  04-01 00:00 faults/2 kept at 04-01 00:00
  04-01 00:00 faults/3 open due 05-01 00:00
  05-01 00:00 faults/3 kept at 05-01 00:00
  05-01 00:00 faults/4 open due 06-01 00:00
  06-01 00:00 faults/4 kept at 06-01 00:00
  06-01 00:00 faults/5 open due 07-01 00:00
  07-01 00:00 faults/5 kept at 07-01 00:00
  07-01 00:00 faults/6 open due 08-01 00:00
  08-01 00:00 faults/6 kept at 08-01 00:00
  08-01 00:00 faults/7 open due 09-01 00:00
  09-01 00:00 faults/7 kept at 09-01 00:00
  09-01 00:00 faults/8 open due 10-01 00:00
  10-01 00:00 faults/8 kept at 10-01 00:00
  10-01 00:00 faults/9 open due 11-01 00:00
  = faults/1 {"from":["asset.accepted","02-07 09:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1770426000000,"until":1772294400000,"value":2},"usedMs":633600000,"leftMs":0,"pausedMs":0,"plainDue":"03-01 00:00"}
  = faults/2 {"from":["asset.accepted","03-01 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1772294400000,"until":1774972800000,"value":0},"usedMs":892800000,"leftMs":0,"pausedMs":0,"plainDue":"04-01 00:00"}
  = faults/3 {"from":["asset.accepted","04-01 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1774972800000,"until":1777564800000,"value":0},"usedMs":864000000,"leftMs":0,"pausedMs":0,"plainDue":"05-01 00:00"}
  = faults/4 {"from":["asset.accepted","05-01 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1777564800000,"until":1780243200000,"value":0},"usedMs":892800000,"leftMs":0,"pausedMs":0,"plainDue":"06-01 00:00"}
  = faults/5 {"from":["asset.accepted","06-01 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1780243200000,"until":1782835200000,"value":0},"usedMs":864000000,"leftMs":0,"pausedMs":0,"plainDue":"07-01 00:00"}
  = faults/6 {"from":["asset.accepted","07-01 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1782835200000,"until":1785513600000,"value":0},"usedMs":892800000,"leftMs":0,"pausedMs":0,"plainDue":"08-01 00:00"}
  = faults/7 {"from":["asset.accepted","08-01 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1785513600000,"until":1788192000000,"value":0},"usedMs":892800000,"leftMs":0,"pausedMs":0,"plainDue":"09-01 00:00"}
  = faults/8 {"from":["asset.accepted","09-01 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1788192000000,"until":1790784000000,"value":0},"usedMs":864000000,"leftMs":0,"pausedMs":0,"plainDue":"10-01 00:00"}
  = faults/9 {"from":["asset.accepted","10-01 00:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1790784000000,"until":1793462400000,"value":0},"usedMs":518400000,"leftMs":374400000,"pausedMs":0,"plainDue":"11-01 00:00"}
# story 23 ticket/T1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {longer-of: [1mo, maker]}, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  renewal: {deadline: {per: asset, due: equipment.end, kept-by: 'notice.delivered where kind == "renewal"', calendar: always, pauses: [wait, proven], excuses: [proven, told]}}
  paidup: {gate: {per: contract, before: training.held, allows: kind == "renewal", waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: travel + 2h, kept-by: visit.arrived, calendar: office, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: retroactive}}
  reply: {deadline: {starts: ticket.reported, within: {by: cover, equipment: unstated, else: 24h}, kept-by: ticket.replied, calendar: desk, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.kept, within: 1h, kept-by: ticket.restored, calendar: desk, pauses: [wait, proven], excuses: [proven, told], reopen: new}}
  late: {rule: {on: repair at 90%, then: [{notify: customer}, {credit: "100.00"}]}}
02-13 09:00 → 02-13 09:00 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"staff","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","quantity":2,"part":"pump","makerTerm":"1mo","promise":"farewell","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"lead"}
02-24 10:00 → 02-24 10:00 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.succeeded {"grade":"major","by":"staff","zone":"city","class":"edge","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":1,"makerTerm":"3mo","promise":"longer","occurrence":2,"checklists":["deep","basic"],"people":1,"role":"lead","startsAt":1777251600000}
03-03 00:00 → 03-03 00:00 | f8 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.replied {"grade":"general","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"minutes","occurrence":3,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1772845200000}
03-19 09:00 → 03-19 09:00 | f12 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.restored {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"wait","removable":true,"passed":true,"problem":"noise","score":40,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"renewal","occurrence":1,"checklists":["basic"],"people":1,"role":"lead"}
04-04 08:59:59.999 → 04-04 08:59:59.999 | f14 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,loan/L2 loan.delivered {"by":"staff","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"pleased","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1782522000000}
04-25 13:00 → 04-25 13:00 | f16 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 visit.arrived {"by":"customer","class":"core","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"lessons","occurrence":1,"people":1,"person":"wang","role":"service-manager","startsAt":1773018000000}
  02-13 09:00 arrive/1 open due 02-13 14:00
  02-13 09:00 reply/1 open due open-ended
  02-13 14:00 arrive/1 broken at 02-13 14:00
  03-03 00:00 reply/1 kept at 03-03 00:00
  04-25 13:00 arrive/1 broken at 02-13 14:00 done 04-25 13:00
  02-13 14:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-13 14:00 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-13 09:00","f4","office"],"evidence":["f16"],"rows":[],"gaps":[],"notes":[],"withinMs":18000000,"usedMs":1324800000,"leftMs":-1306800000,"pausedMs":0,"plainDue":"02-13 14:00"}
  = reply/1 {"from":["ticket.reported","02-13 09:00","f4","desk"],"evidence":["f8"],"rows":["cover=equipment"],"gaps":[],"notes":[],"usedMs":518400000,"pausedMs":0,"target":"02-13 09:10"}
# story 24 contract/C1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: 20min, kept-by: ticket.replied, calendar: always, excuses: [proven, told], on-broken: [{escalate: lead}], target: 10min}}
  nearly: {deadline: {starts: reply at 80%, within: 4h, kept-by: ticket.accepted, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}]}}
  farewell: {deadline: {starts: equipment.extended, within: 3d, kept-by: document.issued, calendar: office, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: quarter, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
  paid: {cover: {per: asset, starts: equipment.ended + 3d, term: 6mo}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":1,"part":"pump","makerTerm":"3mo","promise":"longer","checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1770339600000}
02-05 09:00 → 02-05 09:00 | f3 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":1,"part":"pump","makerTerm":"3mo","promise":"longer","checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1770339600000}
02-05 09:00 → 02-05 09:00 | f4 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":1,"part":"pump","makerTerm":"3mo","promise":"longer","checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1770339600000}
03-03 10:01 → 03-03 10:01 | f6 system lin contract/C1,site/S1 obligation.waived {"grade":"general","by":"customer","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"part":"pump","makerTerm":"1mo","promise":"agreed","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1772413200000}
03-23 09:00 → 03-23 09:00 | f7 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","score":40,"quantity":2,"makerTerm":"1mo","promise":"paidup","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead"}
04-11 03:00 → 04-11 03:00 | f9 system lin contract/C1,site/S1 contract.ended {"grade":"general","by":"staff","zone":"county","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"told","passed":true,"problem":"heat","travel":"1h","score":40,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"closed","checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1780880400000}
04-21 05:00 → 04-21 05:00 | f10 system lin contract/C1,site/S1 training.held {"grade":"major","by":"customer","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"paid","occurrence":1,"people":2,"person":"lin","role":"lead","startsAt":1780707600000}
04-22 09:00:00.001 → 04-22 09:00:00.001 | f11 system lin contract/C1,site/S1 complaint.opened {"grade":"general","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"repair","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1773190800000}
05-07 09:00 → 05-07 09:00 | f12 system lin contract/C1,site/S1 survey.answered {"grade":"general","by":"staff","zone":"county","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"pump","promise":"farewell","checklists":["basic"],"people":1,"person":"wang","role":"lead","startsAt":1771635600000}
  02-01 09:00 pleased/1 open due 04-01 00:00
  04-01 00:00 pleased/1 kept at 04-01 00:00
  04-01 00:00 pleased/2 open due 07-01 00:00
  04-11 03:00 pleased/2 open due 04-11 03:00
  04-11 03:00 pleased/2 kept at 04-11 03:00
  = pleased/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","04-01 00:00",null,{}]],"detail":{"atLeast":60,"from":1769907600000,"until":1774972800000},"usedMs":5065200000,"leftMs":0,"pausedMs":0,"plainDue":"04-01 00:00"}
  = pleased/2 {"from":["contract.accepted","04-01 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","04-11 03:00",null,{}]],"detail":{"atLeast":60,"from":1774972800000,"until":1775847600000},"usedMs":874800000,"leftMs":0,"pausedMs":0,"plainDue":"04-11 03:00"}
# story 25 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 1y, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 3d, kept-by: visit.arrived, calendar: office, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], unless: remote.solved, regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: none, general: 20min}, else: 1d}, kept-by: ticket.replied, calendar: always, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: retroactive, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: cover, equipment: 1mo, else: 2wd}, kept-by: ticket.restored, calendar: always, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  upkeep: {recurring: {every: 10d, per: asset, starts: asset.accepted, task: test, until: asset.scrapped, calendar: office, ahead: 2d, checklist: [basic], pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: contract-year, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: office}}
  paidup: {gate: {per: contract, before: training.held, needs: invoice.issued, waive: service-manager, on-broken: [{escalate: lead}]}}
  late: {rule: {on: arrive.broken, then: [{notify: customer}]}}
02-03 09:00 → 02-03 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"staff","zone":"county","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"told","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"paid","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"lead"}
  02-03 09:00 arrive/1 open due 02-06 17:00
  02-03 09:00 reply/1 open due 02-05 00:00
  02-05 00:00 reply/1 broken at 02-05 00:00
  02-06 17:00 arrive/1 broken at 02-06 17:00
  02-06 19:00 repair/1 open due 02-11 00:00
  02-11 00:00 repair/1 broken at 02-11 00:00
  02-05 00:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-05 00:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  02-06 17:00 notify ticket/T1|late|1|notify:customer to customer {}
  02-06 17:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-11 00:00 escalate ticket/T1|repair|1|escalate:lead to lead {}
  02-11 00:00 escalate ticket/T1|repair|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-03 09:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":4953600000,"leftMs":-4838400000,"pausedMs":0,"plainDue":"02-06 17:00"}
  = reply/1 {"from":["ticket.reported","02-03 09:00","f2","always"],"evidence":[],"rows":["zone=county","grade=general"],"gaps":[],"notes":[],"usedMs":22291200000,"leftMs":-22150800000,"pausedMs":0,"plainDue":"02-05 00:00","target":"02-03 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-06 19:00",null,"always"],"evidence":[],"rows":["cover=none"],"gaps":[],"notes":[],"usedMs":21996000000,"leftMs":-21632400000,"pausedMs":0,"plainDue":"02-11 00:00"}
# story 26 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 4h, general: 24h}, kept-by: ticket.replied, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  arrive: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 1w, general: 4h}, else: 20min}, kept-by: visit.arrived, calendar: always, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 1d, kept-by: asset.reconnected, calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  renewal: {deadline: {per: asset, due: equipment.end, kept-by: 'notice.delivered where kind == "renewal"', pauses: [wait, proven], excuses: [proven]}}
  repair: {deadline: {starts: arrive.kept, within: travel + 2h, kept-by: ticket.restored, calendar: always, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}], reopen: resume}}
  late: {rule: {on: repair at 90%, then: [{credit: "100.00"}]}}
02-12 09:00 → 02-12 09:00 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":false,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"spares","checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1775869200000}
02-22 09:00:00.001 → 02-22 09:00:00.001 | f9 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"by":"customer","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":2,"makerTerm":"1mo","promise":"spares","occurrence":2,"checklists":["basic"],"people":2,"role":"lead","startsAt":1776906000000}
04-18 09:00:00.001 → 04-18 09:00:00.001 | f13 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.closed {"grade":"general","by":"staff","zone":"county","class":"core","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"paidup","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1772413200000}
06-04 10:00:00.001 → 06-04 10:00:00.001 | f19 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.judged {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"visited","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager"}
06-09 09:00 → 06-09 09:00 | f20 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.failed {"by":"customer","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"part":"pump","makerTerm":"3mo","promise":"lessons","occurrence":3,"people":1,"person":"wang","role":"lead","startsAt":1776733200000}
  02-12 09:00 reply/1 open due 02-12 13:00
  02-12 09:00 arrive/1 open due 02-12 09:20 provisional
  02-12 09:20 arrive/1 broken at 02-12 09:20 provisional
  02-12 13:00 reply/1 broken at 02-12 13:00
  02-12 09:20 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-12 09:20 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-12 13:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  = reply/1 {"from":["ticket.reported","02-12 09:00","f4","always"],"evidence":[],"rows":["grade=major"],"gaps":[],"notes":[],"withinMs":14400000,"usedMs":21513600000,"leftMs":-21499200000,"pausedMs":0,"plainDue":"02-12 13:00","target":"02-12 09:10"}
  = arrive/1 {"from":["ticket.reported","02-12 09:00","f4","always"],"evidence":[],"rows":["zone=undefined","grade=major"],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":21513600000,"leftMs":-21512400000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-12 09:20"}
# story 27 contract/C1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 10d, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: unstated, kept-by: visit.arrived, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], regrade: keep}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  minutes: {deadline: {starts: training.held, within: 3d, kept-by: report.delivered, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  renewal: {deadline: {per: contract, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: office, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  lessons: {recurring: {phases: [{weeks: 1-4, every: 1w, people: 2-3}, {months: 2-, every: 1mo, checklist: [deep]}], per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: next-workday, calendar: office, checklist: [basic], agreed-by: customer, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', at-most: 2, over: 30d, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: desk}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager}}
  longer: {rule: {on: ticket.judged, then: [{restart: equipment}]}}
02-12 09:00 → 02-12 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","removable":true,"passed":false,"problem":"heat","quantity":2,"part":"fan","promise":"letter","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"lead"}
02-19 16:01 → 02-19 16:01 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 part.replaced {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"inspect","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1777683600000}
02-28 13:01 → 02-28 13:01 | f6 system lin asset/A2,contract/C1,site/S1,model/M1 cover.extended {"grade":"general","by":"customer","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":100,"part":"fan","makerTerm":"3mo","promise":"visited","occurrence":2,"checklists":["basic"],"people":2,"role":"lead","startsAt":1779325200000}
03-01 10:00 → 03-01 10:00 | f7 system lin contract/C1,site/S1 complaint.opened {"grade":"major","by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":2,"part":"fan","promise":"renewal","occurrence":2,"checklists":["deep","basic"],"people":1,"role":"service-manager","startsAt":1770253200000}
03-05 09:00 → 03-05 09:00 | f8 system lin asset/A2,contract/C1,site/S1,model/M1 training.held {"grade":"general","by":"customer","zone":"county","class":"edge","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","removable":false,"passed":true,"problem":"noise","travel":"3h","quantity":1,"part":"pump","makerTerm":"1mo","promise":"nearly","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1775264400000}
04-01 23:59:59.999 → 04-01 23:59:59.999 | f9 system lin asset/A1,contract/C1,site/S1,model/M1 asset.scrapped {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","quantity":2,"part":"fan","makerTerm":"3mo","promise":"late","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1770253200000}
04-02 17:00:00.001 → 04-02 17:00:00.001 | f10 system lin contract/C1,site/S1 stock.changed {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","quantity":0,"part":"fan","makerTerm":"1mo","promise":"signed","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1776128400000}
04-04 09:01 → 04-04 09:01 | f11 system lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":2,"makerTerm":"3mo","promise":"lessons","checklists":["basic"],"people":1,"person":"wang","role":"lead"}
05-10 17:00:00.001 → 05-10 17:00:00.001 | f13 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 part.replaced {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","score":60,"part":"pump","makerTerm":"3mo","promise":"lessons","occurrence":2,"checklists":["basic"],"people":1,"person":"wang","role":"lead","startsAt":1771722000000}
05-21 09:00 → 05-21 09:00 | f15 system lin asset/A2,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","passed":false,"problem":"noise","travel":"3h","score":60,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"signed","occurrence":2,"checklists":["deep","basic"],"person":"wang","role":"service-manager","startsAt":1774054800000}
05-26 17:00 → 05-26 17:00 | f17 system lin contract/C1,site/S1 document.issued {"by":"staff","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":2,"part":"pump","promise":"repair","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1772240400000}
06-01 13:01 → 06-01 13:01 | f18 system lin contract/C1,site/S1 contract.signed {"grade":"general","by":"customer","zone":"city","cover":"none","type":"fault","kind":"renewal","reason":"wait","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"upkeep","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1774314000000}
06-15 13:00:00.001 → 06-15 13:00:00.001 | f19 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"patrol","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager"}
06-17 12:01 → 06-17 12:01 | f20 system lin contract/C1,site/S1 report.delivered {"grade":"general","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":true,"problem":"noise","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"late","occurrence":1,"checklists":["basic"],"people":1,"role":"lead","startsAt":1777251600000}
  02-12 09:00 renewal/1 open due 02-12 17:00
  02-12 17:00 renewal/1 broken at 02-12 17:00
  03-05 09:00 minutes/1 open due 03-09 00:00
  03-09 00:00 minutes/1 broken at 03-09 00:00
  06-17 12:01 minutes/1 broken at 03-09 00:00 done 06-17 12:01
  02-12 17:00 escalate contract/C1|renewal|1|escalate:lead to lead {}
  03-09 00:00 escalate contract/C1|minutes|1|escalate:lead to lead {}
  03-09 00:00 escalate contract/C1|minutes|1|escalate:service-manager to service-manager {}
  = minutes/1 {"from":["training.held","03-05 09:00","f8","always"],"evidence":["f20"],"rows":[],"gaps":[],"notes":[],"usedMs":8996460000,"leftMs":-8683260000,"pausedMs":0,"plainDue":"03-09 00:00"}
  = renewal/1 {"from":["equipment.end - 10d","02-12 09:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":4752000000,"leftMs":-4723200000,"pausedMs":0,"plainDue":"02-12 17:00"}
# story 28 contract/C1
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 1w, kept-by: asset.reconnected, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 8, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"customer","zone":"county","type":"consultation","kind":"renewal","reason":"wait","notice":true,"removable":true,"passed":true,"problem":"noise","score":40,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"inspect","occurrence":3,"checklists":["deep","basic"],"people":1,"role":"service-manager","startsAt":1774054800000}
04-07 09:00 → 04-07 09:00 | f3 system lin contract/C1,site/S1,visit/V2 visit.done {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":2,"part":"pump","promise":"upkeep","occurrence":3,"people":1,"person":"lin","role":"service-manager","startsAt":1782435600000}
  02-01 09:00 downtime/1 open due 03-04 00:00
  03-04 00:00 downtime/1 kept at 03-04 00:00
  03-04 00:00 downtime/2 open due 04-03 00:00
  04-03 00:00 downtime/2 kept at 04-03 00:00
  04-03 00:00 downtime/3 open due 05-03 00:00
  05-03 00:00 downtime/3 kept at 05-03 00:00
  05-03 00:00 downtime/4 open due 06-02 00:00
  06-02 00:00 downtime/4 kept at 06-02 00:00
  06-02 00:00 downtime/5 open due 07-02 00:00
  07-02 00:00 downtime/5 kept at 07-02 00:00
  07-02 00:00 downtime/6 open due 08-01 00:00
  08-01 00:00 downtime/6 kept at 08-01 00:00
  08-01 00:00 downtime/7 open due 08-31 00:00
  08-31 00:00 downtime/7 kept at 08-31 00:00
  08-31 00:00 downtime/8 open due 00:00
  00:00 downtime/8 kept at 00:00
  00:00 downtime/9 open due 10-30 00:00
  = downtime/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1769907600000,"until":1772553600000,"value":0},"usedMs":2646000000,"leftMs":0,"pausedMs":0,"plainDue":"03-04 00:00"}
  = downtime/2 {"from":["contract.accepted","03-04 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1772553600000,"until":1775145600000,"value":0},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"04-03 00:00"}
  = downtime/3 {"from":["contract.accepted","04-03 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1775145600000,"until":1777737600000,"value":0},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"05-03 00:00"}
  = downtime/4 {"from":["contract.accepted","05-03 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1777737600000,"until":1780329600000,"value":0},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"06-02 00:00"}
  = downtime/5 {"from":["contract.accepted","06-02 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1780329600000,"until":1782921600000,"value":0},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"07-02 00:00"}
  = downtime/6 {"from":["contract.accepted","07-02 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1782921600000,"until":1785513600000,"value":0},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"08-01 00:00"}
  = downtime/7 {"from":["contract.accepted","08-01 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1785513600000,"until":1788105600000,"value":0},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"08-31 00:00"}
  = downtime/8 {"from":["contract.accepted","08-31 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1788105600000,"until":1790697600000,"value":0},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"00:00"}
  = downtime/9 {"from":["contract.accepted","00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1790697600000,"until":1793289600000,"value":0},"usedMs":1674000000,"leftMs":918000000,"pausedMs":0,"plainDue":"10-30 00:00"}
`
