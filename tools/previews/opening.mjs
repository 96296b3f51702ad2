import { Unmet } from '../ensure.mjs';
import { previewTags, siteOf } from './tags.mjs';

/** Of the opening state, as `node tools/previews.mjs --opening` draws it; in public/. */
export const OPENING = 'preview.jpg';

/**
 * Puts the preview of the opening state into the page. `site`: where the build will stand (`KOUBAI_SITE`), for most services want whole
 * addresses; '': relative ones.
 * @param {string} site
 * @returns {import('vite').Plugin}
 */
export function openingPreview(site) {
  openingTags('', site); // says at once what is wrong with the site
  return { name: 'koubai:opening-preview', transformIndexHtml: (html) => openingTags(html, site) };
}

/**
 * @param {string} html the page without them
 * @param {string} site
 * @returns {{ readonly tag: 'meta', readonly attrs: Record<string, string>, readonly injectTo: 'head' }[]}
 */
export function openingTags(html, site) {
  let base;
  try {
    base = siteOf(site);
  } catch {
    throw new Unmet(`KOUBAI_SITE must be a web address, not "${site}"`);
  }
  const description = /<meta\s+name="description"\s+content="([^"]*)"/.exec(html)?.[1] ?? '';
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const at = base || './';
  const preview = { title, description, url: at, image: at + OPENING, language: 'en' };
  return previewTags(preview).map(([attribute, name, content]) => ({
    tag: 'meta',
    attrs: { [attribute]: name, content },
    injectTo: 'head',
  }));
}
