import { keyTable as optimizerKeys } from '../../scenes/optimizers/keys.ts';
import { keyTable as reconstructionKeys } from '../../scenes/reconstruction/keys.ts';
import { keyTable as registrationKeys } from '../../scenes/registration/keys.ts';
import { addTexts, text, type TextKey } from '../../src/i18n/index.ts';
import { reconstructionTexts } from '../../src/i18n/reconstruction.ts';
import { registrationTexts } from '../../src/i18n/registration.ts';
import { openingLink } from '../../src/state/link.ts';
import { keyTableOf, type KeyCommand } from '../../src/ui/keys.ts';
import { linkRowsOf, type LinkRow } from './links.ts';
import type { Language } from './words/types.ts';

/* The one place where the documentation asks what scenes there are and what each has. */

addTexts(registrationTexts);
addTexts(reconstructionTexts);

type Keys = readonly Pick<KeyCommand, 'label' | 'shown'>[];
export interface KeyRow {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface DocumentedScene {
  readonly id: string;
  /** The fragment that opens it. */
  readonly opening: string;
  name(language: Language): string;
  /** Its own link keys and keys of the keyboard, without those that every scene has. */
  linkRows(): readonly LinkRow[];
  keyRows(language: Language): readonly KeyRow[];
}

const everywhere: Keys = keyTableOf([]);
const isCommon = (label: TextKey) => everywhere.some((one) => one.label === label);

function rowsOf(keys: Keys, language: Language): readonly KeyRow[] {
  return keys.map(({ label, shown }) => ({
    keys: shown.map((key) => (key === 'key.name.space' ? text(language, key) : key)),
    does: text(language, label),
  }));
}

export const commonKeyRows = (language: Language) => rowsOf(everywhere, language);

function scene(id: 'optimizers' | 'registration' | 'reconstruction', keys: Keys): DocumentedScene {
  return {
    id,
    opening: openingLink(id),
    name: (language) => text(language, `scene.name.${id}`),
    linkRows: () => linkRowsOf(id),
    keyRows: (language) =>
      rowsOf(
        keys.filter(({ label }) => !isCommon(label)),
        language,
      ),
  };
}

/** In the order of the menu. */
export const documentedScenes: readonly DocumentedScene[] = [
  scene('optimizers', optimizerKeys),
  scene('registration', registrationKeys),
  scene('reconstruction', reconstructionKeys),
];
