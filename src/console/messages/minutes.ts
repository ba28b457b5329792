/** Minutes after midnight as a time field holds them. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** What a time field holds, as minutes after midnight; an emptied one is midnight. */
export function minuteOf(text: string): number {
  const [, hour = '0', minute = '0'] = /^(\d{2}):(\d{2})/.exec(text) ?? []
  return Number(hour) * 60 + Number(minute)
}
