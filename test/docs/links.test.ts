import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pagesIn } from '../../tools/docs/pages.ts';
import { root } from '../../tools/ensure.mjs';
import { anchorsOf, readPage, targetsOf } from './markdown.ts';

test.each(pagesIn(root))('%s: every relative link leads to a file that is there, every anchor to a heading', (page) => {
  const broken = targetsOf(readPage(page))
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), decodeURI(path));
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(readPage(file)).has(decodeURIComponent(anchor));
    });
  expect(broken).toEqual([]);
});

test('a page without a way to it is read by nobody: each is linked from the README of its language', () => {
  for (const [readme, mine] of [
    ['README.md', (page: string) => !page.endsWith('.ja.md')],
    ['README.ja.md', (page: string) => page.endsWith('.ja.md')],
  ] as const) {
    const linked = new Set(targetsOf(readPage(readme)).map((target) => target.split('#')[0]));
    const lost = pagesIn(root).filter((page) => page.startsWith('docs/') && mine(page) && !linked.has(page));
    expect(lost, readme).toEqual([]);
  }
});
