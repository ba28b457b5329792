const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** `380 KB`, `2.4 MB`: one decimal below ten, as people read it. */
export function sizeWords(bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  const digits = step > 0 && value < 9.95 ? 1 : 0
  return `${value.toFixed(digits)} ${UNITS[step]!}`
}

/** Whole percent, 100 only when all is there. */
export function percentOf(done: number, size: number): number {
  return size === 0 ? 0 : Math.min(done < size ? 99 : 100, Math.floor((done / size) * 100))
}
