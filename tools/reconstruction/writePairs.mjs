import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes two views of each thing as pairs that `koubai evaluate --set` reads, into a folder that is emptied first, and tells what was made.
 * @param {typeof import('./sweethomeKit.ts')} kit
 * @param {readonly { id: string, name: string, category: string, triangles: () => Float64Array }[]} things
 * @param {string} out
 */
export function writePairs(kit, things, out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {string[]} */
  const left = [];
  for (const thing of things) {
    try {
      const mesh = thing.triangles();
      const pairs = [1, 2].map((view) => kit.pairOf(kit.viewOf(mesh, thing.id, view)));
      for (const [i, { png, ply }] of pairs.entries()) {
        const path = join(out, `${thing.category}-${thing.id}_${i + 1}`);
        writeFileSync(`${path}.png`, png);
        writeFileSync(`${path}.ply`, ply);
      }
      counts.set(thing.category, (counts.get(thing.category) ?? 0) + 1);
    } catch (error) {
      left.push(`${thing.id} (${thing.name}): ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const byCategory = [...counts].sort(([, a], [, b]) => b - a).map(([category, count]) => `${category} ${count}`);
  console.log(`${out}: ${things.length - left.length} of ${things.length} meshes, two views each`);
  console.log(byCategory.join(', '));
  for (const line of left) console.log(`left out: ${line}`);
}
