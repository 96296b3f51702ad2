import type { Theme } from '../../state/common.ts';
import { rampOf } from '../ramp.ts';

/**
 * Stops of the ramp for distances, near to far. Nothing is quiet, a lot speaks up: away from the paper's lightness, monotone, so that it
 * reads without hue; from blue over plum to red, which deuteranopes and protanopes see as blue to dark (or light) yellow.
 */
export const residualStops = {
  light: ['#7fb3c9', '#6a84c4', '#85489f', '#7d1238'],
  dark: ['#3f74aa', '#8d7fd8', '#ee90a8', '#ffe3ac'],
} as const;

const ENTRIES = 256;

/** 256 colours (RGBA bytes), perceptually uniform. */
export function residualTable(theme: Theme): Uint8Array<ArrayBuffer> {
  return rampOf(residualStops[theme], ENTRIES);
}

/** What a colour bar shows. */
export interface ResidualRamp {
  /** The distance at the upper end, in the clouds' unit. */
  readonly limit: number;
  /** Equally spaced, near to far. */
  readonly colours: readonly string[];
  /** Round distances in [0, limit], ascending, the first one 0. */
  readonly ticks: readonly number[];
}

const COLOURS = 9;

export function residualRamp(theme: Theme, limit: number): ResidualRamp {
  const table = residualTable(theme);
  const colours = Array.from({ length: COLOURS }, (_, i) =>
    hex(table, 4 * Math.round((i * (ENTRIES - 1)) / (COLOURS - 1))),
  );
  return { limit, colours, ticks: ticksTo(limit) };
}

/** Three to six multiples of 1, 2 or 5 · 10ⁿ. */
function ticksTo(limit: number): number[] {
  if (!(limit > 0) || !Number.isFinite(limit)) return [0];
  const power = 10 ** Math.floor(Math.log10(limit / 5));
  const step = power * ([1, 2, 5, 10].find((m) => limit / (m * power) < 6) ?? 10);
  return Array.from({ length: Math.floor(limit / step + 1e-9) + 1 }, (_, i) => i * step);
}

function hex(table: Uint8Array, at: number): string {
  return `#${[0, 1, 2].map((k) => table[at + k]!.toString(16).padStart(2, '0')).join('')}`;
}
