/** Written by pinned-forms.test.ts, read by people. */
export const STORIES_8 = String.raw`
# story 95 contract/C1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 10d, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 1mo, else: none}, kept-by: visit.arrived, calendar: desk, pauses: [wait, proven], excuses: [proven, told], unless: remote.solved}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', at-most: 2, over: month, per: model, calendar: desk}}
  paidup: {gate: {per: contract, before: training.held, needs: invoice.issued, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  patrol: {recurring: {on: {months: [3, 4, 5, 6], days: 11-20}, per: contract, starts: contract.accepted, task: visit, until: contract.ended, calendar: office, window: 10d, checklist: [basic], approved-by: customer, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","quantity":2,"part":"pump","makerTerm":"3mo","promise":"nearly","checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1770426000000}
02-13 00:00 → 02-13 00:00 | f3 phone lin contract/C1,site/S1 complaint.opened {"grade":"general","by":"staff","class":"edge","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":60,"part":"pump","makerTerm":"3mo","promise":"reply","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1780362000000}
02-15 00:00 → 02-15 00:00 | r3 phone wang contract/C1,site/S1 fact.corrected {"of":"f3","field":"occurredAt","to":1771430400000,"reason":"typo"}
03-03 04:00 → 03-03 04:00 | r1 hand wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f6","reason":"typo"}
03-15 08:00:00.001 → 03-15 08:00:00.001 | r2 system wang ticket/T2,asset/A2,contract/C1,site/S1,model/M1 fact.approved {"of":"f7"}
03-17 13:00 → 03-17 13:00 | f10 hand lin contract/C1,site/S1 training.held {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","notice":true,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"patrol","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770944400000}
04-06 20:00:00.001 → 04-06 21:00:00.001 | f12 hand lin asset/A2,contract/C1,site/S1,model/M1 obligation.excused {"grade":"general","by":"customer","zone":"county","class":"core","type":"fault","kind":"other","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":2,"makerTerm":"1mo","promise":"after","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1778288400000}
04-12 17:01 → 04-15 17:01 | f13 phone lin contract/C1,site/S1 contract.signed {"grade":"general","by":"customer","zone":"city","class":"edge","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"renewal","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1770858000000}
05-30 12:59:59.999 → 05-30 12:59:59.999 | f17 phone lin contract/C1,site/S1 survey.answered {"grade":"major","by":"customer","zone":"city","class":"core","type":"consultation","kind":"renewal","reason":"unknown","removable":false,"passed":false,"problem":"noise","travel":"1h","score":40,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"third","checklists":["basic"],"person":"lin","role":"service-manager","startsAt":1778202000000}
06-04 09:01 → 06-04 09:01 | f18 system lin contract/C1,site/S1 document.issued {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"after","checklists":["deep","basic"],"people":2,"role":"lead","startsAt":1781226000000}
06-09 09:00 → 06-09 09:00 | f19 phone lin contract/C1,site/S1 approval.given {"grade":"general","by":"staff","zone":"county","class":"edge","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"late","occurrence":2,"people":2,"person":"lin","role":"lead","startsAt":1780966800000}
06-22 08:59:59.999 → 06-22 08:59:59.999 | f21 phone lin contract/C1,site/S1 approval.given {"grade":"general","by":"customer","zone":"city","class":"edge","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","passed":true,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"nearly","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead"}
  02-25 00:00 patrol/1 open due 03-21 00:00
  03-17 13:00 paidup/1 open due 03-17 13:00
  03-17 13:00 paidup/1 broken at 03-17 13:00
  03-21 00:00 patrol/1 broken at 03-21 00:00
  03-28 00:00 patrol/2 open due 04-21 00:00
  04-21 00:00 patrol/2 broken at 04-21 00:00
  04-27 00:00 patrol/3 open due 05-21 00:00
  05-21 00:00 patrol/3 broken at 05-21 00:00
  05-28 00:00 patrol/4 open due 06-21 00:00
  06-21 00:00 patrol/4 broken at 06-21 00:00
  02-13 00:00 notify contract/C1|undone|1|notify:lead to lead {}
  02-15 00:00 withdraw contract/C1|undone|1|notify:lead|withdraw to lead {"params":{"was":"notify"},"of":"contract/C1|undone|1|notify:lead"}
  02-19 00:00 notify contract/C1|undone|1|notify:lead|2 to lead {}
  03-17 13:00 escalate contract/C1|paidup|1|escalate:lead to lead {}
  03-17 13:00 escalate contract/C1|paidup|1|escalate:service-manager to service-manager {}
  03-21 00:00 escalate contract/C1|patrol|1|escalate:lead to lead {}
  04-21 00:00 escalate contract/C1|patrol|2|escalate:lead to lead {}
  05-21 00:00 escalate contract/C1|patrol|3|escalate:lead to lead {}
  06-21 00:00 escalate contract/C1|patrol|4|escalate:lead to lead {}
  = paidup/1 {"from":["training.held","03-17 13:00","f10","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"missing":[0],"allowed":true},"usedMs":18648000000,"leftMs":-18648000000,"pausedMs":0,"plainDue":"03-17 13:00"}
  = patrol/1 {"from":["contract.accepted","02-25 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1773158400000,"until":1774022400000,"checklist":["basic"]},"usedMs":4636800000,"leftMs":-4089600000,"pausedMs":0,"plainDue":"03-21 00:00"}
  = patrol/2 {"from":["contract.accepted","03-28 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1775836800000,"until":1776700800000,"checklist":["basic"]},"usedMs":3945600000,"leftMs":-3513600000,"pausedMs":0,"plainDue":"04-21 00:00"}
  = patrol/3 {"from":["contract.accepted","04-27 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1778428800000,"until":1779292800000,"checklist":["basic"]},"usedMs":3398400000,"leftMs":-2937600000,"pausedMs":0,"plainDue":"05-21 00:00"}
  = patrol/4 {"from":["contract.accepted","05-28 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1781107200000,"until":1781971200000,"checklist":["basic"]},"usedMs":2793600000,"leftMs":-2332800000,"pausedMs":0,"plainDue":"06-21 00:00"}
`
