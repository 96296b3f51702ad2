import { addTexts } from '../../src/i18n/index.ts';
import { words } from './words/index.ts';
import { openReconstruction } from './runs/session.tsx';
import { reconstructionRules } from './state/rules.ts';
import type { SceneModule } from '../../src/ui/scene.ts';
import { ReconstructionPage } from './ReconstructionPage.tsx';

addTexts(words);

/** The reconstruction scene: one picture becomes a point set, beside the truth and what a mere look-up answers. */
export const reconstructionScene: SceneModule = {
  rules: reconstructionRules,
  open: openReconstruction,
  Page: ReconstructionPage,
};
