const paths = {
  play: 'M5 3.2v11.6L14.6 9Z',
  pause: 'M4.6 3.4h3v11.2h-3Zm5.8 0h3v11.2h-3Z',
  back: 'M12.4 4v10L5.6 9ZM3.6 4h1.8v10H3.6Z',
  forward: 'M5.6 4v10l6.8-5Zm7 0h1.8v10h-1.8Z',
  reset: 'M9 3.2A5.8 5.8 0 1 1 3.2 9h1.7A4.1 4.1 0 1 0 9 4.9v2.3L5.2 4.1 9 1Z',
  loop: 'M5 5.6h6.4V3.4L15 6.5l-3.6 3.1V7.3H6.2v2H4.4V6.2A.6.6 0 0 1 5 5.6Zm8 6.8H6.6v2.2L3 11.5l3.6-3.1v2.3h5.2v-2h1.8v3.1a.6.6 0 0 1-.6.6Z',
  chart: 'M3 2.5h1.6v11.4H16v1.6H3Zm3.4 8.7 3-4.2 2.5 2.2L15.3 5l1.2.9-4.4 5.7-2.5-2.2-1.9 2.7Z',
  sliders:
    'M2.5 4.4h6v1.4h-6Zm10 0h3v1.4h-3ZM10.5 2.7a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8Zm-8 9.5h2.2v1.4H2.5Zm6.2 0h6.8v1.4H8.7ZM6.7 10.5a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8Z',
  chevron: 'M4.2 6.4 9 11.2l4.8-4.8 1.1 1.1L9 13.4 3.1 7.5Z',
  grow: 'M10.5 2H16v5.5h-1.6V4.7l-4 4-1.1-1.1 4-4h-2.8ZM2 10.5h1.6v2.8l4-4 1.1 1.1-4 4h2.8V16H2Z',
  shrink: 'M9.3 3.2h1.6V6l4-4L16 3.1l-4 4h2.8v1.6H9.3Zm-6.1 6.1h5.5v5.5H7.1V12l-4 4L2 14.9l4-4H3.2Z',
  menu: 'M2.5 4h13v1.7h-13Zm0 4.2h13v1.7h-13Zm0 4.2h13v1.7h-13Z',
  close: 'M4.3 3.2 9 7.9l4.7-4.7 1.1 1.1L10.1 9l4.7 4.7-1.1 1.1L9 10.1l-4.7 4.7-1.1-1.1L7.9 9 3.2 4.3Z',
  theme: 'M9 1.8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 9 1.8Zm0 1.6v11.2A5.6 5.6 0 0 0 9 3.4Z',
  sun: 'M9 5.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2ZM8.2 1h1.6v2.6H8.2Zm0 13.4h1.6V17H8.2ZM1 8.2h2.6v1.6H1Zm13.4 0H17v1.6h-2.6ZM2.8 3.9l1.1-1.1 1.9 1.9-1.1 1.1Zm9.4 9.4 1.1-1.1 1.9 1.9-1.1 1.1Zm1.1-7.5-1.1-1.1 1.9-1.9 1.1 1.1Zm-9.4 9.4-1.1-1.1 1.9-1.9 1.1 1.1Z',
  moon: 'M7.2 2.2a6.9 6.9 0 1 0 8.6 8.6A5.7 5.7 0 0 1 7.2 2.2Z',
} as const;

export type IconName = keyof typeof paths;

/** Drawn in the text's colour; the button around it carries the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={`icon icon-${name}`}
      viewBox="0 0 18 18"
      width="18"
      height="18"
      fill="currentColor"
      aria-hidden="true"
    >
      <path d={paths[name]} fillRule="evenodd" />
    </svg>
  );
}
