import { textWidth } from '../export/textWidth.ts';

/** As chart.css draws the names of lines. */
const FONT = '600 13px';

export const nameWidth = (name: string): number => textWidth(name, FONT);

export const longestOf = (names: readonly string[]): number => Math.max(0, ...names.map(nameWidth));
