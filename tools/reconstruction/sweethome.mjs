/*
 * Pictures and points of furniture that our generator did not make: the 820 meshes of Debian's package sweethome3d-furniture (175 CC0, 645 CC-BY 3.0), two
 * views each, as pairs that `koubai evaluate --set DIR` reads. The CC0 ones are trained on (meshes.mjs): evaluated are the others, with --cc-by. Meshes that cannot
 * be read or seen are named.
 *
 *   apt-get install sweethome3d-furniture
 *   node tools/reconstruction/sweethome.mjs [--cc-by | --cc0] [--limit n] [--furniture DIR] [--out node_modules/.cache/sweethome]
 *   npm run -s koubai -- evaluate --set node_modules/.cache/sweethome --json
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';
import { writePairs } from './writePairs.mjs';

const { values } = parseArgs({
  options: {
    cc0: { type: 'boolean', default: false },
    'cc-by': { type: 'boolean', default: false },
    limit: { type: 'string' },
    furniture: { type: 'string', default: '/usr/share/sweethome3d/furniture' },
    out: { type: 'string', default: join(root, 'node_modules/.cache/sweethome') },
  },
});
if (!existsSync(values.furniture)) {
  console.error(`${values.furniture} is not there: apt-get install sweethome3d-furniture`);
  process.exit(2);
}
const kit = /** @type {typeof import('./sweethomeKit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/sweethomeKit.ts', ['tools/reconstruction']))
);

const all = kit.furnitureIn(values.furniture, values.cc0 ? 'cc0' : values['cc-by'] ? 'cc-by' : 'all');
const chosen = values.limit === undefined ? all : kit.drawn(all, Number(values.limit), 1, 'sweethome-limit');
writePairs(kit, chosen, values.out);
