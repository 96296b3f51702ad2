import { defineScene } from '../../src/scene/define.ts';
import { cards } from './cards.ts';
import { model } from './model.ts';
import { usePanel } from './panel.tsx';
import { Chart, summary, Table, useEvidence, useExports, useTold } from './told.tsx';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';
import { later } from '../../src/ui/later.tsx';

const chart = { Chart, is: 'chart' } as const;

/** The Supervised Descent Method on h(x) = y beside Newton's: what is learned when steps are learned. */
export const scene = defineScene({
  model,
  words: { ja, en },
  layout: 'panes',
  tagline: 'sdm.tagline',
  about: 'sdm.about',
  tips: ['sdm.tip.thread', 'sdm.tip.map'],
  View: later(() => import('./View.tsx')),
  cards,
  useEvidence,
  useTold,
  summary,
  usePanel,
  useChart: () => chart,
  Table,
  useExports,
});
