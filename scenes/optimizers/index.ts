import { createGuessStore } from '../../src/runs/guess.ts';
import type { LabSession } from '../../src/runs/lab.tsx';
import { createSession } from '../../src/runs/session.tsx';
import { labRules } from '../../src/state/labRules.ts';
import { createLabStore } from '../../src/state/store.ts';
import type { Overrides } from '../../src/state/types.ts';
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
