import { Unmet } from '../ensure.mjs';

/**
 * @typedef {object} Listed
 * @property {string} fragment of the link, without `#`
 * @property {string} title '' where the page is to say it
 * @property {string} slug of the page's file, without `.html`
 */

/** @param {string} fragment */
const sceneOf = (fragment) => new URLSearchParams(fragment).get('scene') ?? 'optimizers';

/**
 * A list of links, one a line: a whole link or what follows its `#`; after a blank, a title of one's own. Empty lines and lines that begin
 * with `# ` are passed over. Throws Unmet with the number of the first line that is no link.
 * @param {string} text
 * @param {string} name of the file, for what is wrong with it
 * @param {readonly string[]} scenes
 * @returns {readonly Listed[]}
 */
export function readLinks(text, name, scenes) {
  /** @type {Listed[]} */
  const listed = [];
  text.split(/\r?\n/).forEach((whole, k) => {
    const line = whole.trim();
    if (line === '' || line === '#' || line.startsWith('# ')) return;
    /** @type {(why: string) => never} */
    const refuse = (why) => {
      throw new Unmet(`${name}, line ${k + 1}: ${why}`);
    };
    const [link = '', ...rest] = line.split(/\s+/);
    const fragment = fragmentOf(link) ?? refuse(`"${link}" is no link of Koubai (https://…/#v=1&… or v=1&…)`);
    const scene = sceneOf(fragment);
    if (!scenes.includes(scene)) refuse(`there is no scene "${scene}" (there are: ${scenes.join(', ')})`);
    const title = rest.join(' ');
    const of = title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const slug = `${String(listed.length + 1).padStart(2, '0')}-${of === '' ? scene : of.slice(0, 48)}`;
    listed.push({ fragment, title, slug });
  });
  if (listed.length === 0) throw new Unmet(`${name} holds no link`);
  return listed;
}

/**
 * null: this is no link.
 * @param {string} link
 */
function fragmentOf(link) {
  const at = link.indexOf('#');
  const isAddress = /^https?:\/\/[^/]/.test(link);
  const fragment = at >= 0 ? link.slice(at + 1) : isAddress ? '' : link;
  if (at > 0 && !isAddress) return null;
  return fragment === '' ? (isAddress ? '' : null) : /^v=\d+(&[\w.-]+=[^&#]*)*$/.test(fragment) ? fragment : null;
}
