/*
 * The generator's samples as raw bytes, for the training in Python.
 *
 *   node tools/reconstruction/stream.mjs --from K --batch B [--batches N]
 *     Training batches K, K + 1, … to standard output, without end or N of them. Batch k holds training samples k·B … k·B + B − 1: first
 *     B × (64×64 gray, 64×64 mask) uint8, then B × 1024 × 3 int16 (little endian, coordinate × 32000), then B uint8 category indexes.
 *   node tools/reconstruction/stream.mjs --set procedural --seed 1 --count 1000 [--points 2048] [--categories five] --out PREFIX
 *   node tools/reconstruction/stream.mjs --set bank [--count 40000] [--points 1024] [--categories five] --out PREFIX
 *     An evaluation set or the retrieval bank, on tight crops, to PREFIX.img, .pts and .lab, laid out the same. Of the bank, `five` keeps
 *     the entries of those categories.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    batch: { type: 'string', default: '32' },
    batches: { type: 'string', default: 'Infinity' },
    set: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string' },
    points: { type: 'string' },
    categories: { type: 'string', default: 'all' },
    out: { type: 'string' },
  },
});
const kit = /** @type {typeof import('./kit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/kit.ts', ['tools/reconstruction']))
);

/** @typedef {import('../../src/reconstruction/seeds.ts').SampleName} SampleName */

const pixels = kit.PICTURE_SIZE ** 2;
const pointUnit = 32_000;

/**
 * @param {readonly SampleName[]} names
 * @param {number} points
 * @param {boolean} augment
 */
function encode(names, points, augment) {
  const pictures = Buffer.alloc(names.length * 2 * pixels);
  const clouds = Buffer.alloc(names.length * points * 6);
  const labels = Buffer.alloc(names.length);
  for (const [i, { category, seed }] of names.entries()) {
    const { picture, points: cloud } = kit.makeSample(category, seed, { points, augment });
    pictures.set(picture.gray, 2 * i * pixels);
    pictures.set(picture.mask, (2 * i + 1) * pixels);
    for (const [k, value] of cloud.entries()) {
      clouds.writeInt16LE(Math.round(value * pointUnit), 2 * (i * points * 3 + k));
    }
    labels[i] = kit.categoryIds.indexOf(category);
  }
  return [pictures, clouds, labels];
}

/** @type {(length: number, name: (index: number) => SampleName) => SampleName[]} */
const namesOf = (length, name) => Array.from({ length }, (_, i) => name(i));

async function stream() {
  // The reader may go away at any time: there is nobody left to tell.
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const size = Number(values.batch);
  const from = Number(values.from);
  for (let k = from; k < from + Number(values.batches); k++) {
    for (const part of encode(
      namesOf(size, (i) => kit.trainingName(k * size + i)),
      1024,
      true,
    )) {
      if (!process.stdout.write(part)) await once(process.stdout, 'drain');
    }
  }
}

/**
 * @param {string} set
 * @param {string} prefix
 */
function write(set, prefix) {
  const of = values.categories === 'five' ? kit.FIVE : kit.categoryIds;
  const bank = set === 'bank';
  const count = Number(values.count ?? (bank ? kit.BANK_SIZE : 1000));
  const points = Number(values.points ?? (bank ? 1024 : 2048));
  const all = bank
    ? namesOf(count, kit.bankName).filter(({ category }) => of.includes(category))
    : namesOf(count, (i) => kit.proceduralName(Number(values.seed), i, of));
  const files = ['img', 'pts', 'lab'].map((extension) => openSync(`${prefix}.${extension}`, 'w'));
  const atOnce = 500;
  for (let i = 0; i < all.length; i += atOnce) {
    const parts = encode(all.slice(i, i + atOnce), points, false);
    for (const [k, file] of files.entries()) writeSync(file, parts[k] ?? Buffer.alloc(0));
  }
  files.forEach(closeSync);
}

if (values.set === undefined) await stream();
else if (values.set !== 'bank' && values.set !== 'procedural') throw new Error(`--set is bank or procedural`);
else if (values.out === undefined) throw new Error('--out PREFIX is missing');
else write(values.set, values.out);
