import type { Theme } from '../../../src/state/common.ts';
import { rampOf } from '../../../src/view/ramp.ts';

/** From the first class over undecided to the second: blue and ochre, which every eye tells apart, as dark as one another. */
const stops = {
  light: { low: ['#5d9ac9', '#a5c8e0', '#f6f1e6'], high: ['#f6f1e6', '#ead09a', '#cf9c41'] },
  dark: { low: ['#3f83b5', '#28526f', '#1b232b'], high: ['#1b232b', '#65501f', '#ab8436'] },
} as const;

const HALF = 128;

/** 256 colours of what a net says. */
export function saysTable(theme: Theme): Uint8Array {
  const { low, high } = stops[theme];
  return Uint8Array.of(...rampOf(low, HALF), ...rampOf(high, HALF));
}

/** Of ten answers: ten that are apart for the eye with all cones and for those without the red or the green ones; what they stand for is drawn in them. */
export const answerColours = {
  light: ['#0c51e8', '#8a3e06', '#007f51', '#b1226f', '#0d6f7f', '#3126ac', '#5b8d0d', '#6f2d25', '#3084c5', '#494a51'],
  dark: ['#80deff', '#f4b241', '#56ed9e', '#f66caf', '#adfeff', '#a39cff', '#eaff72', '#d56d6f', '#57b3c4', '#e0b6bb'],
} as const;

/** Of the samples of the two classes: as their ends of the ramp, deep enough to stand on it. */
export const classColours = {
  light: ['#134f8c', '#7d5200'],
  dark: ['#9fd3ff', '#ffd27a'],
} as const;
