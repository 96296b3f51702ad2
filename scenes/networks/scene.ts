import { defineScene } from '../../src/scene/define.ts';
import { later } from '../../src/ui/later.tsx';
import { model } from './model.ts';
import { Taking } from './own/Taking.tsx';
import { usePanel } from './panel.tsx';
import { cards } from './cards/index.ts';
import { Chart } from './Chart.tsx';
import { summary, Table, useEvidence, useExports, useTold } from './told.tsx';
import { words } from './words/index.ts';

const chart = { Chart, is: 'chart' } as const;

/** Networks that several optimizers train from one start: what they say, and the landscape of their loss with the paths over it. */
export const scene = defineScene({
  model,
  words,
  layout: 'panes',
  tagline: 'net.tagline',
  about: 'net.about',
  tips: ['net.tip.left', 'net.tip.right'],
  View: later(() => import('./View.tsx')),
  Over: Taking,
  cards,
  useEvidence,
  useTold,
  summary,
  usePanel,
  useChart: () => chart,
  Table,
  useExports,
});
