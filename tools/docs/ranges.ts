import type { ParamSpec } from '../../src/params/spec.ts';
import type { Both } from './words/types.ts';

/** 2³⁰ − 1 is better known by its exponent. */
function number(value: number): string {
  const exponent = Math.log2(value + 1);
  return value > 1e6 && Number.isInteger(exponent) ? `2^${exponent} − 1` : String(value);
}

/** What a link accepts, in words. */
export function ranged({ accepts = {} }: ParamSpec): Both {
  const { min, max, above } = accepts;
  if (max === undefined && min === undefined) throw new Error('only ranges with an end are told');
  if (max === undefined) return { en: `${min} or more`, ja: `${min} 以上` };
  if (above !== undefined) return { en: `above ${above}, up to ${max}`, ja: `${above} より大きく ${max} 以下` };
  return { en: `${min ?? 0} … ${number(max)}`, ja: `${min ?? 0}〜${number(max)}` };
}
