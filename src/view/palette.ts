import { inkColours, type Ink } from '../state/ink.ts';
import type { Theme } from '../state/common.ts';
import { hexToRgb } from '../math/oklab.ts';

export interface Palette {
  readonly theme: Theme;
  readonly paper: string;
  readonly plan: string;
  readonly ink: string;
  readonly halo: string;
  readonly accent: string;
  /** Shade of the darkest slope, gain of the key light, strength of contour lines on the surface. */
  readonly relief: readonly [number, number, number];
  readonly planLine: number;
}

/** The drawing's colours; those of the page stand in theme.css. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    theme: 'light',
    paper: '#f5f1e8',
    plan: '#ece6d9',
    ink: '#3b342b',
    halo: '#fbf8f1',
    accent: '#c8452c',
    relief: [0.62, 1.08, 1],
    planLine: 0.32,
  },
  dark: {
    theme: 'dark',
    paper: '#0f1318',
    plan: '#161d25',
    ink: '#e9e3d6',
    halo: '#0f1318',
    accent: '#ff7a5c',
    relief: [0.6, 1.15, 0.8],
    planLine: 0.34,
  },
};

export function inkColour(theme: Theme, ink: Ink): string {
  return inkColours[theme][ink.hue] as string;
}

/** Raw sRGB, as CSS has it: the shaders neither light in linear space nor convert, so a path's pixel is its label's colour. */
export function rgb(hex: string): [number, number, number] {
  return [...hexToRgb(hex)] as [number, number, number];
}

export function mixHex(a: string, b: string, u: number): [number, number, number] {
  const [p, q] = [hexToRgb(a), hexToRgb(b)];
  return [p[0] + u * (q[0] - p[0]), p[1] + u * (q[1] - p[1]), p[2] + u * (q[2] - p[2])];
}
