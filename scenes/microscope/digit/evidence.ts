import { model } from '../model.ts';

export function useEvidence() {
  const { value: digit, waiting } = model.useResult('digit');
  return { state: { steps: digit?.parts ?? 0 }, digit, waiting };
}
