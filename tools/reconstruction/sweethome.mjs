/*
 * Pictures and points of furniture that our generator did not make: the 820 meshes of Debian's package sweethome3d-furniture (175 CC0, 645 CC-BY 3.0), two
 * views each, as pairs that `koubai evaluate --set DIR` reads. Nothing of it enters training. Meshes that cannot be read or seen are named.
 *
 *   apt-get install sweethome3d-furniture
 *   node tools/reconstruction/sweethome.mjs [--cc0] [--limit n] [--furniture DIR] [--out node_modules/.cache/sweethome]
 *   npm run -s koubai -- evaluate --set node_modules/.cache/sweethome --json
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    cc0: { type: 'boolean', default: false },
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

const all = kit.furnitureIn(values.furniture, values.cc0);
const chosen = values.limit === undefined ? all : kit.drawn(all, Number(values.limit), 1, 'sweethome-limit');
rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
/** @type {Map<string, number>} */
const counts = new Map();
/** @type {string[]} */
const left = [];
for (const thing of chosen) {
  try {
    const mesh = thing.triangles();
    const pairs = [1, 2].map((view) => kit.pairOf(kit.viewOf(mesh, thing.id, view)));
    for (const [i, { png, ply }] of pairs.entries()) {
      const path = join(values.out, `${thing.category}-${thing.id}_${i + 1}`);
      writeFileSync(`${path}.png`, png);
      writeFileSync(`${path}.ply`, ply);
    }
    counts.set(thing.category, (counts.get(thing.category) ?? 0) + 1);
  } catch (error) {
    left.push(`${thing.id} (${thing.name}): ${error instanceof Error ? error.message : String(error)}`);
  }
}
const byCategory = [...counts].sort(([, a], [, b]) => b - a).map(([category, count]) => `${category} ${count}`);
console.log(`${values.out}: ${chosen.length - left.length} of ${chosen.length} meshes, two views each`);
console.log(byCategory.join(', '));
for (const line of left) console.log(`left out: ${line}`);
