import { defineScene } from '../../src/scene/define.ts';
import { useText } from '../../src/ui/useText.ts';
import { cards } from './cards/index.ts';
import { unseen, type Evidence } from './cards/types.ts';
import { model, useView } from './model.ts';
import { Table, usePart, View } from './Shown.tsx';
import { parts } from './parts.ts';
import { viewIds, type ViewId } from './views.ts';
import { words } from './words/index.ts';

const all: readonly ViewId[] = viewIds;

/** Of the part on view; the others say nothing. */
const useEvidence = (): Evidence => ({ ...unseen, ...usePart().useEvidence() });

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
