import type { CSSProperties, ReactNode } from 'react'

/** Drawn in a square of 16, one line of 1.5: the same hand for rooms, actions and facts. */
const DRAWINGS = {
  link: (
    <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 1 0-3.7-3.7L8 4.3M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 1 0 3.7 3.7L8 11.7" />
  ),
  eye: (
    <>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  ticket: (
    <>
      <path d="M2 4.2h12v2.4a1.4 1.4 0 0 0 0 2.8v2.4H2V9.4a1.4 1.4 0 0 0 0-2.8z" />
      <path d="M9.6 4.4v7.2" strokeDasharray="1.4 2" />
    </>
  ),
  board: <path d="M2.5 3h11v10h-11zM2.5 6.4h11M6.2 6.4V13" />,
  asset: <path d="M2.5 2.8h11v4.4h-11zM2.5 8.8h11v4.4h-11zM5 5h.1M5 11h.1M8 5h3M8 11h3" />,
  document: (
    <>
      <path d="M4 1.8h5.4L12.5 5v9.2H4z" />
      <path d="M6.2 7.6h4M6.2 10.4h4" />
    </>
  ),
  part: <path d="M8 1.8 13.6 5v6L8 14.2 2.4 11V5zM2.6 5.1 8 8.2l5.4-3.1M8 8.2v6" />,
  trail: (
    <>
      <path d="M4 1.8h8v12.4H4z" />
      <path d="M6.2 5h3.6M6.2 8h3.6M6.2 11h2" />
    </>
  ),
  key: (
    <>
      <circle cx="5" cy="11" r="2.6" />
      <path d="m6.9 9.1 6.3-6.3M10.6 5.4l2 2" />
    </>
  ),
  find: (
    <>
      <circle cx="7" cy="7" r="4.6" />
      <path d="M10.6 10.6 14 14" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  bell: <path d="M3.4 11.4c1-1 1-2 1-4a3.6 3.6 0 0 1 7.2 0c0 2 0 3 1 4zM6.6 13.4a1.6 1.6 0 0 0 2.8 0" />,
  plus: <path d="M8 3v10M3 8h10" />,
  down: <path d="m4 6.4 4 4 4-4" />,
  up: <path d="M8 13V3M4.6 6.2 8 2.8l3.4 3.4" />,
  'down-arrow': <path d="M8 3v10M4.6 9.8 8 13.2l3.4-3.4" />,
  left: <path d="m9.8 4-4 4 4 4" />,
  right: <path d="m6.2 4 4 4-4 4" />,
  check: <path d="m3.4 8.4 3 3 6.2-6.6" strokeWidth={2} />,
  user: (
    <>
      <circle cx="8" cy="5.4" r="2.8" />
      <path d="M2.8 13.6a5.2 5.2 0 0 1 10.4 0" />
    </>
  ),
  users: (
    <>
      <circle cx="6" cy="5.6" r="2.4" />
      <path d="M1.8 13.2a4.3 4.3 0 0 1 8.4 0M10.4 3.4a2.4 2.4 0 0 1 0 4.6M11.6 9.6a4.3 4.3 0 0 1 2.8 3.6" />
    </>
  ),
  no: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M5 8h6" />
    </>
  ),
  undo: <path d="M3 6.4h6.6a3.4 3.4 0 0 1 0 6.8H6M5.6 3.8 3 6.4 5.6 9" />,
  flag: <path d="M3.6 14V2.4h8.6L10.4 5.4l1.8 3H3.6" />,
  phone: <path d="M5.4 2.4 3 3.2c0 5.4 4.4 9.8 9.8 9.8l.8-2.4-3-1.8-1.4 1.4A8 8 0 0 1 5.8 6.8l1.4-1.4z" />,
  wrench: <path d="M13.4 4.2a3.6 3.6 0 0 1-4.8 4.4L4.4 12.8a1.4 1.4 0 0 1-2-2l4.2-4.2A3.6 3.6 0 0 1 11 1.8L9 3.9l.4 1.9 1.9.4z" />,
  pencil: <path d="M11.2 2.2 13.8 4.8 6 12.6l-3.4.8.8-3.4z" />,
  lock: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.6" rx="1.4" />
      <path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" />
    </>
  ),
  home: <path d="M2.2 7.6 8 2.6l5.8 5M3.8 6.6v6.8h8.4V6.6M6.6 13.4V9.6h2.8v3.8" />,
  pin: (
    <>
      <path d="M8 14s4.6-4.2 4.6-7.4a4.6 4.6 0 1 0-9.2 0C3.4 9.8 8 14 8 14z" />
      <circle cx="8" cy="6.6" r="1.6" />
    </>
  ),
  bolt: <path d="M9 1.6 3.4 9H8l-1 5.4L12.6 7H8z" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  clip: <path d="M12.6 7.4 7.8 12.2a2.9 2.9 0 0 1-4.1-4.1l5.2-5.2a1.9 1.9 0 0 1 2.7 2.7L6.5 10.7a.9.9 0 0 1-1.3-1.3l4.5-4.5" />,
  mail: <path d="M2 3.6h12v8.8H2zM2.4 4.2 8 8.6l5.6-4.4" />,
  screen: <path d="M2 3h12v8H2zM5.6 13.6h4.8M8 11v2.6" />,
  pause: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="3" />
      <path d="M6.2 5.4v5.2M9.8 5.4v5.2" />
    </>
  ),
  play: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.6 5.4 10.8 8l-4.2 2.6z" />
    </>
  ),
  shield: (
    <>
      <path d="M8 1.4 13.4 3.2v4.4c0 3.4-2.4 5.8-5.4 7-3-1.2-5.4-3.6-5.4-7V3.2z" />
      <path d="M5.6 8h4.8" />
    </>
  ),
  money: (
    <>
      <rect x="1.8" y="3.4" width="12.4" height="9.2" rx="1.4" />
      <path d="M5.6 5.8 8 8.2l2.4-2.4M8 8.2v2.8M6.2 9h3.6" />
    </>
  ),
  send: <path d="M2.4 8 13.6 2.8 10.4 13.4 7.4 9zM7.4 9l6.2-6.2" />,
  save: <path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.6 13.4h10.8" />,
  merge: <path d="M3.4 2.6v3.2c0 2.6 4.6 2.2 4.6 5v2.6M12.6 2.6v3.2c0 2.6-4.6 2.2-4.6 5" />,
  out: <path d="M6.4 2.6h-4v10.8h4M6.4 8H14M11.2 5.2 14 8l-2.8 2.8" />,
  more: <path d="M3.4 8h.1M8 8h.1M12.6 8h.1" strokeWidth={2.2} />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof DRAWINGS

export type IconProps = { readonly name: IconName; readonly size?: number; readonly style?: CSSProperties }

/** Beside words that say the same: hidden from screen readers. */
export function Icon({ name, size = 16, style }: IconProps) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      style={style}
    >
      {DRAWINGS[name]}
    </svg>
  )
}
