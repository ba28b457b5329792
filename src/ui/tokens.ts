/** The one source of colour: CSS variables, the Ant Design theme and the contrast test are made from it. Names as in the state vocabulary. */
const light = {
  bg: '#F3F5F7',
  surface: '#FFFFFF',
  sunken: '#F8F9FB',
  hover: '#F0F4F8',
  line: '#E4E8ED',
  line2: '#C9D1D9',
  ink: '#18202A',
  ink2: '#465260',
  ink3: '#616D7A',
  brand: '#1D5BA8',
  brandHover: '#174A8A',
  brandBg: '#EAF1FA',
  onBrand: '#FFFFFF',
  solid: '#1D5BA8',
  bar: '#1B2530',
  onBar: '#F2F5F8',
  barLink: '#94C0F6',
  openFg: '#2C4A69',
  openBg: '#EDF2F7',
  openLn: '#CFDAE6',
  nearFg: '#854700',
  nearBg: '#FFF3DB',
  nearLn: '#EDCB8C',
  pausedFg: '#5A3EA0',
  pausedBg: '#F1EDFA',
  pausedLn: '#D5CAEE',
  keptFg: '#17643D',
  keptBg: '#E7F4EC',
  keptLn: '#B5DBC5',
  brokenFg: '#AF2818',
  brokenBg: '#FDEDEA',
  brokenLn: '#F1C0B8',
  brokenSolid: '#B92D1D',
  excusedFg: '#0A5F6B',
  excusedBg: '#E4F3F5',
  excusedLn: '#AFD8DD',
  cancelledFg: '#5D6874',
  cancelledBg: '#F0F2F4',
  cancelledLn: '#DCE1E6',
}

export type Tokens = Readonly<Record<keyof typeof light, string>>
export type Scheme = 'light' | 'dark'

const dark: Tokens = {
  bg: '#0D1217',
  surface: '#151B22',
  sunken: '#1A2129',
  hover: '#1E2730',
  line: '#28313B',
  line2: '#3C4854',
  ink: '#E7ECF1',
  ink2: '#B1BCC7',
  ink3: '#8D99A6',
  brand: '#76ADF2',
  brandHover: '#94C0F6',
  brandBg: '#17283D',
  onBrand: '#FFFFFF',
  solid: '#2D69B5',
  bar: '#2A343F',
  onBar: '#F2F5F8',
  barLink: '#94C0F6',
  openFg: '#A9C8E8',
  openBg: '#1A2836',
  openLn: '#304659',
  nearFg: '#F0BC60',
  nearBg: '#30250F',
  nearLn: '#5C4719',
  pausedFg: '#C3B0F6',
  pausedBg: '#262040',
  pausedLn: '#463B70',
  keptFg: '#74D2A0',
  keptBg: '#122C1F',
  keptLn: '#245139',
  brokenFg: '#FF9D8F',
  brokenBg: '#391813',
  brokenLn: '#6B2D24',
  brokenSolid: '#C23B2B',
  excusedFg: '#70CAD3',
  excusedBg: '#0F2B30',
  excusedLn: '#21505A',
  cancelledFg: '#93A0AC',
  cancelledBg: '#1F262E',
  cancelledLn: '#37424D',
}

export const TOKENS: Readonly<Record<Scheme, Tokens>> = { light, dark }

/** `brandHover` → `--brand-hover` */
function variable(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function block(selector: string, scheme: Scheme): string {
  const declarations = Object.entries(TOKENS[scheme]).map(([name, value]) => `${variable(name)}:${value}`)
  return `${selector}{color-scheme:${scheme};${declarations.join(';')}}`
}

/** A style sheet with every colour as a variable; `data-scheme` on the root element chooses. */
export function cssVariables(): string {
  return block(':root', 'light') + block(':root[data-scheme=dark]', 'dark')
}
