/**
 * The outputs that docs/command-line.md and its Japanese twin show of `reconstruct`, `compare` and `evaluate`, from the weights as they are: between
 * <!-- example NAME --> and <!-- /example -->.
 *
 * @typedef {import('./figuresTables.mjs').Figures} Figures
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Four digits will do for reading. */
const short = (/** @type {unknown} */ value) =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'number' && !Number.isInteger(each) ? Number(each.toPrecision(4)) : each,
  );

/**
 * @param {(args: readonly string[]) => string} node runs a Node program: what it prints
 * @param {Figures} figures
 * @returns {Record<string, string>} name → JSON, `evaluate` shortened
 */
export function examples(node, { sets }) {
  const folder = mkdtempSync(join(tmpdir(), 'koubai-examples-'));
  const koubai = (/** @type {readonly string[]} */ ...args) => node(['tools/koubai.mjs', ...args]);
  try {
    const [cloud, shape] = [join(folder, 'cloud.ply'), join(folder, 'chair-7')];
    koubai('shapes', '--category', 'chair', '--seed', '7', '--out', folder);
    const made = JSON.parse(koubai('reconstruct', `${shape}.png`, '--out', cloud, '--json'));
    const compared = JSON.parse(koubai('compare', cloud, `${shape}.ply`, '--json'));
    return { reconstruct: short(made), compare: short(compared), ...(sets['five'] && { evaluate: shortened(sets['five']) }) }; // prettier-ignore
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('./figuresTables.mjs').Evaluated} evaluated */
function shortened({ all, byCategory }) {
  const { count, network, winRate } = all;
  return [
    '{',
    '  "all": {',
    `    "count": ${count},`,
    `    "network": ${short(network)
      .replace(/([,:{])/g, '$1 ')
      .replace('}', ' }')},`,
    '    "retrieval": { … }, "mean": { … }, "floor": { … },',
    `    "winRate": ${short(winRate)}`,
    '  },',
    `  "byCategory": { "chair": { "count": ${byCategory['chair']?.count ?? 0}, … }, … }`,
    '}',
  ].join('\n');
}

/**
 * @param {string} text of a page
 * @param {Record<string, string>} found
 */
export function withExamples(text, found) {
  return Object.entries(found).reduce((so, [name, json]) => {
    const marked = new RegExp(`(<!-- example ${name} -->)[\\s\\S]*?(<!-- /example -->)`);
    if (!marked.test(so)) throw new Error(`there is no <!-- example ${name} -->`);
    return so.replace(marked, (_, from, to) => `${from}\n\n\`\`\`json\n${json}\n\`\`\`\n\n${to}`);
  }, text);
}
