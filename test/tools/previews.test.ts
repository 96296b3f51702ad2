import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLinks } from '../../tools/previews/list.mjs';
import { OPENING, openingPreview, openingTags } from '../../tools/previews/opening.mjs';
import { previewPage } from '../../tools/previews/page.mjs';
import { previewSize } from '../../tools/previews/tags.mjs';

/** Every `<meta>` of a page by its property or name, entities read; throws where one stands twice. */
function metaOf(html: string): ReadonlyMap<string, string> {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  const found = new Map<string, string>();
  for (const [, name = '', content = ''] of html.matchAll(/<meta\s+(?:property|name)="([^"]*)"\s+content="([^"]*)"/g)) {
    if (found.has(name)) throw new Error(`${name} stands twice`);
    found.set(
      name,
      content.replace(/&(\w+);/g, (_, entity: string) => entities[entity] ?? `?${entity}?`),
    );
  }
  return found;
}

/** Width and height in the frame header of a JPEG (ISO/IEC 10918-1, B.2.2). */
function jpegSize(file: Buffer): readonly [number, number] {
  expect(file.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  for (let at = 2; at < file.length; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xc2) return [file.readUInt16BE(at + 7), file.readUInt16BE(at + 5)];
  }
  throw new Error('no frame');
}

/** What https://ogp.me asks for, and what services need to show the picture large at once. */
function expectPreview(meta: ReadonlyMap<string, string>): void {
  for (const name of ['og:title', 'og:type', 'og:image', 'og:url', 'og:description', 'og:image:alt']) {
    expect(meta.get(name), name).toMatch(/\S/);
  }
  expect(meta.get('og:type')).toBe('website');
  expect(meta.get('twitter:card')).toBe('summary_large_image');
  expect([meta.get('og:image:width'), meta.get('og:image:height')]).toEqual(['1200', '630']);
  expect(meta.get('og:image:type')).toBe('image/jpeg');
}

/** The page as a build for `site` writes its head. */
function built(site: string): string {
  const html = readFileSync('index.html', 'utf8');
  const tags = openingTags(html, site).map(({ attrs }) => {
    const written = Object.entries(attrs).map(([name, value]) => `${name}="${value}"`);
    return `<meta ${written.join(' ')} />`;
  });
  return html.replace('</head>', `${tags.join('')}</head>`);
}

test('the page has a preview of its opening state, whole addresses where its site is known', () => {
  const meta = metaOf(built('https://example.org/koubai'));
  expectPreview(meta);
  expect(meta.get('og:url')).toBe('https://example.org/koubai/');
  expect(meta.get('og:image')).toBe(`https://example.org/koubai/${OPENING}`);
  const relative = metaOf(built(''));
  expectPreview(relative);
  expect(relative.get('og:image')).toBe(`./${OPENING}`);
  expect(() => openingPreview('koubai')).toThrow(/KOUBAI_SITE must be a web address/);
});

test('its picture ships, as large as the page says, below 200 kB', () => {
  const file = readFileSync(`public/${OPENING}`);
  expect(jpegSize(file)).toEqual([previewSize.width, previewSize.height]);
  expect(statSync(`public/${OPENING}`).size).toBeLessThan(200_000);
});

test('a page of a list: its own preview, no script, on to its link; what stands in it cannot break out', () => {
  const html = previewPage({
    ...{ title: 'a "b" <c> & d', description: 'Why?', language: 'ja', file: '01-x.jpg' },
    ...{ url: 'https://e.org/l/01-x.html', image: 'https://e.org/l/01-x.jpg', link: 'https://e.org/#v=1&s=beale' },
  });
  const meta = metaOf(html);
  expectPreview(meta);
  expect(meta.get('og:title')).toBe('a "b" <c> & d');
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=https://e.org/#v=1&amp;s=beale" />');
  expect(html).toContain('href="https://e.org/#v=1&amp;s=beale"');
  expect(html).not.toMatch(/<script|<style|style=|<c>|javascript:/);
});

const scenes = ['optimizers', 'registration'];

test('a list of links: whole ones and fragments, titles, comments, empty lines', () => {
  const text =
    '# lecture 3\n\nhttps://e.org/k/#v=1&s=beale&t=3  Beale’s valley\r\nv=1&scene=registration\nhttps://e.org/k/\n#v=1\t谷\n';
  expect(readLinks(text, 'links.txt', scenes)).toEqual([
    { fragment: 'v=1&s=beale&t=3', title: 'Beale’s valley', slug: '01-beale-s-valley' },
    { fragment: 'v=1&scene=registration', title: '', slug: '02-registration' },
    { fragment: '', title: '', slug: '03-optimizers' },
    { fragment: 'v=1', title: '谷', slug: '04-optimizers' },
  ]);
});

test.each([
  ['v=1\nhello world', /^links\.txt, line 2: "hello" is no link/],
  ['ftp://e.org/#v=1', /line 1: "ftp:\/\/e\.org\/#v=1" is no link/],
  ['javascript:alert(1)#v=1', /line 1: .* is no link/],
  ['\n\nv=1&scene=nowhere', /line 3: there is no scene "nowhere" \(there are: optimizers, registration\)/],
  ['# nothing\n', /^links\.txt holds no link/],
])('%j is refused with its line', (text, why) => {
  expect(() => readLinks(text, 'links.txt', scenes)).toThrow(why);
});

test('the command says in one line what is wrong, and ends with it', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/previews.mjs', 'README.md', '--out', 'never'], {
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/^README\.md, line \d+: .*\n$/);
});
