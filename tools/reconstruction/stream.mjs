/*
 * The generator's samples as raw bytes, for the training in Python.
 *
 *   node tools/reconstruction/stream.mjs --from K --batch B [--batches N]
 *     Training batches K, K + 1, … to standard output, without end or N of them. Batch k holds training samples k·B … k·B + B − 1: first
 *     B × (64×64 gray, 64×64 mask) uint8, then B × 1024 × 3 int16 (little endian, coordinate × 32000), then B uint8 category indexes (255: none of ours).
 *     [--procedural A,B --over K,L]  the share of the ten categories goes from A (batch K) to B (batch L); without it all are
 *     [--rest both|varied|meshes]    what the others are: of the wider generator (mixture/varied.ts), of the free meshes, or six in ten of the meshes
 *     [--meshes FILE]                the free meshes, as tools/reconstruction/meshes.mjs writes them
 *   node tools/reconstruction/stream.mjs --set procedural --seed 1 --count 1000 [--points 2048] [--categories five] --out PREFIX
 *   node tools/reconstruction/stream.mjs --set bank [--count 40000] [--points 1024] [--categories five] --out PREFIX
 *     An evaluation set or the retrieval bank, on tight crops, to PREFIX.img, .pts and .lab, laid out the same. Of the bank, `five` keeps
 *     the entries of those categories.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
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
    procedural: { type: 'string', default: '1,1' },
    over: { type: 'string', default: '0,1' },
    rest: { type: 'string', default: 'both' },
    meshes: { type: 'string' },
    out: { type: 'string' },
  },
});
const kit = /** @type {typeof import('./kit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/kit.ts', ['tools/reconstruction']))
);

/** @typedef {import('../../src/reconstruction/seeds.ts').SampleName} SampleName */

const pixels = kit.PICTURE_SIZE ** 2;
const pointUnit = 32_000;

/** Label of what is none of our categories. */
const OTHER = 255;

/**
 * @param {readonly { picture: import('../../src/reconstruction/types.ts').Picture, points: ArrayLike<number>, category?: string | undefined }[]} samples
 * @param {number} points of each
 */
function encode(samples, points) {
  const count = samples.length;
  const pictures = Buffer.alloc(count * 2 * pixels);
  const clouds = Buffer.alloc(count * points * 6);
  const labels = Buffer.alloc(count);
  for (const [i, { picture, points: cloud, category }] of samples.entries()) {
    pictures.set(picture.gray, 2 * i * pixels);
    pictures.set(picture.mask, (2 * i + 1) * pixels);
    for (let k = 0; k < 3 * points; k++) {
      clouds.writeInt16LE(Math.round((cloud[k] ?? 0) * pointUnit), 2 * (i * points * 3 + k));
    }
    labels[i] = category === undefined ? OTHER : kit.categoryIds.findIndex((id) => id === category);
  }
  return [pictures, clouds, labels];
}

/**
 * @template T
 * @param {number} length
 * @param {(index: number) => T} name
 */
const namesOf = (length, name) => Array.from({ length }, (_, i) => name(i));

/** @param {string} text two numbers between which there is a comma */
function pair(text) {
  const [first, second, ...more] = text.split(',').map(Number);
  if (first === undefined || second === undefined || more.length > 0 || !Number.isFinite(first + second))
    throw new Error(`${text}: two numbers are wanted, A,B`);
  return /** @type {const} */ ([first, second]);
}

/** @returns {import('./mixture/mixture.ts').Mixture} */
function mixture() {
  const { rest } = values;
  if (rest !== 'both' && rest !== 'varied' && rest !== 'meshes') throw new Error('--rest is both, varied or meshes');
  const procedural = pair(values.procedural);
  const [from, to] = pair(values.over);
  if (from === to) throw new Error(`--over ${values.over}: two batches are wanted that differ`);
  const meshes = values.meshes === undefined ? [] : kit.readMeshes(readFileSync(values.meshes));
  if (meshes.length === 0 && rest !== 'varied' && procedural.some((share) => share < 1))
    throw new Error(`--rest ${rest} wants --meshes FILE`);
  const size = Number(values.batch);
  return { procedural, over: [from * size, to * size], rest, meshes };
}

async function stream() {
  // The reader may go away at any time: there is nobody left to tell.
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const size = Number(values.batch);
  const from = Number(values.from);
  const mixed = mixture();
  for (let k = from; k < from + Number(values.batches); k++) {
    for (const part of encode(
      namesOf(size, (i) => kit.trainingSample(k * size + i, mixed, 1024)),
      1024,
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
    const some = all.slice(i, i + atOnce).map(({ category, seed }) => kit.makeSample(category, seed, { points }));
    const parts = encode(some, points);
    for (const [k, file] of files.entries()) writeSync(file, parts[k] ?? Buffer.alloc(0));
  }
  files.forEach(closeSync);
}

if (values.set === undefined) await stream();
else if (values.set !== 'bank' && values.set !== 'procedural') throw new Error(`--set is bank or procedural`);
else if (values.out === undefined) throw new Error('--out PREFIX is missing');
else write(values.set, values.out);
