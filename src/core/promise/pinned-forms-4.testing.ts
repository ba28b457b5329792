/** Written by pinned-forms.test.ts, read by people. */
export const STORIES_4 = String.raw`
# story 43 visit/V1
  signed: {deadline: {starts: visit.done, within: 1w, kept-by: visit.signed, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], per: visit}}
02-22 09:01 → 02-22 09:01 | f4 system lin contract/C1,site/S1,visit/V1 visit.done {"by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":100,"makerTerm":"1mo","promise":"patrol","occurrence":2,"people":1,"role":"service-manager","startsAt":1770339600000}
05-25 09:00 → 05-25 09:00 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.signed {"grade":"general","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":100,"quantity":0,"makerTerm":"3mo","promise":"lessons","people":1,"person":"lin","role":"service-manager","startsAt":1770339600000}
06-12 09:00 → 06-12 09:00 | f17 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","score":60,"quantity":0,"part":"fan","promise":"reply","person":"lin","role":"lead","startsAt":1778202000000}
  02-22 09:01 signed/1 open due 03-02 17:00
  03-02 17:00 signed/1 broken at 03-02 17:00
  05-25 09:00 signed/1 broken at 03-02 17:00 done 05-25 09:00
  03-02 17:00 escalate visit/V1|signed|1|escalate:lead to lead {}
  03-02 17:00 escalate visit/V1|signed|1|escalate:service-manager to service-manager {}
  = signed/1 {"from":["visit.done","02-22 09:01","f4","office"],"evidence":["f15"],"rows":[],"gaps":[],"notes":[],"usedMs":1785600000,"leftMs":-1612800000,"pausedMs":0,"plainDue":"03-02 17:00"}
# story 44 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {longer-of: [1mo, maker]}, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 20min, kept-by: visit.arrived, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: 24h, kept-by: ticket.replied, calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.broken + 2h, within: 24h, kept-by: ticket.restored, calendar: always, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: resume}}
  late: {rule: {on: arrive.broken, then: [{notify: customer}, {entitle: replacement}, {credit: "100.00"}, {open-task: apology, owner: lead}]}}
02-01 09:00 → 02-01 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"1h","score":60,"quantity":0,"makerTerm":"3mo","promise":"letter","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1782608400000}
03-23 09:00 → 03-23 09:00 | f6 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,loan/L1 loan.returned {"by":"customer","zone":"county","class":"core","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","score":60,"part":"pump","makerTerm":"1mo","promise":"paidup","occurrence":3,"people":1,"person":"wang","role":"lead","startsAt":1781139600000}
05-06 00:00 → 05-06 00:00 | f13 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,loan/L2 loan.delivered {"grade":"major","by":"customer","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"pump","makerTerm":"1mo","promise":"protocol","occurrence":2,"checklists":["deep","basic"],"person":"wang","role":"lead","startsAt":1778979600000}
  02-01 09:00 arrive/1 open due 02-01 09:20
  02-01 09:00 reply/1 open due 02-03 17:00
  02-01 09:20 arrive/1 broken at 02-01 09:20
  02-01 11:20 repair/1 open due 02-02 11:20
  02-02 11:20 repair/1 broken at 02-02 11:20
  02-03 17:00 reply/1 broken at 02-03 17:00
  02-01 09:20 notify ticket/T1|late|1|notify:customer to customer {}
  02-01 09:20 entitle ticket/T1|late|1|entitle:replacement to replacement {}
  02-01 09:20 credit ticket/T1|late|1|credit:10000 to 10000 {"params":{"fen":10000}}
  02-01 09:20 open-task ticket/T1|late|1|open-task:apology to apology {"params":{"owner":"lead"}}
  02-01 09:20 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-01 09:20 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-02 11:20 escalate ticket/T1|repair|1|escalate:lead to lead {}
  02-02 11:20 escalate ticket/T1|repair|1|escalate:service-manager to service-manager {}
  02-03 17:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-03 17:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-01 09:00","f2","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":22464000000,"leftMs":-22462800000,"pausedMs":0,"plainDue":"02-01 09:20"}
  = reply/1 {"from":["ticket.reported","02-01 09:00","f2","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":7488000000,"leftMs":-7401600000,"pausedMs":0,"plainDue":"02-03 17:00","target":"02-01 09:10"}
  = repair/1 {"from":["arrive.broken + 2h","02-01 11:20",null,"always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":22455600000,"leftMs":-22369200000,"pausedMs":0,"plainDue":"02-02 11:20"}
# story 45 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: {longer-of: 1mo}, excludes: [proven], until: asset.scrapped}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: 4h, general: 1d}, kept-by: visit.arrived, calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: restart}}
  reply: {deadline: {starts: ticket.reported, within: 20min, kept-by: ticket.replied, calendar: always, excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: retroactive}}
  repair: {deadline: {starts: arrive.kept, within: {by: grade, major: 0.5wd, general: 1w}, kept-by: ticket.restored, calendar: always, on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: new}}
  renewal: {deadline: {per: asset, due: equipment.end, kept-by: 'notice.delivered where kind == "renewal"', calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}]}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 50%, over: month, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
02-11 09:00 → 02-11 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","quantity":2,"part":"fan","promise":"agreed","occurrence":2,"checklists":["deep","basic"],"person":"wang","role":"service-manager"}
03-26 12:59:59.999 → 03-26 12:59:59.999 | f7 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.graded {"grade":"major","by":"staff","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","score":40,"quantity":1,"makerTerm":"1mo","promise":"visited","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1770858000000}
05-11 09:01 → 05-11 09:01 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.graded {"grade":"major","by":"staff","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","quantity":0,"part":"pump","makerTerm":"3mo","promise":"nearly","occurrence":1,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager"}
06-11 09:00 → 06-11 09:00 | f19 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 form.filled {"grade":"general","by":"customer","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"upkeep","occurrence":2,"checklists":["deep","basic"],"person":"lin","role":"lead","startsAt":1776042000000}
06-27 17:01 → 06-27 17:01 | f21 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"customer","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":100,"part":"fan","makerTerm":"3mo","promise":"late","occurrence":2,"checklists":["deep","basic"],"person":"wang","role":"service-manager","startsAt":1773795600000}
  02-11 09:00 arrive/1 open due 02-11 13:00 provisional
  02-11 09:00 reply/1 open due 02-11 09:20
  02-11 09:20 reply/1 broken at 02-11 09:20
  02-11 13:00 arrive/1 broken at 02-11 13:00 provisional
  02-11 09:20 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-11 09:20 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  02-11 13:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-11 13:00 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported","02-11 09:00","f2","desk"],"evidence":[],"rows":["grade=undefined"],"gaps":[],"notes":[],"withinMs":14400000,"usedMs":7200000000,"leftMs":-7185600000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-11 13:00"}
  = reply/1 {"from":["ticket.reported","02-11 09:00","f2","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"withinMs":1200000,"usedMs":21600000000,"leftMs":-21598800000,"pausedMs":0,"plainDue":"02-11 09:20"}
# story 46 contract/C1
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 10d, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 4h, general: 1w}, else: unstated}, kept-by: ticket.replied, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}], target: 10min}}
  arrive: {deadline: {starts: ticket.reported, within: {by: cover, equipment: 1h, else: 4h}, kept-by: visit.arrived, calendar: always, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: restart}}
  repair: {deadline: {starts: arrive.broken + 2h, within: 4h, kept-by: ticket.restored, calendar: office, excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: resume}}
  inspect: {deadline: {per: asset, starts: 'asset.tested where passed == false', within: 0.5wd, kept-by: asset.reconnected, calendar: desk, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {every: 3mo, per: contract, starts: contract.accepted, task: visit, until: equipment.end, calendar: office, approved-by: customer, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  protocol: {deadline: {starts: patrol.broken, within: 2wd, kept-by: report.delivered, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}]}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', at-most: 2, over: now, per: model, on-broken: [{escalate: lead}], calendar: desk}}
  pleased: {level: {measure: 'mean score of survey.answered', at-least: 60, target: 90, over: quarter, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"general","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":60,"quantity":0,"makerTerm":"1mo","promise":"farewell","occurrence":2,"checklists":["basic"],"person":"wang","role":"lead","startsAt":1775350800000}
02-06 10:00 → 02-06 10:00 | f3 system lin contract/C1,site/S1 contract.signed {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"3h","quantity":0,"part":"pump","makerTerm":"1mo","promise":"paid","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1771549200000}
02-10 09:00 → 02-10 09:00 | f4 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":60,"quantity":0,"makerTerm":"1mo","promise":"farewell","occurrence":2,"checklists":["basic"],"person":"wang","role":"lead","startsAt":1775350800000}
03-30 09:00 → 03-30 09:00 | f5 system lin asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.done {"grade":"major","by":"staff","zone":"city","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"proven","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"faults","occurrence":3,"checklists":["basic"],"people":1,"person":"lin","role":"lead","startsAt":1777942800000}
06-12 17:00:00.001 → 06-12 17:00:00.001 | f8 system lin contract/C1,site/S1 document.issued {"grade":"major","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":1,"makerTerm":"3mo","promise":"upkeep","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1779152400000}
  02-01 09:00 pleased/1 open due 04-01 00:00
  02-01 09:00 patrol/1 open due 05-02 00:00
  03-30 09:00 patrol/1 kept at 03-30 09:00
  04-01 00:00 pleased/1 kept at 04-01 00:00
  04-01 00:00 pleased/2 open due 07-01 00:00
  04-18 00:00 patrol/2 open due 08-02 00:00
  07-01 00:00 pleased/2 kept at 07-01 00:00
  07-01 00:00 pleased/3 open due 10-01 00:00
  07-19 00:00 patrol/3 open due 11-02 00:00
  08-02 00:00 patrol/2 broken at 08-02 00:00
  08-02 00:00 protocol/2 open due 08-05 00:00
  08-05 00:00 protocol/2 broken at 08-05 00:00
  10-01 00:00 pleased/3 kept at 10-01 00:00
  10-01 00:00 pleased/4 open due 2027-01-01 00:00
  10-19 00:00 patrol/4 open due 2027-02-02 00:00
  08-02 00:00 escalate contract/C1|patrol|2|escalate:lead to lead {}
  08-05 00:00 escalate contract/C1|protocol|2|escalate:lead to lead {}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":["f5"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1777651200000},"usedMs":1036800000,"leftMs":662400000,"pausedMs":0,"plainDue":"05-02 00:00"}
  = patrol/2 {"from":["contract.accepted","04-18 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1777651200000,"until":1785600000000},"usedMs":3542400000,"leftMs":-1468800000,"pausedMs":0,"plainDue":"08-02 00:00"}
  = patrol/3 {"from":["contract.accepted","07-19 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1785600000000,"until":1793548800000},"usedMs":1756800000,"leftMs":288000000,"pausedMs":0,"plainDue":"11-02 00:00"}
  = patrol/4 {"from":["contract.accepted","10-19 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1793548800000,"until":1801497600000},"usedMs":0,"leftMs":2188800000,"pausedMs":0,"plainDue":"2027-02-02 00:00"}
  = protocol/2 {"from":["patrol.broken","08-02 00:00",null,"always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":6771600000,"leftMs":-6512400000,"pausedMs":0,"plainDue":"08-05 00:00"}
  = pleased/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","04-01 00:00",null,{}]],"detail":{"atLeast":60,"target":90,"from":1769907600000,"until":1774972800000},"usedMs":5065200000,"leftMs":0,"pausedMs":0,"plainDue":"04-01 00:00"}
  = pleased/2 {"from":["contract.accepted","04-01 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","07-01 00:00",null,{}]],"detail":{"atLeast":60,"target":90,"from":1774972800000,"until":1782835200000},"usedMs":7862400000,"leftMs":0,"pausedMs":0,"plainDue":"07-01 00:00"}
  = pleased/3 {"from":["contract.accepted","07-01 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[["nothing-measured","10-01 00:00",null,{}]],"detail":{"atLeast":60,"target":90,"from":1782835200000,"until":1790784000000},"usedMs":7948800000,"leftMs":0,"pausedMs":0,"plainDue":"10-01 00:00"}
  = pleased/4 {"from":["contract.accepted","10-01 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":60,"target":90,"from":1790784000000,"until":1798732800000},"usedMs":1587600000,"leftMs":6361200000,"pausedMs":0,"plainDue":"2027-01-01 00:00"}
# story 47 ticket/T2
  signed: {deadline: {starts: visit.done, within: 2wd, kept-by: visit.signed, calendar: desk, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}], per: visit}}
  equipment: {cover: {per: asset, starts: asset.accepted, term: 2mo, replaced-part: {add: 10d}, excludes: [proven], until: asset.scrapped}}
  patrol: {recurring: {every: 3mo, per: contract, starts: contract.accepted, task: visit, calendar: office, ahead: 20d, same-expert: true, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  protocol: {deadline: {starts: patrol.done, within: 1mo, kept-by: report.delivered, calendar: always, pauses: [wait, proven], on-broken: [{escalate: lead}], per: contract}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 100, over: contract-year, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: desk}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: grade, major: none, general: 0.5wd}, kept-by: visit.arrived, calendar: desk, excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  reply: {deadline: {starts: ticket.reported, within: unstated, kept-by: ticket.replied, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: retroactive, target: 10min}}
  repair: {deadline: {starts: {all: [arrive.done, reply.done]}, within: {by: grade, major: 24h, general: 1h}, kept-by: ticket.restored, calendar: office, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  late: {rule: {on: repair at 90%, then: [{notify: customer}, {credit: "100.00"}, {open-task: apology, owner: lead}]}}
02-15 09:00 → 02-15 09:00 | f7 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 obligation.waived {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"part":"fan","makerTerm":"3mo","promise":"farewell","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1774141200000}
03-23 09:00:00.001 → 03-23 09:00:00.001 | f8 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.reopened {"grade":"general","by":"staff","zone":"city","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","quantity":2,"part":"pump","makerTerm":"1mo","promise":"closed","occurrence":3,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1774141200000}
05-01 23:59:59.999 → 05-01 23:59:59.999 | f11 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,loan/L1 loan.delivered {"by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","quantity":0,"part":"pump","makerTerm":"1mo","promise":"repair","occurrence":3,"people":2,"person":"lin","role":"service-manager","startsAt":1771203600000}
06-20 13:00 → 06-20 13:00 | f15 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"by":"staff","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":100,"quantity":1,"part":"fan","promise":"patrol","occurrence":3,"checklists":["basic"],"role":"lead","startsAt":1772240400000}
  03-23 09:00:00.001 arrive/2 open due 03-23 13:00:00.001
  03-23 09:00:00.001 reply/2 open due open-ended
  03-23 13:00:00.001 arrive/2 broken at 03-23 13:00:00.001
  06-20 13:00 arrive/2 broken at 03-23 13:00:00.001 done 06-20 13:00
  03-23 13:00:00.001 escalate ticket/T2|arrive|2|escalate:lead to lead {}
  03-23 13:00:00.001 escalate ticket/T2|arrive|2|escalate:service-manager to service-manager {}
  = arrive/2 {"from":["ticket.reported where type == \"fault\"","03-23 09:00:00.001","f8","desk"],"evidence":["f15"],"rows":["grade=general"],"gaps":[],"notes":[],"usedMs":2577599999,"leftMs":-2563199999,"pausedMs":0,"plainDue":"03-23 13:00:00.001"}
  = reply/2 {"from":["ticket.reported","03-23 09:00:00.001","f8","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":18143999999,"pausedMs":0,"target":"03-23 09:10:00.001"}
# story 48 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: 1y, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 4h, general: 0.5wd}, else: 1h}, kept-by: visit.arrived, calendar: desk, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved, regrade: retroactive}}
  after: {deadline: {due: arrive.due, kept-by: [form.filled, ticket.closed], calendar: desk, pauses: [wait], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  farewell: {deadline: {starts: equipment.end, within: 0.5wd, kept-by: document.issued, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], per: contract}}
  visited: {level: {measure: 'count visit.done', at-least: 1, over: now, per: asset, starts: asset.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: desk}}
02-02 09:00 → 02-02 09:00 | f1 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"staff","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"renewal","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1778115600000}
06-13 09:00:00.001 → 06-13 09:00:00.001 | f13 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"told","evidence":"photo","removable":true,"passed":true,"problem":"noise","travel":"1h","score":40,"makerTerm":"3mo","promise":"spares","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1782003600000}
06-20 09:00 → 06-20 09:00 | f14 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.resumed {"by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","travel":"1h","score":60,"part":"pump","makerTerm":"3mo","promise":"patrol","occurrence":1,"people":1,"person":"wang","role":"lead","startsAt":1782262800000}
06-21 09:00 → 06-21 09:00 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reopened {"by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":100,"quantity":2,"part":"pump","promise":"visited","occurrence":2,"checklists":["basic"],"people":2,"role":"service-manager","startsAt":1772499600000}
  02-02 09:00 arrive/1 open due 02-02 10:00 provisional
  02-02 09:00 after/1 open due 02-02 10:00
  02-02 10:00 arrive/1 broken at 02-02 10:00 provisional
  02-02 10:00 after/1 broken at 02-02 10:00
  06-13 09:00:00.001 arrive/1 broken at 02-02 10:00 done 06-13 09:00:00.001 provisional
  06-21 09:00 arrive/2 open due 06-21 10:00
  06-21 09:00 after/2 open due 06-21 10:00
  06-21 10:00 arrive/2 broken at 06-21 10:00
  06-21 10:00 after/2 broken at 06-21 10:00
  02-02 10:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-02 10:00 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-02 10:00 escalate ticket/T1|after|1|escalate:lead to lead {}
  02-02 10:00 escalate ticket/T1|after|1|escalate:service-manager to service-manager {}
  06-21 10:00 escalate ticket/T1|arrive|2|escalate:lead to lead {}
  06-21 10:00 escalate ticket/T1|arrive|2|escalate:service-manager to service-manager {}
  06-21 10:00 escalate ticket/T1|after|2|escalate:lead to lead {}
  06-21 10:00 escalate ticket/T1|after|2|escalate:service-manager to service-manager {}
  = arrive/1 {"from":["ticket.reported","02-02 09:00","f1","desk"],"evidence":["f13"],"rows":["zone=undefined","grade=major"],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":3772800001,"leftMs":-3769200001,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-02 10:00"}
  = arrive/2 {"from":["ticket.reported","06-21 09:00","f15","desk"],"evidence":[],"rows":["zone=county","grade=major"],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":3456000000,"leftMs":-3452400000,"pausedMs":0,"plainDue":"06-21 10:00"}
  = after/1 {"from":["arrive.due","02-02 09:00",null,"desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":7459200000,"leftMs":-7455600000,"pausedMs":0,"plainDue":"02-02 10:00"}
  = after/2 {"from":["arrive.due","06-21 09:00",null,"desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":3456000000,"leftMs":-3452400000,"pausedMs":0,"plainDue":"06-21 10:00"}
# story 49 ticket/T1
  equipment: {cover: {per: asset, starts: [asset.accepted, asset.handed-over], term: 10d, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: {by: zone, city: {by: grade, major: 0.5wd, general: 24h}, else: 24h}, kept-by: visit.arrived, pauses: [wait], excuses: [proven], on-broken: [{escalate: lead}], regrade: retroactive}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 4h, general: 20min}, else: 24h}, kept-by: ticket.replied, calendar: always, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart, target: 10min}}
  repair: {deadline: {starts: arrive.kept, within: 1mo, kept-by: ticket.restored, calendar: office, on-broken: [{escalate: lead}], reopen: new}}
  renewal: {deadline: {per: asset, due: equipment.end, kept-by: 'notice.delivered where kind == "renewal"', calendar: always, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  paid: {cover: {per: asset, starts: equipment.ended + 3d, term: 6mo}}
  longer: {rule: {on: ticket.judged where removable == false, then: [{extend: equipment, by: 20d}]}}
02-10 09:00 → 02-10 09:00 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"by":"customer","zone":"county","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"proven","evidence":"photo","removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"renewal","checklists":["deep","basic"],"people":2,"person":"lin","role":"lead","startsAt":1770771600000}
02-24 09:00 → 02-24 09:00 | f10 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.closed {"grade":"major","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"3h","score":100,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"third","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1777251600000}
05-05 10:00 → 05-05 10:00 | f14 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.replied {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"consultation","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","score":40,"part":"pump","promise":"downtime","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1773277200000}
06-25 09:00 → 06-25 09:00 | f18 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.judged {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":60,"makerTerm":"3mo","promise":"repair","occurrence":2,"checklists":["basic"],"people":1,"role":"service-manager","startsAt":1771549200000}
  02-10 09:00 reply/1 open due 02-11 09:00 provisional
  02-11 09:00 reply/1 broken at 02-11 09:00 provisional
  05-05 10:00 reply/1 broken at 02-11 09:00 done 05-05 10:00 provisional
  02-11 09:00 escalate ticket/T1|reply|1|escalate:lead to lead {}
  02-11 09:00 escalate ticket/T1|reply|1|escalate:service-manager to service-manager {}
  06-25 09:00 extend ticket/T1|longer|1|extend:equipment to equipment {"params":{"by":"20d"}}
  = reply/1 {"from":["ticket.reported","02-10 09:00","f4","always"],"evidence":["f14"],"rows":["zone=county","grade=undefined"],"gaps":[],"notes":[],"withinMs":86400000,"usedMs":7261200000,"leftMs":-7174800000,"pausedMs":0,"provisional":"grade-unknown","plainDue":"02-11 09:00","target":"02-10 09:10"}
# story 50 contract/C1
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 1, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}]}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":false,"problem":"noise","score":100,"quantity":0,"makerTerm":"1mo","promise":"inspect","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1775264400000}
02-04 09:00 → 02-04 09:00 | f3 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"major","by":"customer","zone":"city","class":"edge","type":"fault","kind":"renewal","reason":"unknown","notice":true,"removable":true,"passed":false,"problem":"heat","score":40,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"upkeep","checklists":["deep","basic"],"people":1,"person":"wang","role":"lead","startsAt":1780966800000}
02-06 09:00 → 02-06 09:00 | f5 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":false,"problem":"noise","score":100,"quantity":0,"makerTerm":"1mo","promise":"inspect","occurrence":1,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1775264400000}
02-18 02:01 → 02-18 02:01 | f8 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","passed":false,"problem":"heat","travel":"1h","quantity":0,"part":"fan","makerTerm":"3mo","promise":"agreed","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"lead","startsAt":1782781200000}
03-12 13:00 → 03-12 13:00 | f11 system lin asset/A2,contract/C1,site/S1,model/M1 asset.accepted {"by":"staff","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"told","evidence":"photo","notice":true,"passed":false,"problem":"noise","travel":"3h","score":40,"promise":"patrol","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1775264400000}
04-24 00:00 → 04-24 00:00 | f14 system lin contract/C1,site/S1 contract.signed {"grade":"general","by":"customer","zone":"county","class":"core","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":60,"quantity":1,"makerTerm":"1mo","promise":"third","occurrence":3,"checklists":["deep","basic"],"people":2,"role":"service-manager"}
05-12 01:00 → 05-12 01:00 | f16 system lin contract/C1,site/S1 contract.ended {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","notice":true,"removable":false,"passed":false,"problem":"heat","travel":"3h","quantity":2,"part":"pump","makerTerm":"1mo","promise":"renewal","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1775955600000}
06-06 17:00:00.001 → 06-06 17:00:00.001 | f18 system lin contract/C1,site/S1 approval.given {"grade":"major","by":"customer","zone":"city","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"told","evidence":"photo","removable":true,"passed":true,"problem":"noise","travel":"1h","score":60,"quantity":2,"part":"fan","makerTerm":"3mo","promise":"nearly","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1781053200000}
06-17 13:00 → 06-17 13:00 | f20 system lin contract/C1,site/S1 approval.given {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":2,"part":"pump","promise":"upkeep","occurrence":3,"people":2,"person":"lin","role":"lead","startsAt":1776992400000}
  02-01 09:00 spares/1 open due 03-04 00:00
  03-04 00:00 spares/1 broken at 03-04 00:00
  03-04 00:00 spares/2 open due 04-03 00:00
  04-03 00:00 spares/2 broken at 04-03 00:00
  04-03 00:00 spares/3 open due 05-03 00:00
  05-03 00:00 spares/3 broken at 05-03 00:00
  05-03 00:00 spares/4 open due 06-02 00:00
  05-12 01:00 spares/4 open due 05-12 01:00
  05-12 01:00 spares/4 broken at 05-12 01:00
  03-04 00:00 escalate contract/C1|spares|1|escalate:lead to lead {}
  04-03 00:00 escalate contract/C1|spares|2|escalate:lead to lead {}
  05-03 00:00 escalate contract/C1|spares|3|escalate:lead to lead {}
  05-12 01:00 escalate contract/C1|spares|4|escalate:lead to lead {}
  = spares/1 {"from":["contract.accepted","02-01 09:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1769907600000,"until":1772553600000,"value":0},"usedMs":22464000000,"leftMs":-19818000000,"pausedMs":0,"plainDue":"03-04 00:00"}
  = spares/2 {"from":["contract.accepted","03-04 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1772553600000,"until":1775145600000,"value":0},"usedMs":19818000000,"leftMs":-17226000000,"pausedMs":0,"plainDue":"04-03 00:00"}
  = spares/3 {"from":["contract.accepted","04-03 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1775145600000,"until":1777737600000,"value":0},"usedMs":17226000000,"leftMs":-14634000000,"pausedMs":0,"plainDue":"05-03 00:00"}
  = spares/4 {"from":["contract.accepted","05-03 00:00","f1","always"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1777737600000,"until":1778518800000,"value":0},"usedMs":14634000000,"leftMs":-13852800000,"pausedMs":0,"plainDue":"05-12 01:00"}
# story 51 contract/C1
  letter: {deadline: {per: contract, starts: {all: [contract.accepted, contract.signed]}, within: 2wd, kept-by: document.issued, calendar: office, pauses: [told], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 1, over: 30d, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}], calendar: desk}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","passed":true,"problem":"heat","travel":"1h","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"nearly","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770253200000}
02-04 09:00 → 02-04 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.accepted {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","passed":true,"problem":"heat","travel":"1h","score":60,"quantity":0,"part":"fan","makerTerm":"1mo","promise":"nearly","occurrence":1,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1770253200000}
02-07 09:00:00.001 → 02-07 09:00:00.001 | f5 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"county","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","travel":"1h","score":40,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"third","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1782435600000}
03-20 09:00 → 03-20 09:00 | f7 system lin contract/C1,site/S1 contract.ended {"by":"staff","zone":"city","class":"edge","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"3h","score":40,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"repair","occurrence":3,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1771549200000}
  02-01 09:00 spares/1 open due 03-04 00:00
  03-04 00:00 spares/1 broken at 03-04 00:00
  03-04 00:00 spares/2 open due 04-03 00:00
  03-20 09:00 spares/2 open due 03-20 09:00
  03-20 09:00 spares/2 broken at 03-20 09:00
  03-04 00:00 escalate contract/C1|spares|1|escalate:lead to lead {}
  03-20 09:00 escalate contract/C1|spares|2|escalate:lead to lead {}
  = spares/1 {"from":["contract.accepted","02-01 09:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1769907600000,"until":1772553600000,"value":0},"usedMs":7488000000,"leftMs":-6595200000,"pausedMs":0,"plainDue":"03-04 00:00"}
  = spares/2 {"from":["contract.accepted","03-04 00:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atLeast":1,"from":1772553600000,"until":1773968400000,"value":0},"usedMs":6595200000,"leftMs":-6134400000,"pausedMs":0,"plainDue":"03-20 09:00"}
# story 52 ticket/T1
  equipment: {cover: {per: asset, starts: asset.accepted, term: {longer-of: [1mo, maker]}, replaced-part: {longer-of: 1mo}, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: ticket.reported, within: {by: grade, major: 4h, general: 1h}, kept-by: visit.arrived, calendar: always, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], unless: remote.solved}}
  reply: {deadline: {starts: ticket.reported, within: {by: zone, city: {by: grade, major: 1h, general: 24h}, else: unstated}, kept-by: ticket.replied, calendar: always, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: restart, target: 10min}}
  repair: {deadline: {starts: arrive.kept, within: {by: zone, city: {by: grade, major: 20min, general: travel + 2h}, else: 1h}, kept-by: ticket.restored, calendar: desk, pauses: [told], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}], reopen: resume}}
  after: {deadline: {due: arrive.due + 1d, kept-by: [form.filled, ticket.closed], calendar: desk, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  patrol: {recurring: {times: 2, per-period: 3mo, per: contract, starts: contract.accepted, task: visit, until: equipment.end, ahead: 2d, checklist: [basic], pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}]}}
  undone: {rule: {on: complaint.opened, per: contract, then: [{count-as-not-done: patrol}, {notify: lead}]}}
02-07 09:00 → 02-07 09:00 | f3 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.graded {"by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","quantity":2,"part":"fan","makerTerm":"3mo","promise":"visited","occurrence":1,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1781571600000}
02-11 09:00 → 02-11 09:00 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"general","by":"customer","zone":"county","class":"core","cover":"equipment","type":"consultation","kind":"other","reason":"proven","notice":true,"passed":true,"problem":"heat","score":60,"quantity":0,"part":"pump","makerTerm":"1mo","promise":"lessons","occurrence":1,"checklists":["basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1770253200000}
02-26 09:00:00.001 → 02-26 09:00:00.001 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.paused {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"passed":true,"problem":"noise","travel":"3h","score":100,"part":"fan","makerTerm":"3mo","promise":"protocol","checklists":["deep","basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1773190800000}
05-17 09:00 → 05-17 09:00 | f13 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.accepted {"by":"customer","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":40,"quantity":1,"part":"fan","makerTerm":"3mo","promise":"protocol","occurrence":3,"checklists":["deep","basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1780794000000}
06-01 09:01 → 06-01 09:01 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.excused {"grade":"general","by":"customer","zone":"county","class":"core","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"noise","travel":"1h","score":100,"part":"pump","makerTerm":"3mo","promise":"after","occurrence":2,"people":2,"person":"lin","role":"service-manager","startsAt":1775782800000}
  02-11 09:00 arrive/1 open due 02-11 10:00
  02-11 09:00 reply/1 open due open-ended
  02-11 09:00 after/1 open due 02-12 17:00
  02-11 10:00 arrive/1 broken at 02-11 10:00
  02-12 17:00 after/1 broken at 02-12 17:00
  02-26 09:00:00.001 reply/1 paused due open-ended
  03-01 00:00 reply/1 open due open-ended
  02-11 10:00 escalate ticket/T1|arrive|1|escalate:lead to lead {}
  02-11 10:00 escalate ticket/T1|arrive|1|escalate:service-manager to service-manager {}
  02-12 17:00 escalate ticket/T1|after|1|escalate:lead to lead {}
  = arrive/1 {"from":["ticket.reported","02-11 09:00","f4","always"],"evidence":[],"rows":["grade=general"],"gaps":[],"notes":[],"withinMs":3600000,"usedMs":21600000000,"leftMs":-21596400000,"pausedMs":0,"plainDue":"02-11 10:00"}
  = reply/1 {"from":["ticket.reported","02-11 09:00","f4","always"],"evidence":[],"rows":["zone=county","grade=general"],"gaps":[["wait","02-26 09:00:00.001","03-01 00:00",226799999,"limit"]],"notes":[],"usedMs":21373200001,"pausedMs":226799999,"target":"02-14 00:09:59.999"}
  = after/1 {"from":["arrive.due + 1d","02-11 09:00",null,"desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"usedMs":7200000000,"leftMs":-7142400000,"pausedMs":0,"plainDue":"02-12 17:00"}
# story 53 contract/C1
  minutes: {deadline: {starts: training.held, within: 2wd, kept-by: report.delivered, calendar: office, pauses: [wait, proven], on-broken: [{escalate: lead}], per: contract}}
  equipment: {cover: {per: asset, starts: asset.accepted, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: remainder, excludes: [proven], gives: [upgrades]}}
  patrol: {recurring: {every: 1mo, per: contract, starts: contract.accepted, task: visit, until: contract.ended, calendar: office, agreed-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  lessons: {recurring: {every: 2mo, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, ahead: 2d, checklist: [basic], agreed-by: customer, pauses: [wait], excuses: [proven, told], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  downtime: {level: {measure: 'time ticket.reported to ticket.restored', at-most: 100, over: year, per: contract, starts: contract.accepted, calendar: desk}}
02-01 09:00 → 02-01 09:00 | f1 system lin contract/C1,site/S1 contract.accepted {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":true,"problem":"heat","travel":"3h","part":"fan","makerTerm":"3mo","promise":"after","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1777338000000}
02-16 09:01 → 02-16 09:01 | f4 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1 ticket.restored {"grade":"major","by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"other","reason":"unknown","removable":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":2,"part":"fan","promise":"undone","occurrence":3,"people":1,"person":"lin","role":"lead","startsAt":1771549200000}
02-17 09:00 → 02-17 09:00 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"staff","zone":"county","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"passed":true,"problem":"heat","travel":"3h","part":"fan","makerTerm":"3mo","promise":"after","occurrence":2,"checklists":["basic"],"people":2,"person":"lin","role":"lead","startsAt":1777338000000}
02-21 09:00 → 02-21 09:00 | f6 system lin contract/C1,site/S1 complaint.opened {"grade":"general","by":"customer","zone":"city","class":"core","type":"fault","kind":"other","reason":"unknown","removable":false,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"patrol","occurrence":1,"checklists":["deep","basic"],"people":2,"role":"service-manager","startsAt":1777770000000}
04-02 09:59:59.999 → 04-02 09:59:59.999 | f11 system lin contract/C1,site/S1 report.delivered {"grade":"general","by":"customer","zone":"city","class":"edge","cover":"none","type":"consultation","kind":"other","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":100,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"pleased","occurrence":1,"checklists":["basic"],"person":"wang","role":"service-manager","startsAt":1769907600000}
04-20 00:00 → 04-20 00:00 | f12 system lin contract/C1,site/S1,visit/V1 visit.done {"grade":"general","by":"customer","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"arrive","occurrence":2,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager","startsAt":1770080400000}
05-01 09:00 → 05-01 09:00 | f14 system lin asset/A1,contract/C1,site/S1,model/M1 training.held {"grade":"general","by":"staff","zone":"city","class":"core","cover":"none","type":"consultation","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"3h","score":60,"quantity":0,"part":"fan","makerTerm":"3mo","promise":"undone","occurrence":2,"checklists":["basic"],"people":2,"person":"wang","role":"service-manager","startsAt":1772758800000}
05-25 13:00 → 05-25 13:00 | f15 system lin ticket/T2,asset/A2,contract/C1,site/S1,model/M1,visit/V1 visit.agreed {"grade":"general","by":"customer","zone":"county","cover":"none","type":"fault","kind":"other","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","travel":"1h","score":60,"part":"pump","makerTerm":"3mo","promise":"paid","occurrence":1,"checklists":["basic"],"people":1,"person":"wang","role":"lead","startsAt":1775782800000}
05-28 23:59:59.999 → 05-28 23:59:59.999 | f17 system lin contract/C1,site/S1 approval.given {"grade":"general","by":"staff","zone":"city","cover":"none","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"3h","score":40,"quantity":2,"part":"fan","makerTerm":"1mo","promise":"upkeep","occurrence":3,"checklists":["deep","basic"],"person":"wang","role":"lead","startsAt":1781485200000}
06-12 09:00 → 06-12 09:00 | f18 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 obligation.waived {"grade":"major","by":"customer","zone":"city","class":"core","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":1,"makerTerm":"1mo","promise":"upkeep","occurrence":2,"people":2,"person":"wang","role":"service-manager"}
06-19 09:00 → 06-19 09:00 | f20 system lin contract/C1,site/S1 contract.ended {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"removable":true,"passed":true,"problem":"heat","makerTerm":"1mo","promise":"visited","occurrence":3,"checklists":["basic"],"people":2,"person":"wang","role":"lead","startsAt":1775610000000}
  02-01 09:00 downtime/1 open due 2027-01-01 00:00
  02-01 09:00 patrol/1 open due 03-02 00:00
  02-16 00:00 patrol/2 open due 04-02 00:00
  03-01 13:00:00.001 downtime/1 broken at 03-01 13:00:00.001
  03-02 00:00 patrol/1 broken at 03-02 00:00
  03-19 00:00 patrol/3 open due 05-02 00:00
  04-02 00:00 patrol/2 broken at 04-02 00:00
  04-18 00:00 patrol/4 open due 06-02 00:00
  04-20 00:00 patrol/3 kept at 04-20 00:00
  05-01 09:00 minutes/1 kept at 04-02 09:59:59.999
  05-19 00:00 patrol/5 open due 07-02 00:00
  06-02 00:00 patrol/4 broken at 06-02 00:00
  06-18 00:00 patrol/6 open due 08-02 00:00
  06-19 09:00 patrol/5 cancelled
  06-19 09:00 patrol/6 cancelled
  03-02 00:00 escalate contract/C1|patrol|1|escalate:lead to lead {}
  03-02 00:00 escalate contract/C1|patrol|1|escalate:service-manager to service-manager {}
  04-02 00:00 escalate contract/C1|patrol|2|escalate:lead to lead {}
  04-02 00:00 escalate contract/C1|patrol|2|escalate:service-manager to service-manager {}
  06-02 00:00 escalate contract/C1|patrol|4|escalate:lead to lead {}
  06-02 00:00 escalate contract/C1|patrol|4|escalate:service-manager to service-manager {}
  = minutes/1 {"from":["training.held","05-01 09:00","f14","office"],"evidence":["f11"],"rows":[],"gaps":[],"notes":[],"usedMs":0,"leftMs":57600000,"pausedMs":0,"plainDue":"05-07 17:00"}
  = patrol/1 {"from":["contract.accepted","02-01 09:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769907600000,"until":1772380800000},"usedMs":4982400000,"leftMs":-4521600000,"pausedMs":0,"plainDue":"03-02 00:00"}
  = patrol/2 {"from":["contract.accepted","02-16 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1772380800000,"until":1775059200000},"usedMs":4665600000,"leftMs":-3859200000,"pausedMs":0,"plainDue":"04-02 00:00"}
  = patrol/3 {"from":["contract.accepted","03-19 00:00","f1","office"],"evidence":["f12"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1775059200000,"until":1777651200000},"usedMs":604800000,"leftMs":259200000,"pausedMs":0,"plainDue":"05-02 00:00"}
  = patrol/4 {"from":["contract.accepted","04-18 00:00","f1","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1777651200000,"until":1780329600000},"usedMs":3542400000,"leftMs":-2707200000,"pausedMs":0,"plainDue":"06-02 00:00"}
  = patrol/5 {"from":["contract.accepted","05-19 00:00","f1","office"],"evidence":["f20"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1780329600000,"until":1782921600000,"ended":true},"usedMs":662400000,"leftMs":230400000,"pausedMs":0,"plainDue":"07-02 00:00"}
  = patrol/6 {"from":["contract.accepted","06-18 00:00","f1","office"],"evidence":["f20"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1782921600000,"until":1785600000000,"ended":true},"usedMs":28800000,"leftMs":864000000,"pausedMs":0,"plainDue":"08-02 00:00"}
  = downtime/1 {"from":["contract.accepted","02-01 09:00","f1","desk"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"atMost":100,"from":1769907600000,"until":1798732800000,"value":100},"usedMs":7488000000,"leftMs":2131200000,"pausedMs":0,"plainDue":"2027-01-01 00:00"}
# story 54 ticket/T1
  letter: {deadline: {per: contract, starts: contract.accepted, within: 2wd, kept-by: document.issued, calendar: office, pauses: [wait, proven], excuses: [proven, told]}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: now, per: model, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: office}}
  visited: {level: {measure: 'count visit.done', at-least: 1, over: contract-year, per: asset, starts: asset.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}], calendar: always}}
  equipment: {cover: {per: asset, starts: {all: [asset.accepted, asset.handed-over]}, term: 1y, replaced-part: restart, excludes: [proven], gives: [upgrades]}}
  arrive: {deadline: {starts: 'ticket.reported where type == "fault"', within: 1mo, kept-by: visit.arrived, calendar: desk, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}], unless: remote.solved, regrade: keep}}
  reply: {deadline: {starts: ticket.reported, within: {by: grade, major: unstated, general: 1h}, kept-by: ticket.replied, calendar: office, pauses: [told], on-broken: [{escalate: lead}, {escalate: service-manager}], regrade: keep, target: 10min}}
  repair: {deadline: {starts: arrive.done, within: {by: zone, city: {by: grade, major: 4h, general: 1mo}, else: 20min}, kept-by: ticket.restored, calendar: always, excuses: [proven, told], on-broken: [{escalate: lead}]}}
  late: {rule: {on: arrive.broken, then: [{notify: customer}, {entitle: replacement}, {credit: "100.00"}]}}
02-11 09:00 → 02-11 09:00 | f2 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.reported {"grade":"major","by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"unknown","removable":false,"passed":false,"problem":"heat","travel":"3h","score":60,"quantity":1,"part":"pump","promise":"paid","occurrence":1,"checklists":["basic"],"people":1,"person":"wang","role":"lead","startsAt":1773622800000}
02-13 09:00 → 02-13 09:00 | f4 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.judged {"by":"customer","zone":"county","class":"edge","type":"consultation","kind":"renewal","reason":"proven","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":100,"part":"pump","makerTerm":"3mo","promise":"arrive","occurrence":2,"checklists":["deep","basic"],"people":2,"person":"wang","role":"service-manager"}
02-17 13:00 → 02-17 13:00 | f5 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.cancelled {"grade":"major","by":"customer","zone":"county","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"noise","score":60,"quantity":0,"part":"fan","promise":"reply","occurrence":3,"checklists":["basic"],"people":2,"person":"lin","role":"service-manager","startsAt":1775264400000}
06-19 00:01 → 06-19 00:01 | f15 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1,visit/V1 visit.arrived {"grade":"major","by":"staff","class":"edge","cover":"equipment","type":"fault","kind":"renewal","reason":"proven","evidence":"photo","removable":true,"passed":false,"problem":"heat","travel":"3h","score":40,"quantity":1,"part":"fan","promise":"spares","occurrence":3,"checklists":["deep","basic"],"people":2,"role":"lead","startsAt":1780966800000}
06-23 00:01 → 06-23 00:01 | f17 system lin ticket/T1,asset/A1,contract/C1,site/S1,model/M1 ticket.resumed {"grade":"general","by":"customer","zone":"county","class":"core","cover":"none","type":"fault","kind":"renewal","reason":"unknown","evidence":"photo","notice":true,"passed":false,"problem":"heat","score":40,"quantity":1,"part":"pump","makerTerm":"3mo","promise":"upkeep","occurrence":3,"checklists":["deep","basic"],"people":1,"person":"wang","role":"service-manager"}
  02-11 09:00 arrive/1 open due 03-11 17:00
  02-11 09:00 reply/1 open due open-ended
  02-17 13:00 arrive/1 cancelled
  02-17 13:00 reply/1 cancelled
  = arrive/1 {"from":["ticket.reported where type == \"fault\"","02-11 09:00","f2","desk"],"evidence":["f5"],"rows":[],"gaps":[],"notes":[],"usedMs":187200000,"leftMs":648000000,"pausedMs":0,"plainDue":"03-11 17:00"}
  = reply/1 {"from":["ticket.reported","02-11 09:00","f2","office"],"evidence":["f5"],"rows":["grade=major"],"gaps":[],"notes":[],"usedMs":115200000,"pausedMs":0,"target":"02-11 09:10"}
# story 55 site/S1
  signed: {deadline: {starts: visit.done, within: 3d, kept-by: visit.signed, calendar: office, pauses: [wait, proven], excuses: [proven, told], on-broken: [{escalate: lead}], per: visit}}
  equipment: {cover: {per: asset, starts: asset.accepted, term: {by: class, core: 3mo, edge: 1mo}, replaced-part: restart, excludes: [proven], until: asset.scrapped}}
  renewal: {deadline: {per: contract, due: equipment.end - 10d, kept-by: 'notice.delivered where kind == "renewal"', calendar: office, pauses: [wait, proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  patrol: {recurring: {times: 2, per-period: 3mo, per: contract, starts: contract.accepted, task: visit, until: contract.ended, holiday: next-workday, calendar: office, ahead: 2d, same-expert: true, agreed-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  lessons: {recurring: {times: {min: 1, max: 2, per: 2mo, spacing: 10d}, per: site, starts: asset.handed-over, task: training, until: asset.scrapped, holiday: previous-workday, calendar: office, ahead: 2d, same-expert: true, approved-by: customer, pauses: [wait, proven], excuses: [proven], on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  faults: {level: {measure: 'count ticket.reported / count asset.accepted', target: 1, over: year, per: model, on-broken: [{escalate: lead}], calendar: desk}}
  spares: {level: {measure: 'stock.on-hand / count asset.accepted', at-least: 1, over: contract-year, per: contract, starts: contract.accepted, on-broken: [{escalate: lead}, {escalate: service-manager}]}}
  agreed: {gate: {before: visit.dispatched, needs: visit.agreed, on-broken: [{escalate: lead}]}}
02-02 09:00 → 02-02 09:00 | f2 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"grade":"general","by":"customer","zone":"county","class":"edge","cover":"none","type":"fault","kind":"other","reason":"unknown","evidence":"photo","removable":true,"passed":true,"problem":"heat","travel":"1h","quantity":0,"part":"pump","makerTerm":"3mo","promise":"closed","occurrence":3,"checklists":["basic"],"role":"lead","startsAt":1773277200000}
03-10 08:59:59.999 → 03-10 08:59:59.999 | f9 system lin contract/C1,site/S1 training.held {"grade":"major","by":"staff","zone":"city","class":"core","cover":"none","type":"consultation","kind":"renewal","reason":"wait","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","travel":"3h","score":40,"quantity":1,"part":"fan","makerTerm":"1mo","promise":"pleased","occurrence":2,"people":2,"person":"wang","role":"service-manager","startsAt":1771808400000}
03-20 09:01 → 03-20 09:01 | f12 system lin asset/A1,contract/C1,site/S1,model/M1 asset.handed-over {"by":"staff","zone":"city","class":"core","cover":"equipment","type":"fault","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":false,"problem":"noise","makerTerm":"3mo","promise":"after","occurrence":3,"checklists":["deep","basic"],"people":2,"role":"lead","startsAt":1776560400000}
05-22 08:59:59.999 → 05-22 08:59:59.999 | f17 system lin contract/C1,site/S1 approval.given {"by":"customer","zone":"city","class":"edge","cover":"equipment","type":"consultation","kind":"renewal","reason":"told","evidence":"photo","notice":true,"removable":false,"passed":true,"problem":"heat","score":100,"quantity":0,"makerTerm":"1mo","promise":"pleased","occurrence":1,"checklists":["basic"],"person":"wang","role":"lead"}
06-26 16:59:59.999 → 06-26 16:59:59.999 | f23 system lin contract/C1,site/S1 approval.given {"grade":"major","by":"customer","class":"core","cover":"equipment","type":"fault","kind":"other","reason":"wait","evidence":"photo","notice":true,"removable":true,"passed":false,"problem":"heat","travel":"1h","score":60,"quantity":2,"makerTerm":"1mo","promise":"minutes","occurrence":2,"checklists":["basic"],"people":1,"person":"lin","role":"service-manager","startsAt":1777942800000}
  02-02 09:00 lessons/1 open due 04-03 00:00
  03-10 08:59:59.999 lessons/1 kept at 03-10 08:59:59.999
  04-01 00:00 lessons/2 open due 06-03 00:00
  06-01 00:00 lessons/3 open due 08-01 00:00
  06-03 00:00 lessons/2 broken at 06-03 00:00
  08-01 00:00 lessons/3 broken at 08-01 00:00
  08-01 00:00 lessons/4 open due 10-01 00:00
  10-01 00:00 lessons/4 broken at 10-01 00:00
  10-01 00:00 lessons/5 open due 12-03 00:00
  06-03 00:00 escalate site/S1|lessons|2|escalate:lead to lead {}
  06-03 00:00 escalate site/S1|lessons|2|escalate:service-manager to service-manager {}
  08-01 00:00 escalate site/S1|lessons|3|escalate:lead to lead {}
  08-01 00:00 escalate site/S1|lessons|3|escalate:service-manager to service-manager {}
  10-01 00:00 escalate site/S1|lessons|4|escalate:lead to lead {}
  10-01 00:00 escalate site/S1|lessons|4|escalate:service-manager to service-manager {}
  = lessons/1 {"from":["asset.handed-over","02-02 09:00","f2","office"],"evidence":["f9"],"rows":[],"gaps":[],"notes":[],"detail":{"from":1769994000000,"until":1775145600000},"usedMs":633600000,"leftMs":518400000,"pausedMs":0,"plainDue":"04-03 00:00"}
  = lessons/2 {"from":["asset.handed-over","04-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1775145600000,"until":1780416000000},"usedMs":3888000000,"leftMs":-2678400000,"pausedMs":0,"plainDue":"06-03 00:00"}
  = lessons/3 {"from":["asset.handed-over","06-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1780416000000,"until":1785513600000},"usedMs":2736000000,"leftMs":-1468800000,"pausedMs":0,"plainDue":"08-01 00:00"}
  = lessons/4 {"from":["asset.handed-over","08-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1785686400000,"until":1790784000000},"usedMs":1468800000,"leftMs":-230400000,"pausedMs":0,"plainDue":"10-01 00:00"}
  = lessons/5 {"from":["asset.handed-over","10-01 00:00","f2","office"],"evidence":[],"rows":[],"gaps":[],"notes":[],"detail":{"from":1790956800000,"until":1796227200000},"usedMs":230400000,"leftMs":950400000,"pausedMs":0,"plainDue":"12-03 00:00"}
`
