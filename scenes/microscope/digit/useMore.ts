import { model } from '../model.ts';
import { belonging } from './result.ts';
import type { DigitLook, DigitMore } from './run/types.ts';

/** What is found besides of the look on view; null: nothing yet. */
export function useMore(look: DigitLook | null): DigitMore | null {
  const { value } = model.useResult('digitMore');
  return look && belonging(look, value);
}
