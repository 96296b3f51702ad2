import { model } from '../model.ts';
import { stepsOf } from './run/types.ts';

export function useEvidence() {
  const { value: gates, waiting } = model.useResult('gates');
  return { state: { steps: gates ? stepsOf(gates) : 0 }, gates, waiting };
}
