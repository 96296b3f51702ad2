import { later } from '../../../src/ui/later.tsx';
import type { Part } from '../part.ts';
import { Chart } from './Chart.tsx';
import { useEvidence } from './evidence.ts';
import { panel } from './panel.tsx';
import { summary, Table, useExports, useTold } from './told.tsx';

/** A network as sheets in space: what its layers give, and what comes back through them, while it trains. */
export const layers: Part = {
  View: later(() => import('./View.tsx')),
  chart: { Chart, is: 'chart' },
  ...{ panel, useEvidence, useTold, summary, Table, useExports },
};
