/*
 * Two sets for the evaluation that stay out of the project and out of training for ever, as pairs that `koubai evaluate --set DIR` reads:
 *   kit        the furniture kit of Kay Lousberg (CC0): two views of each mesh
 *   shapenet   renderings and points of ShapeNet's models beside the paper's own code (research only): the first batches of it
 *
 *   git clone https://github.com/KayKit-Game-Assets/KayKit-Furniture-Bits-1.0 DIR/KayKit-Game-Assets+KayKit-Furniture-Bits-1.0
 *   git clone https://github.com/fanhqme/PointSetGeneration DIR/fanhqme+PointSetGeneration
 *   node tools/reconstruction/heldOut.mjs --set kit|shapenet --sources DIR --out DIR [--batches 6]
 *   npm run -s koubai -- evaluate --set DIR --json
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';
import { writePairs } from './writePairs.mjs';

const PAPER = { repository: 'fanhqme+PointSetGeneration', commit: 'c5e80647207476038023e6cada9b69f2b1693a7d' };

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    sources: { type: 'string' },
    out: { type: 'string' },
    batches: { type: 'string', default: '6' },
  },
});
const { set, sources, out } = values;
if (sources === undefined || out === undefined || (set !== 'kit' && set !== 'shapenet')) {
  console.error('heldOut.mjs --set kit|shapenet --sources DIR --out DIR');
  process.exit(2);
}
const kit = /** @type {typeof import('./sweethomeKit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/sweethomeKit.ts', ['tools/reconstruction']))
);

if (set === 'kit') {
  const things = kit.kitThings(sources).map(({ name, triangles }) => {
    return { id: name, name, category: kit.categoryOfFile(name), triangles };
  });
  writePairs(kit, things, out);
} else {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const paths = Array.from({ length: Number(values.batches) }, (_, i) => `data/0/${i}.gz`);
  for (const [path, bytes] of kit.readFilesAt(join(sources, PAPER.repository), PAPER.commit, paths)) {
    const batch = path.replace(/\D+/g, '');
    for (const { name, png, ply } of kit.shapenetPairs(bytes)) {
      writeFileSync(join(out, `${name}_${batch}.png`), png);
      writeFileSync(join(out, `${name}_${batch}.ply`), ply);
    }
  }
  console.log(`${out}: ${paths.length} batches of 32`);
}
