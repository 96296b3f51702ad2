import type { Mask } from '../../src/reconstruction/cutout/types.ts';
import { cutters, type Answer } from './cutters.ts';
import { imageOf, maskOf, photographsIn } from './photographs.ts';

/* What cutFigures.mjs runs, built for Node in one piece. */

/** Intersection over union with the drawn mask from which on a cut counts as good. */
export const GOOD = 0.85;

/** How one way of cutting did on a photograph. */
export interface Measured {
  /** Intersection over union with the mask drawn by hand, to three digits; null: no mask. */
  readonly iou: number | null;
  /** Why it said that it may be wrong, or why there is no mask. */
  readonly said: readonly string[];
}

export interface CutFigures {
  readonly good: number;
  readonly counts: Counts;
  readonly photographs: Readonly<Record<string, Readonly<Partial<Record<'automatic' | 'box', Measured>>>>>;
}

export interface Counts {
  readonly photographs: number;
  /** Cut well without a hand, and nothing said against it. */
  readonly withoutHand: number;
  /** Cut well without a hand, but with a doubt: one press takes it. */
  readonly offered: number;
  /** Cut well with one box. */
  readonly withBox: number;
  /** Of these, those that something was said against. */
  readonly withBoxDoubted: number;
  /** Cut well in one way or the other. */
  readonly either: number;
  /** Cut wrongly without a hand, and nothing said: none should be. */
  readonly wrongInSilence: number;
  /** Cut wrongly with one box, and something said against it. */
  readonly boxWrongDoubted: number;
  /** Cut wrongly with one box, and nothing said: none should be. */
  readonly boxWrongInSilence: number;
}

/** Every photograph cut in every way. `show` hears of each. */
export async function cutFigures(root: string, show: (line: string) => void): Promise<CutFigures> {
  const photographs: Record<string, Partial<Record<'automatic' | 'box', Measured>>> = {};
  for (const photograph of photographsIn(root)) {
    const image = await imageOf(root, photograph);
    const drawn = maskOf(photograph);
    const measured: Partial<Record<'automatic' | 'box', Measured>> = {};
    const line = [photograph.name.padEnd(14)];
    for (const way of ['automatic', 'box'] as const) {
      const cut = cutters[way];
      const start = performance.now();
      measured[way] = measuredOf(cut(image, photograph), drawn);
      const { iou, said } = measured[way];
      line.push(`${way} ${iou === null ? ' none' : iou.toFixed(3)} in ${(performance.now() - start).toFixed(0)} ms ${said.join(', ')}`); // prettier-ignore
    }
    photographs[photograph.name] = measured;
    show(line.join('  '));
  }
  return { good: GOOD, counts: countsOf(Object.values(photographs)), photographs };
}

function measuredOf(answer: Answer, drawn: Mask): Measured {
  if ('refused' in answer) return { iou: null, said: [answer.refused] };
  return { iou: Math.round(1000 * overlapOf(answer.mask, drawn)) / 1000, said: answer.doubts };
}

/** Intersection over union of what is at least half covered. */
export function overlapOf(a: Mask, b: Mask): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.alpha.length; i++) {
    const [inA, inB] = [a.alpha[i]! >= 128, b.alpha[i]! >= 128];
    if (inA && inB) both++;
    if (inA || inB) either++;
  }
  return either === 0 ? 0 : both / either;
}

export function countsOf(all: readonly CutFigures['photographs'][string][]): Counts {
  const count = (holds: (each: (typeof all)[number]) => boolean) => all.filter(holds).length;
  const good = (measured?: Measured) => (measured?.iou ?? 0) >= GOOD;
  const doubted = ({ said = [] }: Partial<Measured> = {}) => said.length > 0;
  return {
    photographs: all.length,
    withoutHand: count(({ automatic }) => good(automatic) && !doubted(automatic)),
    offered: count(({ automatic }) => good(automatic) && doubted(automatic)),
    withBox: count(({ box }) => good(box)),
    withBoxDoubted: count(({ box }) => good(box) && doubted(box)),
    either: count(({ automatic, box }) => good(automatic) || good(box)),
    wrongInSilence: count(({ automatic }) => !good(automatic) && !doubted(automatic)),
    boxWrongDoubted: count(({ box }) => box !== undefined && !good(box) && doubted(box)),
    boxWrongInSilence: count(({ box }) => box !== undefined && !good(box) && !doubted(box)),
  };
}
