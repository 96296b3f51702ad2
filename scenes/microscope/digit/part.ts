import { later } from '../../../src/ui/later.tsx';
import type { Part } from '../part.ts';
import { useEvidence } from './evidence.ts';
import { panel } from './panel.tsx';
import { summary, Table, useExports, useTold } from './told.tsx';

/** A digit of the reader's own, or one of the test digits: what each layer makes of it, and why it is read so. */
export const digit: Part = {
  View: later(() => import('./View.tsx')),
  chart: null,
  ...{ panel, useEvidence, useTold, summary, Table, useExports },
};
