import { defineScene } from '../../src/scene/define.ts';
import { cards } from './cards/index.ts';
import { useEvidence } from './cards/useEvidence.ts';
import { keys } from './keys.ts';
import { model } from './model.ts';
import { Over } from './Over.tsx';
import { usePanel } from './panel.tsx';
import { useExports } from './read/useExports.ts';
import { summary } from './summary.ts';
import { useTold } from './told.ts';
import { View } from './View.tsx';
import { ViewSelect } from './ViewSelect.tsx';
import { words } from './words/index.ts';
import { later } from '../../src/ui/later.tsx';
import './scene.css';

const answerChart = { Chart: later(() => import('./read/FigureTable.tsx')), is: 'table' } as const;
const lossesChart = { Chart: later(() => import('./losses/MeanChart.tsx')), is: 'chart' } as const;
const useView = () => model.useState((state) => state.view);

/** The reconstruction scene: one picture becomes a point set, beside the truth and what a mere look-up answers. */
export const scene = defineScene({
  ...{ model, words, cards, keys, summary, View, useEvidence, useTold, usePanel, useExports },
  layout: 'panes',
  tagline: 'reconstruction.tagline',
  about: 'rec.help.words',
  tips: ['help.orbit', 'rec.help.pane', 'rec.help.lookup', 'help.default'],
  usePart: useView,
  Over,
  Head: ViewSelect,
  Table: later(() => import('./read/ResultTable.tsx')),
  useChart() {
    const view = useView();
    return view === 'answer' ? answerChart : view === 'losses' ? lossesChart : null;
  },
});
