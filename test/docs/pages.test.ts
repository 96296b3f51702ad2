import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filled, pagesIn } from '../../tools/docs/pages.ts';
import { rowsOfTable } from '../../tools/docs/links.ts';
import { documentedScenes } from '../../tools/docs/scenes.ts';
import { root } from '../../tools/ensure.mjs';
import { choice, flag, number } from '../../src/scene/state/entries.ts';
import { stateTable } from '../../src/scene/state/table.ts';
import { scenes } from '../../src/app/scenes.ts';
import { table } from '../../scenes/optimizers/state/rules.ts';
import { headingsOf, readPage } from './markdown.ts';

const read = (page: string) => readFileSync(join(root, page), 'utf8');
const pages = pagesIn(root);

/** As the generator writes it; Prettier pads the columns and adds blank lines. */
const unpadded = (text: string) =>
  text
    .split('\n')
    .map((line) => (/^\|[-| ]+\|$/.test(line) ? '|' : line.replace(/ +/g, ' ').trim()))
    .filter(Boolean);

test.each(pages)('%s: its tables and recipes are as the registries have them (else: node tools/docs.mjs)', (page) => {
  expect(unpadded(filled(root, page, read(page)))).toEqual(unpadded(read(page)));
});

test('every scene of the menu is documented, and the link keys that were once forgotten are there', () => {
  expect(documentedScenes.map(({ id }) => id)).toEqual(Object.keys(scenes));
  expect(rowsOfTable(table).map(({ key }) => key)).toEqual(expect.arrayContaining(['ar', 'fl', 'o']));
});

test('the rows of a scene that describes itself follow from its table, and a word that is missing is named', () => {
  const size = { default: 2, min: 1, max: 4, scale: 'linear', accepts: { min: 1, max: 9 } } as const;
  const steps = number('n', size);
  const category = choice('cat', ['a', 'b'], 'a');
  const toy = { id: 'toy', maxSteps: 9 };
  expect(rowsOfTable(stateTable({ steps }, { ...toy, prefix: 'param' }))).toEqual([
    { key: 'n', meaning: { en: 'Updates', ja: '更新回数' }, values: { en: '1 … 9', ja: '1〜9' } },
  ]);
  expect(rowsOfTable(stateTable({ category }, { ...toy, prefix: 'rec' }))[0]!.values.en).toBe('`a`, `b`');
  const whole = stateTable({ category, steps, loop: flag('lo', true) }, toy);
  expect(() => rowsOfTable(whole)).toThrow('the scene toy has no word toy.category');
});

test('a marker that nobody can fill is named', () => {
  expect(() => filled(root, 'README.md', '<!-- table: nothing -->\n<!-- end -->')).toThrow('there is no table nothing');
  expect(() => filled(root, 'README.md', '<!-- table: flags fly -->\n<!-- end -->')).toThrow('there is no command fly');
});

test('a whole file in a recipe is a copy of one that the compiler sees', () => {
  for (const page of ['docs/adding.md', 'docs/adding.ja.md']) {
    const generated = [...read(page).matchAll(/<!-- file: [\s\S]*?<!-- end -->/g)].join('\n');
    const whole = readPage(page).blocks.filter(({ text }) => /^(\/\/ \S+\.tsx?|import )/.test(text));
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.filter(({ text }) => !generated.includes(text)).map(({ text }) => text.split('\n')[0])).toEqual([]);
  }
});

test('a README is read in one go', () => {
  for (const page of ['README.md', 'README.ja.md'])
    expect(read(page).split('\n').length, page).toBeLessThanOrEqual(250);
});

describe('a page and its Japanese twin', () => {
  const english = pages.filter((page) => !page.endsWith('.ja.md') && page !== 'docs/first-minute.md');
  /** What both languages have alike: levels of headings, columns of tables, markers, code but for its comments. */
  const shapeOf = (page: string) => {
    const { blocks, prose } = readPage(page);
    return {
      headings: headingsOf({ blocks, prose }).map(({ level }) => level),
      tables: prose.match(/^\|[-| ]+\|$/gm)?.map((line) => line.split('|').length) ?? [],
      rows: prose.match(/^\|/gm)?.length ?? 0,
      markers: prose.match(/<!-- .+? -->/g) ?? [],
      blocks: blocks.map(({ language, text }) => [language, language === 'sh' ? text.replace(/ +#.*$/gm, '') : text]),
    };
  };

  test.each(english)('%s', (page) => {
    expect(shapeOf(page.replace(/md$/, 'ja.md'))).toEqual(shapeOf(page));
  });
});
