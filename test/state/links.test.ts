import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { LINK_VERSION } from '../../src/state/link.ts';
import { labRules } from '../../scenes/optimizers/state/rules.ts';

interface OldLink {
  readonly what: string;
  readonly link: string;
  readonly overrides: Overrides;
}

const home = new URL('../fixtures/links/', import.meta.url);
const files = readdirSync(home).filter((name) => name.endsWith('.json'));
const linksOf = (file: string) => JSON.parse(readFileSync(new URL(file, home), 'utf8')) as readonly OldLink[];

test('each version has its links, and the newest uses every key that a link may hold', () => {
  expect(files).toEqual(Array.from({ length: LINK_VERSION }, (_, i) => `v${i + 1}.json`));
  const newest = linksOf(`v${LINK_VERSION}.json`);
  const used = new Set(newest.flatMap(({ link }) => [...link.matchAll(/[#&](\w+)=/g)].map(([, key]) => key)));
  expect(used).toEqual(new Set([...Object.keys(labRules.fields({})), 'o', 'v']));
});

describe.each(files)('%s', (file) => {
  test.each(linksOf(file))('$what: $link', ({ link, overrides }) => {
    expect(decode(link)).toEqual({ overrides, notices: [] });
    // What the page makes of it when it writes the address again.
    expect(decode(encode(overrides))).toEqual({ overrides: normalise(overrides), notices: [] });
  });
});
