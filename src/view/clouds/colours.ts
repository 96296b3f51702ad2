import { inkColours, sourceHues } from '../../state/ink.ts';
import { mixHex, type Palette } from '../palette.ts';

type Rgb = readonly [r: number, g: number, b: number];

/** A target's dots: ink, so that hue is the sources' alone. */
export function targetColour({ theme, paper, ink }: Palette): Rgb {
  return mixHex(paper, ink, theme === 'dark' ? 0.6 : 0.7);
}

const shapes = { light: '#8d867a', dark: '#a39e93' } as const;

/** A shape that is compared with: ink, light enough to be shaded. */
export function targetHex({ theme }: Palette): string {
  return shapes[theme];
}

const scanTargets = { light: '#b0d21e', dark: '#6c7c00' } as const;

/** What stays of two scans: lime by day and olive by night, told from every source's hue by every eye (test/view/shaded). */
export function scanTargetColour({ theme }: Palette): string {
  return scanTargets[theme];
}

/** Points that are known to belong to nothing. */
export function outlierColour({ theme, paper, ink }: Palette): Rgb {
  return mixHex(paper, ink, theme === 'dark' ? 0.44 : 0.46);
}

/** Threads to the matches, where they say nothing by colour. */
export function threadColour({ paper, ink }: Palette): Rgb {
  return mixHex(paper, ink, 0.62);
}

/** The hue of the method in place `index`, #rrggbb. */
export function sourceColour({ theme }: Palette, index: number): string {
  return inkColours[theme][sourceHues[index % sourceHues.length] as (typeof sourceHues)[number]];
}
