import { createGuessStore } from '../../scenes/optimizers/runs/guess.ts';
import { createHighlightStore } from '../../src/runs/highlight.ts';
import type { LabSession } from '../../scenes/optimizers/runs/lab.tsx';
import { createPictureStore } from '../../src/runs/pictures.ts';
import { syncClock } from '../../src/runs/sync.ts';
import { createLabStore } from '../../scenes/optimizers/state/store.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { createClock } from '../../src/trace/clock.ts';

/** A page's store and clock, kept in step as the page keeps them; `end` lets go of them. */
export function openSession(
  overrides: Overrides = {},
  mayPlay = true,
  framed = false,
): LabSession & { readonly end: () => void } {
  const store = createLabStore(overrides);
  const clock = createClock(store.get().state.steps);
  const highlight = createHighlightStore();
  const session: LabSession = {
    store,
    clock,
    highlight,
    pictures: createPictureStore(),
    guess: createGuessStore(),
    framed,
  };
  return { ...session, end: syncClock(session, () => mayPlay) };
}
