/** What a page says of itself to whoever shows a link to it: https://ogp.me, and `twitter:card` for the large picture. */

/** The size that link previews are shown at. */
export const previewSize = Object.freeze({ width: 1200, height: 630 });

/**
 * @typedef {object} Preview
 * @property {string} title
 * @property {string} description
 * @property {string} url the page's own address
 * @property {string} image the picture's address
 * @property {string} language `en` or `ja`
 */

/** @param {string} text */
export const escaped = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * Attribute, name and content of each tag.
 * @param {Preview} preview
 * @returns {readonly (readonly ['property' | 'name', string, string])[]}
 */
export function previewTags({ title, description, url, image, language }) {
  return [
    ['property', 'og:type', 'website'],
    ['property', 'og:site_name', 'Koubai 勾配'],
    ['property', 'og:locale', language === 'ja' ? 'ja_JP' : 'en_GB'],
    ['property', 'og:title', title],
    ['property', 'og:description', description],
    ['property', 'og:url', url],
    ['property', 'og:image', image],
    ['property', 'og:image:type', 'image/jpeg'],
    ['property', 'og:image:width', String(previewSize.width)],
    ['property', 'og:image:height', String(previewSize.height)],
    ['property', 'og:image:alt', description],
    ['name', 'twitter:card', 'summary_large_image'],
  ];
}

/** @param {Preview} preview */
export const previewMarkup = (preview) =>
  previewTags(preview)
    .map(([attribute, name, content]) => `    <meta ${attribute}="${name}" content="${escaped(content)}" />`)
    .join('\n');

/**
 * An address as a site's, with a slash at its end; '' stays: addresses are then relative.
 * @param {string} site
 */
export function siteOf(site) {
  if (site === '') return '';
  const { protocol, href } = new URL(site);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('no web address');
  return href.replace(/[?#].*$/, '').replace(/\/?$/, '/');
}
