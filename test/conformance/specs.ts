import { expect } from 'vitest';
import { refusal, type ParamSpecs } from '../../src/params/spec.ts';

/** A name that the formula layer, a kernel and a link can all carry. */
export const NAME = /^[a-z][a-z0-9_]*$/i;

/** Every spec can be drawn as a slider and holds its own default; no name is one of `reserved`. */
export function checkSpecs(specs: ParamSpecs, reserved: readonly string[]): void {
  for (const [name, spec] of Object.entries(specs)) {
    expect(name).toMatch(NAME);
    expect(reserved).not.toContain(name);
    expect([name, refusal(spec, spec.default)]).toEqual([name, null]);
    expect([name, refusal(spec, spec.min), refusal(spec, spec.max)]).toEqual([name, null, null]);
    expect(spec.min).toBeLessThan(spec.max);
    expect(spec.default).toBeGreaterThanOrEqual(spec.min);
    expect(spec.default).toBeLessThanOrEqual(spec.max);
    if (spec.scale === 'log') expect(spec.min).toBeGreaterThan(0);
    expect(refusal(spec, NaN)).not.toBeNull();
    expect(refusal(spec, Infinity)).not.toBeNull();
  }
}
