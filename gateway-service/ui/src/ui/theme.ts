import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { cssVariables, dark, light, type Tokens } from './tokens';

const teal: MantineColorsTuple = [
  '#E9F4F5',
  '#DDF1F2',
  '#A9E6EC',
  '#93DEE5',
  '#6FD0DA',
  '#3BA3AF',
  '#0B6470',
  '#084F59',
  '#12363B',
  '#06262A',
];

const grey: MantineColorsTuple = [
  '#F7F8F9',
  '#EEF1F3',
  '#E3E8EB',
  '#D3D9DE',
  '#B5BEC6',
  '#7D8994',
  '#55616D',
  '#3D4853',
  '#26313B',
  '#16202A',
];

const night: MantineColorsTuple = [
  '#E7ECEF',
  '#A3AFB8',
  '#A3AFB8',
  '#74828D',
  '#2E3941',
  '#222B31',
  '#161D22',
  '#0F1519',
  '#0B1013',
  '#070A0C',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 4 },
  colors: { teal, gray: grey, dark: night },
  black: light.text,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.33', sm: '1.43', md: '1.43', lg: '1.5', xl: '1.45' },
  radius: { xs: '4px', sm: '4px', md: '8px', lg: '12px', xl: '999px' },
  defaultRadius: 'sm',
  shadows: { md: '0 8px 24px rgb(15 21 25 / .16)', xl: '0 8px 24px rgb(15 21 25 / .16)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
});

/** Mantine's own variables follow our tokens, so that a part looks right before anything is said about it. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...cssVariables(light), ...mantine(light) },
  dark: { ...cssVariables(dark), ...mantine(dark) },
});

function mantine(tokens: Tokens): Record<string, string> {
  return {
    '--mantine-color-body': tokens.bg,
    '--mantine-color-text': tokens.text,
    '--mantine-color-dimmed': tokens.textMuted,
    '--mantine-color-placeholder': tokens.textMuted,
    '--mantine-color-anchor': tokens.primary,
    '--mantine-color-error': tokens.high,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-color': tokens.text,
    '--mantine-color-default-border': tokens.control,
    '--mantine-color-default-hover': tokens.sunken,
    '--mantine-primary-color-filled': tokens.primary,
    '--mantine-primary-color-filled-hover': tokens.primaryHover,
    '--mantine-primary-color-contrast': tokens.onPrimary,
  };
}
