import { model } from '../model.ts';
import { useMore } from './useMore.ts';

export function useEvidence() {
  const { value: digit, waiting } = model.useResult('digit');
  const { waiting: looking } = model.useResult('digitMore');
  const digitMore = useMore(digit);
  return { state: { steps: digit?.parts ?? 0 }, digit, digitMore, waiting: waiting || looking };
}
