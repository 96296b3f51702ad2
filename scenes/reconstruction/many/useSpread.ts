import { useMemo } from 'react';
import { spreadBySide, type SideSpread } from '../../../src/reconstruction/spread.ts';
import { model } from '../model.ts';

/** How far the shown answers part: on average, and by side (least first); null and none while it is not known. */
export function useSpread(): { readonly mean: number | null; readonly sides: readonly SideSpread[] } {
  const { value: many } = model.useResult('many');
  return useMemo(() => {
    if (!many?.spread || many.samples.length < 2) return { mean: null, sides: [] };
    const { values } = many.spread;
    const count = values.reduce((sum, each) => sum + each.length, 0);
    const total = values.reduce((sum, each) => sum + each.reduce((part, value) => part + value, 0), 0);
    return { mean: total / count, sides: spreadBySide(many.samples, values) };
  }, [many]);
}
