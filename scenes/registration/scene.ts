import { defineScene } from '../../src/scene/define.ts';
import { cards } from './cards/index.ts';
import { keys } from './keys.ts';
import { model } from './model.ts';
import { useExports } from './own/exports.ts';
import { Over } from './own/Over.tsx';
import { DataSelect } from './panel/DataSelect.tsx';
import { usePanel } from './panel/usePanel.tsx';
import { Happened } from './say/Happened.tsx';
import { summary } from './summary.ts';
import { useEvidence, useKept, useTold } from './told.tsx';
import { View } from './View.tsx';
import { words } from './words/index.ts';
import { later } from '../../src/ui/later.tsx';
import './registration.css';

const chart = { Chart: later(() => import('./chart/CurveChart.tsx')), is: 'chart' } as const;

/** The registration scene: ICP and Discriminative Optimization side by side, on sample clouds and on the visitor's own. */
export const scene = defineScene({
  model,
  words,
  layout: 'panes',
  tagline: 'registration.tagline',
  about: 'reg.help.words',
  tips: ['help.orbit', 'reg.help.threads', 'reg.help.fitness', 'help.default'],
  View,
  Over,
  cards,
  useEvidence,
  useTold,
  useKept,
  Happened,
  summary,
  Head: DataSelect,
  usePanel,
  useChart: () => chart,
  Table: later(() => import('./read/RecordTable.tsx')),
  useExports,
  keys,
});
