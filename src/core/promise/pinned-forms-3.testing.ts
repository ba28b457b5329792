/** Written by pinned-forms.test.ts, read by people. */
export const STORIES_3 = String.raw`
# story 29 contract/C1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 10d, replaced-part: {add: 10d}, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 24h, else: 20min}, kept-by: visit.arrived, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], unless: remote.solved, regrade: keep}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: desk, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  renewal: {deadline: {per: contract, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: always, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {every: 10d, per: contract, starts: contract.accepted, task: visit, until: equipment.end, calendar: office, ahead: 20d, same-expert: true, agreed-by: customer, excuses: [proven]}}
  protocol: {deadline: {starts: patrol.done, within: 1w, kept-by: report.delivered, calendar: desk, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], per: contract}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"staff","zone":"city","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":40,"part":"pump","promise":"visited","checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1770339600000}
02-02 09:00 → 02-02 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"general","by":"staff","zone":"city","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":40,"part":"pump","promise":"visited","checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1770339600000}
02-02 09:00 → 02-02 09:00 | f3 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"staff","zone":"city","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":40,"part":"pump","promise":"visited","checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1770339600000}
04-13 10:01 → 04-13 10:01 | f8 system lin asset/A1,contract/C1,site/S1,model/M1 obligation.waived {"grade":"general","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"patrol","occurrence":3,"checklists":["deep","basic"],"role":"lead"}
04-18 09:01 → 04-18 09:01 | f9 system lin contract/C1,site/S1 obligation.excused {"grade":"general","by":"customer","zone":"city","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"renewal","checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1770080400000}
05-13 09:00 → 05-13 09:00 | f11 system lin contract/C1,site/S1 approval.given {"grade":"major","by":"customer","zone":"county","cover":"equipment","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"downtime","occurrence":1,"people":2,"person":"wang","role":"lead","startsAt":1777424400000}
  02-01 09:00 patrol/1 open due 02-12 00:00
  02-01 09:00 patrol/2 open due 02-22 00:00
  02-02 00:00 patrol/3 open due 03-04 00:00
  02-02 09:00 renewal/1 open due 02-03 00:00
  02-02 09:00 patrol/2 cancelled
  02-02 09:00 patrol/3 cancelled
  02-03 00:00 renewal/1 broken at 02-03 00:00
  02-12 00:00 patrol/1 broken at 02-12 00:00
  02-03 00:00 escalate contract/C1|renewal|1|escalate:lead to lead {}
  = renewal/1 {"from":["equipment.end - 10d","02-02 09:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":22377600000,"leftMs":-22323600000,"pausedMs":0,"plainDue":"02-03 00:00"}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1770825600000},"usedMs":4982400000,"leftMs":-4752000000,"pausedMs":0,"plainDue":"02-12 00:00"}
  = patrol/2 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":["f3"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1770825600000,"until":1771689600000,"ended":true},"usedMs":0,"leftMs":316800000,"pausedMs":0,"plainDue":"02-22 00:00"}
  = patrol/3 {"from":["contract.accepted","02-02 00:00","f1","office"],"evidence":["f3"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1771689600000,"until":1772553600000,"ended":true},"usedMs":0,"leftMs":518400000,"pausedMs":0,"plainDue":"03-04 00:00"}
# story 30 site/S1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  patrol: {recurring: {on: {months: [3, 4, 5, 6], days: 11-20}, per: contract, starts: contract.accepted, task: visit, until: contract.ended, holiday: next-workday, calendar: office, ahead: 2d, checklist: [basic], agreed-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  upkeep: {recurring: {every: 2mo, per: asset, starts: asset.accepted, task: test, until: equipment.end, same-expert: true, agreed-by: customer, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  lessons: {recurring: {every: 3mo, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: previous-workday, calendar: office, window: 10d, same-expert: true, agreed-by: customer, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 1, over: contract-year, per: contract, starts: contract.accepted, calendar: desk}}
04-01 12:59:59.999 → 04-01 12:59:59.999 | f6 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"customer","zone":"city","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"paidup","people":2,"role":"lead"}
05-30 10:01 → 05-30 10:01 | f12 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V2 visit.agreed {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"spares","occurrence":2,"checklists":["basic"],"person":"lin","role":"lead","startsAt":1773882000000}
  06-08 00:00 lessons/1 open due 07-02 00:00
  07-02 00:00 lessons/1 broken at 07-02 00:00
  09-07 00:00 lessons/2 open due 10-01 00:00
  10-01 00:00 lessons/2 broken at 10-01 00:00
  07-02 00:00 escalate site/S1|lessons|1|escalate:lead to lead {}
  10-01 00:00 escalate site/S1|lessons|2|escalate:lead to lead {}
  = lessons/1 {"from":["asset.handed-over","06-08 00:00","f6","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1782057600000,"until":1782921600000},"usedMs":2592000000,"leftMs":-2102400000,"pausedMs":0,"plainDue":"07-02 00:00"}
  = lessons/2 {"from":["asset.handed-over","09-07 00:00","f6","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1789920000000,"until":1790784000000},"usedMs":748800000,"leftMs":-230400000,"pausedMs":0,"plainDue":"10-01 00:00"}
# story 31 site/S1
  lessons: {recurring: {every: 3mo, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: next-workday, calendar: office, ahead: 20d, checklist: [basic], approved-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {longer-of: [1mo, maker]}, replaced-part: {add: 10d}, excludes: [proven], gives: [upgrades]}}
  patrol: {recurring: {every: 10d, per: contract, starts: contract.accepted, task: visit, until: contract.ended, calendar: office, window: 10d, same-expert: true, agreed-by: customer, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-16 09:00 → 02-16 09:00 | f4 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","passed":true,"problem":"heat","travel":"3h","score":40,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"arrive","occurrence":2,"checklists":["basic"],"person":"lin","role":"service-manager","startsAt":1782694800000}
  02-16 09:00 lessons/1 open due 05-19 00:00
  04-27 00:00 lessons/2 open due 08-18 00:00
  05-19 00:00 lessons/1 broken at 05-19 00:00
  07-28 00:00 lessons/3 open due 11-17 00:00
  08-18 00:00 lessons/2 broken at 08-18 00:00
  05-19 00:00 escalate site/S1|lessons|1|escalate:lead to lead {}
  08-18 00:00 escalate site/S1|lessons|2|escalate:lead to lead {}
  = lessons/1 {"from":["asset.handed-over","02-16 09:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1771203600000,"until":1779120000000,"checklist":["basic"]},"usedMs":4665600000,"leftMs":-2995200000,"pausedMs":0,"plainDue":"05-19 00:00"}
  = lessons/2 {"from":["asset.handed-over","04-27 00:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1778947200000,"until":1786982400000,"checklist":["basic"]},"usedMs":3398400000,"leftMs":-1152000000,"pausedMs":0,"plainDue":"08-18 00:00"}
  = lessons/3 {"from":["asset.handed-over","07-28 00:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1786896000000,"until":1794844800000,"checklist":["basic"]},"usedMs":1584000000,"leftMs":604800000,"pausedMs":0,"plainDue":"11-17 00:00"}
# story 32 contract/C1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 2mo, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: grade, major: 4h, general: 24h}, kept-by: visit.arrived, calendar: desk, pauses: [told], excuses: [proven, told], unless: remote.solved}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: always, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  lessons: {recurring: {every: 10d, anchor: floating, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: next-workday, calendar: office, ahead: 2d, same-expert: true, agreed-by: customer, excuses: [proven, told], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {every: 2mo, per: contract, starts: contract.accepted, task: visit, until: equipment.end, calendar: office, checklist: [basic], approved-by: customer, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  protocol: {deadline: {starts: patrol.done, within: 0.5wd, kept-by: report.delivered, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  visited: {level: {measure: 'count visit.done', at-least: 1, at-most: 3, over: now, per: asset, starts: asset.accepted, on-broken: [{escalate: lead}], calendar: desk}}
  longer: {rule: {on: ticket.judged, then: [{restart: equipment}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"makerTerm":"3mo","promise":"minutes","occurrence":1,"person":"wang","role":"lead","startsAt":1775955600000}
02-14 09:01 → 02-14 09:01 | f2 system lin contract/C1,site/S1,visit/V1 visit.agreed {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","quantity":1,"part":"pump","makerTerm":"1mo","promise":"closed","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1774659600000}
03-29 09:00:00.001 → 03-29 09:00:00.001 | f4 system lin contract/C1,site/S1 complaint.opened {"by":"customer","zone":"city","cover":"none","type":"consultation","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"late","occurrence":3,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1770426000000}
05-31 08:59:59.999 → 05-31 08:59:59.999 | f5 system lin contract/C1,site/S1,visit/V1 visit.agreed {"grade":"general","by":"staff","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"equipment","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager"}
06-04 09:00 → 06-04 09:00 | f6 system lin asset/A1,contract/C1,site/S1,model/M1 cover.extended {"grade":"major","by":"customer","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":1,"makerTerm":"1mo","promise":"patrol","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1772499600000}
06-18 17:01 → 06-18 17:01 | f8 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reopened {"grade":"general","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"other","reason":"wait","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"nearly","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead"}
06-21 12:00 → 06-21 12:00 | f9 system lin contract/C1,site/S1,visit/V1 visit.done {"by":"staff","zone":"city","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","part":"fan","makerTerm":"1mo","promise":"patrol","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1770426000000}
  02-01 09:00 patrol/1 open due 04-02 00:00
  03-19 00:00 patrol/2 open due 06-02 00:00
  04-02 00:00 patrol/1 broken at 04-02 00:00
  05-19 00:00 patrol/3 open due 08-02 00:00
  06-02 00:00 patrol/2 broken at 06-02 00:00
  06-21 12:00 patrol/2 broken at 06-02 00:00 done 06-21 12:00
  06-21 12:00 protocol/2 open due 06-22 12:00
  06-22 12:00 protocol/2 broken at 06-22 12:00
  07-19 00:00 patrol/4 open due 10-02 00:00
  08-02 00:00 patrol/3 broken at 08-02 00:00
  09-18 00:00 patrol/5 open due 12-02 00:00
  10-02 00:00 patrol/4 broken at 10-02 00:00
  04-02 00:00 escalate contract/C1|patrol|1|escalate:lead to lead {}
  04-02 00:00 escalate contract/C1|patrol|1|escalate:service-manager to service-manager {}
  06-02 00:00 escalate contract/C1|patrol|2|escalate:lead to lead {}
  06-02 00:00 escalate contract/C1|patrol|2|escalate:service-manager to service-manager {}
  06-22 12:00 escalate contract/C1|protocol|2|escalate:lead to lead {}
  06-22 12:00 escalate contract/C1|protocol|2|escalate:service-manager to service-manager {}
  08-02 00:00 escalate contract/C1|patrol|3|escalate:lead to lead {}
  08-02 00:00 escalate contract/C1|patrol|3|escalate:service-manager to service-manager {}
  10-02 00:00 escalate contract/C1|patrol|4|escalate:lead to lead {}
  10-02 00:00 escalate contract/C1|patrol|4|escalate:service-manager to service-manager {}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1775059200000,"checklist":["basic"]},"usedMs":4982400000,"leftMs":-3859200000,"pausedMs":0,"plainDue":"04-02 00:00"}
  = patrol/2 {"from":["contract.accepted","03-19 00:00","f1","office"],"evidence":["f9"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1775059200000,"until":1780329600000,"checklist":["basic"]},"usedMs":1814400000,"leftMs":-374400000,"pausedMs":0,"plainDue":"06-02 00:00"}
  = patrol/3 {"from":["contract.accepted","05-19 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1780329600000,"until":1785600000000,"checklist":["basic"]},"usedMs":2995200000,"leftMs":-1468800000,"pausedMs":0,"plainDue":"08-02 00:00"}
  = patrol/4 {"from":["contract.accepted","07-19 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1785600000000,"until":1790870400000,"checklist":["basic"]},"usedMs":1756800000,"leftMs":-230400000,"pausedMs":0,"plainDue":"10-02 00:00"}
  = patrol/5 {"from":["contract.accepted","09-18 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1790870400000,"until":1796140800000,"checklist":["basic"]},"usedMs":489600000,"leftMs":921600000,"pausedMs":0,"plainDue":"12-02 00:00"}
  = protocol/2 {"from":["patrol.done","06-21 12:00","f9","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":10357200000,"leftMs":-10270800000,"pausedMs":0,"plainDue":"06-22 12:00"}
# story 33 contract/C1
  minutes: {deadline: {starts: [training.held, document.issued], within: 2wd, kept-by: report.delivered, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  equipment: {cover: {per: asset, starts: asset.accepted, term: 2mo, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  farewell: {deadline: {starts: equipment.end, within: 3d, kept-by: document.issued, calendar: always, excuses: [proven], per: contract}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', at-most: 2, over: 30d, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"inspect","occurrence":2,"checklists":["basic"],"people":2,"role":"lead","startsAt":1782694800000}
02-03 09:00 → 02-03 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"inspect","occurrence":2,"checklists":["basic"],"people":2,"role":"lead","startsAt":1782694800000}
03-14 09:00 → 03-14 09:00 | f5 system lin contract/C1,site/S1,visit/V1 visit.agreed {"grade":"general","by":"staff","zone":"county","class":"core","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"pleased","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1771462800000}
06-02 13:00 → 06-02 13:00 | f7 system lin contract/C1,site/S1 complaint.opened {"grade":"general","by":"staff","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"third","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1781830800000}
06-27 09:00:00.001 → 06-27 09:00:00.001 | f8 system lin contract/C1,site/S1 training.held {"grade":"major","by":"staff","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","removable":false,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":2,"promise":"minutes","checklists":["basic"],"people":1,"role":"service-manager","startsAt":1770598800000}
  04-04 00:00 farewell/1 open due 04-08 00:00
  04-08 00:00 farewell/1 broken at 04-08 00:00
  06-27 09:00:00.001 minutes/1 open due 06-30 17:00
  06-30 17:00 minutes/1 broken at 06-30 17:00
  06-30 17:00 escalate contract/C1|minutes|1|escalate:lead to lead {}
  06-30 17:00 escalate contract/C1|minutes|1|escalate:service-manager to service-manager {}
  = minutes/1 {"from":["[training.held, document.issued]","06-27 09:00:00.001","f8","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":2188800000,"leftMs":-2131200000,"pausedMs":0,"plainDue":"06-30 17:00"}
  = farewell/1 {"from":["equipment.end","04-04 00:00","f2","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":17139600000,"leftMs":-16794000000,"pausedMs":0,"plainDue":"04-08 00:00"}
# story 34 asset/A1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 1y, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: 24h, general: 3d}, kept-by: visit.arrived, on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  after: {deadline: {due: arrive.due, kept-by: [form.filled, ticket.closed], pauses: [wait, proven], on-broken: [{escalate: lead}]}}
  inspect: {deadline: {per: asset, starts: asset.tested, within: 2wd, kept-by: asset.reconnected, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: now, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: desk}}
  paidup: {gate: {per: contract, before: training.held, needs: invoice.issued, waive: service-manager, on-broken: [{escalate: lead}]}}
  longer: {rule: {on: ticket.judged where removable == false, then: [{extend: equipment, by: 20d}]}}
02-02 09:00 → 02-02 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 cover.extended {"grade":"major","by":"staff","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"faults","occurrence":1,"checklists":["basic"],"people":1,"person":"wang","role":"lead","startsAt":1771376400000}
02-08 09:00 → 02-08 09:00 | f6 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","score":40,"makerTerm":"1mo","promise":"repair","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1782262800000}
02-09 08:59:59.999 → 02-09 08:59:59.999 | f7 system lin asset/A1,contract/C1,site/S1,model/M1 cover.extended {"by":"staff","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","quantity":1,"part":"pump","makerTerm":"3mo","promise":"visited","occurrence":1,"people":1,"person":"lin","role":"lead","startsAt":1779584400000}
02-20 09:00 → 02-20 09:00 | f8 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reopened {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"closed","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1772672400000}
02-20 19:59:59.999 → 02-20 19:59:59.999 | f9 system lin asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"minutes","occurrence":1,"people":1,"person":"wang","role":"service-manager","startsAt":1773450000000}
03-08 08:00 → 03-08 08:00 | f12 system lin asset/A1,contract/C1,site/S1,model/M1 asset.tested {"by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"pump","promise":"inspect","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1771722000000}
03-23 17:01 → 03-23 17:01 | f13 system lin asset/A1,contract/C1,site/S1,model/M1 asset.tested {"grade":"major","by":"customer","zone":"city","class":"edge","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":40,"part":"pump","makerTerm":"1mo","promise":"letter","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1779670800000}
05-19 09:00 → 05-19 09:00 | f17 system lin asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"told","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"nearly","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1771981200000}
06-30 09:00 → 06-30 09:00 | f24 system lin asset/A1,contract/C1,site/S1,model/M1 asset.reconnected {"grade":"major","by":"customer","zone":"city","class":"core","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"farewell","occurrence":1,"checklists":["basic"],"person":"lin","role":"lead","startsAt":1776214800000}
  03-08 08:00 inspect/1 open due 03-11 00:00
  03-11 00:00 inspect/1 broken at 03-11 00:00
  03-23 17:01 inspect/2 open due 03-26 00:00
  03-26 00:00 inspect/2 broken at 03-26 00:00
  06-30 09:00 inspect/2 broken at 03-26 00:00 done 06-30 09:00
  03-11 00:00 escalate asset/A1|inspect|1|escalate:lead to lead {}
  03-11 00:00 escalate asset/A1|inspect|1|escalate:service-manager to service-manager {}
  03-26 00:00 escalate asset/A1|inspect|2|escalate:lead to lead {}
  03-26 00:00 escalate asset/A1|inspect|2|escalate:service-manager to service-manager {}
  = inspect/1 {"from":["asset.tested","03-08 08:00","f12","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":19443600000,"leftMs":-19213200000,"pausedMs":0,"plainDue":"03-11 00:00"}
  = inspect/2 {"from":["asset.tested","03-23 17:01","f13","always"],"evidence":["f24"],"rows":[],"gaps":[],"notes":[],"usedMs":8524740000,"leftMs":-8326800000,"pausedMs":0,"plainDue":"03-26 00:00"}
# story 35 contract/C1
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 8, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: always}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":false,"passed":true,"problem":"noise","travel":"1h","quantity":2,"part":"fan","makerTerm":"1mo","promise":"closed","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1777338000000}
02-09 04:00:00.001 → 02-09 04:00:00.001 | f3 system lin contract/C1,site/S1 contract.ended {"by":"customer","zone":"county","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"equipment","checklists":["basic"],"person":"wang","role":"lead","startsAt":1775869200000}
02-19 09:01 → 02-19 09:01 | f4 system lin contract/C1,site/S1 training.held {"grade":"general","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"patrol","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1775264400000}
03-17 10:00 → 03-17 10:00 | f6 system lin contract/C1,site/S1 approval.given {"grade":"general","by":"customer","zone":"county","class":"edge","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"repair","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1774400400000}
04-20 09:00 → 04-20 09:00 | f10 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.excused {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","passed":false,"problem":"noise","travel":"1h","score":100,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"upkeep","occurrence":1,"checklists":["deep","basic"],"person":"lin","role":"service-manager","startsAt":1778893200000}
05-06 09:01 → 05-06 09:01 | f11 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"staff","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":1,"part":"fan","promise":"letter","occurrence":1,"people":2,"person":"wang","role":"lead","startsAt":1776474000000}
06-12 09:00 → 06-12 09:00 | f16 system lin contract/C1,site/S1 notice.delivered {"by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"1h","quantity":2,"part":"pump","makerTerm":"1mo","promise":"lessons","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1781053200000}
  02-01 09:00 downtime/1 open due 03-04 00:00
  02-09 04:00:00.001 downtime/1 open due 02-09 04:00:00.001
  02-09 04:00:00.001 downtime/1 kept at 02-09 04:00:00.001
  = downtime/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":8,"from":1769907600000,"until":1770580800001,"value":0},"usedMs":673200001,"leftMs":0,"pausedMs":0,"plainDue":"02-09 04:00:00.001"}
# story 36 site/S1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {by: class, core: 3mo, edge: 1mo}, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  upkeep: {recurring: {every: 10d, per: asset, starts: asset.accepted, task: test, until: asset.scrapped, calendar: office, window: 10d, checklist: [basic], agreed-by: customer, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  lessons: {recurring: {every: 2mo, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: next-workday, calendar: office, window: 10d, checklist: [basic], approved-by: customer, pauses: [told]}}
  patrol: {recurring: {every: 3mo, per: contract, starts: contract.accepted, task: visit, holiday: next-workday, calendar: office, ahead: 20d, approved-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  protocol: {deadline: {starts: patrol.broken, within: 1d, kept-by: report.delivered, calendar: always, excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: 30d, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: desk}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: now, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: office}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  third: {rule: {on: work.failed, then: [{credit: "100.00"}, {open-task: apology, owner: lead}], times: 2, same: [problem], unless: work.succeeded, once: owner}}
02-18 09:00 → 02-18 09:00 | f4 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"customer","zone":"county","cover":"none","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"passed":false,"problem":"heat","travel":"3h","quantity":1,"part":"pump","makerTerm":"3mo","promise":"arrive","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1777251600000}
  03-28 00:00 lessons/1 open due 04-21 00:00
  04-21 00:00 lessons/1 broken at 04-21 00:00
  05-26 00:00 lessons/2 open due 06-19 00:00
  06-19 00:00 lessons/2 broken at 06-19 00:00
  07-26 00:00 lessons/3 open due 08-19 00:00
  08-19 00:00 lessons/3 broken at 08-19 00:00
  09-26 00:00 lessons/4 open due 10-20 00:00
  = lessons/1 {"from":["asset.handed-over","03-28 00:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1775836800000,"until":1776700800000,"checklist":["basic"]},"usedMs":3945600000,"leftMs":-3513600000,"pausedMs":0,"plainDue":"04-21 00:00"}
  = lessons/2 {"from":["asset.handed-over","05-26 00:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1780934400000,"until":1781798400000,"checklist":["basic"]},"usedMs":2851200000,"leftMs":-2332800000,"pausedMs":0,"plainDue":"06-19 00:00"}
  = lessons/3 {"from":["asset.handed-over","07-26 00:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1786204800000,"until":1787068800000,"checklist":["basic"]},"usedMs":1612800000,"leftMs":-1123200000,"pausedMs":0,"plainDue":"08-19 00:00"}
  = lessons/4 {"from":["asset.handed-over","09-26 00:00","f4","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1791561600000,"until":1792425600000,"checklist":["basic"]},"usedMs":316800000,"leftMs":28800000,"pausedMs":0,"plainDue":"10-20 00:00"}
# story 37 contract/C1
  minutes: {deadline: {starts: [training.held, document.issued], within: 1w, kept-by: report.delivered, calendar: desk, excuses: [proven, told], on-broken: [{escalate: lead}], per: contract}}
  inspect: {deadline: {per: asset, starts: asset.tested, within: 2wd, kept-by: asset.reconnected, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  letter: {deadline: {per: contract, starts: contract.accepted, within: 1w, kept-by: document.issued, calendar: always, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 10d, replaced-part: {add: 10d}, excludes: [proven], until: asset.scrapped}}
  renewal: {deadline: {per: asset, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: office, pauses: [wait, proven], excuses: [proven, told]}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 100, over: 30d, per: contract, starts: contract.accepted, calendar: desk}}
  paidup: {gate: {per: contract, before: training.held, allows: kind == "renewal", waive: service-manager, on-broken: [{escalate: lead}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","notice":true,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"inspect","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1771290000000}
02-19 09:00 → 02-19 09:00 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","notice":true,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"inspect","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1771290000000}
05-26 09:00 → 05-26 09:00 | f8 system lin contract/C1,site/S1,visit/V2 visit.done {"grade":"major","by":"staff","zone":"city","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":false,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"upkeep","occurrence":2,"checklists":["basic"],"person":"wang","role":"lead","startsAt":1772586000000}
  02-01 09:00 letter/1 open due 02-09 00:00
  02-01 09:00 downtime/1 open due 03-04 00:00
  02-09 00:00 letter/1 broken at 02-09 00:00
  03-03 13:00:00.001 downtime/1 broken at 03-03 13:00:00.001
  03-04 00:00 downtime/2 open due 04-03 00:00
  03-16 13:00:00.001 downtime/2 broken at 03-16 13:00:00.001
  04-03 00:00 downtime/3 open due 05-03 00:00
  04-15 13:00:00.001 downtime/3 broken at 04-15 13:00:00.001
  05-03 00:00 downtime/4 open due 06-02 00:00
  05-15 13:00:00.001 downtime/4 broken at 05-15 13:00:00.001
  06-02 00:00 downtime/5 open due 07-02 00:00
  06-14 13:00:00.001 downtime/5 broken at 06-14 13:00:00.001
  07-02 00:00 downtime/6 open due 08-01 00:00
  07-14 13:00:00.001 downtime/6 broken at 07-14 13:00:00.001
  08-01 00:00 downtime/7 open due 08-31 00:00
  08-13 13:00:00.001 downtime/7 broken at 08-13 13:00:00.001
  08-31 00:00 downtime/8 open due 00:00
  09-12 13:00:00.001 downtime/8 broken at 09-12 13:00:00.001
  00:00 downtime/9 open due 10-30 00:00
  10-12 13:00:00.001 downtime/9 broken at 10-12 13:00:00.001
  02-09 00:00 escalate contract/C1|letter|1|escalate:lead to lead {}
  = letter/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":22464000000,"leftMs":-21805200000,"pausedMs":0,"plainDue":"02-09 00:00"}
  = downtime/1 {"from":["contract.accepted","02-01 09:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1769907600000,"until":1772553600000,"value":100},"usedMs":7488000000,"leftMs":-6595200000,"pausedMs":0,"plainDue":"03-04 00:00"}
  = downtime/2 {"from":["contract.accepted","03-04 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1772553600000,"until":1775145600000,"value":100},"usedMs":6595200000,"leftMs":-5731200000,"pausedMs":0,"plainDue":"04-03 00:00"}
  = downtime/3 {"from":["contract.accepted","04-03 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1775145600000,"until":1777737600000,"value":100},"usedMs":5731200000,"leftMs":-4867200000,"pausedMs":0,"plainDue":"05-03 00:00"}
  = downtime/4 {"from":["contract.accepted","05-03 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1777737600000,"until":1780329600000,"value":100},"usedMs":4867200000,"leftMs":-4003200000,"pausedMs":0,"plainDue":"06-02 00:00"}
  = downtime/5 {"from":["contract.accepted","06-02 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1780329600000,"until":1782921600000,"value":100},"usedMs":4003200000,"leftMs":-3139200000,"pausedMs":0,"plainDue":"07-02 00:00"}
  = downtime/6 {"from":["contract.accepted","07-02 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1782921600000,"until":1785513600000,"value":100},"usedMs":3139200000,"leftMs":-2275200000,"pausedMs":0,"plainDue":"08-01 00:00"}
  = downtime/7 {"from":["contract.accepted","08-01 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1785513600000,"until":1788105600000,"value":100},"usedMs":2275200000,"leftMs":-1411200000,"pausedMs":0,"plainDue":"08-31 00:00"}
  = downtime/8 {"from":["contract.accepted","08-31 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1788105600000,"until":1790697600000,"value":100},"usedMs":1411200000,"leftMs":-547200000,"pausedMs":0,"plainDue":"00:00"}
  = downtime/9 {"from":["contract.accepted","00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1790697600000,"until":1793289600000,"value":100},"usedMs":547200000,"leftMs":316800000,"pausedMs":0,"plainDue":"10-30 00:00"}
# story 38 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 10d, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: 1h, kept-by: ticket.replied, calendar: desk, pauses: [wait, proven], excuses: [proven], regrade: restart, target: 10min}}
  nearly: {deadline: {starts: reply at 80%, within: 1h, kept-by: ticket.accepted, calendar: desk, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  signed: {deadline: {starts: visit.done, within: 0.5wd, kept-by: visit.signed, calendar: desk, pauses: [wait, proven], on-broken: [{escalate: lead}], per: visit}}
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 1mo, kept-by: asset.reconnected, calendar: desk, pauses: [wait]}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: quarter, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: always}}
  longer: {rule: {on: ticket.judged, then: [{restart: equipment}]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: zone, city: {by: grade, major: 4h, general: 1h}, else: 4h}, kept-by: visit.arrived, calendar: always, pauses: [told], on-broken: [{escalate: lead}], unless: remote.solved, regrade: retroactive}}
  repair: {deadline: {starts: arrive.broken + 2h, within: 2wd, kept-by: ticket.restored, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  late: {rule: {on: arrive.broken, then: [{entitle: replacement}, {open-task: apology, owner: lead}]}}
02-19 09:00 → 02-19 09:00 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"city","class":"core","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":1,"part":"fan","promise":"protocol","occurrence":3,"checklists":["deep","basic"],"people":1,"role":"service-manager","startsAt":1776646800000}
03-06 00:01 → 03-06 00:01 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 notice.delivered {"grade":"major","by":"customer","zone":"county","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"told","evidence":"photo","removable":true,"passed":false,"problem":"heat","score":100,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"paidup","occurrence":2,"checklists":["deep","basic"],"person":"wang","role":"lead","startsAt":1779411600000}
04-17 10:00 → 04-17 10:00 | f10 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,loan/L2 loan.delivered {"grade":"major","by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"longer","checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1780448400000}
05-04 21:01 → 05-04 21:01 | f13 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V2 visit.agreed {"by":"customer","zone":"county","class":"edge","type":"consultation","kind":"other","reason":"told","removable":false,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":2,"makerTerm":"3mo","promise":"upkeep","occurrence":1,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1773622800000}
06-20 10:00 → 06-20 10:00 | f18 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.accepted {"by":"customer","class":"core","cover":"none","type":"fault","kind":"other","reason":"told","evidence":"photo","removable":false,"passed":true,"problem":"heat","travel":"1h","quantity":2,"part":"fan","makerTerm":"1mo","promise":"closed","occurrence":3,"checklists":["deep","basic"],"person":"wang","role":"lead","startsAt":1779325200000}
06-21 00:00 → 06-21 00:00 | f19 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.signed {"grade":"general","by":"staff","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":40,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"letter","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1775610000000}
06-22 08:59:59.999 → 06-22 08:59:59.999 | f20 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.judged {"grade":"general","by":"staff","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"told","removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":0,"part":"fan","makerTerm":"1mo","promise":"pleased","occurrence":3,"checklists":["basic"],"people":2,"role":"service-manager"}
  02-19 09:00 reply/1 open due 02-19 10:00
  02-19 09:00 arrive/1 open due 02-19 10:00
  02-19 09:48 nearly/1 open due 02-19 10:48
  02-19 10:00 reply/1 broken at 02-19 10:00
  02-19 10:00 arrive/1 broken at 02-19 10:00
  02-19 10:48 nearly/1 broken at 02-19 10:48
  02-24 11:00 repair/1 open due 02-26 17:00
  02-26 17:00 repair/1 broken at 02-26 17:00
  06-20 10:00 nearly/1 broken at 02-19 10:48 done 06-20 10:00
  02-19 10:00 entitle ticket/T1|late|1|entitle:replacement to replacement {}
  02-19 10:00 open-task ticket/T1|late|1|open-task:apology to apology {"params":{"owner":"lead"}}
  02-19 10:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-19 10:48 escalate ticket/T1|nearly|1|escalate:lead to lead {}
  02-19 10:48 escalate ticket/T1|nearly|1|escalate:service-manager to service-manager {}
  02-26 17:00 escalate ticket/T1|repair|1|escalate:lead to lead {}
  02-26 17:00 escalate ticket/T1|repair|1|escalate:service-manager to service-manager {}
  06-22 08:59:59.999 restart ticket/T1|longer|1|restart:equipment to equipment {}
  = reply/1 {"from":["ticket.reported","02-19 09:00","f4","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":6969600000,"leftMs":-6966000000,"pausedMs":0,"plainDue":"02-19 10:00","target":"02-19 09:10"}
  = nearly/1 {"from":["reply at 80%","02-19 09:48",null,"desk"],"evidence":["f18"],"rows":[],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":3485520000,"leftMs":-3481920000,"pausedMs":0,"plainDue":"02-19 10:48"}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-19 09:00","f4","always"],"evidence":[],"rows":["zone=city","grade=general"],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":20908800000,"leftMs":-20905200000,"pausedMs":0,"plainDue":"02-19 10:00"}
  = repair/1 {"from":["arrive.broken + 2h","02-24 11:00",null,"office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":4658400000,"leftMs":-4579200000,"pausedMs":0,"plainDue":"02-26 17:00"}
# story 39 site/S1
  lessons: {recurring: {every: 3mo, anchor: floating, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: next-workday, calendar: office, ahead: 2d, same-expert: true, agreed-by: customer, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
02-03 09:00 → 02-03 09:00 | f3 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"customer","class":"core","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"protocol","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770080400000}
  02-03 09:00 lessons/1 open due 05-07 00:00
  05-07 00:00 lessons/1 broken at 05-07 00:00
  05-07 00:00 lessons/2 open due 08-08 00:00
  08-08 00:00 lessons/2 broken at 08-08 00:00
  08-08 00:00 lessons/3 open due 11-10 00:00
  05-07 00:00 escalate site/S1|lessons|1|escalate:lead to lead {}
  05-07 00:00 escalate site/S1|lessons|1|escalate:service-manager to service-manager {}
  08-08 00:00 escalate site/S1|lessons|2|escalate:lead to lead {}
  08-08 00:00 escalate site/S1|lessons|2|escalate:service-manager to service-manager {}
  = lessons/1 {"from":["asset.handed-over","02-03 09:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1770080400000,"until":1778083200000},"usedMs":4953600000,"leftMs":-3254400000,"pausedMs":0,"plainDue":"05-07 00:00"}
  = lessons/2 {"from":["asset.handed-over","05-07 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1778083200000,"until":1786118400000},"usedMs":3254400000,"leftMs":-1324800000,"pausedMs":0,"plainDue":"08-08 00:00"}
  = lessons/3 {"from":["asset.handed-over","08-08 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1786118400000,"until":1794240000000},"usedMs":1324800000,"leftMs":460800000,"pausedMs":0,"plainDue":"11-10 00:00"}
# story 40 asset/A1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 10d, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: grade, major: 1h, general: 20min}, kept-by: visit.arrived, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: retroactive}}
  after: {deadline: {due: arrive.due, kept-by: [form.filled, ticket.closed], calendar: office, excuses: [proven], on-broken: [{escalate: lead}]}}
  renewal: {deadline: {per: asset, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: always, excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  upkeep: {recurring: {every: 3mo, per: asset, starts: asset.accepted, task: test, until: asset.scrapped, calendar: office, same-expert: true, approved-by: customer, pauses: [wait, proven], on-broken: [{escalate: lead}]}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 8, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: contract-year, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}]}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}]}}
02-16 09:00 → 02-16 09:00 | f3 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"upkeep","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770080400000}
  02-16 09:00 renewal/1 open due 02-17 00:00
  02-16 09:00 upkeep/1 open due 05-17 00:00
  02-17 00:00 renewal/1 broken at 02-17 00:00
  05-03 00:00 upkeep/2 open due 08-17 00:00
  05-17 00:00 upkeep/1 broken at 05-17 00:00
  08-03 00:00 upkeep/3 open due 11-17 00:00
  08-17 00:00 upkeep/2 broken at 08-17 00:00
  02-17 00:00 escalate asset/A1|renewal|1|escalate:lead to lead {}
  02-17 00:00 escalate asset/A1|renewal|1|escalate:service-manager to service-manager {}
  05-17 00:00 escalate asset/A1|upkeep|1|escalate:lead to lead {}
  08-17 00:00 escalate asset/A1|upkeep|2|escalate:lead to lead {}
  = renewal/1 {"from":["equipment.end - 10d","02-16 09:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":21168000000,"leftMs":-21114000000,"pausedMs":0,"plainDue":"02-17 00:00"}
  = upkeep/1 {"from":["asset.accepted","02-16 09:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1771203600000,"until":1778947200000},"usedMs":4665600000,"leftMs":-3024000000,"pausedMs":0,"plainDue":"05-17 00:00"}
  = upkeep/2 {"from":["asset.accepted","05-03 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1778947200000,"until":1786896000000},"usedMs":3283200000,"leftMs":-1180800000,"pausedMs":0,"plainDue":"08-17 00:00"}
  = upkeep/3 {"from":["asset.accepted","08-03 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1786896000000,"until":1794844800000},"usedMs":1468800000,"leftMs":604800000,"pausedMs":0,"plainDue":"11-17 00:00"}
# story 41 contract/C1
  minutes: {deadline: {starts: training.held, within: 1w, kept-by: report.delivered, calendar: desk, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  letter: {deadline: {per: contract, starts: contract.accepted, within: 3d, kept-by: document.issued, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}]}}
  equipment: {cover: {per: asset, starts: asset.accepted, term: 10d, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  renewal: {deadline: {per: asset, due: equipment.end, kept-by: 'notice.delivered where kind == "renewal"', calendar: office, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
02-08 09:01 → 02-08 09:01 | f3 system lin contract/C1,site/S1 invoice.issued {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"1h","score":60,"part":"pump","makerTerm":"1mo","promise":"paidup","occurrence":1,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager"}
02-25 02:59:59.999 → 02-25 02:59:59.999 | f5 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"general","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"proven","removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"makerTerm":"3mo","promise":"closed","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1772326800000}
03-04 09:00 → 03-04 09:00 | f7 system lin contract/C1,site/S1 complaint.opened {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":40,"part":"fan","makerTerm":"3mo","promise":"minutes","checklists":["deep","basic"],"person":"wang","role":"service-manager","startsAt":1770944400000}
03-15 17:59:59.999 → 03-15 17:59:59.999 | f10 system lin contract/C1,site/S1 contract.ended {"by":"customer","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"arrive","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager"}
03-20 00:00:00.001 → 03-20 00:00:00.001 | f11 system lin asset/A2,contract/C1,site/S1,model/M1 training.held {"grade":"major","by":"customer","class":"core","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"pleased","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1771376400000}
04-26 09:00 → 04-26 09:00 | f14 system lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"customer","zone":"city","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","score":40,"part":"pump","makerTerm":"1mo","promise":"spares","occurrence":2,"checklists":["basic"],"person":"wang","role":"lead","startsAt":1782867600000}
05-05 09:00:00.001 → 05-05 09:00:00.001 | f15 system lin contract/C1,site/S1 document.issued {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","quantity":1,"part":"pump","makerTerm":"3mo","promise":"letter","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1776474000000}
  03-20 00:00:00.001 minutes/1 open due 03-27 17:00
  03-27 17:00 minutes/1 broken at 03-27 17:00
  04-26 09:00 letter/1 open due 04-29 17:00
  04-29 17:00 letter/1 broken at 04-29 17:00
  05-05 09:00:00.001 letter/1 broken at 04-29 17:00 done 05-05 09:00:00.001
  03-27 17:00 escalate contract/C1|minutes|1|escalate:lead to lead {}
  03-27 17:00 escalate contract/C1|minutes|1|escalate:service-manager to service-manager {}
  04-29 17:00 escalate contract/C1|letter|1|escalate:lead to lead {}
  = minutes/1 {"from":["training.held","03-20 00:00:00.001","f11","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":6134400000,"leftMs":-5904000000,"pausedMs":0,"plainDue":"03-27 17:00"}
  = letter/1 {"from":["contract.accepted","04-26 09:00","f14","office"],"evidence":["f15"],"rows":[],"gaps":[],"notes":[],"usedMs":115200000,"leftMs":-28800000,"pausedMs":0,"plainDue":"04-29 17:00"}
# story 42 contract/C1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {by: class, core: 3mo, edge: 1mo}, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: grade, major: none, general: 20min}, kept-by: visit.arrived, calendar: always, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: restart}}
  after: {deadline: {due: arrive.due, kept-by: [form.filled, ticket.closed], calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}]}}
  letter: {deadline: {per: contract, starts: contract.accepted, within: 3d, kept-by: document.issued, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  farewell: {deadline: {starts: equipment.extended, within: 1w, kept-by: document.issued, calendar: always, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], per: asset}}
  patrol: {recurring: {every: 3mo, per: contract, starts: contract.accepted, task: visit, until: contract.ended, holiday: next-workday, calendar: office, same-expert: true, agreed-by: customer, excuses: [proven, told], on-broken: [{escalate: lead}]}}
  protocol: {deadline: {starts: patrol.broken, within: 1mo, kept-by: report.delivered, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], per: contract}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: 30d, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: desk}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 50%, over: contract-year, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: always}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","removable":false,"passed":false,"problem":"heat","travel":"3h","quantity":0,"part":"pump","makerTerm":"3mo","promise":"visited","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1782349200000}
02-21 09:00 → 02-21 09:00 | f4 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","removable":false,"passed":false,"problem":"heat","travel":"3h","quantity":0,"part":"pump","makerTerm":"3mo","promise":"visited","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1782349200000}
  02-01 09:00 letter/1 open due 02-05 00:00
  02-01 09:00 spares/1 open due 2027-02-02 00:00
  02-01 09:00 patrol/1 open due 05-07 00:00
  02-05 00:00 letter/1 broken at 02-05 00:00
  04-18 00:00 patrol/2 open due 08-04 00:00
  05-07 00:00 patrol/1 broken at 05-07 00:00
  05-07 00:00 protocol/1 open due 06-08 17:00
  06-08 17:00 protocol/1 broken at 06-08 17:00
  07-19 00:00 patrol/3 open due 11-03 00:00
  08-04 00:00 patrol/2 broken at 08-04 00:00
  08-04 00:00 protocol/2 open due 09-04 17:00
  09-04 17:00 protocol/2 broken at 09-04 17:00
  10-19 00:00 patrol/4 open due 2027-02-02 00:00 provisional
  02-05 00:00 escalate contract/C1|letter|1|escalate:lead to lead {}
  05-07 00:00 escalate contract/C1|patrol|1|escalate:lead to lead {}
  06-08 17:00 escalate contract/C1|protocol|1|escalate:lead to lead {}
  08-04 00:00 escalate contract/C1|patrol|2|escalate:lead to lead {}
  09-04 17:00 escalate contract/C1|protocol|2|escalate:lead to lead {}
  = letter/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":22464000000,"leftMs":-22150800000,"pausedMs":0,"plainDue":"02-05 00:00"}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1778083200000},"usedMs":4982400000,"leftMs":-3254400000,"pausedMs":0,"plainDue":"05-07 00:00"}
  = patrol/2 {"from":["contract.accepted","04-18 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1777651200000,"until":1785772800000},"usedMs":3542400000,"leftMs":-1440000000,"pausedMs":0,"plainDue":"08-04 00:00"}
  = patrol/3 {"from":["contract.accepted","07-19 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1785600000000,"until":1793635200000},"usedMs":1756800000,"leftMs":316800000,"pausedMs":0,"plainDue":"11-03 00:00"}
  = patrol/4 {"from":["contract.accepted","10-19 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1793548800000,"until":1801497600000},"usedMs":0,"leftMs":2188800000,"pausedMs":0,"provisional":"calendar-unknown","plainDue":"2027-02-02 00:00"}
  = protocol/1 {"from":["patrol.broken","05-07 00:00",null,"office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":3254400000,"leftMs":-2563200000,"pausedMs":0,"plainDue":"06-08 17:00"}
  = protocol/2 {"from":["patrol.broken","08-04 00:00",null,"office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":1440000000,"leftMs":-748800000,"pausedMs":0,"plainDue":"09-04 17:00"}
  = spares/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":0.5,"from":1769907600000,"until":1801497600000,"value":0},"usedMs":22464000000,"leftMs":9126000000,"pausedMs":0,"plainDue":"2027-02-02 00:00"}
`
