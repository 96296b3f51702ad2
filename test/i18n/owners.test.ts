import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { en as sdm } from '../../scenes/sdm/words.en.ts';
import { cardWords } from '../../scenes/optimizers/words/cards.ts';
import { laterWords } from '../../scenes/optimizers/words/later.ts';
import { words as microscope } from '../../scenes/microscope/words/index.ts';
import { words as networks } from '../../scenes/networks/words/index.ts';
import { words as optimizers } from '../../scenes/optimizers/words/index.ts';
import { words as reconstruction } from '../../scenes/reconstruction/words/index.ts';
import { words as registration } from '../../scenes/registration/words/index.ts';
import { dictionaries } from '../../src/i18n/index.ts';
import { words as exported } from '../../src/ui/export/words.ts';
import { en as ownRule } from '../../src/ui/ruleField/words.en.ts';
import { words as help } from '../../src/ui/words.help.ts';

/** Those that come with the page, the help's and the exports', which scenes hand to them, and the rule field's, which it brings along. */
const frame = new Set([dictionaries.en, help.en, exported.en, ownRule].flatMap(Object.keys));
const owned: Readonly<Record<string, object>> = {
  optimizers: { ...optimizers.en, ...laterWords.en, ...cardWords.en },
  registration: registration.en,
  reconstruction: reconstruction.en,
  microscope: microscope.en,
  networks: networks.en,
  sdm,
};
const ofScenes = new Set(Object.values(owned).flatMap(Object.keys));

const sourcesIn = (folder: string): readonly string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name) && !name.split(/[\\/]/).includes('words') && !/words\.\w+\.ts$/.test(name))
    .map((name) => join(folder, name));

/** Keys that a source says in full: those it asks `t` for, and whatever else is a scene's word. */
function keysOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!);
  const named = [...source.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key!);
  return [...asked, ...named.filter((key) => ofScenes.has(key))];
}

/** A word of another scene shows as its bare key until that scene has been opened. */
const astray = (folder: string, own: ReadonlySet<string>) =>
  sourcesIn(folder).flatMap((file) =>
    keysOf(file)
      .filter((key) => !frame.has(key) && !own.has(key))
      .map((key) => `${file}: ${key}`),
  );

/** The words of a part that is fetched on its own stand beside it. */
const beside = (file: string) =>
  readdirSync(dirname(file))
    .filter((name) => /^words.*\.ts$/.test(name))
    .map((name) => readFileSync(join(dirname(file), name), 'utf8'))
    .join();

test('the frame says its own words alone', () => {
  const alone = astray('src', new Set()).filter((told) => {
    const [file = '', key = ''] = told.split(': ');
    return !existsSync(file) || !beside(file).includes(`'${key}':`);
  });
  expect(alone).toEqual([]);
});

test('every scene is listed', () => {
  expect(Object.keys(owned).sort()).toEqual(readdirSync('scenes').sort());
});

test.each(Object.entries(owned))('%s says words of the frame and its own', (id, words) => {
  expect(astray(join('scenes', id), new Set(Object.keys(words)))).toEqual([]);
});
