/** leva's colours and sizes by the page's own tokens (theme.css), so that one switch changes both. */
export const levaTheme = {
  colors: {
    elevation1: 'transparent',
    elevation2: 'transparent',
    elevation3: 'var(--field)',
    accent1: 'var(--accent)',
    accent2: 'var(--accent)',
    accent3: 'var(--accent)',
    highlight1: 'var(--line)',
    highlight2: 'var(--soft)',
    highlight3: 'var(--ink)',
    vivid1: 'var(--accent)',
  },
  fonts: { mono: 'var(--font)', sans: 'var(--font)' },
  fontSizes: { root: 'var(--text-small)' },
  space: { md: '0px', sm: '0px', rowGap: '6px' },
  sizes: { rootWidth: '100%', rowHeight: 'auto' },
};
