/*
 * Does nearness in the network's middle layer tell a shared use ("not a cup, but it can serve as one") better than the Chamfer distance of its answers does?
 * Asked of the CC-BY furniture of SweetHome3D, which nothing was trained on; uses by name (likeness/uses.ts), one view each. To be run whenever the network is
 * new, after kin.mjs (some minutes); writes scenes/reconstruction/kin/likeness.json, from which the scene's sentence takes its numbers.
 *
 *   node tools/reconstruction/likeness.mjs [--assets assets/reconstruction] [--furniture DIR]
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    assets: { type: 'string', default: join(root, 'assets/reconstruction') },
    furniture: { type: 'string', default: '/usr/share/sweethome3d/furniture' },
  },
});
if (!existsSync(values.furniture)) {
  console.error(`${values.furniture} is not there: apt-get install sweethome3d-furniture`);
  process.exit(2);
}
const kit = /** @type {typeof import('./likeness/kit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/likeness/kit.ts', ['tools/reconstruction']))
);
const record = kit.likeness(values.assets, values.furniture, console.log);
/** @type {(key: string, value: unknown) => unknown} */
const rounded = (_, value) => (typeof value === 'number' ? Math.round(1e4 * value) / 1e4 : value);
const file = join(root, 'scenes/reconstruction/kin/likeness.json');
const options = { ...(await resolveConfig(file)), parser: 'json' };
writeFileSync(file, await format(JSON.stringify(record, rounded), options));
console.log(JSON.stringify(record, rounded));
