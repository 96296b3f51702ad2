import { createGuessStore } from './runs/guess.ts';
import type { LabSession } from './runs/lab.tsx';
import { createSession } from '../../src/runs/session.tsx';
import { labRules } from './state/rules.ts';
import { createLabStore } from './state/store.ts';
import type { Overrides } from './state/types.ts';
import type { SceneModule } from '../../src/ui/scene.ts';
import { OptimizersPage } from './OptimizersPage.tsx';

/** The optimizer scene: paths and swarms on loss surfaces. */
export const optimizerScene: SceneModule = {
  rules: labRules,
  open: (overrides: Overrides, framed): LabSession => ({
    ...createSession(createLabStore(overrides), framed),
    guess: createGuessStore(),
  }),
  Page: OptimizersPage,
};
