import { fromOklab, hexToRgb } from '../math/oklab.ts';
import type { Minimum } from '../surfaces/types.ts';

/**
 * Hue in degrees and chroma of OKLab. The first four are told apart at one lightness by every eye (searched: ΔE00 ≥ 8 under protanopia and
 * deuteranopia, test/basins/paint.test.ts); more have no room there, so that edges and letters must do. No red, which marks what is selected.
 */
const hues = [
  [260, 0.13],
  [90, 0.13],
  [340, 0.07],
  [150, 0.07],
  [212, 0.11],
  [115, 0.08],
  [297, 0.12],
  [60, 0.07],
] as const;

/** Levels of lightness. */
export const SHADES = 64;

export type Theme = 'light' | 'dark';

interface Look {
  /** OKLab's lightness of the paths that rest first, and of those that rest last. */
  readonly soon: number;
  readonly late: number;
  readonly unconverged: string;
  readonly diverged: string;
  readonly edge: string;
}

const looks: Readonly<Record<Theme, Look>> = {
  light: { soon: 0.94, late: 0.46, unconverged: '#b9b3a8', diverged: '#f7f4ee', edge: '#2b251d' },
  dark: { soon: 0.84, late: 0.2, unconverged: '#55585c', diverged: '#07090c', edge: '#f4efe4' },
};

/** Bytes: hues × SHADES × 3, from the paths that rest first on; then those of the rest. */
export interface BasinColours {
  readonly shades: Uint8Array;
  readonly unconverged: readonly number[];
  readonly diverged: readonly number[];
  readonly edge: readonly number[];
}

const bytes = (hex: string) => hexToRgb(hex).map((c) => Math.round(255 * c));

export function basinColours(theme: Theme): BasinColours {
  const { soon, late, unconverged, diverged, edge } = looks[theme];
  const shades = new Uint8Array(3 * hues.length * SHADES);
  hues.forEach(([hue, chroma], k) => {
    const angle = (hue * Math.PI) / 180;
    for (let shade = 0; shade < SHADES; shade++) {
      const u = shade / (SHADES - 1);
      const L = soon + u * (late - soon);
      // Near white and near black there is no room for chroma.
      const C = chroma * Math.min(1, 4.5 * (1 - L) + 0.12, 2.6 * L);
      const colour = fromOklab([L, C * Math.cos(angle), C * Math.sin(angle)]);
      shades.set(
        colour.map((c) => Math.round(255 * c)),
        3 * (k * SHADES + shade),
      );
    }
  });
  return { shades, unconverged: bytes(unconverged), diverged: bytes(diverged), edge: bytes(edge) };
}

/**
 * Which hue each minimum has: the first ones each their own; of many, each the hue whose nearest owner is farthest, so that neighbours differ. It
 * depends on the minima before it alone: those that are found later change no hue.
 */
export function huesOf(minima: readonly Minimum[]): Uint8Array {
  const owned = new Uint8Array(minima.length);
  minima.forEach(({ at: [x, y] }, k) => {
    const nearest = new Float64Array(hues.length).fill(Infinity);
    for (let i = 0; i < k; i++) {
      const [ox, oy] = minima[i]!.at;
      const hue = owned[i]!;
      nearest[hue] = Math.min(nearest[hue]!, (x - ox) ** 2 + (y - oy) ** 2);
    }
    owned[k] = nearest.indexOf(Math.max(...nearest));
  });
  return owned;
}
