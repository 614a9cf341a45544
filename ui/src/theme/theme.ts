/** Mantine, set in our type and our colours. Components take `var(--ls-…)` names; nothing else names a colour. */
import type * as Mantine from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import { dark, light, variables } from './colors';

/** Ink from the lightest to the darkest: greys a little warm, as on good paper. */
const ink: MantineColorsTuple = [
  '#f7f6f3',
  '#ebe9e4',
  '#dedbd4',
  '#c9c7c1',
  '#8b8d92',
  '#7c7e84',
  '#666a72',
  '#4b4f57',
  '#35383f',
  '#1c1e22',
];

/** The dark scheme's grounds and texts, in Mantine's order: text first, deepest ground last. */
const night: MantineColorsTuple = [
  '#ebe9e4',
  '#bfc1c6',
  '#9fa2a9',
  '#8b8f98',
  '#777b84',
  '#30343c',
  '#1c1f25',
  '#16181d',
  '#121419',
  '#0e1014',
];

/**
 * What may be set for each component, by its name. A theme that held the components themselves would have the first
 * screen wait for all of them.
 */
type Settings<C> = C extends { extend: (settings: infer S) => unknown } ? S : never;
type Components = { [Name in keyof typeof Mantine]?: Settings<(typeof Mantine)[Name]> } & {
  InputWrapper?: Settings<typeof Mantine.Input.Wrapper>;
};

// A list scrolls by itself: a scroll area around it would be one more stop that says nothing.
const ownList = { options: { maxHeight: '20rem', overflowY: 'auto' } } as const;

const components: Components = {
  Button: {
    defaultProps: { variant: 'default' },
    styles: { label: { fontWeight: 530 } },
  },
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  Anchor: { defaultProps: { underline: 'always', c: 'inherit' } },
  Input: { defaultProps: { size: 'sm' } },
  InputWrapper: {
    defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    styles: { label: { marginBottom: 3 }, description: { marginTop: 3 } },
  },
  Kbd: { styles: { root: { fontFamily: 'inherit', fontWeight: 500 } } },
  TextInput: { defaultProps: { size: 'sm' } },
  Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2 } },
  Select: {
    defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right', withScrollArea: false },
    styles: ownList,
  },
  Autocomplete: { defaultProps: { size: 'sm', withScrollArea: false }, styles: ownList },
  TagsInput: { defaultProps: { size: 'sm', withScrollArea: false }, styles: ownList },
  Checkbox: { defaultProps: { size: 'sm' } },
  Radio: { defaultProps: { size: 'sm' } },
  Switch: { defaultProps: { size: 'md', withThumbIndicator: false } },
  SegmentedControl: { defaultProps: { transitionDuration: 0 } },
  Loader: { defaultProps: { type: 'dots' } },
  Menu: {
    // Without the placeholder the first item gets the keyboard, and the menu holds nothing but its items.
    defaultProps: {
      transitionProps: { duration: 0 },
      shadow: undefined,
      withInitialFocusPlaceholder: false,
    },
  },
  Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: undefined } },
  Tooltip: { defaultProps: { transitionProps: { duration: 0 }, withArrow: false } },
  Modal: {
    defaultProps: {
      transitionProps: { duration: 0 },
      overlayProps: { backgroundOpacity: 0.45, blur: 0 },
      centered: true,
      padding: 'lg',
      closeButtonProps: { 'aria-label': 'Close' },
    },
    styles: { title: { fontSize: '1.25rem', fontWeight: 620 } },
  },
  Drawer: {
    defaultProps: {
      transitionProps: { duration: 0 },
      overlayProps: { backgroundOpacity: 0.25, blur: 0 },
      position: 'right',
      padding: 'lg',
      closeButtonProps: { 'aria-label': 'Close' },
    },
    styles: { title: { fontSize: '1.25rem', fontWeight: 620 } },
  },
  Notification: {
    defaultProps: { withBorder: true, closeButtonProps: { 'aria-label': 'Close this message' } },
  },
  Table: {
    defaultProps: { verticalSpacing: 8, horizontalSpacing: 12, borderColor: 'var(--ls-line)' },
  },
};

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.35' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  colors: { ink, gray: ink, dark: night },
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 1 },
  autoContrast: true,
  // The primary button is ink on paper, and paper on ink in the dark.
  variantColorResolver: (input) =>
    input.variant === 'filled' && (input.color === undefined || input.color === 'ink')
      ? {
          background: 'var(--ls-primary)',
          hover: 'var(--ls-primary-hover)',
          color: 'var(--ls-on-primary)',
          border: '1px solid transparent',
        }
      : defaultVariantColorsResolver(input),
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components,
});

/** Hands our palette to Mantine's own variables, where its defaults miss 4.5:1. */
export const resolver: CSSVariablesResolver = () => {
  const common = {
    '--mantine-color-body': 'var(--ls-paper)',
    '--mantine-color-text': 'var(--ls-ink)',
    '--mantine-color-bright': 'var(--ls-ink)',
    '--mantine-color-dimmed': 'var(--ls-ink-faint)',
    '--mantine-color-placeholder': 'var(--ls-ink-faint)',
    '--mantine-color-anchor': 'var(--ls-ink)',
    '--mantine-color-error': 'var(--ls-bad)',
    '--mantine-color-default': 'var(--ls-paper)',
    '--mantine-color-default-hover': 'var(--ls-wash)',
    '--mantine-color-default-color': 'var(--ls-ink)',
    '--mantine-color-default-border': 'var(--ls-line-strong)',
    '--mantine-color-disabled': 'var(--ls-wash)',
    '--mantine-color-disabled-color': 'var(--ls-ink-faint)',
    '--mantine-color-disabled-border': 'var(--ls-line)',
    '--mantine-primary-color-filled': 'var(--ls-primary)',
    '--mantine-primary-color-filled-hover': 'var(--ls-primary-hover)',
    '--mantine-primary-color-contrast': 'var(--ls-on-primary)',
    '--mantine-color-ink-filled': 'var(--ls-primary)',
    '--mantine-color-ink-filled-hover': 'var(--ls-primary-hover)',
    '--mantine-color-gray-text': 'var(--ls-ink-soft)',
    '--mantine-color-gray-light': 'var(--ls-wash)',
    '--mantine-color-gray-light-hover': 'var(--ls-press)',
    '--mantine-color-gray-light-color': 'var(--ls-ink)',
  };
  return {
    variables: {},
    light: { ...common, ...variables(light), '--menu-item-hover': 'var(--ls-wash)' },
    dark: {
      ...common,
      ...variables(dark),
      '--menu-item-hover': 'var(--ls-press)',
      '--mantine-color-white': 'var(--ls-on-primary)',
    },
  };
};
