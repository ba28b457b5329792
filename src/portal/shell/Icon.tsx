/** Drawn in a square of 16, one line of 1.5, as the console's. */
const DRAWINGS = {
  home: 'M2.5 7.2 8 2.5l5.5 4.7v6.3h-4V9.8h-3v3.7h-4z',
  ticket: 'M2 4.2h12v2.4a1.4 1.4 0 0 0 0 2.8v2.4H2V9.4a1.4 1.4 0 0 0 0-2.8zM9.6 4.6v1.6M9.6 7.4V9M9.6 10v1.4',
  device: 'M2.5 2.8h11v4.4h-11zM2.5 8.8h11v4.4h-11zM5 5h.1M5 11h.1M8 5h3M8 11h3',
  report: 'M8 3v10M3 8h10',
  me: 'M8 8.2a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.8 13.6a5.2 5.2 0 0 1 10.4 0',
  left: 'm9.8 4-4 4 4 4',
  right: 'm6.2 4 4 4-4 4',
  down: 'm4 6.4 4 4 4-4',
  phone: 'M3.2 3.4c0 5.2 4.2 9.4 9.4 9.4l.9-2.6-2.8-1.3-1.2 1.2a7 7 0 0 1-3.6-3.6l1.2-1.2-1.3-2.8z',
  mail: 'M2.2 3.8h11.6v8.4H2.2zM2.4 4.2 8 8.6l5.6-4.4',
  camera: 'M2 5h2.6l1-1.6h4.8l1 1.6H14v8H2zM8 11.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  voice: 'M8 9.6a2 2 0 0 0 2-2V4.2a2 2 0 0 0-4 0v3.4a2 2 0 0 0 2 2zM4.2 7.4a3.8 3.8 0 0 0 7.6 0M8 11.4v2.2',
  video: 'M2 4.4h8v7.2H2zM10 7l4-2v6l-4-2z',
  file: 'M4 1.8h5.4L12.5 5v9.2H4zM6.2 7.6h4M6.2 10.4h4',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3.4 8.4 3 3 6.2-6.6',
  shield: 'M8 1.4 13.4 3.2v4.4c0 3.4-2.4 5.8-5.4 7-3-1.2-5.4-3.6-5.4-7V3.2z',
} as const

export type IconName = keyof typeof DRAWINGS

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={DRAWINGS[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
