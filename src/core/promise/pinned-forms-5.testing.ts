/** Written by pinned-forms.test.ts, read by people. */
export const STORIES_5 = String.raw`
# story 56 ticket/T2
  equipment: {cover: {per: asset, starts: asset.accepted, term: 2mo, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: travel + 2h, general: 24h}, kept-by: ticket.replied, calendar: always, excuses: [proven, told], on-broken: [{escalate: lead}], regrade: retroactive}}
  signed: {deadline: {starts: visit.done, within: 1mo, kept-by: visit.signed, calendar: office, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  renewal: {deadline: {per: asset, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: office, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {phases: [{weeks: 1-4, every: 1w, people: 2-3}, {months: 2-, every: 1mo, checklist: [deep]}], per: contract, starts: contract.accepted, task: visit, until: equipment.end, holiday: next-workday, calendar: office, window: 10d, checklist: [basic], agreed-by: customer, excuses: [proven], on-broken: [{escalate: lead}]}}
  protocol: {deadline: {starts: patrol.opened, within: 0.5wd, kept-by: report.delivered, calendar: office, pauses: [wait, proven], excuses: [proven, told], per: contract}}
02-13 10:00 → 02-13 10:00 | f5 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":60,"part":"pump","makerTerm":"1mo","promise":"visited","occurrence":1,"people":1,"person":"lin","role":"service-manager","startsAt":1773795600000}
04-25 09:00 → 04-25 09:00 | f16 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.accepted {"by":"staff","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"late","occurrence":1,"people":2,"person":"wang","role":"lead","startsAt":1779238800000}
04-26 00:00:00.001 → 04-26 00:00:00.001 | f17 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V2 visit.signed {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"wait","notice":true,"passed":true,"problem":"heat","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"repair","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1775523600000}
05-02 09:00:00.001 → 05-02 09:00:00.001 | f19 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 survey.answered {"grade":"general","by":"staff","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"protocol","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1780448400000}
  02-13 10:00 signed/1 open due 03-13 17:00
  03-13 17:00 signed/1 broken at 03-13 17:00
  04-26 00:00:00.001 signed/1 broken at 03-13 17:00 done 04-26 00:00:00.001
  03-13 17:00 escalate ticket/T2|signed|1|escalate:lead to lead {}
  03-13 17:00 escalate ticket/T2|signed|1|escalate:service-manager to service-manager {}
  = signed/1 {"from":["visit.done","02-13 10:00","f5","office"],"evidence":["f17"],"rows":[],"gaps":[],"notes":[],"usedMs":1321200000,"leftMs":-835200000,"pausedMs":0,"plainDue":"03-13 17:00"}
# story 57 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 2mo, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 1d, kept-by: visit.arrived, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], unless: remote.solved, regrade: restart}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: office, pauses: [wait, proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  minutes: {deadline: {starts: [training.held, document.issued], within: 1w, kept-by: report.delivered, calendar: desk, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  letter: {deadline: {per: contract, starts: {all: [contract.accepted, contract.signed]}, within: 0.5wd, kept-by: document.issued, calendar: always, excuses: [proven], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {every: 2mo, per: contract, starts: contract.accepted, task: visit, until: equipment.end, calendar: office, window: 10d, checklist: [basic], agreed-by: customer, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  protocol: {deadline: {starts: patrol.done, within: 0.5wd, kept-by: report.delivered, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], per: contract}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  closed: {gate: {before: ticket.closed, needs: [ticket.confirmed, callback.made], waive: service-manager, on-broken: [{escalate: lead}]}}
02-14 09:00 → 02-14 09:00 | f3 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"wait","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"after","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1781744400000}
02-25 09:00 → 02-25 09:00 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.closed {"by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":1,"makerTerm":"3mo","promise":"inspect","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1770512400000}
03-06 17:00 → 03-06 17:00 | f7 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.resumed {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"patrol","checklists":["deep","basic"],"person":"lin","role":"service-manager"}
03-07 09:00:00.001 → 03-07 09:00:00.001 | f8 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 remote.solved {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"lessons","occurrence":1,"people":2,"person":"wang","role":"lead","startsAt":1776819600000}
03-11 09:00:00.001 → 03-11 09:00:00.001 | f9 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.failed {"by":"staff","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"proven","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":100,"part":"fan","makerTerm":"3mo","promise":"inspect","occurrence":2,"person":"wang","role":"lead","startsAt":1782867600000}
04-11 07:00:00.001 → 04-11 07:00:00.001 | f14 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 survey.answered {"grade":"major","by":"customer","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":40,"quantity":1,"makerTerm":"1mo","promise":"agreed","checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1775350800000}
04-15 08:59:59.999 → 04-15 08:59:59.999 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 part.replaced {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"late","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1771722000000}
05-04 17:01 → 05-04 17:01 | f17 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","score":60,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"inspect","occurrence":2,"checklists":["deep","basic"],"person":"wang","role":"service-manager"}
  02-14 09:00 arrive/1 open due 02-16 00:00
  02-14 09:00 after/1 open due 02-24 17:00
  02-16 00:00 arrive/1 broken at 02-16 00:00
  02-24 17:00 after/1 broken at 02-24 17:00
  02-25 09:00 after/1 broken at 02-24 17:00 done 02-25 09:00
  02-25 09:00 closed/1 open due 02-25 09:00
  02-25 09:00 closed/1 broken at 02-25 09:00
  02-16 00:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-24 17:00 escalate ticket/T1|after|1|escalate:lead to lead {}
  02-24 17:00 escalate ticket/T1|after|1|escalate:service-manager to service-manager {}
  02-25 09:00 escalate ticket/T1|closed|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-14 09:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":21340800000,"leftMs":-21200400000,"pausedMs":0,"plainDue":"02-16 00:00"}
  = after/1 {"from":["arrive.due + 1d","02-14 09:00",null,"office"],"evidence":["f6"],"rows":[],"gaps":[],"notes":[],"usedMs":57600000,"leftMs":0,"pausedMs":0,"plainDue":"02-24 17:00"}
  = closed/1 {"from":["ticket.closed","02-25 09:00","f6","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"missing":[0],"allowed":true},"usedMs":20390400000,"leftMs":-20390400000,"pausedMs":0,"plainDue":"02-25 09:00"}
# story 58 ticket/T1
  inspect: {deadline: {per: asset, starts: asset.tested, within: 3d, kept-by: asset.reconnected, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', at-most: 2, over: contract-year, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 20min, else: 0.5wd}, kept-by: visit.arrived, calendar: desk, pauses: [wait, proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: retroactive}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 4h, general: 1h}, kept-by: ticket.replied, calendar: office, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart, target: 10min}}
  repair: {deadline: {starts: arrive.kept, within: none, kept-by: ticket.restored, calendar: office, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  late: {rule: {on: repair.broken, then: [{notify: customer}, {entitle: replacement}, {credit: "100.00"}, {open-task: apology, owner: lead}]}}
02-02 09:00 → 02-02 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","class":"edge","cover":"none","type":"fault","kind":"other","reason":"proven","removable":false,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":1,"part":"pump","promise":"patrol","occurrence":1,"checklists":["deep","basic"],"person":"lin","role":"service-manager","startsAt":1773795600000}
03-01 08:59:59.999 → 03-01 08:59:59.999 | f12 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"grade":"general","by":"customer","zone":"county","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","removable":true,"passed":true,"problem":"noise","score":60,"part":"fan","makerTerm":"3mo","promise":"signed","occurrence":3,"checklists":["deep","basic"],"person":"wang","role":"lead","startsAt":1773622800000}
03-22 08:59:59.999 → 03-22 08:59:59.999 | f13 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 part.replaced {"by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":40,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"renewal","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1770166800000}
04-21 08:59:59.999 → 04-21 08:59:59.999 | f16 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.replied {"grade":"major","by":"customer","zone":"county","class":"edge","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"pleased","occurrence":2,"people":1,"person":"lin","role":"lead","startsAt":1779843600000}
06-07 09:00 → 06-07 09:00 | f22 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":0,"part":"fan","promise":"visited","occurrence":3,"people":1,"person":"wang","role":"lead","startsAt":1782694800000}
06-14 16:59:59.999 → 06-14 16:59:59.999 | f24 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.noted {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"letter","occurrence":2,"people":1,"person":"lin","role":"lead","startsAt":1782694800000}
  02-02 09:00 arrive/1 open due 02-02 13:00
  02-02 09:00 reply/1 open due 02-02 13:00
  02-02 13:00 arrive/1 broken at 02-02 13:00
  02-02 13:00 reply/1 broken at 02-02 13:00
  03-01 08:59:59.999 arrive/1 broken at 02-02 13:00 done 03-01 08:59:59.999
  04-21 08:59:59.999 reply/1 broken at 02-02 13:00 done 04-21 08:59:59.999
  02-02 13:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-02 13:00 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-02 13:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-02 13:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported","02-02 09:00","f2","desk"],"evidence":["f12"],"rows":["cover=none"],"gaps":[],"notes":[],"usedMs":777600000,"leftMs":-763200000,"pausedMs":0,"plainDue":"02-02 13:00"}
  = reply/1 {"from":["ticket.reported","02-02 09:00","f2","office"],"evidence":["f16"],"rows":["grade=major"],"gaps":[],"notes":[],"withinMs":14400000,"usedMs":1468800000,"leftMs":-1454400000,"pausedMs":0,"plainDue":"02-02 13:00","target":"02-02 09:10"}
# story 59 ticket/T2
  equipment: {cover: {per: asset, starts: asset.accepted, term: 10d, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: 4h, general: none}, kept-by: visit.arrived, calendar: always, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: keep}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 1d, general: 20min}, else: 0.5wd}, kept-by: ticket.replied, calendar: desk, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: keep}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: cover, equipment: 4h, else: 1d}, kept-by: ticket.restored, calendar: office, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: new}}
  minutes: {deadline: {starts: training.held, within: 3d, kept-by: report.delivered, calendar: desk, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], per: contract}}
  lessons: {recurring: {on: {months: [3, 4, 5, 6], days: 11-20}, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, same-expert: true, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
  late: {rule: {on: repair at 90%, then: [{notify: customer}, {open-task: apology, owner: lead}]}}
02-15 08:59:59.999 → 02-15 08:59:59.999 | f4 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.resumed {"grade":"general","by":"customer","zone":"county","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"patrol","occurrence":1,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager"}
03-25 08:59:59.999 → 03-25 08:59:59.999 | f12 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.closed {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"repair","occurrence":2,"checklists":["deep","basic"],"role":"lead","startsAt":1781571600000}
04-10 10:00:00.001 → 04-10 10:00:00.001 | f16 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reopened {"by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"1h","quantity":1,"part":"pump","makerTerm":"1mo","promise":"letter","occurrence":3,"checklists":["deep","basic"],"people":1,"role":"lead"}
04-11 09:00 → 04-11 09:00 | f17 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reopened {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"paidup","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1780448400000}
05-11 09:00 → 05-11 09:00 | f20 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 form.filled {"by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"proven","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"lessons","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1775523600000}
06-08 09:00:00.001 → 06-08 09:00:00.001 | f23 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.replied {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","removable":true,"passed":true,"problem":"noise","travel":"3h","quantity":0,"part":"pump","promise":"renewal","occurrence":3,"people":2,"person":"lin","role":"lead","startsAt":1773450000000}
06-24 15:59:59.999 → 06-24 15:59:59.999 | f24 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.confirmed {"grade":"major","by":"staff","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"undone","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1777251600000}
  04-10 10:00:00.001 arrive/2 open due 04-10 14:00:00.001 provisional
  04-10 10:00:00.001 reply/2 open due 04-10 14:00:00.001 provisional
  04-10 14:00:00.001 arrive/2 broken at 04-10 14:00:00.001 provisional
  04-10 14:00:00.001 reply/2 broken at 04-10 14:00:00.001 provisional
  04-10 16:00:00.001 repair/2 open due 04-13 17:00
  04-11 09:00 arrive/3 open due 04-11 13:00
  04-11 09:00 reply/3 open due 04-12 17:00
  04-11 13:00 arrive/3 broken at 04-11 13:00
  04-12 17:00 reply/3 broken at 04-12 17:00
  04-13 11:00 repair/3 open due 04-14 17:00
  04-13 17:00 repair/2 broken at 04-13 17:00
  04-14 17:00 repair/3 broken at 04-14 17:00
  06-08 09:00:00.001 reply/2 broken at 04-10 14:00:00.001 done 06-08 09:00:00.001 provisional
  06-08 09:00:00.001 reply/3 broken at 04-12 17:00 done 06-08 09:00:00.001
  04-10 14:00:00.001 escalate ticket/T2|arrive|2|escalate:lead to lead {}
  04-10 14:00:00.001 escalate ticket/T2|arrive|2|escalate:service-manager to service-manager {}
  04-10 14:00:00.001 escalate ticket/T2|reply|2|escalate:lead to lead {}
  04-10 14:00:00.001 escalate ticket/T2|reply|2|escalate:service-manager to service-manager {}
  04-11 13:00 escalate ticket/T2|arrive|3|escalate:lead to lead {}
  04-11 13:00 escalate ticket/T2|arrive|3|escalate:service-manager to service-manager {}
  04-12 17:00 escalate ticket/T2|reply|3|escalate:lead to lead {}
  04-12 17:00 escalate ticket/T2|reply|3|escalate:service-manager to service-manager {}
  04-13 16:06:00.001 notify ticket/T2|late|1|notify:customer to customer {}
  04-13 16:06:00.001 open-task ticket/T2|late|1|open-task:apology to apology {"params":{"owner":"lead"}}
  04-13 17:00 escalate ticket/T2|repair|2|escalate:lead to lead {}
  04-13 17:00 escalate ticket/T2|repair|2|escalate:service-manager to service-manager {}
  04-14 15:36 notify ticket/T2|late|2|notify:customer to customer {}
  04-14 15:36 open-task ticket/T2|late|2|open-task:apology to apology {"params":{"owner":"lead"}}
  04-14 17:00 escalate ticket/T2|repair|3|escalate:lead to lead {}
  04-14 17:00 escalate ticket/T2|repair|3|escalate:service-manager to service-manager {}
  = arrive/2 {"from":["ticket.reported","04-10 10:00:00.001","f16","always"],"evidence":[],"rows":["grade=undefined"],"gaps":[],"notes":[],"withinMs":14400000,"usedMs":16585199999,"leftMs":-16570799999,"pausedMs":0,"provisional":"grade-unknown","plainDue":"04-10 14:00:00.001"}
  = arrive/3 {"from":["ticket.reported","04-11 09:00","f17","always"],"evidence":[],"rows":["grade=major"],"gaps":[],"notes":[],"withinMs":14400000,"usedMs":16502400000,"leftMs":-16488000000,"pausedMs":0,"plainDue":"04-11 13:00"}
  = reply/2 {"from":["ticket.reported","04-10 10:00:00.001","f16","desk"],"evidence":["f23"],"rows":["zone=county","grade=undefined"],"gaps":[],"notes":[],"usedMs":1695600000,"leftMs":-1681200000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"04-10 14:00:00.001"}
  = reply/3 {"from":["ticket.reported","04-11 09:00","f17","desk"],"evidence":["f23"],"rows":["zone=city","grade=major"],"gaps":[],"notes":[],"usedMs":1670400001,"leftMs":-1612800001,"pausedMs":0,"plainDue":"04-12 17:00"}
  = repair/2 {"from":["arrive.broken + 2h","04-10 16:00:00.001",null,"office"],"evidence":[],"rows":["cover=none"],"gaps":[],"notes":[],"usedMs":3689999999,"leftMs":-3657600000,"pausedMs":0,"plainDue":"04-13 17:00"}
  = repair/3 {"from":["arrive.broken + 2h","04-13 11:00",null,"office"],"evidence":[],"rows":["cover=none"],"gaps":[],"notes":[],"usedMs":3679200000,"leftMs":-3628800000,"pausedMs":0,"plainDue":"04-14 17:00"}
# story 60 contract/C1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {longer-of: [1mo, maker]}, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: zone, city: {by: grade, major: 24h, general: 1h}, else: 20min}, kept-by: visit.arrived, calendar: office, excuses: [proven, told], on-broken: [{escalate: lead}], regrade: retroactive}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: office, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  letter: {deadline: {per: contract, starts: {all: [contract.accepted, contract.signed]}, within: 2wd, kept-by: document.issued, calendar: always, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 50%, over: now, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
  paidup: {gate: {per: contract, before: training.held, allows: kind == "renewal", waive: service-manager, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  third: {rule: {on: work.failed, then: [{notify: customer}, {entitle: replacement}, {credit: "100.00"}], times: 2, same: [problem], unless: work.succeeded, once: owner}}
  patrol: {recurring: {every: 3mo, per: contract, starts: contract.accepted, task: visit, until: contract.ended, calendar: office, ahead: 20d, same-expert: true, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"pleased","people":2,"person":"wang","role":"lead","startsAt":1781139600000}
02-08 09:00 → 02-08 09:00 | f3 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"reply","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1777942800000}
03-18 10:00:00.001 → 03-18 10:00:00.001 | f9 system lin contract/C1,site/S1 obligation.excused {"grade":"major","by":"customer","zone":"county","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","score":100,"quantity":2,"part":"fan","promise":"repair","occurrence":3,"checklists":["deep","basic"],"person":"lin","role":"lead","startsAt":1781226000000}
03-28 10:00:00.001 → 03-28 10:00:00.001 | f11 system lin contract/C1,site/S1 training.held {"grade":"general","by":"customer","zone":"county","class":"edge","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"signed","occurrence":2,"checklists":["deep","basic"],"people":1,"role":"service-manager","startsAt":1774573200000}
03-31 09:00 → 03-31 09:00 | f12 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":40,"part":"fan","promise":"upkeep","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1778029200000}
04-21 12:59:59.999 → 04-21 12:59:59.999 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"by":"staff","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":40,"part":"fan","makerTerm":"3mo","promise":"letter","occurrence":2,"checklists":["deep","basic"],"person":"lin","role":"lead","startsAt":1773018000000}
05-04 07:00 → 05-04 07:00 | f18 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":100,"quantity":0,"part":"fan","promise":"after","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1782867600000}
05-12 10:00 → 05-12 10:00 | f19 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"repair","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1779757200000}
  02-01 09:00 spares/1 open due open-ended
  02-01 09:00 patrol/1 open due 05-02 00:00
  02-08 09:00 patrol/1 kept at 02-08 09:00
  03-28 10:00:00.001 paidup/1 kept at 03-28 10:00:00.001
  04-12 00:00 patrol/2 open due 08-02 00:00
  05-04 07:00 patrol/2 kept at 05-04 07:00
  07-13 00:00 patrol/3 open due 11-02 00:00
  10-13 00:00 patrol/4 open due 2027-02-02 00:00
  = spares/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":0.5,"from":1769907600000},"usedMs":22464000000,"pausedMs":0}
  = paidup/1 {"from":["training.held","03-28 10:00:00.001","f11","always"],"evidence":["f11"],"rows":[],"gaps":[],"notes":[],"usedMs":0,"leftMs":0,"pausedMs":0,"plainDue":"03-28 10:00:00.001"}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":["f3"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1777651200000},"usedMs":144000000,"leftMs":1555200000,"pausedMs":0,"plainDue":"05-02 00:00"}
  = patrol/2 {"from":["contract.accepted","04-12 00:00","f1","office"],"evidence":["f18"],"rows":[],"gaps":[],"notes":[["other-expert","05-04 07:00","f18",{}]],"detail":{"from":1777651200000,"until":1785600000000},"usedMs":403200000,"leftMs":1814400000,"pausedMs":0,"plainDue":"08-02 00:00"}
  = patrol/3 {"from":["contract.accepted","07-13 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1785600000000,"until":1793548800000},"usedMs":1900800000,"leftMs":288000000,"pausedMs":0,"plainDue":"11-02 00:00"}
  = patrol/4 {"from":["contract.accepted","10-13 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1793548800000,"until":1801497600000},"usedMs":115200000,"leftMs":2188800000,"pausedMs":0,"plainDue":"2027-02-02 00:00"}
# story 61 site/S1
  lessons: {recurring: {on: {months: [3, 4, 5, 6], days: 11-20}, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, calendar: office, ahead: 20d, same-expert: true, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, target: 90, over: contract-year, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: desk}}
02-17 09:00 → 02-17 09:00 | f6 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"by":"customer","zone":"county","cover":"equipment","type":"consultation","kind":"renewal","reason":"proven","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"agreed","occurrence":2,"checklists":["deep","basic"],"people":1,"role":"service-manager","startsAt":1776214800000}
04-12 08:59:59.999 → 04-12 08:59:59.999 | f11 system lin asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"customer","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"minutes","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1777510800000}
05-08 09:00:00.001 → 05-08 09:00:00.001 | f14 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"by":"customer","class":"core","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":40,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"lessons","occurrence":2,"people":2,"person":"lin","role":"lead","startsAt":1771462800000}
05-22 09:00 → 05-22 09:00 | f15 system lin contract/C1,site/S1 training.held {"grade":"general","by":"customer","class":"core","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":0,"part":"pump","promise":"after","people":2,"person":"wang","role":"lead"}
06-16 15:00 → 06-16 15:00 | f18 system lin asset/A1,contract/C1,site/S1,model/M1 training.held {"grade":"general","by":"staff","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"1h","score":100,"part":"fan","makerTerm":"3mo","promise":"closed","occurrence":3,"checklists":["deep","basic"],"person":"wang","role":"lead","startsAt":1770771600000}
  02-19 00:00 lessons/1 open due 03-21 00:00
  03-21 00:00 lessons/1 broken at 03-21 00:00
  03-22 00:00 lessons/2 open due 04-21 00:00
  04-21 00:00 lessons/2 broken at 04-21 00:00
  04-21 00:00 lessons/3 open due 05-21 00:00
  05-21 00:00 lessons/3 broken at 05-21 00:00
  05-22 00:00 lessons/4 open due 06-21 00:00
  06-16 15:00 lessons/4 kept at 06-16 15:00
  03-21 00:00 escalate site/S1|lessons|1|escalate:lead to lead {}
  03-21 00:00 escalate site/S1|lessons|1|escalate:service-manager to service-manager {}
  04-21 00:00 escalate site/S1|lessons|2|escalate:lead to lead {}
  04-21 00:00 escalate site/S1|lessons|2|escalate:service-manager to service-manager {}
  05-21 00:00 escalate site/S1|lessons|3|escalate:lead to lead {}
  05-21 00:00 escalate site/S1|lessons|3|escalate:service-manager to service-manager {}
  = lessons/1 {"from":["asset.handed-over","02-19 00:00","f6","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1773158400000,"until":1774022400000},"usedMs":4665600000,"leftMs":-4089600000,"pausedMs":0,"plainDue":"03-21 00:00"}
  = lessons/2 {"from":["asset.handed-over","03-22 00:00","f6","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1775836800000,"until":1776700800000},"usedMs":4089600000,"leftMs":-3513600000,"pausedMs":0,"plainDue":"04-21 00:00"}
  = lessons/3 {"from":["asset.handed-over","04-21 00:00","f6","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1778428800000,"until":1779292800000},"usedMs":3513600000,"leftMs":-2937600000,"pausedMs":0,"plainDue":"05-21 00:00"}
  = lessons/4 {"from":["asset.handed-over","05-22 00:00","f6","office"],"evidence":["f18"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1781107200000,"until":1781971200000},"usedMs":511200000,"leftMs":64800000,"pausedMs":0,"plainDue":"06-21 00:00"}
# story 62 contract/C1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 2mo, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: grade, major: 1d, general: none}, kept-by: visit.arrived, calendar: desk, excuses: [proven, told], on-broken: [{escalate: lead}], regrade: retroactive}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 2wd, general: unstated}, kept-by: ticket.replied, calendar: always, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.kept, within: {by: grade, major: 1h, general: 3d}, kept-by: ticket.restored, calendar: desk, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: new}}
  farewell: {deadline: {starts: equipment.end, within: 1w, kept-by: document.issued, calendar: office, pauses: [told], excuses: [proven], per: contract}}
  lessons: {recurring: {every: 1mo, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, calendar: office, window: 10d, same-expert: true, agreed-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, over: quarter, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: desk}}
  paid: {cover: {per: asset, starts: equipment.ended, term: 1mo}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"told","notice":true,"passed":false,"problem":"noise","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"paid","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager"}
02-05 09:00 → 02-05 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"told","notice":true,"passed":false,"problem":"noise","score":40,"quantity":2,"part":"pump","makerTerm":"3mo","promise":"paid","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager"}
03-18 00:00 → 03-18 00:00 | f5 system lin contract/C1,site/S1 notice.delivered {"grade":"major","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"pump","promise":"spares","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1777597200000}
03-28 00:00 → 03-28 00:00 | f9 system lin contract/C1,site/S1 survey.answered {"by":"staff","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":2,"promise":"equipment","checklists":["basic"],"people":1,"person":"wang","role":"lead","startsAt":1780880400000}
04-13 09:00:00.001 → 04-13 09:00:00.001 | f12 system lin contract/C1,site/S1 report.delivered {"by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"other","reason":"proven","evidence":"photo","removable":true,"passed":false,"problem":"heat","travel":"3h","quantity":1,"part":"pump","makerTerm":"1mo","promise":"after","occurrence":3,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1770080400000}
05-18 09:00 → 05-18 09:00 | f16 system lin asset/A1,contract/C1,site/S1,model/M1 cover.ended {"grade":"major","by":"customer","zone":"city","class":"core","type":"fault","kind":"renewal","reason":"proven","notice":true,"removable":true,"passed":true,"problem":"heat","score":60,"quantity":0,"part":"pump","makerTerm":"3mo","promise":"upkeep","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1780189200000}
06-14 01:00 → 06-14 01:00 | f19 system lin contract/C1,site/S1 obligation.waived {"by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","part":"fan","makerTerm":"3mo","promise":"farewell","people":2,"person":"lin","role":"service-manager","startsAt":1777683600000}
06-27 09:00 → 06-27 09:00 | f21 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 part.replaced {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"unknown","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":2,"promise":"spares","occurrence":2,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1780362000000}
  02-01 09:00 pleased/1 open due 04-01 00:00
  04-01 00:00 pleased/1 kept at 04-01 00:00
  04-01 00:00 pleased/2 open due 07-01 00:00
  04-06 00:00 farewell/1 open due 04-13 17:00
  04-13 17:00 farewell/1 broken at 04-13 17:00
  06-14 01:00 farewell/1 excused at 04-13 17:00
  07-01 00:00 pleased/2 kept at 07-01 00:00
  07-01 00:00 pleased/3 open due 10-01 00:00
  10-01 00:00 pleased/3 kept at 10-01 00:00
  10-01 00:00 pleased/4 open due 2027-01-01 00:00
  = farewell/1 {"from":["equipment.end","04-06 00:00","f2","office"],"evidence":["f19"],"rows":[],"gaps":[],"notes":[["waived","06-14 01:00","f19",{"reason":"told","role":"service-manager"}]],"usedMs":3801600000,"leftMs":-3657600000,"pausedMs":0,"plainDue":"04-13 17:00"}
  = pleased/1 {"from":["contract.accepted","02-01 09:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":60,"from":1769907600000,"until":1774972800000,"value":100},"usedMs":1699200000,"leftMs":0,"pausedMs":0,"plainDue":"04-01 00:00"}
  = pleased/2 {"from":["contract.accepted","04-01 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","07-01 00:00",null,{}]],"detail":{"atLeast":60,"from":1774972800000,"until":1782835200000},"usedMs":2620800000,"leftMs":0,"pausedMs":0,"plainDue":"07-01 00:00"}
  = pleased/3 {"from":["contract.accepted","07-01 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","10-01 00:00",null,{}]],"detail":{"atLeast":60,"from":1782835200000,"until":1790784000000},"usedMs":2649600000,"leftMs":0,"pausedMs":0,"plainDue":"10-01 00:00"}
  = pleased/4 {"from":["contract.accepted","10-01 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":60,"from":1790784000000,"until":1798732800000},"usedMs":518400000,"leftMs":2131200000,"pausedMs":0,"plainDue":"2027-01-01 00:00"}
# story 63 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: {longer-of: [1mo, maker]}, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: cover, equipment: 1h, else: 24h}, kept-by: visit.arrived, calendar: always, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], unless: remote.solved, regrade: restart}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: desk, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  signed: {deadline: {starts: visit.done, within: 1w, kept-by: visit.signed, calendar: desk, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 3d, kept-by: asset.reconnected, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  renewal: {deadline: {per: asset, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: desk, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  farewell: {deadline: {starts: equipment.extended, within: 2wd, kept-by: document.issued, calendar: office, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], per: asset}}
  patrol: {recurring: {every: 10d, per: contract, starts: contract.accepted, task: visit, holiday: next-workday, calendar: office, ahead: 2d, checklist: [basic], agreed-by: customer, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
02-03 09:00 → 02-03 10:00 | f3 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"other","reason":"proven","removable":false,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"after","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1769907600000}
02-04 10:00 → 02-04 10:00 | r1 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f3","reason":"typo"}
03-02 09:00 → 02-28 09:00 | f6 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.replied {"by":"staff","zone":"county","class":"edge","type":"fault","kind":"other","reason":"told","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":0,"makerTerm":"3mo","promise":"third","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1779238800000}
03-26 09:00 → 03-26 09:00 | r3 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f6","field":"kind","to":"renewal","reason":"typo"}
  02-03 10:00 arrive/1 open due 02-03 10:00
  02-03 10:00 after/1 open due 02-04 17:00
  02-03 10:00 arrive/1 broken at 02-03 10:00
  02-04 10:00 arrive/1 withdrawn at 02-03 10:00
  02-04 10:00 after/1 withdrawn
  02-03 10:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-04 10:00 withdraw ticket/T1|arrive|1|escalate:lead|withdraw to lead {"of":"ticket/T1|arrive|1|escalate:lead"}
# story 64 ticket/T1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: 1h, kept-by: visit.arrived, calendar: always, excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: restart}}
  after: {deadline: {due: arrive.due, kept-by: [form.filled, ticket.closed], calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  reply: {deadline: {starts: ticket.reported, within: 0.5wd, kept-by: ticket.replied, pauses: [wait], on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: unstated, kept-by: ticket.restored, calendar: always, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: resume}}
  late: {rule: {on: repair at 90%, then: [{notify: customer}, {entitle: replacement}, {open-task: apology, owner: lead}]}}
02-02 09:00 → 03-04 09:00 | f2 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"pump","promise":"protocol","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1781139600000}
03-22 09:00 → 03-22 09:00 | r2 hand wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f2","field":"kind","to":"renewal","reason":"typo"}
  03-04 09:00 arrive/1 broken at 02-02 10:00
  03-04 09:00 after/1 broken at 02-02 10:00
  03-04 09:00 reply/1 broken at 02-02 21:00
  03-04 09:00 repair/1 open due open-ended
  02-02 10:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-02 10:00 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-02 10:00 escalate ticket/T1|after|1|escalate:lead to lead {}
  02-02 10:00 escalate ticket/T1|after|1|escalate:service-manager to service-manager {}
  02-02 21:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported","02-02 09:00","f2","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["corrected","03-22 09:00","r2",{"field":"kind"}],["backfill-pending","03-04 09:00","f2",{"occurredAt":1769994000000,"recordedAt":1772586000000}]],"withinMs":3600000,"usedMs":22377600000,"leftMs":-22374000000,"pausedMs":0,"plainDue":"02-02 10:00"}
  = after/1 {"from":["arrive.due","02-02 09:00",null,"desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":7459200000,"leftMs":-7455600000,"pausedMs":0,"plainDue":"02-02 10:00"}
  = reply/1 {"from":["ticket.reported","02-02 09:00","f2","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["corrected","03-22 09:00","r2",{"field":"kind"}],["backfill-pending","03-04 09:00","f2",{"occurredAt":1769994000000,"recordedAt":1772586000000}]],"usedMs":22377600000,"leftMs":-22334400000,"pausedMs":0,"plainDue":"02-02 21:00","target":"02-02 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-02 12:00",null,"always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":22366800000,"pausedMs":0}
# story 65 ticket/T1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: remainder, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 1h, general: 1h}, else: 24h}, kept-by: visit.arrived, calendar: desk, excuses: [proven, told], unless: remote.solved}}
  reply: {deadline: {starts: ticket.reported, within: 0.5wd, kept-by: ticket.replied, calendar: desk, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: {all: [arrive.done, reply.done]}, within: {by: cover, equipment: none, else: 4h}, kept-by: ticket.restored, calendar: desk, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  farewell: {deadline: {starts: equipment.end, within: 1d, kept-by: document.issued, calendar: office, pauses: [wait], on-broken: [{escalate: lead}]}}
02-04 09:00 → 02-04 09:00 | f3 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"customer","zone":"city","cover":"equipment","type":"consultation","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"nearly","occurrence":1,"people":1,"person":"wang","role":"lead"}
02-07 06:01 → 02-05 06:01 | f6 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.judged {"grade":"general","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":2,"promise":"patrol","occurrence":1,"checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1770080400000}
03-01 09:00 → 03-01 09:00 | r1 phone wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f3","reason":"typo"}
04-18 08:59:59.999 → 04-18 08:59:59.999 | f12 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.dispatched {"by":"customer","zone":"city","class":"core","cover":"none","type":"consultation","kind":"other","reason":"wait","evidence":"photo","removable":false,"passed":false,"problem":"noise","travel":"3h","quantity":1,"part":"pump","makerTerm":"3mo","promise":"patrol","checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1777510800000}
05-23 09:00 → 05-26 09:00 | f15 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"major","by":"customer","zone":"city","class":"edge","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"pleased","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1770080400000}
  02-04 09:00 arrive/1 open due 02-04 10:00
  02-04 09:00 reply/1 open due 02-04 13:00
  02-04 10:00 arrive/1 broken at 02-04 10:00
  02-04 13:00 reply/1 broken at 02-04 13:00
  03-01 09:00 arrive/1 withdrawn at 02-04 10:00
  03-01 09:00 reply/1 withdrawn at 02-04 13:00
  02-04 13:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  03-01 09:00 withdraw ticket/T1|reply|1|escalate:lead|withdraw to lead {"of":"ticket/T1|reply|1|escalate:lead"}
# story 66 contract/C1
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 1, over: 30d, per: contract, starts: contract.accepted, calendar: desk}}
  paidup: {gate: {per: contract, before: training.held, allows: kind == "renewal", waive: service-manager, on-broken: [{escalate: lead}]}}
02-01 09:00 → 02-01 09:00 | f1 phone lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"staff","zone":"city","cover":"none","type":"fault","kind":"other","reason":"told","notice":true,"removable":true,"passed":false,"problem":"noise","score":100,"part":"fan","makerTerm":"3mo","promise":"late","occurrence":3,"checklists":["deep","basic"],"people":1,"role":"lead","startsAt":1782003600000}
02-14 09:00 → 02-14 09:00 | f5 system lin contract/C1,site/S1 stock.changed {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"inspect","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1776301200000}
02-20 09:00 → 02-23 09:00 | f6 hand lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"staff","zone":"city","cover":"none","type":"fault","kind":"other","reason":"told","notice":true,"removable":true,"passed":false,"problem":"noise","score":100,"part":"fan","makerTerm":"3mo","promise":"late","occurrence":3,"checklists":["deep","basic"],"people":1,"role":"lead","startsAt":1782003600000}
03-03 09:00:00.001 → 03-03 10:00:00.001 | f8 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"1h","quantity":1,"part":"pump","promise":"lessons","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1780966800000}
03-08 08:59:59.999 → 03-08 08:59:59.999 | r2 hand wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f3","field":"occurredAt","to":1770857999999,"reason":"typo"}
03-19 08:59:59.999 → 03-19 08:59:59.999 | r1 hand wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.voided {"of":"f3","reason":"typo"}
04-05 02:01 → 04-05 02:01 | r5 hand wang asset/A2,contract/C1,site/S1,model/M1 fact.corrected {"of":"f11","field":"occurredAt","to":1773511260000,"reason":"typo"}
04-16 09:00:00.001 → 04-16 09:00:00.001 | f12 system lin contract/C1,site/S1 training.held {"by":"staff","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":0,"makerTerm":"1mo","promise":"signed","occurrence":1,"checklists":["deep","basic"],"role":"lead","startsAt":1774314000000}
04-17 09:01 → 04-17 09:01 | f13 phone lin contract/C1,site/S1 contract.signed {"grade":"major","by":"customer","class":"edge","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"minutes","occurrence":1,"checklists":["basic"],"person":"lin","role":"service-manager","startsAt":1774314000000}
05-23 09:00:00.001 → 05-23 09:00:00.001 | r3 phone wang asset/A1,contract/C1,site/S1,model/M1 fact.approved {"of":"f14"}
06-14 01:00:00.001 → 06-14 01:00:00.001 | f18 phone lin contract/C1,site/S1 stock.changed {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","notice":true,"passed":true,"problem":"heat","travel":"1h","score":100,"quantity":1,"makerTerm":"3mo","promise":"signed","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager"}
05-18 23:00 → 06-17 23:00 | f15 phone lin contract/C1,site/S1 obligation.waived {"by":"customer","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"1h","score":40,"quantity":0,"part":"fan","promise":"upkeep","occurrence":3,"people":1,"person":"wang","role":"lead","startsAt":1771462800000}
05-25 09:00 → 06-24 09:00 | f16 hand lin contract/C1,site/S1,visit/V2 visit.done {"grade":"general","by":"customer","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":2,"part":"pump","promise":"inspect","checklists":["deep","basic"],"people":1,"role":"service-manager","startsAt":1781053200000}
06-30 09:00:00.001 → 07-30 09:00:00.001 | f20 system lin contract/C1,site/S1 training.held {"by":"staff","class":"core","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"upkeep","occurrence":1,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1776128400000}
09-01 09:00:00.001 → 09-01 09:00:00.001 | r4 system wang contract/C1,site/S1 fact.voided {"of":"f20","reason":"typo"}
  02-01 09:00 spares/1 open due 03-04 00:00
  03-04 00:00 spares/1 broken at 03-04 00:00
  03-04 00:00 spares/2 open due 04-03 00:00
  04-03 00:00 spares/2 broken at 04-03 00:00
  04-03 00:00 spares/3 open due 05-03 00:00
  04-16 09:00:00.001 paidup/1 kept at 04-16 09:00:00.001
  05-03 00:00 spares/3 broken at 05-03 00:00
  05-03 00:00 spares/4 open due 06-02 00:00
  06-02 00:00 spares/4 broken at 06-02 00:00
  06-02 00:00 spares/5 open due 07-02 00:00
  07-02 00:00 spares/5 broken at 07-02 00:00
  07-02 00:00 spares/6 open due 08-01 00:00
  07-30 09:00:00.001 paidup/2 broken at 06-30 09:00:00.001
  08-01 00:00 spares/6 broken at 08-01 00:00
  08-01 00:00 spares/7 open due 08-31 00:00
  08-31 00:00 spares/7 broken at 08-31 00:00
  08-31 00:00 spares/8 open due 00:00
  09-01 09:00:00.001 paidup/2 withdrawn at 06-30 09:00:00.001
  00:00 spares/8 broken at 00:00
  00:00 spares/9 open due 10-30 00:00
  06-30 09:00:00.001 escalate contract/C1|paidup|2|escalate:lead to lead {}
  09-01 09:00:00.001 withdraw contract/C1|paidup|2|escalate:lead|withdraw to lead {"of":"contract/C1|paidup|2|escalate:lead"}
  = spares/1 {"from":["contract.accepted","02-01 09:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1769907600000,"until":1772553600000,"value":0},"usedMs":7488000000,"leftMs":-6595200000,"pausedMs":0,"plainDue":"03-04 00:00"}
  = spares/2 {"from":["contract.accepted","03-04 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1772553600000,"until":1775145600000,"value":0},"usedMs":6595200000,"leftMs":-5731200000,"pausedMs":0,"plainDue":"04-03 00:00"}
  = spares/3 {"from":["contract.accepted","04-03 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1775145600000,"until":1777737600000,"value":0},"usedMs":5731200000,"leftMs":-4867200000,"pausedMs":0,"plainDue":"05-03 00:00"}
  = spares/4 {"from":["contract.accepted","05-03 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1777737600000,"until":1780329600000,"value":0},"usedMs":4867200000,"leftMs":-4003200000,"pausedMs":0,"plainDue":"06-02 00:00"}
  = spares/5 {"from":["contract.accepted","06-02 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1780329600000,"until":1782921600000,"value":0.5},"usedMs":4003200000,"leftMs":-3139200000,"pausedMs":0,"plainDue":"07-02 00:00"}
  = spares/6 {"from":["contract.accepted","07-02 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1782921600000,"until":1785513600000,"value":0.5},"usedMs":3139200000,"leftMs":-2275200000,"pausedMs":0,"plainDue":"08-01 00:00"}
  = spares/7 {"from":["contract.accepted","08-01 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1785513600000,"until":1788105600000,"value":0.5},"usedMs":2275200000,"leftMs":-1411200000,"pausedMs":0,"plainDue":"08-31 00:00"}
  = spares/8 {"from":["contract.accepted","08-31 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1788105600000,"until":1790697600000,"value":0.5},"usedMs":1411200000,"leftMs":-547200000,"pausedMs":0,"plainDue":"00:00"}
  = spares/9 {"from":["contract.accepted","00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1790697600000,"until":1793289600000,"value":0.5},"usedMs":547200000,"leftMs":316800000,"pausedMs":0,"plainDue":"10-30 00:00"}
  = paidup/1 {"from":["training.held","04-16 09:00:00.001","f12","always"],"evidence":["f12"],"rows":[],"gaps":[],"notes":[],"usedMs":0,"leftMs":0,"pausedMs":0,"plainDue":"04-16 09:00:00.001"}
# story 67 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 2mo, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: none, general: 24h}, kept-by: visit.arrived, calendar: desk, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], unless: remote.solved, regrade: keep}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: office, pauses: [wait, proven], excuses: [proven, told]}}
  farewell: {deadline: {starts: equipment.started + 1mo, within: 3d, kept-by: document.issued, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], per: asset}}
  reply: {deadline: {starts: ticket.reported, within: 1h, kept-by: ticket.replied, calendar: desk, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], regrade: restart}}
  repair: {deadline: {starts: arrive.broken + 2h, within: {by: cover, equipment: none, else: 1h}, kept-by: ticket.restored, calendar: office, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], reopen: new}}
  late: {rule: {on: repair.broken, then: [{open-task: apology, owner: lead}]}}
02-14 09:00 → 02-17 09:00 | f3 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","passed":true,"problem":"noise","travel":"1h","score":60,"quantity":0,"part":"fan","promise":"paidup","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager"}
02-21 09:00 → 02-21 09:00 | r3 system wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f3","field":"grade","to":"major","reason":"typo"}
03-10 09:00 → 03-10 09:00 | r4 system wang ticket/T1,asset/A1,contract/C1,site/S1,model/M1 fact.corrected {"of":"f3","field":"kind","to":"renewal","reason":"typo"}
  02-17 09:00 arrive/1 broken at 02-16 17:00
  02-17 09:00 after/1 open due 02-24 17:00
  02-17 09:00 reply/1 broken at 02-14 10:00
  02-21 09:00 arrive/1 withdrawn at 02-16 17:00
  02-21 09:00 after/1 withdrawn
  02-16 17:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-14 10:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-21 09:00 withdraw ticket/T1|arrive|1|escalate:lead|withdraw to lead {"of":"ticket/T1|arrive|1|escalate:lead"}
  = reply/1 {"from":["ticket.reported","02-14 09:00","f3","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[["corrected","02-21 09:00","r3",{"field":"grade"}],["corrected","03-10 09:00","r4",{"field":"kind"}]],"withinMs":3600000,"usedMs":7113600000,"leftMs":-7110000000,"pausedMs":0,"plainDue":"02-14 10:00"}
# story 68 ticket/T1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: {longer-of: [1mo, maker]}, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: 1d, general: 4h}, kept-by: ticket.replied, pauses: [told], excuses: [proven], regrade: keep, target: 10min}}
  nearly: {deadline: {starts: reply at 50%, within: unstated, kept-by: ticket.accepted, calendar: always, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 1w, kept-by: visit.arrived, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], unless: remote.solved, regrade: keep}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: office, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, waive: service-manager, on-broken: [{escalate: lead}]}}
02-10 10:00 → 02-13 10:00 | f3 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.dispatched {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"unknown","evidence":"photo","removable":true,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":1,"promise":"patrol","occurrence":1,"checklists":["basic"],"people":2,"person":"lin","role":"lead"}
02-18 09:00 → 03-20 09:00 | f6 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"3h","score":40,"quantity":1,"part":"pump","makerTerm":"1mo","promise":"patrol","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1770512400000}
04-04 08:59:59.999 → 04-04 08:59:59.999 | f14 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 work.succeeded {"grade":"general","by":"staff","zone":"county","class":"edge","type":"fault","kind":"other","reason":"proven","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":100,"part":"fan","makerTerm":"1mo","promise":"reply","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"lin","role":"lead","startsAt":1778288400000}
03-23 00:00 → 04-22 00:00 | f12 phone lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.graded {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"fault","kind":"other","reason":"wait","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":60,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"pleased","occurrence":3,"checklists":["deep","basic"],"people":1,"role":"service-manager","startsAt":1770598800000}
05-09 02:00 → 05-07 02:00 | f20 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.closed {"grade":"general","by":"staff","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"lessons","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1776301200000}
06-02 09:01 → 06-02 09:01 | f22 hand lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"grade":"general","by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":true,"problem":"heat","travel":"3h","score":60,"part":"pump","promise":"repair","occurrence":1,"checklists":["deep","basic"],"people":1,"role":"lead","startsAt":1779757200000}
07-02 09:00 → 07-02 09:00 | f24 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 part.replaced {"grade":"general","by":"customer","class":"core","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":40,"quantity":0,"part":"fan","promise":"inspect","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1770512400000}
  02-13 10:00 agreed/1 open due 02-10 10:00
  02-13 10:00 agreed/1 broken at 02-13 10:00
  03-20 09:00 reply/1 broken at 02-18 13:00
  03-20 09:00 nearly/1 open due open-ended
  03-20 09:00 arrive/1 broken at 02-26 00:00
  03-20 09:00 after/1 broken at 02-27 17:00
  05-09 02:00 after/1 broken at 02-27 17:00 done 05-09 02:00
  06-02 09:01 arrive/1 broken at 02-26 00:00 done 06-02 09:01
  02-13 10:00 escalate ticket/T1|agreed|1|escalate:lead to lead {}
  02-26 00:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-27 17:00 escalate ticket/T1|after|1|escalate:lead to lead {}
  02-27 17:00 escalate ticket/T1|after|1|escalate:service-manager to service-manager {}
  = reply/1 {"from":["ticket.reported","02-18 09:00","f6","always"],"evidence":[],"rows":["grade=general"],"gaps":[],"notes":[],"withinMs":14400000,"usedMs":20995200000,"leftMs":-20980800000,"pausedMs":0,"plainDue":"02-18 13:00","target":"02-18 09:10"}
  = nearly/1 {"from":["reply at 50%","02-18 11:00",null,"always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":20988000000,"pausedMs":0}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-18 09:00","f6","always"],"evidence":["f22"],"rows":[],"gaps":[],"notes":[],"usedMs":8985660000,"leftMs":-8326860000,"pausedMs":0,"plainDue":"02-26 00:00"}
  = after/1 {"from":["arrive.due + 1d","02-18 09:00",null,"office"],"evidence":["f20"],"rows":[],"gaps":[],"notes":[],"usedMs":1468800000,"leftMs":-1353600000,"pausedMs":0,"plainDue":"02-27 17:00"}
  = agreed/1 {"from":["visit.dispatched","02-10 10:00","f3","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["backfill-pending","02-13 10:00","f3",{"occurredAt":1770688800000,"recordedAt":1770948000000}]],"detail":{"missing":[0],"allowed":true},"usedMs":21682800000,"leftMs":-21682800000,"pausedMs":0,"plainDue":"02-10 10:00"}
`
