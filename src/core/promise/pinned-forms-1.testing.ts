/** Written by pinned-forms.test.ts, read by people. */
export const STORIES_1 = String.raw`
# story 1 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {longer-of: [1mo, maker]}, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 24h, kept-by: visit.arrived, calendar: always, pauses: [wait, proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: keep}}
  reply: {deadline: {starts: ticket.reported, within: 1h, kept-by: ticket.replied, calendar: desk, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: grade, major: unstated, general: 1h}, kept-by: ticket.restored, calendar: always, pauses: [told], on-broken: [{escalate: lead}], reopen: new}}
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 1mo, kept-by: asset.reconnected, calendar: always, pauses: [wait, proven], excuses: [proven]}}
  upkeep: {recurring: {on: {months: [2, 4, 6, 8, 10, 12], days: 31}, per: asset, starts: asset.accepted, task: test, until: asset.scrapped, holiday: previous-workday, calendar: office, agreed-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}]}}
02-20 09:00 → 02-20 09:00 | f3 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","notice":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"closed","occurrence":1,"checklists":["basic"],"people":2,"role":"service-manager","startsAt":1782694800000}
02-22 14:00 → 02-22 14:00 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.agreed {"grade":"major","by":"customer","zone":"county","class":"edge","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"paidup","occurrence":3,"person":"wang","role":"service-manager","startsAt":1774227600000}
  02-20 09:00 arrive/1 open due 02-21 09:00
  02-20 09:00 reply/1 open due 02-20 10:00
  02-20 10:00 reply/1 broken at 02-20 10:00
  02-21 09:00 arrive/1 broken at 02-21 09:00
  02-21 11:00 repair/1 open due 02-21 12:00
  02-21 12:00 repair/1 broken at 02-21 12:00
  02-20 10:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-21 09:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-21 09:00 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-21 12:00 escalate ticket/T1|repair|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-20 09:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":20822400000,"leftMs":-20736000000,"pausedMs":0,"plainDue":"02-21 09:00"}
  = reply/1 {"from":["ticket.reported","02-20 09:00","f3","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":6940800000,"leftMs":-6937200000,"pausedMs":0,"plainDue":"02-20 10:00","target":"02-20 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-21 11:00",null,"always"],"evidence":[],"rows":["grade=general"],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":20728800000,"leftMs":-20725200000,"pausedMs":0,"plainDue":"02-21 12:00"}
# story 2 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 1y, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: 20min, general: 1mo}, kept-by: visit.arrived, calendar: always, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: office, pauses: [told], excuses: [proven, told]}}
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 2wd, kept-by: asset.reconnected, calendar: desk, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {times: 2, per-period: 3mo, per: contract, starts: contract.accepted, task: visit, until: equipment.end, holiday: previous-workday, calendar: office, ahead: 20d, agreed-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  protocol: {deadline: {starts: patrol.done, within: 1d, kept-by: report.delivered, calendar: office, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], per: contract}}
02-06 09:00 → 02-06 09:00 | f1 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":1,"makerTerm":"3mo","promise":"arrive","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1770080400000}
06-12 08:59:59.999 → 06-12 08:59:59.999 | f8 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.cancelled {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":2,"makerTerm":"1mo","promise":"third","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1770771600000}
  02-06 09:00 arrive/1 open due 02-06 09:20
  02-06 09:00 after/1 open due 02-09 17:00
  02-06 09:20 arrive/1 broken at 02-06 09:20
  02-09 17:00 after/1 broken at 02-09 17:00
  02-06 09:20 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-06 09:20 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported","02-06 09:00","f1","always"],"evidence":[],"rows":["grade=major"],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":22032000000,"leftMs":-22030800000,"pausedMs":0,"plainDue":"02-06 09:20"}
  = after/1 {"from":["arrive.due + 1d","02-06 09:00",null,"office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":4867200000,"leftMs":-4809600000,"pausedMs":0,"plainDue":"02-09 17:00"}
# story 3 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 1y, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 4h, general: 1w}, kept-by: ticket.replied, calendar: desk, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  nearly: {deadline: {starts: reply at 50%, within: 1h, kept-by: ticket.accepted, calendar: always, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  third: {rule: {on: work.failed, then: [{notify: customer}, {credit: "100.00"}, {open-task: apology, owner: lead}], times: 2, same: [problem], unless: work.succeeded}}
02-21 09:00 → 02-21 09:00 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"customer","class":"edge","cover":"none","type":"fault","kind":"other","reason":"unknown","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":0,"makerTerm":"3mo","promise":"letter","checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1770426000000}
03-22 09:00 → 03-22 09:00 | f7 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,loan/L2 loan.delivered {"by":"staff","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"proven","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"patrol","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1779843600000}
05-26 17:00 → 05-26 17:00 | f9 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.succeeded {"grade":"major","by":"customer","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":0,"makerTerm":"3mo","promise":"nearly","occurrence":2,"checklists":["basic"],"role":"lead","startsAt":1771635600000}
  02-21 09:00 reply/1 open due 02-21 13:00 provisional
  02-21 11:00 nearly/1 open due 02-21 12:00
  02-21 12:00 nearly/1 broken at 02-21 12:00
  02-21 13:00 reply/1 broken at 02-21 13:00 provisional
  02-21 12:00 escalate ticket/T1|nearly|1|escalate:lead to lead {}
  02-21 12:00 escalate ticket/T1|nearly|1|escalate:service-manager to service-manager {}
  02-21 13:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  = reply/1 {"from":["ticket.reported","02-21 09:00","f5","desk"],"evidence":[],"rows":["grade=undefined"],"gaps":[],"notes":[],"withinMs":14400000,"usedMs":6912000000,"leftMs":-6897600000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-21 13:00","target":"02-21 09:10"}
  = nearly/1 {"from":["reply at 50%","02-21 11:00",null,"always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":20728800000,"leftMs":-20725200000,"pausedMs":0,"plainDue":"02-21 12:00"}
# story 4 contract/C1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {by: class, core: 3mo, edge: 1mo}, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  patrol: {recurring: {times: {min: 1, max: 2, per: 2mo, spacing: 10d}, per: contract, starts: contract.accepted, task: visit, calendar: office, ahead: 20d, approved-by: customer, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","removable":false,"passed":true,"problem":"noise","travel":"1h","score":100,"part":"fan","makerTerm":"1mo","promise":"nearly","occurrence":3,"checklists":["deep","basic"],"person":"wang","role":"service-manager","startsAt":1770166800000}
03-15 09:00:00.001 → 03-15 09:00:00.001 | f5 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"general","by":"customer","zone":"county","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":1,"part":"fan","promise":"letter","occurrence":3,"people":2,"person":"lin","role":"lead","startsAt":1770166800000}
  02-01 09:00 patrol/1 open due 04-02 00:00
  03-13 00:00 patrol/2 open due 06-02 00:00
  04-02 00:00 patrol/1 broken at 04-02 00:00
  05-13 00:00 patrol/3 open due 08-02 00:00
  06-02 00:00 patrol/2 broken at 06-02 00:00
  07-13 00:00 patrol/4 open due 10-02 00:00
  08-02 00:00 patrol/3 broken at 08-02 00:00
  09-12 00:00 patrol/5 open due 12-02 00:00
  10-02 00:00 patrol/4 broken at 10-02 00:00
  04-02 00:00 escalate contract/C1|patrol|1|escalate:lead to lead {}
  04-02 00:00 escalate contract/C1|patrol|1|escalate:service-manager to service-manager {}
  06-02 00:00 escalate contract/C1|patrol|2|escalate:lead to lead {}
  06-02 00:00 escalate contract/C1|patrol|2|escalate:service-manager to service-manager {}
  08-02 00:00 escalate contract/C1|patrol|3|escalate:lead to lead {}
  08-02 00:00 escalate contract/C1|patrol|3|escalate:service-manager to service-manager {}
  10-02 00:00 escalate contract/C1|patrol|4|escalate:lead to lead {}
  10-02 00:00 escalate contract/C1|patrol|4|escalate:service-manager to service-manager {}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1775059200000},"usedMs":4982400000,"leftMs":-3859200000,"pausedMs":0,"plainDue":"04-02 00:00"}
  = patrol/2 {"from":["contract.accepted","03-13 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1775059200000,"until":1780329600000},"usedMs":4262400000,"leftMs":-2707200000,"pausedMs":0,"plainDue":"06-02 00:00"}
  = patrol/3 {"from":["contract.accepted","05-13 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1780329600000,"until":1785600000000},"usedMs":3110400000,"leftMs":-1468800000,"pausedMs":0,"plainDue":"08-02 00:00"}
  = patrol/4 {"from":["contract.accepted","07-13 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1785600000000,"until":1790870400000},"usedMs":1900800000,"leftMs":-230400000,"pausedMs":0,"plainDue":"10-02 00:00"}
  = patrol/5 {"from":["contract.accepted","09-12 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1790870400000,"until":1796140800000},"usedMs":604800000,"leftMs":921600000,"pausedMs":0,"plainDue":"12-02 00:00"}
# story 5 ticket/T2
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 2mo, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 20min, general: 1d}, else: 1w}, kept-by: ticket.replied, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}], regrade: retroactive, target: 10min}}
  nearly: {deadline: {starts: reply at 80%, within: unstated, kept-by: ticket.accepted, calendar: desk, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  minutes: {deadline: {starts: [training.held, document.issued], within: 1d, kept-by: report.delivered, calendar: desk, excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  inspect: {deadline: {per: asset, starts: asset.tested, within: 2wd, kept-by: asset.reconnected, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  renewal: {deadline: {per: asset, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: always, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}]}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  closed: {gate: {before: ticket.closed, needs: ticket.confirmed + 1h, waive: service-manager, on-broken: [{escalate: lead}]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 1mo, kept-by: visit.arrived, calendar: always, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: retroactive}}
  repair: {deadline: {starts: arrive.done, within: unstated, kept-by: ticket.restored, pauses: [told]}}
  late: {rule: {on: arrive.broken, then: [{notify: customer}, {entitle: replacement}, {credit: "100.00"}]}}
02-07 14:59:59.999 → 02-07 14:59:59.999 | f2 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V2 visit.agreed {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":2,"part":"pump","promise":"visited","checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1773622800000}
04-06 08:59:59.999 → 04-06 08:59:59.999 | f9 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.judged {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"reply","checklists":["deep","basic"],"people":2,"role":"service-manager","startsAt":1780362000000}
05-14 08:59:59.999 → 05-14 08:59:59.999 | f13 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 part.replaced {"grade":"general","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"fan","promise":"patrol","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1777683600000}
05-23 18:00 → 05-23 18:00 | f14 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 survey.answered {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","score":100,"part":"fan","makerTerm":"1mo","promise":"letter","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager"}
06-12 09:00 → 06-12 09:00 | f20 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reported {"by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"unknown","notice":true,"passed":false,"problem":"heat","travel":"1h","score":40,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"paid","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead"}
  06-12 09:00 reply/1 open due 06-12 09:20 provisional
  06-12 09:00 arrive/1 open due 07-13 00:00
  06-12 09:16 nearly/1 open due open-ended
  06-12 09:20 reply/1 broken at 06-12 09:20 provisional
  07-13 00:00 arrive/1 broken at 07-13 00:00
  06-12 09:20 escalate ticket/T2|reply|1|escalate:lead to lead {}
  07-13 00:00 notify ticket/T2|late|1|notify:customer to customer {}
  07-13 00:00 entitle ticket/T2|late|1|entitle:replacement to replacement {}
  07-13 00:00 credit ticket/T2|late|1|credit:10000 to 10000 {"params":{"fen":10000}}
  07-13 00:00 escalate ticket/T2|arrive|1|escalate:lead to lead {}
  07-13 00:00 escalate ticket/T2|arrive|1|escalate:service-manager to service-manager {}
  = reply/1 {"from":["ticket.reported","06-12 09:00","f20","always"],"evidence":[],"rows":["zone=city","grade=undefined"],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":11145600000,"leftMs":-11144400000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"06-12 09:20","target":"06-12 09:10"}
  = nearly/1 {"from":["reply at 80%","06-12 09:16",null,"desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":3714240000,"pausedMs":0}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","06-12 09:00","f20","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":11145600000,"leftMs":-8499600000,"pausedMs":0,"plainDue":"07-13 00:00"}
# story 6 model/M1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 10d, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  farewell: {deadline: {starts: equipment.started + 1mo, within: 2wd, kept-by: document.issued, calendar: always, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}], per: contract}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: month, per: model}}
  patrol: {recurring: {every: 1mo, per: contract, starts: contract.accepted, task: visit, until: equipment.end, holiday: previous-workday, calendar: office, ahead: 20d, checklist: [basic], agreed-by: customer, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-09 09:00 → 02-09 09:00 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"staff","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","quantity":2,"part":"fan","makerTerm":"1mo","promise":"longer","checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1780102800000}
  02-09 09:00 faults/1 open due 03-01 00:00
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
  = faults/1 {"from":["ticket.reported","02-09 09:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","03-01 00:00",null,{}]],"detail":{"target":1,"from":1770598800000,"until":1772294400000},"usedMs":1695600000,"leftMs":0,"pausedMs":0,"plainDue":"03-01 00:00"}
  = faults/2 {"from":["ticket.reported","03-01 00:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","04-01 00:00",null,{}]],"detail":{"target":1,"from":1772294400000,"until":1774972800000},"usedMs":2678400000,"leftMs":0,"pausedMs":0,"plainDue":"04-01 00:00"}
  = faults/3 {"from":["ticket.reported","04-01 00:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","05-01 00:00",null,{}]],"detail":{"target":1,"from":1774972800000,"until":1777564800000},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"05-01 00:00"}
  = faults/4 {"from":["ticket.reported","05-01 00:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","06-01 00:00",null,{}]],"detail":{"target":1,"from":1777564800000,"until":1780243200000},"usedMs":2678400000,"leftMs":0,"pausedMs":0,"plainDue":"06-01 00:00"}
  = faults/5 {"from":["ticket.reported","06-01 00:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","07-01 00:00",null,{}]],"detail":{"target":1,"from":1780243200000,"until":1782835200000},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"07-01 00:00"}
  = faults/6 {"from":["ticket.reported","07-01 00:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","08-01 00:00",null,{}]],"detail":{"target":1,"from":1782835200000,"until":1785513600000},"usedMs":2678400000,"leftMs":0,"pausedMs":0,"plainDue":"08-01 00:00"}
  = faults/7 {"from":["ticket.reported","08-01 00:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","09-01 00:00",null,{}]],"detail":{"target":1,"from":1785513600000,"until":1788192000000},"usedMs":2678400000,"leftMs":0,"pausedMs":0,"plainDue":"09-01 00:00"}
  = faults/8 {"from":["ticket.reported","09-01 00:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","10-01 00:00",null,{}]],"detail":{"target":1,"from":1788192000000,"until":1790784000000},"usedMs":2592000000,"leftMs":0,"pausedMs":0,"plainDue":"10-01 00:00"}
  = faults/9 {"from":["ticket.reported","10-01 00:00","f5","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"target":1,"from":1790784000000,"until":1793462400000},"usedMs":1587600000,"leftMs":1090800000,"pausedMs":0,"plainDue":"11-01 00:00"}
# story 7 contract/C1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 10d, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: 20min, kept-by: ticket.replied, calendar: desk, excuses: [proven], on-broken: [{escalate: lead}], regrade: retroactive}}
  arrive: {deadline: {starts: ticket.reported, within: 2wd, kept-by: visit.arrived, calendar: office, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  repair: {deadline: {starts: {all: [arrive.done, reply.done]}, within: {by: zone, city: {by: grade, major: 4h, general: 1w}, else: 4h}, kept-by: ticket.restored, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: new}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: now, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: office}}
  closed: {gate: {before: ticket.closed, needs: {all: [visit.signed, loan.returned]}, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  paidup: {gate: {per: contract, before: training.held, needs: invoice.issued, waive: service-manager, on-broken: [{escalate: lead}]}}
  third: {rule: {on: work.failed, then: [{notify: customer}, {entitle: replacement}, {credit: "100.00"}, {open-task: apology, owner: lead}], times: 2, unless: work.succeeded, once: owner}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"by":"staff","zone":"city","class":"core","type":"fault","kind":"renewal","reason":"proven","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","part":"pump","makerTerm":"1mo","promise":"visited","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1775264400000}
02-05 09:01 → 02-05 09:01 | f4 system lin contract/C1,site/S1,visit/V1 visit.done {"by":"staff","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"makerTerm":"3mo","promise":"renewal","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1773104400000}
02-26 09:00 → 02-26 09:00 | f8 system lin contract/C1,site/S1 contract.accepted {"by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","score":60,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"spares","checklists":["deep","basic"],"people":1,"person":"wang","role":"lead"}
04-19 17:00 → 04-19 17:00 | f13 system lin contract/C1,site/S1 training.held {"grade":"general","by":"customer","zone":"city","type":"fault","kind":"renewal","reason":"wait","notice":true,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"reply","checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1782090000000}
04-21 00:00:00.001 → 04-21 00:00:00.001 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 survey.answered {"grade":"major","by":"staff","zone":"city","class":"core","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","part":"pump","makerTerm":"1mo","promise":"pleased","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1770253200000}
06-02 09:01 → 06-02 09:01 | f21 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"signed","occurrence":2,"checklists":["basic"],"people":2,"role":"service-manager","startsAt":1782090000000}
06-25 09:01 → 06-25 09:01 | f24 system lin contract/C1,site/S1 contract.signed {"grade":"major","by":"customer","zone":"city","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":1,"part":"fan","promise":"patrol","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1771290000000}
06-28 09:00 → 06-28 09:00 | f25 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"proven","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"downtime","checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1777683600000}
  02-01 09:00 pleased/1 open due open-ended
  04-19 17:00 paidup/1 open due 04-19 17:00
  04-19 17:00 paidup/1 broken at 04-19 17:00
  04-19 17:00 escalate contract/C1|paidup|1|escalate:lead to lead {}
  = pleased/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":60,"from":1769907600000},"usedMs":4982400000,"pausedMs":0}
  = paidup/1 {"from":["training.held","04-19 17:00","f13","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"missing":[0],"allowed":true},"usedMs":15782400000,"leftMs":-15782400000,"pausedMs":0,"plainDue":"04-19 17:00"}
# story 8 contract/C1
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: office}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"customer","zone":"city","cover":"equipment","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","score":40,"quantity":0,"makerTerm":"3mo","promise":"after","occurrence":1,"people":2,"role":"lead","startsAt":1780707600000}
04-14 09:00:00.001 → 04-14 09:00:00.001 | f6 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"major","by":"customer","zone":"county","cover":"equipment","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"pump","promise":"downtime","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1780707600000}
05-24 09:00:00.001 → 05-24 09:00:00.001 | f7 system lin contract/C1,site/S1 notice.delivered {"grade":"major","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"downtime","occurrence":1,"checklists":["deep","basic"],"people":1,"role":"lead"}
06-05 17:00 → 06-05 17:00 | f10 system lin contract/C1,site/S1 notice.delivered {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","removable":false,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"downtime","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1771117200000}
  02-01 09:00 pleased/1 open due 03-04 00:00
  03-04 00:00 pleased/1 kept at 03-04 00:00
  03-04 00:00 pleased/2 open due 04-03 00:00
  04-03 00:00 pleased/2 kept at 04-03 00:00
  04-03 00:00 pleased/3 open due 05-03 00:00
  05-03 00:00 pleased/3 kept at 05-03 00:00
  05-03 00:00 pleased/4 open due 06-02 00:00
  06-02 00:00 pleased/4 kept at 06-02 00:00
  06-02 00:00 pleased/5 open due 07-02 00:00
  07-02 00:00 pleased/5 kept at 07-02 00:00
  07-02 00:00 pleased/6 open due 08-01 00:00
  08-01 00:00 pleased/6 kept at 08-01 00:00
  08-01 00:00 pleased/7 open due 08-31 00:00
  08-31 00:00 pleased/7 kept at 08-31 00:00
  08-31 00:00 pleased/8 open due 00:00
  00:00 pleased/8 kept at 00:00
  00:00 pleased/9 open due 10-30 00:00
  = pleased/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","03-04 00:00",null,{}]],"detail":{"atLeast":60,"from":1769907600000,"until":1772553600000},"usedMs":518400000,"leftMs":0,"pausedMs":0,"plainDue":"03-04 00:00"}
  = pleased/2 {"from":["contract.accepted","03-04 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","04-03 00:00",null,{}]],"detail":{"atLeast":60,"from":1772553600000,"until":1775145600000},"usedMs":633600000,"leftMs":0,"pausedMs":0,"plainDue":"04-03 00:00"}
  = pleased/3 {"from":["contract.accepted","04-03 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","05-03 00:00",null,{}]],"detail":{"atLeast":60,"from":1775145600000,"until":1777737600000},"usedMs":547200000,"leftMs":0,"pausedMs":0,"plainDue":"05-03 00:00"}
  = pleased/4 {"from":["contract.accepted","05-03 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","06-02 00:00",null,{}]],"detail":{"atLeast":60,"from":1777737600000,"until":1780329600000},"usedMs":576000000,"leftMs":0,"pausedMs":0,"plainDue":"06-02 00:00"}
  = pleased/5 {"from":["contract.accepted","06-02 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","07-02 00:00",null,{}]],"detail":{"atLeast":60,"from":1780329600000,"until":1782921600000},"usedMs":604800000,"leftMs":0,"pausedMs":0,"plainDue":"07-02 00:00"}
  = pleased/6 {"from":["contract.accepted","07-02 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","08-01 00:00",null,{}]],"detail":{"atLeast":60,"from":1782921600000,"until":1785513600000},"usedMs":633600000,"leftMs":0,"pausedMs":0,"plainDue":"08-01 00:00"}
  = pleased/7 {"from":["contract.accepted","08-01 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","08-31 00:00",null,{}]],"detail":{"atLeast":60,"from":1785513600000,"until":1788105600000},"usedMs":576000000,"leftMs":0,"pausedMs":0,"plainDue":"08-31 00:00"}
  = pleased/8 {"from":["contract.accepted","08-31 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","00:00",null,{}]],"detail":{"atLeast":60,"from":1788105600000,"until":1790697600000},"usedMs":633600000,"leftMs":0,"pausedMs":0,"plainDue":"00:00"}
  = pleased/9 {"from":["contract.accepted","00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":60,"from":1790697600000,"until":1793289600000},"usedMs":259200000,"leftMs":259200000,"pausedMs":0,"plainDue":"10-30 00:00"}
# story 9 contract/C1
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 100, over: quarter, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"nearly","occurrence":1,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1782262800000}
02-05 09:00 → 02-05 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"nearly","occurrence":1,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1782262800000}
03-06 09:00 → 03-06 09:00 | f6 system lin contract/C1,site/S1 complaint.opened {"grade":"major","by":"customer","class":"core","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","removable":false,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"signed","checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1774400400000}
05-15 09:00:00.001 → 05-15 09:00:00.001 | f10 system lin contract/C1,site/S1,visit/V1 visit.agreed {"grade":"general","by":"customer","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":1,"part":"fan","promise":"late","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1780880400000}
  02-01 09:00 downtime/1 open due 04-01 00:00
  02-09 13:00:00.001 downtime/1 broken at 02-09 13:00:00.001
  04-01 00:00 downtime/2 open due 07-01 00:00
  04-05 04:00:00.001 downtime/2 broken at 04-05 04:00:00.001
  07-01 00:00 downtime/3 open due 10-01 00:00
  07-05 04:00:00.001 downtime/3 broken at 07-05 04:00:00.001
  10-01 00:00 downtime/4 open due 2027-01-01 00:00
  10-05 04:00:00.001 downtime/4 broken at 10-05 04:00:00.001
  02-09 13:00:00.001 escalate contract/C1|downtime|1|escalate:lead to lead {}
  02-09 13:00:00.001 escalate contract/C1|downtime|1|escalate:service-manager to service-manager {}
  04-05 04:00:00.001 escalate contract/C1|downtime|2|escalate:lead to lead {}
  04-05 04:00:00.001 escalate contract/C1|downtime|2|escalate:service-manager to service-manager {}
  07-05 04:00:00.001 escalate contract/C1|downtime|3|escalate:lead to lead {}
  07-05 04:00:00.001 escalate contract/C1|downtime|3|escalate:service-manager to service-manager {}
  10-05 04:00:00.001 escalate contract/C1|downtime|4|escalate:lead to lead {}
  10-05 04:00:00.001 escalate contract/C1|downtime|4|escalate:service-manager to service-manager {}
  = downtime/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1769907600000,"until":1774972800000,"value":100},"usedMs":22464000000,"leftMs":-17398800000,"pausedMs":0,"plainDue":"04-01 00:00"}
  = downtime/2 {"from":["contract.accepted","04-01 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1774972800000,"until":1782835200000,"value":100},"usedMs":17398800000,"leftMs":-9536400000,"pausedMs":0,"plainDue":"07-01 00:00"}
  = downtime/3 {"from":["contract.accepted","07-01 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1782835200000,"until":1790784000000,"value":100},"usedMs":9536400000,"leftMs":-1587600000,"pausedMs":0,"plainDue":"10-01 00:00"}
  = downtime/4 {"from":["contract.accepted","10-01 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1790784000000,"until":1798732800000,"value":100},"usedMs":1587600000,"leftMs":6361200000,"pausedMs":0,"plainDue":"2027-01-01 00:00"}
# story 10 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {longer-of: [1mo, maker]}, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: 2wd, kept-by: visit.arrived, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  reply: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 1mo, else: 4h}, kept-by: ticket.replied, calendar: desk, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: grade, major: 1h, general: unstated}, kept-by: ticket.restored, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: resume}}
  late: {rule: {on: repair.broken, then: [{credit: "100.00"}]}}
02-07 09:00 → 02-07 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.noted {"grade":"general","by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"unknown","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":0,"part":"pump","promise":"third","occurrence":1,"people":1,"person":"wang","role":"lead","startsAt":1770426000000}
02-08 09:00 → 02-08 09:00 | f3 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"general","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":0,"part":"fan","promise":"minutes","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770339600000}
02-12 16:59:59.999 → 02-12 16:59:59.999 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":false,"passed":false,"problem":"noise","travel":"3h","score":60,"quantity":1,"makerTerm":"1mo","promise":"renewal","occurrence":2,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1778374800000}
02-12 17:00 → 02-12 17:00 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","score":60,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"after","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1769907600000}
02-13 09:00 → 02-13 09:00 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"told","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"visited","occurrence":1,"checklists":["basic"],"people":2,"role":"lead","startsAt":1770512400000}
03-09 17:00 → 03-09 17:00 | f11 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.graded {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":0,"promise":"renewal","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead"}
03-24 09:00 → 03-24 09:00 | f13 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"general","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"late","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager"}
03-31 12:00 → 03-31 12:00 | f14 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,loan/L1 loan.delivered {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"proven","removable":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"fan","promise":"late","occurrence":2,"checklists":["basic"],"people":2,"role":"service-manager"}
04-03 09:01 → 04-03 09:01 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.closed {"grade":"general","by":"customer","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":40,"part":"fan","makerTerm":"3mo","promise":"patrol","checklists":["basic"],"person":"lin","role":"lead","startsAt":1773968400000}
  02-13 09:00 arrive/1 kept at 02-12 16:59:59.999
  02-13 09:00 reply/1 open due 03-13 17:00
  03-13 17:00 reply/1 broken at 03-13 17:00
  03-13 17:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  03-13 17:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported","02-13 09:00","f6","always"],"evidence":["f4"],"rows":[],"gaps":[],"notes":[],"usedMs":0,"leftMs":399600000,"pausedMs":0,"plainDue":"02-18 00:00"}
  = reply/1 {"from":["ticket.reported","02-13 09:00","f6","desk"],"evidence":[],"rows":["cover=equipment"],"gaps":[],"notes":[],"usedMs":7142400000,"leftMs":-6307200000,"pausedMs":0,"plainDue":"03-13 17:00","target":"02-13 09:10"}
# story 11 ticket/T1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {longer-of: [1mo, maker]}, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 2wd, kept-by: visit.arrived, calendar: always, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  reply: {deadline: {starts: ticket.reported, within: 1d, kept-by: ticket.replied, calendar: desk, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: grade, major: 24h, general: 20min}, kept-by: ticket.restored, calendar: always, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}], reopen: resume}}
  late: {rule: {on: arrive.broken, then: [{entitle: replacement}, {open-task: apology, owner: lead}]}}
02-11 09:00 → 02-11 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"staff","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":60,"part":"pump","makerTerm":"3mo","promise":"third","occurrence":3,"checklists":["basic"],"person":"lin","role":"lead","startsAt":1772758800000}
03-02 09:00 → 03-02 09:00 | f7 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.cancelled {"grade":"general","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":true,"problem":"heat","score":100,"part":"fan","makerTerm":"3mo","promise":"inspect","checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1774573200000}
03-19 01:00 → 03-19 01:00 | f9 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.confirmed {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":100,"quantity":2,"makerTerm":"3mo","promise":"paidup","occurrence":2,"people":2,"person":"wang","role":"lead","startsAt":1775523600000}
03-27 09:01 → 03-27 09:01 | f10 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.replied {"by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":60,"part":"fan","promise":"agreed","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1780189200000}
05-02 17:01 → 05-02 17:01 | f17 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","score":100,"makerTerm":"3mo","promise":"closed","checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager"}
05-07 17:01 → 05-07 17:01 | f18 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.closed {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"visited","occurrence":2,"checklists":["basic"],"people":2,"role":"lead","startsAt":1776733200000}
05-15 09:00 → 05-15 09:00 | f21 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"major","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"paidup","occurrence":2,"people":2,"person":"lin","role":"service-manager"}
06-18 13:00 → 06-18 13:00 | f23 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.graded {"grade":"general","by":"customer","zone":"city","class":"core","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","score":100,"part":"pump","promise":"farewell","occurrence":2,"checklists":["basic"],"people":1,"role":"service-manager","startsAt":1771981200000}
06-21 00:01 → 06-21 00:01 | f24 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.noted {"grade":"general","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"noise","score":40,"quantity":2,"part":"fan","promise":"letter","occurrence":3,"checklists":["deep","basic"],"role":"service-manager","startsAt":1781312400000}
06-26 20:01 → 06-26 20:01 | f25 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.accepted {"grade":"general","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"other","reason":"told","evidence":"photo","passed":false,"problem":"heat","travel":"1h","score":100,"quantity":2,"part":"pump","promise":"downtime","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1776214800000}
  02-11 09:00 arrive/1 open due 02-14 00:00
  02-11 09:00 reply/1 open due 02-12 17:00
  02-12 17:00 reply/1 broken at 02-12 17:00
  02-14 00:00 arrive/1 broken at 02-14 00:00
  02-14 02:00 repair/1 open due 02-14 02:20 provisional
  02-14 02:20 repair/1 broken at 02-14 02:20 provisional
  03-27 09:01 reply/1 broken at 02-12 17:00 done 03-27 09:01
  02-12 17:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-12 17:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  02-14 00:00 entitle ticket/T1|late|1|entitle:replacement to replacement {}
  02-14 00:00 open-task ticket/T1|late|1|open-task:apology to apology {"params":{"owner":"lead"}}
  02-14 00:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-14 02:20 escalate ticket/T1|repair|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-11 09:00","f2","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":21600000000,"leftMs":-21373200000,"pausedMs":0,"plainDue":"02-14 00:00"}
  = reply/1 {"from":["ticket.reported","02-11 09:00","f2","desk"],"evidence":["f10"],"rows":[],"gaps":[],"notes":[],"usedMs":1267260000,"leftMs":-1209660000,"pausedMs":0,"plainDue":"02-12 17:00","target":"02-11 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-14 02:00",null,"always"],"evidence":[],"rows":["grade=undefined"],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":21366000000,"leftMs":-21364800000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-14 02:20"}
# story 12 ticket/T2
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 20min, general: 2wd}, kept-by: ticket.replied, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], target: 10min}}
  nearly: {deadline: {starts: reply at 50%, within: 1w, kept-by: ticket.accepted, calendar: always, pauses: [told], excuses: [proven, told]}}
  signed: {deadline: {starts: visit.done, within: 1w, kept-by: visit.signed, calendar: desk, pauses: [wait], excuses: [proven, told], per: visit}}
  minutes: {deadline: {starts: training.held, within: 0.5wd, kept-by: report.delivered, calendar: desk, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], per: contract}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: month, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
  closed: {gate: {before: ticket.closed, needs: {all: [visit.signed, loan.returned]}, waive: service-manager, on-broken: [{escalate: lead}]}}
  paidup: {gate: {per: contract, before: training.held, needs: invoice.issued, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
05-23 10:00 → 05-23 10:00 | f11 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reopened {"by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":0,"promise":"downtime","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1780621200000}
06-29 09:00 → 06-29 09:00 | f16 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"general","by":"customer","zone":"county","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"downtime","occurrence":2,"checklists":["basic"],"people":2,"role":"lead","startsAt":1771808400000}
  05-23 10:00 reply/2 open due 05-23 10:20 provisional
  05-23 10:10 nearly/2 open due 05-31 00:00
  05-23 10:20 reply/2 broken at 05-23 10:20 provisional
  05-31 00:00 nearly/2 broken at 05-31 00:00
  05-23 10:20 escalate ticket/T2|reply|2|escalate:lead to lead {}
  05-23 10:20 escalate ticket/T2|reply|2|escalate:service-manager to service-manager {}
  = reply/2 {"from":["ticket.reported","05-23 10:00","f11","always"],"evidence":[],"rows":["grade=undefined"],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":12870000000,"leftMs":-12868800000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"05-23 10:20","target":"05-23 10:10"}
  = nearly/2 {"from":["reply at 50%","05-23 10:10",null,"always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":12869400000,"leftMs":-12214800000,"pausedMs":0,"plainDue":"05-31 00:00"}
# story 13 ticket/T2
  equipment: {cover: {per: asset, starts: asset.accepted, term: {longer-of: [1mo, maker]}, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  reply: {deadline: {starts: ticket.reported, within: 1h, kept-by: ticket.replied, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}], regrade: restart}}
  nearly: {deadline: {starts: reply at 50%, within: 2wd, kept-by: ticket.accepted, calendar: always, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  patrol: {recurring: {every: 10d, anchor: floating, per: contract, starts: contract.accepted, task: visit, calendar: office, ahead: 2d, checklist: [basic], pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  upkeep: {recurring: {every: 1w, per: asset, starts: asset.accepted, task: test, until: equipment.end, holiday: next-workday, calendar: office, agreed-by: customer, pauses: [told]}}
  protocol: {deadline: {starts: patrol.done, within: 0.5wd, kept-by: report.delivered, calendar: always, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], per: contract}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
04-04 09:00 → 04-04 09:00 | f8 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 work.failed {"grade":"general","by":"staff","zone":"city","class":"edge","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"1h","score":40,"quantity":2,"part":"fan","promise":"upkeep","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1781917200000}
04-18 09:00 → 04-18 09:00 | f11 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reopened {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"spares","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1774054800000}
  04-18 09:00 reply/2 open due 04-18 10:00
  04-18 09:30 nearly/2 open due 04-22 00:00
  04-18 10:00 reply/2 broken at 04-18 10:00
  04-22 00:00 nearly/2 broken at 04-22 00:00
  04-18 10:00 escalate ticket/T2|reply|2|escalate:lead to lead {}
  04-22 00:00 escalate ticket/T2|nearly|2|escalate:lead to lead {}
  04-22 00:00 escalate ticket/T2|nearly|2|escalate:service-manager to service-manager {}
  = reply/2 {"from":["ticket.reported","04-18 09:00","f11","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":15897600000,"leftMs":-15894000000,"pausedMs":0,"plainDue":"04-18 10:00"}
  = nearly/2 {"from":["reply at 50%","04-18 09:30",null,"always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":15895800000,"leftMs":-15584400000,"pausedMs":0,"plainDue":"04-22 00:00"}
# story 14 asset/A1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {by: class, core: 3mo, edge: 1mo}, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  upkeep: {recurring: {every: 3mo, per: asset, starts: asset.accepted, task: test, until: asset.scrapped, holiday: previous-workday, calendar: office, checklist: [basic], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  paid: {cover: {per: asset, starts: equipment.ended + 3d, term: 6mo}}
02-10 09:00 → 02-10 09:00 | f3 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"staff","zone":"city","cover":"none","type":"fault","kind":"renewal","reason":"told","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":0,"makerTerm":"3mo","promise":"nearly","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead"}
02-10 09:00 → 02-10 09:00 | f4 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"major","by":"staff","zone":"city","cover":"none","type":"fault","kind":"renewal","reason":"told","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":0,"makerTerm":"3mo","promise":"nearly","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead"}
  02-10 09:00 upkeep/1 open due 05-10 00:00
  04-27 00:00 upkeep/2 open due 08-11 00:00
  05-10 00:00 upkeep/1 broken at 05-10 00:00
  07-28 00:00 upkeep/3 open due 11-11 00:00
  08-11 00:00 upkeep/2 broken at 08-11 00:00
  05-10 00:00 escalate asset/A1|upkeep|1|escalate:lead to lead {}
  05-10 00:00 escalate asset/A1|upkeep|1|escalate:service-manager to service-manager {}
  08-11 00:00 escalate asset/A1|upkeep|2|escalate:lead to lead {}
  08-11 00:00 escalate asset/A1|upkeep|2|escalate:service-manager to service-manager {}
  = upkeep/1 {"from":["asset.accepted","02-10 09:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1770685200000,"until":1778342400000,"checklist":["basic"]},"usedMs":4809600000,"leftMs":-3168000000,"pausedMs":0,"plainDue":"05-10 00:00"}
  = upkeep/2 {"from":["asset.accepted","04-27 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1778428800000,"until":1786377600000,"checklist":["basic"]},"usedMs":3398400000,"leftMs":-1296000000,"pausedMs":0,"plainDue":"08-11 00:00"}
  = upkeep/3 {"from":["asset.accepted","07-28 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1786377600000,"until":1794326400000,"checklist":["basic"]},"usedMs":1584000000,"leftMs":489600000,"pausedMs":0,"plainDue":"11-11 00:00"}
# story 15 asset/A1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: 20min, general: 1mo}, kept-by: visit.arrived, calendar: always, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: retroactive}}
  reply: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 20min, else: 4h}, kept-by: ticket.replied, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], target: 10min}}
  repair: {deadline: {starts: arrive.kept, within: {by: grade, major: 4h, general: 1h}, kept-by: ticket.restored, calendar: always, pauses: [wait, proven], excuses: [proven, told], reopen: new}}
  nearly: {deadline: {starts: reply at 50%, within: 3d, kept-by: ticket.accepted, calendar: always, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  letter: {deadline: {per: contract, starts: contract.accepted, within: 1mo, kept-by: document.issued, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  upkeep: {recurring: {every: 2mo, per: asset, starts: asset.accepted, task: test, calendar: office, ahead: 20d, checklist: [basic], agreed-by: customer, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  closed: {gate: {before: ticket.closed, needs: [ticket.confirmed, callback.made], waive: service-manager, on-broken: [{escalate: lead}]}}
  patrol: {recurring: {every: 1mo, per: contract, starts: contract.accepted, task: visit, until: contract.ended, holiday: previous-workday, calendar: office, checklist: [basic], approved-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-19 09:00 → 02-19 09:00 | f3 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"general","by":"staff","zone":"city","class":"core","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"pump","promise":"longer","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"lead"}
02-19 09:00 → 02-19 09:00 | f4 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"staff","zone":"city","class":"core","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":1,"part":"pump","promise":"longer","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"lead"}
  02-19 09:00 upkeep/1 open due 04-20 00:00
  03-31 00:00 upkeep/2 open due 06-20 00:00
  04-20 00:00 upkeep/1 broken at 04-20 00:00
  05-31 00:00 upkeep/3 open due 08-20 00:00
  06-20 00:00 upkeep/2 broken at 06-20 00:00
  07-31 00:00 upkeep/4 open due 10-20 00:00
  08-20 00:00 upkeep/3 broken at 08-20 00:00
  00:00 upkeep/5 open due 12-20 00:00
  04-20 00:00 escalate asset/A1|upkeep|1|escalate:lead to lead {}
  04-20 00:00 escalate asset/A1|upkeep|1|escalate:service-manager to service-manager {}
  06-20 00:00 escalate asset/A1|upkeep|2|escalate:lead to lead {}
  06-20 00:00 escalate asset/A1|upkeep|2|escalate:service-manager to service-manager {}
  08-20 00:00 escalate asset/A1|upkeep|3|escalate:lead to lead {}
  08-20 00:00 escalate asset/A1|upkeep|3|escalate:service-manager to service-manager {}
  = upkeep/1 {"from":["asset.accepted","02-19 09:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1771462800000,"until":1776614400000,"checklist":["basic"]},"usedMs":4665600000,"leftMs":-3542400000,"pausedMs":0,"plainDue":"04-20 00:00"}
  = upkeep/2 {"from":["asset.accepted","03-31 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1776614400000,"until":1781884800000,"checklist":["basic"]},"usedMs":3916800000,"leftMs":-2332800000,"pausedMs":0,"plainDue":"06-20 00:00"}
  = upkeep/3 {"from":["asset.accepted","05-31 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1781884800000,"until":1787155200000,"checklist":["basic"]},"usedMs":2736000000,"leftMs":-1094400000,"pausedMs":0,"plainDue":"08-20 00:00"}
  = upkeep/4 {"from":["asset.accepted","07-31 00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1787155200000,"until":1792425600000,"checklist":["basic"]},"usedMs":1497600000,"leftMs":28800000,"pausedMs":0,"plainDue":"10-20 00:00"}
  = upkeep/5 {"from":["asset.accepted","00:00","f3","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1792425600000,"until":1797696000000,"checklist":["basic"]},"usedMs":259200000,"leftMs":1296000000,"pausedMs":0,"plainDue":"12-20 00:00"}
`
