import { model } from '../model.ts';

/** A digit has no clock. */
export function useEvidence() {
  const { waiting } = model.useResult('digit');
  return { state: { steps: 0 }, waiting };
}
