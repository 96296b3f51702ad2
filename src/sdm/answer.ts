import { SdmError } from './errors.ts';
import type { ScalarFunction } from './functions.ts';

/** Parts that the range is searched in: h must not turn twice within one. */
const PARTS = 2000;

/** How far from y, beside 1 + |y|, h may be at an answer: a jump or a pole changes sides too. */
const CLOSE = 1e-9;

/**
 * x* with h(x*) = `target`, low ≤ x* ≤ high, as exactly as float64 has it; of several the one nearest to the middle. Throws SdmError where there is
 * none, and where h is not finite.
 */
export function answerOf({ value, slope }: ScalarFunction, target: number, low: number, high: number): number {
  const xs = Array.from({ length: PARTS + 1 }, (_, i) => (i === PARTS ? high : low + ((high - low) * i) / PARTS));
  const off = (x: number) => value(x) - target;
  const offs = xs.map(off);
  const astray = offs.findIndex((d) => !Number.isFinite(d));
  if (astray >= 0) throw new SdmError('not-finite', { x: xs[astray]! });

  const found = xs.flatMap((x, i) => {
    if (offs[i] === 0) return [x];
    const next = xs[i + 1];
    if (next === undefined) return [];
    // Where h only touches y, h′ changes sides.
    return [crossing(off, x, next), crossing(slope, x, next)].filter((at): at is number => at !== null);
  });
  const answers = found.filter((x) => Math.abs(off(x)) <= CLOSE * (1 + Math.abs(target)));
  const middle = (low + high) / 2;
  const fromMiddle = (x: number) => Math.abs(x - middle);
  const [first, ...others] = answers;
  if (first === undefined) {
    const [least, greatest] = [Math.min(...offs), Math.max(...offs)].map((d) => Number((d + target).toPrecision(4)));
    throw new SdmError('no-answer', { target, low, high, least: least!, greatest: greatest! });
  }
  return others.reduce((best, x) => (fromMiddle(x) < fromMiddle(best) ? x : best), first);
}

/** Where f changes sides between a and b, by halving down to neighbouring numbers; null where it does not. */
function crossing(f: (x: number) => number, a: number, b: number): number | null {
  const side = Math.sign(f(a));
  if (side * Math.sign(f(b)) !== -1) return null;
  let [inside, outside] = [a, b];
  for (;;) {
    const x = (inside + outside) / 2;
    if (x === inside || x === outside) return Math.abs(f(inside)) < Math.abs(f(outside)) ? inside : outside;
    if (Math.sign(f(x)) === side) inside = x;
    else outside = x;
  }
}
