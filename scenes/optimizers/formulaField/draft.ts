import type { TextKey } from '../../../src/i18n/index.ts';
import type { ParamValues } from '../../../src/params/spec.ts';
import { isSomewhereFinite } from '../../../src/experiments/lattice.ts';
import { isDomain, isDrawable } from '../state/fields.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import { parseTyped } from '../../../src/ui/controls/typed.ts';

/** What somebody is typing; nothing of it is in the lab's state yet. */
export interface Draft {
  readonly formula: string;
  /** x0, x1, y0, y1 as typed. */
  readonly domain: readonly [string, string, string, string];
}

export type ReadDomain =
  | { readonly ok: true; readonly domain: Domain }
  | { readonly ok: false; readonly wrong: readonly boolean[]; readonly why: TextKey };

/** A rectangle as a link would accept it, or which of the four are wrong and why. */
export function readDomain(typed: Draft['domain']): ReadDomain {
  const numbers = typed.map((text) => parseTyped(text) ?? NaN);
  const [x0, x1, y0, y1] = numbers as unknown as Domain;
  const unread = numbers.map((n) => !Number.isFinite(n));
  if (unread.includes(true)) return { ok: false, wrong: unread, why: 'refusal.number' };
  const order = [x0 >= x1, x0 >= x1, y0 >= y1, y0 >= y1];
  if (order.includes(true)) return { ok: false, wrong: order, why: 'formula.domain.order' };
  const far = numbers.map((n) => Math.abs(n) > 1e6);
  if (far.includes(true)) return { ok: false, wrong: far, why: 'formula.domain.far' };
  if (!isDomain(numbers) || !isDrawable(numbers)) {
    const thinX = x1 - x0 <= y1 - y0;
    return { ok: false, wrong: [thinX, thinX, !thinX, !thinX], why: 'formula.domain.thin' };
  }
  return { ok: true, domain: [x0, x1, y0, y1] };
}

/** Why a formula that can be read still cannot be drawn there; null when it can. */
export function undrawable(formula: string, domain: Domain): TextKey | null {
  return isSomewhereFinite(formula, domain) ? null : 'formula.nowhere';
}

/** The draft to begin with: the surface on screen, its parameters written as numbers. */
export function draftOf(formula: string, params: ParamValues, domain: Domain): Draft {
  const plain = formula.replace(/[A-Za-z_]\w*/g, (name) => {
    const value = Object.hasOwn(params, name) ? (params[name] as number) : undefined;
    if (value === undefined) return name;
    return value < 0 ? `(${value})` : String(value);
  });
  return { formula: plain, domain: domain.map(String) as unknown as Draft['domain'] };
}
