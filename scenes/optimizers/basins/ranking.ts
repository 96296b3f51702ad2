import { basinColours, huesOf, SHADES } from '../../../src/basins/colours.ts';
import type { Theme } from '../../../src/state/common.ts';
import type { Minimum } from '../../../src/surfaces/types.ts';
import type { BasinPicture } from './growth.ts';

/** A basin as the legend and the labels name it. */
export interface RankedBasin extends Minimum {
  /** A, B, … in the order of the minima: the lowest first. Beyond Z it has none. */
  readonly letter: string;
  /** Of all starts: 0 … 1. */
  readonly share: number;
  readonly colour: string;
  readonly dark: string;
}

export interface Ranking {
  /** Those that are reached, the largest first. */
  readonly basins: readonly RankedBasin[];
  readonly diverged: number;
  readonly unconverged: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const ranked = new WeakMap<BasinPicture, Ranking>();

export function rankingOf(picture: BasinPicture, theme: Theme): Ranking {
  const known = ranked.get(picture);
  if (known) return known;
  const { map, counts } = picture;
  const hues = huesOf(map.minima);
  const colours = basinColours(theme);
  const starts = map.size ** 2;
  const colourOf = (k: number, shade: number) => {
    const at = 3 * (hues[k]! * SHADES + Math.round(shade * (SHADES - 1)));
    return `rgb(${colours.shades.slice(at, at + 3).join(' ')})`;
  };
  const fresh: Ranking = {
    basins: counts.minima
      .map(({ count, ...minimum }, k) => ({
        ...minimum,
        letter: LETTERS[k] ?? '',
        share: count / starts,
        colour: colourOf(k, 0.25),
        dark: colourOf(k, 0.75),
      }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share),
    diverged: counts.diverged / starts,
    unconverged: counts.unconverged / starts,
  };
  ranked.set(picture, fresh);
  return fresh;
}

/** A smaller basin, of all starts, is hardly seen. */
const LEAST = 0.003;

export const namedIn = (picture: BasinPicture, theme: Theme): readonly RankedBasin[] =>
  rankingOf(picture, theme).basins.filter(({ letter, share }) => letter !== '' && share >= LEAST);

export const flatColours = (theme: Theme) => {
  const { diverged, unconverged } = basinColours(theme);
  return { diverged: `rgb(${diverged.join(' ')})`, unconverged: `rgb(${unconverged.join(' ')})` };
};
