import { hasText, text, type TextKey } from '../../src/i18n/index.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import type { Entry } from '../../src/scene/state/entries.ts';
import type { StateTable } from '../../src/scene/state/table.ts';
import { commonFields, commonParams } from '../../src/state/common.ts';
import { labRules } from '../../src/state/labRules.ts';
import { sceneParams } from '../../src/state/limits.ts';
import type { SceneRules } from '../../src/state/link.ts';
import { reconstructionParams } from '../../scenes/reconstruction/state/defaults.ts';
import { galleryIds } from '../../scenes/reconstruction/state/galleryIds.ts';
import { manyColourIds, moreParams } from '../../scenes/reconstruction/state/more.ts';
import { reconstructionRules } from '../../scenes/reconstruction/state/rules.ts';
import { toyIds } from '../../src/reconstruction/toy/ids.ts';
import { paneIds, threadIds, viewIds } from '../../scenes/reconstruction/state/types.ts';
import { registrationRules } from '../../scenes/registration/state/rules.ts';
import { curveIds, dataIds } from '../../scenes/registration/state/types.ts';
import { ranged } from './ranges.ts';
import { linkWords } from './words/links.ts';
import { both, type Both } from './words/types.ts';

/*
 * The one place where the documentation asks for the keys of links: which there are says each scene's table of fields, what their values may be the
 * registries and ranges that the fields take theirs from, what they mean words/links.ts.
 */

export interface LinkRow {
  readonly key: string;
  readonly meaning: Both;
  readonly values: Both;
}

const ids = (values: readonly string[]): Both => ({
  en: values.map((value) => `\`${value}\``).join(', '),
  ja: values.map((value) => `\`${value}\``).join('、'),
});

/** What the words leave to the code, as `{name}`. */
const facts: Readonly<Record<string, Both>> = {
  flag: ids(['1', '0']),
  whole: { en: 'a whole number', ja: '整数' },
  speed: ranged(commonParams.speed),
  steps: ranged(sceneParams.steps),
  maxSteps: both(String(sceneParams.steps.max)),
  exaggeration: ranged(sceneParams.exaggeration),
  swarmCount: ranged(sceneParams.swarmCount),
  dataIds: ids(dataIds.filter((id) => id !== 'own')),
  curveIds: ids(curveIds),
  gallery: ids(galleryIds),
  categories: ids(categoryIds),
  viewIds: ids(viewIds),
  paneIds: ids(paneIds),
  threadIds: ids(threadIds),
  toyIds: ids(toyIds),
  manyColourIds: ids(manyColourIds),
  shapeSeed: ranged(reconstructionParams.seed),
  size: ranged(reconstructionParams.size),
  meanLr: ranged(moreParams.meanLr),
  meanPoints: ranged(moreParams.meanPoints),
  meanSeed: ranged(moreParams.meanSeed),
  samples: ranged(moreParams.samples),
  sampleSeed: ranged(moreParams.sampleSeed),
};

function withFacts({ en, ja }: Both): Both {
  const fill = (text: string, language: keyof Both) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const fact = facts[name];
      if (!fact) throw new Error(`words/links.ts asks for {${name}}, which links.ts does not know`);
      return fact[language];
    });
  return { en: fill(en, 'en'), ja: fill(ja, 'ja') };
}

function rowsOf(scene: string, keys: readonly string[]): readonly LinkRow[] {
  const words = linkWords[scene] ?? {};
  const stale = Object.keys(words).filter((key) => !keys.includes(key));
  if (stale.length > 0) throw new Error(`words/links.ts describes keys that ${scene} has not: ${stale.join(', ')}`);
  return keys.map((key) => {
    const found = words[key];
    if (!found) throw new Error(`words/links.ts does not say what the key ${key} of ${scene} means`);
    return { key, meaning: withFacts(found.meaning), values: withFacts(found.values) };
  });
}

const commonKeys = Object.keys(commonFields(0));

/** Of every scene; version and scene stand before the tables of fields. */
export const commonLinkRows = (): readonly LinkRow[] => rowsOf('common', ['v', 'scene', ...commonKeys]);

const ownKeys = ({ fields, extra }: Pick<SceneRules, 'fields' | 'extra'>) => [
  ...Object.keys(fields({})).filter((key) => !commonKeys.includes(key)),
  ...(extra ? [extra.key] : []),
];

export function linkRowsOf(id: 'optimizers' | 'registration' | 'reconstruction'): readonly LinkRow[] {
  const rules = { optimizers: labRules, registration: registrationRules, reconstruction: reconstructionRules }[id];
  return rowsOf(id, ownKeys(rules));
}

/** What a part of the state may be, as its entry says it; what a scene writes and reads by itself stands in the words, if anywhere. */
function valuesOf({ shown, link }: Entry<unknown, unknown>, scene: string): Both {
  const said = linkWords[scene]?.[link]?.values;
  if (said) return withFacts(said);
  if (shown === null) return both('');
  if (shown.as === 'toggle') return withFacts(both('{flag}'));
  if (shown.as === 'range' || shown.as === 'seed') return ranged(shown.spec);
  if (shown.as === 'formula') {
    const names = shown.variables.join(', ');
    return { en: `a formula in ${names}`, ja: `${names} の式` };
  }
  return ids(shown.as === 'ranges' ? Object.keys(shown.specs) : shown.options);
}

/** The rows of a scene that describes itself: its table says keys and values, its words what they mean, `<prefix>.<part>`. */
export function rowsOfTable({
  id,
  prefix,
  entries,
}: Pick<StateTable, 'id' | 'prefix' | 'entries'>): readonly LinkRow[] {
  return Object.entries(entries).map(([part, entry]) => {
    const word = `${prefix}.${part}`;
    const said = linkWords[id]?.[entry.link]?.meaning;
    if (!said && !hasText(word))
      throw new Error(`the scene ${id} has no word ${word}, nor words/links.ts for ${entry.link}`);
    const meaning = said ?? { en: text('en', word as TextKey), ja: text('ja', word as TextKey) };
    return { key: entry.link, meaning: withFacts(meaning), values: valuesOf(entry, id) };
  });
}
