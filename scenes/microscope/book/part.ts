import { later } from '../../../src/ui/later.tsx';
import type { Part } from '../part.ts';
import { useEvidence } from './evidence.ts';
import { panel } from './panel.ts';
import { summary, Table, useExports, useTold } from './told.tsx';

/** The book's experiments, run in the page or as they are shipped, in space beside their figures. */
export const book: Part = {
  View: later(() => import('./View.tsx')),
  // The figure is in the picture.
  chart: null,
  ...{ panel, useEvidence, useTold, summary, Table, useExports },
};
