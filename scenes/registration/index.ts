import { addTexts } from '../../src/i18n/index.ts';
import { registrationTexts } from '../../src/i18n/registration.ts';
import { openRegistration } from '../../src/runs/registration/session.tsx';
import { registrationRules } from '../../src/state/registration/rules.ts';
import type { SceneModule } from '../../src/ui/scene.ts';
import { RegistrationPage } from './RegistrationPage.tsx';

addTexts(registrationTexts);

/** The registration scene: ICP and Discriminative Optimization side by side, on sample clouds and on the visitor's own. */
export const registrationScene: SceneModule = {
  rules: registrationRules,
  open: openRegistration,
  Page: RegistrationPage,
};
