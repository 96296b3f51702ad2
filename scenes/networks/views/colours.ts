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

/** Of ten answers: as far apart as ten hues are for every eye; what they stand for is drawn in them. */
export const answerColours = {
  light: ['#0053c0', '#9a5b00', '#007e5c', '#a3307c', '#237586', '#5a3fb5', '#5f7000', '#7a2a1c', '#1f6fb8', '#4a4a52'],
  dark: ['#6fb6ff', '#ffc04d', '#50e0af', '#f474b8', '#9beff7', '#b9a4ff', '#cfe06a', '#e0a08a', '#4cc9e8', '#c9c4ba'],
} as const;

/** Of the samples of the two classes: as their ends of the ramp, deep enough to stand on it. */
export const classColours = {
  light: ['#134f8c', '#7d5200'],
  dark: ['#9fd3ff', '#ffd27a'],
} as const;
