import { defineScene } from '../../src/scene/define.ts';
import { stepShown } from '../../src/trace/jump.ts';
import { BadgeNow, MachineNow } from './badge/now.tsx';
import { highlightNamed } from './cards/named.ts';
import { tour } from './cards/tour.ts';
import { selectNth, toggleNear, toggleSolo, toggleView } from './commands.ts';
import { useExports } from './export/useExports.ts';
import { Below } from './Below.tsx';
import { lab } from './model.ts';
import { recordsOf } from './runs/runViews.ts';
import { useCompute } from './runs/useRuns.ts';
import { Events } from './say/Events.tsx';
import { taskOf, useEvidence, useTold } from './say/told.tsx';
import { SoloButton } from './SoloButton.tsx';
import { summaryOf } from './summary.ts';
import { View } from './View.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { words } from './words/index.ts';
import { later } from '../../src/ui/later.tsx';

const chart = { Chart: later(() => import('./chart/LossChart.tsx')), is: 'chart' } as const;

/** The optimizer scene: paths and swarms on loss surfaces. */
export const scene = defineScene({
  model: lab,
  words,
  layout: () => lab.useState(({ view }) => (view === 'relief' ? 'relief' : 'flat')),
  tagline: 'app.tagline',
  about: 'help.words',
  tips: ['help.orbit', 'help.start', 'help.hover', 'help.default'],
  View,
  useReady: () => useCompute(({ pictured }) => pictured),
  cards: { heads: tour, load: async () => (await import('./cards/index.ts')).cards },
  named: highlightNamed,
  useEvidence,
  useTold,
  taskOf,
  Happened: Events,
  Below,
  Corner: later(async () => ({ default: (await import('./Corner.tsx')).Corner }), { place: 'page' }),
  summary(t, { store, clock }) {
    const { state } = store.get();
    return summaryOf(t, state, recordsOf(state), stepShown(clock.t), clock.playing);
  },
  Head: ViewSwitch,
  Panel: later(() => import('./panel/Panel.tsx')),
  useChart: () => (useCompute(({ pictured }) => pictured) ? chart : null),
  Table: later(async () => ({ default: (await import('./table/DataTable.tsx')).DataTable })),
  useExports,
  keys: [
    {
      keys: ['1', '2', '3', '4', '5', '6'],
      shown: ['1', '…', '6'],
      label: 'key.select',
      run: ({ session }, key) => selectNth(session, Number(key) - 1),
    },
    { keys: ['i'], shown: ['I'], label: 'key.solo', run: ({ session }) => toggleSolo(session) },
    { keys: ['b'], shown: ['B'], label: 'key.book', run: ({ session }) => toggleView(session, 'book') },
    { keys: ['m'], shown: ['M'], label: 'panel.key.near', run: ({ session }) => toggleNear(session) },
    { keys: ['o'], shown: ['O'], label: 'key.overlay', run: ({ session }) => toggleView(session, 'overlay') },
  ],
  SlimActions: SoloButton,
  Badge: BadgeNow,
  Machine: MachineNow,
});
