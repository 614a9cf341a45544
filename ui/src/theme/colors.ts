/**
 * The colours of Lockstep. Colour carries meaning only: a hue for Sales, a hue for Marketing, three for status; all
 * the rest is ink on paper. The two sides differ for colour-blind eyes and in grey (the blue is always the darker).
 * Every pair of text and ground below stands at 4.5:1 or more in light and in dark; axe checks them on real screens.
 */

/** The named colours of one scheme; each becomes a CSS variable `--ls-<name>`. */
export interface Palette {
  paper: string;
  /** The ground of the navigation, of table heads and of quiet panels. */
  wash: string;
  /** The ground of what is pointed at or chosen. */
  press: string;
  ink: string;
  'ink-soft': string;
  /** Placeholders and captions: the lightest text there is. */
  'ink-faint': string;
  line: string;
  /** Borders of fields: at least 3:1 against the paper. */
  'line-strong': string;
  focus: string;
  /** The ground of the primary button, and what is written on it. */
  primary: string;
  'primary-hover': string;
  'on-primary': string;
  sales: string;
  'sales-fill': string;
  'sales-wash': string;
  'sales-line': string;
  marketing: string;
  'marketing-fill': string;
  'marketing-wash': string;
  'marketing-line': string;
  leadership: string;
  'leadership-fill': string;
  'leadership-wash': string;
  'leadership-line': string;
  good: string;
  'good-wash': string;
  warn: string;
  'warn-wash': string;
  bad: string;
  'bad-wash': string;
}

export const light: Palette = {
  paper: '#ffffff',
  wash: '#f7f6f3',
  press: '#eeece7',
  ink: '#1c1e22',
  'ink-soft': '#4b4f57',
  'ink-faint': '#666a72',
  line: '#e4e1da',
  'line-strong': '#8b8d92',
  focus: '#1c1e22',
  primary: '#1c1e22',
  'primary-hover': '#35383f',
  'on-primary': '#ffffff',
  sales: '#1d4f91',
  'sales-fill': '#1d4f91',
  'sales-wash': '#eef3fa',
  'sales-line': '#b9cce6',
  marketing: '#8f4a08',
  'marketing-fill': '#c76a15',
  'marketing-wash': '#fcf3e9',
  'marketing-line': '#eac9a3',
  leadership: '#4b4f57',
  'leadership-fill': '#6c7079',
  'leadership-wash': '#f1f0ed',
  'leadership-line': '#cfccc4',
  good: '#1b6b4a',
  'good-wash': '#ecf6f0',
  warn: '#755c00',
  'warn-wash': '#fbf6dc',
  bad: '#a81f35',
  'bad-wash': '#fcf0f1',
};

export const dark: Palette = {
  paper: '#16181d',
  wash: '#1c1f25',
  press: '#282c34',
  ink: '#ebe9e4',
  'ink-soft': '#bfc1c6',
  'ink-faint': '#9fa2a9',
  line: '#30343c',
  'line-strong': '#777b84',
  focus: '#ebe9e4',
  primary: '#ebe9e4',
  'primary-hover': '#ffffff',
  'on-primary': '#16181d',
  sales: '#8fb4ec',
  'sales-fill': '#5f91dd',
  'sales-wash': '#1b2535',
  'sales-line': '#35507a',
  marketing: '#f0b377',
  'marketing-fill': '#eaa356',
  'marketing-wash': '#2e241a',
  'marketing-line': '#6f5232',
  leadership: '#bfc1c6',
  'leadership-fill': '#9a9da5',
  'leadership-wash': '#23262c',
  'leadership-line': '#474b54',
  good: '#72cfa3',
  'good-wash': '#18291f',
  warn: '#e3c75a',
  'warn-wash': '#2b2715',
  bad: '#f59aa5',
  'bad-wash': '#331d21',
};

/** Returns the palette as CSS variables. */
export function variables(palette: Palette): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--ls-${name}`, value]));
}
