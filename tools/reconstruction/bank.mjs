/*
 * The bank that a picture's nearest training shape is looked up in: 40,000 masks of 16 × 16 bits (src/reconstruction/retrieval/pack.ts),
 * 1.28 MB. The same bytes on every machine.
 *
 *   node tools/reconstruction/bank.mjs [--out assets/reconstruction/bank.bin]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'assets/reconstruction/bank.bin') } },
});
const kit = /** @type {typeof import('./kit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/kit.ts', ['tools/reconstruction']))
);
mkdirSync(dirname(values.out), { recursive: true });
const bank = kit.writeBank();
writeFileSync(values.out, bank);
console.log(`${values.out}: ${kit.BANK_SIZE} masks, ${bank.length} bytes`);
