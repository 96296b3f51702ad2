import { model } from '../model.ts';

export function useEvidence() {
  const { value: layers, waiting } = model.useResult('layers');
  return { state: { steps: layers?.parts ?? 0 }, ...(layers && { updates: layers.at }), layers, waiting };
}
