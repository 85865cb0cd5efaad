/** Colours of the two themes. tokens.test.ts recomputes the contrast of each pair that carries text or a control. */
export const light = {
  bg: '#F7F8F9',
  surface: '#FFFFFF',
  sunken: '#EEF1F3',
  text: '#16202A',
  textMuted: '#55616D',
  primary: '#0B6470',
  primaryHover: '#084F59',
  onPrimary: '#FFFFFF',
  primarySoft: '#DDF1F2',
  onPrimarySoft: '#084F59',
  control: '#7D8994',
  hairline: '#D3D9DE',
  high: '#B3261E',
  highSoft: '#FCE8E6',
  mid: '#8A5200',
  midSoft: '#FFF1D6',
  low: '#44566A',
  lowSoft: '#E8EDF2',
  open: '#0A6B3D',
  openSoft: '#DFF3E6',
  closed: '#55616D',
  closedSoft: '#EEF1F3',
  note: '#FFF6DC',
  onNote: '#4A3600',
  noteEdge: '#A06A00',
  info: '#1F5FA8',
  infoSoft: '#E3EEFA',
  staff: '#E9F4F5',
  selected: '#E1F0F1',
};

export type Tokens = typeof light;

export const dark: Tokens = {
  bg: '#0F1519',
  surface: '#161D22',
  sunken: '#0B1013',
  text: '#E7ECEF',
  textMuted: '#A3AFB8',
  primary: '#6FD0DA',
  primaryHover: '#93DEE5',
  onPrimary: '#06262A',
  primarySoft: '#12363B',
  onPrimarySoft: '#A9E6EC',
  control: '#74828D',
  hairline: '#2E3941',
  high: '#FF9C92',
  highSoft: '#3B1A18',
  mid: '#F2BE6B',
  midSoft: '#372709',
  low: '#A9BACB',
  lowSoft: '#212B34',
  open: '#79D6A0',
  openSoft: '#10301F',
  closed: '#A3AFB8',
  closedSoft: '#222B31',
  note: '#2C2410',
  onNote: '#F5DFA8',
  noteEdge: '#C99A3B',
  info: '#92C2F7',
  infoSoft: '#14283F',
  staff: '#132A2E',
  selected: '#14343A',
};

/** `primaryHover` → `--fd-primary-hover` */
export function cssVariables(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, colour]) => [
      `--fd-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      colour,
    ]),
  );
}
