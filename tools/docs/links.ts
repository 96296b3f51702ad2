import { hasText, text, type TextKey } from '../../src/i18n/index.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import type { Entry } from '../../src/scene/state/entries.ts';
import type { StateTable } from '../../src/scene/state/table.ts';
import { commonFields, commonParams } from '../../src/state/common.ts';
import { sceneParams } from '../../scenes/optimizers/state/limits.ts';
import type { SceneRules } from '../../src/state/link.ts';
import { galleryIds, paneIds, params, threadIds, viewIds } from '../../scenes/reconstruction/state.ts';
import { startPriors } from '../../src/registration/prior.ts';
import { curveIds, dataIds } from '../../scenes/registration/state/data.ts';
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
  tuneBudget: ranged(sceneParams.tuneBudget),
  tuneSeed: ranged(sceneParams.tuneSeed),
  noise: ranged(sceneParams.noise),
  batch: ranged(sceneParams.batch),
  noiseSeed: ranged(sceneParams.noiseSeed),
  dataIds: ids(dataIds.filter((id) => id !== 'own')),
  curveIds: ids(curveIds),
  startPriors: ids(startPriors),
  gallery: ids(galleryIds),
  categories: ids(categoryIds),
  viewIds: ids(viewIds),
  paneIds: ids(paneIds),
  threadIds: ids(threadIds),
  shapeSeed: ranged(params.seed),
  size: ranged(params.size),
  meanLr: ranged(params.meanLr),
  meanPoints: ranged(params.meanPoints),
  meanSeed: ranged(params.meanSeed),
  samples: ranged(params.samples),
  sampleSeed: ranged(params.sampleSeed),
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

function upToDate(scene: string, keys: readonly string[]): readonly string[] {
  const stale = Object.keys(linkWords[scene] ?? {}).filter((key) => !keys.includes(key));
  if (stale.length > 0) throw new Error(`words/links.ts describes keys that ${scene} has not: ${stale.join(', ')}`);
  return keys;
}

function rowsOf(scene: string, keys: readonly string[]): readonly LinkRow[] {
  const words = linkWords[scene] ?? {};
  return keys.map((key) => {
    const found = words[key];
    if (!found?.values) throw new Error(`words/links.ts does not say what the key ${key} of ${scene} means`);
    return { key, meaning: withFacts(found.meaning), values: withFacts(found.values) };
  });
}

const commonKeys = Object.keys(commonFields(0));

/** Of every scene; version and scene stand before the tables of fields. */
export const commonLinkRows = (): readonly LinkRow[] =>
  rowsOf('common', upToDate('common', ['v', 'scene', ...commonKeys]));

const ownKeys = ({ fields, extra }: Pick<SceneRules, 'fields' | 'extra'>) => [
  ...Object.keys(fields({})).filter((key) => !commonKeys.includes(key)),
  ...(extra ? [extra.key] : []),
];

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

/** The rows of a scene that describes itself: its table says keys and values, its words what they mean, `<prefix>.<part>`; of keys that it reads by rules of its own words/links.ts says both. */
export function rowsOfTable({ id, prefix, entries, rules }: StateTable): readonly LinkRow[] {
  return upToDate(id, ownKeys(rules)).flatMap((key) => {
    const [part, entry] = Object.entries(entries).find(([, { link }]) => link === key) ?? [];
    if (part === undefined || entry === undefined) return rowsOf(id, [key]);
    const word = `${prefix}.${part}`;
    const said = linkWords[id]?.[key]?.meaning;
    if (!said && !hasText(word)) throw new Error(`the scene ${id} has no word ${word}, nor words/links.ts for ${key}`);
    const meaning = said ?? { en: text('en', word as TextKey), ja: text('ja', word as TextKey) };
    return [{ key, meaning: withFacts(meaning), values: valuesOf(entry, id) }];
  });
}
