import { theme } from 'antd'
import type { ThemeConfig } from 'antd'
import { TOKENS } from './tokens.ts'
import type { Scheme, Tokens } from './tokens.ts'

const FONT =
  'NxDot, -apple-system, BlinkMacSystemFont, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif'

function colours(t: Tokens): NonNullable<ThemeConfig['token']> {
  return {
    colorPrimary: t.solid,
    colorLink: t.brand,
    colorLinkHover: t.brandHover,
    colorInfo: t.brand,
    colorSuccess: t.keptFg,
    colorWarning: t.nearFg,
    colorError: t.brokenFg,
    colorText: t.ink,
    colorTextSecondary: t.ink2,
    colorTextTertiary: t.ink3,
    colorTextPlaceholder: t.ink3,
    colorTextLightSolid: t.onBrand,
    colorBgLayout: t.bg,
    colorBgContainer: t.surface,
    colorBgElevated: t.surface,
    colorBgSpotlight: t.bar,
    colorFillQuaternary: t.sunken,
    colorFillTertiary: t.hover,
    colorBorder: t.line2,
    colorBorderSecondary: t.line,
    colorSplit: t.line,
    controlItemBgHover: t.hover,
    controlItemBgActive: t.brandBg,
  }
}

type Look = { readonly scheme: Scheme; readonly compact: boolean; /** without movement */ readonly still: boolean }

/** Ant Design under our tokens: all colours set explicitly, hairlines instead of shadows. */
export function antdTheme({ scheme, compact, still }: Look): ThemeConfig {
  const base = scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm
  return {
    algorithm: compact ? [base, theme.compactAlgorithm] : base,
    token: {
      ...colours(TOKENS[scheme]),
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      controlHeight: 32,
      controlHeightSM: 28,
      fontSize: 14,
      wireframe: false,
      motion: !still,
      motionDurationMid: '0.12s',
      fontFamily: FONT,
    },
    components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' }, Modal: { titleFontSize: 16 } },
  }
}
