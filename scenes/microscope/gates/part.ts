import { later } from '../../../src/ui/later.tsx';
import type { Part } from '../part.ts';
import { useEvidence } from './evidence.ts';
import { panel } from './panel.tsx';
import { summary, Table, useExports, useTold } from './told.tsx';

/** What one perceptron can do, and how layers fold the plane for XOR. */
export const gates: Part = {
  View: later(() => import('./View.tsx')),
  chart: null,
  ...{ panel, useEvidence, useTold, summary, Table, useExports },
};
