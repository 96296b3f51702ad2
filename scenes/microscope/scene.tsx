import { defineScene } from '../../src/scene/define.ts';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { useText } from '../../src/ui/useText.ts';
import { cards } from './cards/index.ts';
import type { Evidence } from './cards/types.ts';
import { stepsOf } from './gates/run/types.ts';
import { model, useView } from './model.ts';
import { parts } from './parts.ts';
import { viewIds, type ViewId } from './views.ts';
import { words } from './words/index.ts';

const all: readonly ViewId[] = viewIds;
const usePart = () => parts[useView()];

function View(props: ViewProps) {
  const { View: Own } = usePart();
  return <Own {...props} />;
}

function Table() {
  const { Table: Own } = usePart();
  return <Own />;
}

function useEvidence(): Evidence {
  const view = useView();
  const { value: layers, waiting } = model.useResult('layers');
  const { value: gates, waiting: folding } = model.useResult('gates');
  if (view === 'gates') return { state: { steps: gates ? stepsOf(gates) : 0 }, gates, layers: null, waiting: folding };
  return { state: { steps: layers?.parts ?? 0 }, ...(layers && { updates: layers.at }), layers, gates: null, waiting };
}

/** A network under the microscope, one part of the scene for each way to look. */
export const scene = defineScene({
  ...{ model, words, cards, View, Table, useEvidence },
  layout: 'panes',
  tagline: 'mic.tagline',
  about: 'mic.about',
  tips: ['mic.tip.ridge', 'mic.tip.dots'],
  usePart: useView,
  useTold: () => usePart().useTold(),
  useExports: () => usePart().useExports(),
  useChart: () => usePart().chart,
  usePanel() {
    const t = useText();
    const state = model.useState((now) => now);
    const rows = parts[state.view].panel(t, state);
    return all.length > 1 ? ['view', ...rows] : rows;
  },
  summary: (t, session) => parts[session.store.get().state.view].summary(t, session),
});
