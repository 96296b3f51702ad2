import { readdirSync } from 'node:fs';
import { recipeBlock } from './recipes.ts';
import { table } from './tables.ts';
import type { Language } from './words/types.ts';

/** `<!-- table: NAME … -->` and `<!-- file: PATH as PATH -->` as far as `<!-- end -->`; what lies between is generated. */
const MARKED = /(<!-- (table|file): ([^>]+?) -->\n)[\s\S]*?(<!-- end -->)/g;

/** Every page of the documentation, relative to the checkout: the READMEs and docs/. */
export function pagesIn(root: string): readonly string[] {
  const within = (folder: string) => readdirSync(`${root}/${folder}`).filter((name) => name.endsWith('.md'));
  return [...within('.'), ...within('docs').map((name) => `docs/${name}`)].sort();
}

export function languageOf(page: string): Language {
  return page.endsWith('.ja.md') ? 'ja' : 'en';
}

/** The page with its generated parts as they should be (before Prettier). Throws an Error that names a marker it cannot fill. */
export function filled(root: string, page: string, text: string): string {
  return text.replace(MARKED, (_, from: string, kind: string, asked: string, to: string) => {
    const made = kind === 'table' ? table(asked.split(' '), languageOf(page)) : recipeBlock(root, asked);
    return `${from}\n${made}\n\n${to}`;
  });
}
