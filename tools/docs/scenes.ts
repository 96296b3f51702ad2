import '../../scenes/optimizers/words/later.ts';
import { words as reconstructionWords } from '../../scenes/reconstruction/words/index.ts';
import { words as registrationWords } from '../../scenes/registration/words/index.ts';
import { scenes as catalogue, type SceneId } from '../../src/app/scenes.ts';
import { addTexts, text } from '../../src/i18n/index.ts';
import type { DescribedScene } from '../../src/scene/define.ts';
import { openingLink } from '../../src/state/link.ts';
import { keyTableOf, type KeyCommand } from '../../src/ui/keys.ts';
import '../../src/ui/words.help.ts';
import type { SceneModule } from '../../src/ui/scene.ts';
import { rowsOfTable, type LinkRow } from './links.ts';
import type { Language } from './words/types.ts';

/* The one place where the documentation asks what scenes there are and what each has: the catalogue, and what a scene says of itself. */

addTexts(registrationWords);
addTexts(reconstructionWords);

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

function keyRowsOf(keys: Keys, language: Language): readonly KeyRow[] {
  return keys.map(({ label, shown }) => ({
    keys: shown.map((key) => (key === 'key.name.space' ? text(language, key) : key)),
    does: text(language, label),
  }));
}

const everywhere: Keys = keyTableOf([]);
export const commonKeyRows = (language: Language) => keyRowsOf(everywhere, language);

const isDescribed = (module: SceneModule): module is DescribedScene => 'table' in module;

async function documented(id: SceneId): Promise<DocumentedScene> {
  const { name, load } = catalogue[id];
  const about = { id, opening: openingLink(id), name: (language: Language) => name[language] };
  const module = await load(false);
  if (!isDescribed(module)) throw new Error(`the scene ${id} does not describe itself`);
  const { table, keys } = module;
  return { ...about, linkRows: () => rowsOfTable(table), keyRows: (language) => keyRowsOf(keys, language) };
}

/** In the order of the menu. */
export const documentedScenes: readonly DocumentedScene[] = await Promise.all(
  (Object.keys(catalogue) as SceneId[]).map(documented),
);
