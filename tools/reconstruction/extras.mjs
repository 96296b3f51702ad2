/*
 * What mirror and pull gain and cost with the network of assets/reconstruction, on a validation set: writes src/jobs/extras.json, which the panel's words are
 * taken from. A few minutes; to be run whenever network.bin is new, on a machine with nothing else to do.
 *
 *   node tools/reconstruction/extras.mjs          both sets, and the cost
 *   node tools/reconstruction/extras.mjs --cost   the cost alone
 *
 * What the two do was chosen on pieces of furniture that were trained on only later; the furniture here was never trained on, and nothing is chosen on it.
 *
 * Where Debian's sweethome3d-furniture is not installed the furniture's figures stay as they were.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const furniture = '/usr/share/sweethome3d/furniture';
const { values } = parseArgs({
  options: {
    cost: { type: 'boolean', default: false },
    count: { type: 'string', default: '300' },
  },
});
const kit = /** @type {typeof import('./extrasKit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/extrasKit.ts', ['tools/reconstruction']))
);
/** @param {string} name */
const asset = (name) => readFileSync(join(root, 'assets/reconstruction', name));
const weights = kit.readWeights(
  JSON.parse(asset('network.json').toString()),
  new Uint8Array(asset('network.bin')),
  'network',
);
const network = kit.createNetwork(weights, kit.reconstructionSimd);
const count = Number(values.count);
/** @param {string} line */
const tell = (line) => console.error(line);

const path = join(root, 'src/jobs/extras.json');
const record = JSON.parse(readFileSync(path, 'utf8'));
const milliseconds = kit.costOf(network, () => performance.now());
Object.assign(record, { network: network.crc32, milliseconds });
if (!values.cost) {
  record.procedural = kit.setOf(network, kit.proceduralCases(count), tell);
  if (existsSync(furniture)) record.furniture = kit.setOf(network, kit.furnitureCases(furniture, count), tell);
  else console.error('furniture: left as it was, sweethome3d-furniture is not installed');
}
writeFileSync(path, await format(JSON.stringify(record), { ...(await resolveConfig(path)), filepath: path }));
console.log(JSON.stringify(record, null, 1));
