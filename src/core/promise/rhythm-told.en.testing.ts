/** What occurrences and levels say of themselves; written by rhythm-told.test.ts, read by people. */
export const RHYTHM_TOLD_EN = `
# an occurrence to come
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 2.
To be done between Sun 1 Mar 2026 00:00 and Tue 31 Mar 2026 24:00.
Not done yet.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# one that was kept
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
To be done between Sat 31 Jan 2026 10:00 and Sat 28 Feb 2026 24:00.
Done Fri 20 Feb 2026 10:00: kept.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# one that was missed and made up for
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
To be done between Sat 31 Jan 2026 10:00 and Sat 28 Feb 2026 24:00.
Not done when it fell due Sat 28 Feb 2026 24:00: broken.
Done late, Thu 5 Mar 2026 10:00: 106 h after the breach.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# one that nobody owes any more
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
To be done between Sat 31 Jan 2026 10:00 and Sat 28 Feb 2026 24:00.
The promised time ended Fri 20 Feb 2026 10:00; this one is no longer owed.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# half of a checklist
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
To be done between Sat 31 Jan 2026 10:00 and Sat 14 Feb 2026 24:00.
Checklists: resident, safety.
1–2 people each time.
Not done yet.
Done once Thu 5 Feb 2026 10:00 without the checklist resident: it does not count.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# another expert, alone
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 2.
To be done between Sun 15 Feb 2026 00:00 and Sat 28 Feb 2026 24:00.
Checklists: resident, safety.
1–2 people each time.
Done Fri 20 Feb 2026 10:00: kept.
Somebody else than the expert before came Fri 20 Feb 2026 10:00.
0 came Fri 20 Feb 2026 10:00, 1 were promised.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# too near and too often
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
To be done between Sat 31 Jan 2026 10:00 and Sun 31 Jan 2027 24:00.
Done Thu 5 Feb 2026 10:00: kept.
Done once more Wed 20 May 2026 10:00: number 3 of this period, 2 at most were promised.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# agreed to be later
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
Agreed with the customer: to be done by Wed 25 Mar 2026 24:00.
Not done yet.
The customer agreed to another day Mon 2 Mar 2026 10:00: due Fri 20 Mar 2026 24:00 before, Wed 25 Mar 2026 24:00 now.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# a plan that was not approved
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
To be done between Wed 11 Mar 2026 00:00 and Fri 20 Mar 2026 24:00.
Excused Sat 21 Mar 2026 00:00.
The plan was submitted in time Mon 2 Mar 2026 10:00.
The plan was submitted in time and not approved by the customer: excused.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# a plan approved and not carried out
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
To be done between Wed 11 Mar 2026 00:00 and Fri 20 Mar 2026 24:00.
Not done when it fell due Fri 20 Mar 2026 24:00: broken.
Still not done.
The plan was submitted in time Mon 2 Mar 2026 10:00.
The customer approved the plan Tue 3 Mar 2026 10:00.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# a day that hangs on holidays not announced
Clause: “按约定定期服务。”
Source: R-1.
Counted from the acceptance of the project: number 1.
To be done between Fri 1 Jan 2027 00:00 and Fri 1 Jan 2027 24:00.
Holidays are not published yet: the day is provisional.
Not done yet.
Under plan rhythm@1; calendar version 0e08d4cb, zone data 2026a.

# a month that may still be held
Clause: “按约定定期服务。”
Source: R-1.
Measured from Sun 1 Feb 2026 00:00 to Sat 28 Feb 2026 24:00.
Measured: 1.
Promised: not above 2.
The period is not over yet.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# a month that was held
Clause: “按约定定期服务。”
Source: R-1.
Measured from Sun 1 Feb 2026 00:00 to Sat 28 Feb 2026 24:00.
Measured: 1.
Promised: not above 2.
Held when the period ended Sat 28 Feb 2026 24:00: kept.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# a month that was lost
Clause: “按约定定期服务。”
Source: R-1.
Measured from Sun 1 Feb 2026 00:00 to Sat 28 Feb 2026 24:00.
Measured: 3.
Promised: not above 2.
No longer to be held since Sat 7 Feb 2026 10:00: broken.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# a month that was excused
Clause: “按约定定期服务。”
Source: R-1.
Measured from Sun 1 Feb 2026 00:00 to Sat 28 Feb 2026 24:00.
Measured: 0.
Promised: not above 2.
Excused Tue 10 Feb 2026 10:00.
Excused Tue 10 Feb 2026 10:00: 台风.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# availability in percent
Clause: “按约定定期服务。”
Source: R-1.
Measured from Sat 31 Jan 2026 10:00 to Tue 31 Mar 2026 24:00.
Measured: 99.58%.
Promised: not below 98%.
Target 99.5%, for information only.
The period is not over yet.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# a ratio that holds now
Clause: “按约定定期服务。”
Source: R-1.
Measured from Sat 31 Jan 2026 10:00 on.
Measured: 200%.
Promised: not below 3%.
Held until now.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# a ratio that does not
Clause: “按约定定期服务。”
Source: R-1.
Measured from Sat 31 Jan 2026 10:00 on.
Measured: 0%.
Promised: not below 3%.
Not held since Fri 6 Feb 2026 10:00: broken.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.

# nothing measured, nothing promised
Clause: “按约定定期服务。”
Source: R-1.
Measured from Sat 31 Jan 2026 10:00 to Thu 31 Dec 2026 24:00.
There was nothing to measure.
Promised without a number: measured, never broken.
Held when the period ended Thu 31 Dec 2026 24:00: kept.
There was nothing to measure: held.
Under plan rhythm@1; calendar version ac2c82a0, zone data 2026a.
`
