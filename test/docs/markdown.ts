import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/ensure.mjs';

/** A page without what stands in code blocks, and those blocks. */
export interface Page {
  readonly prose: string;
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

export function readPage(page: string): Page {
  const blocks: { language: string; text: string }[] = [];
  const prose = readFileSync(join(root, page), 'utf8').replace(
    /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm,
    (_, _indent: string, language: string, text: string) => {
      blocks.push({ language, text });
      return '```';
    },
  );
  return { prose, blocks };
}

export function headingsOf({ prose }: Page): readonly { readonly level: number; readonly text: string }[] {
  return [...prose.matchAll(/^(#+) (.+)$/gm)].map(([, marks, text]) => ({ level: marks!.length, text: text! }));
}

/** The anchors that GitHub gives the headings. */
export function anchorsOf(page: Page): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    headingsOf(page).map(({ text }) => {
      const slug = text
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
        .replaceAll(' ', '-');
      const times = seen.get(slug) ?? 0;
      seen.set(slug, times + 1);
      return times === 0 ? slug : `${slug}-${times}`;
    }),
  );
}

/** What a page links to and shows, as it is written. */
export function targetsOf({ prose }: Page): readonly string[] {
  const inline = [...prose.matchAll(/\]\(([^()\s]+(?:\([^()]*\))?[^()\s]*)\)/g)].map(([, target]) => target!);
  return [...inline, ...[...prose.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, target]) => target!)];
}
