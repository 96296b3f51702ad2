import { addTexts } from '../../src/i18n/index.ts';
import { words } from './words/index.ts';
import { openRegistration } from './runs/session.tsx';
import { registrationRules } from './state/rules.ts';
import type { SceneModule } from '../../src/ui/scene.ts';
import { RegistrationPage } from './RegistrationPage.tsx';

addTexts(words);

/** The registration scene: ICP and Discriminative Optimization side by side, on sample clouds and on the visitor's own. */
export const registrationScene: SceneModule = {
  rules: registrationRules,
  open: openRegistration,
  Page: RegistrationPage,
};
