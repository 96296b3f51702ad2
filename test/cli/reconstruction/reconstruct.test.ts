import { encode } from 'fast-png';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookUpIn } from '../../../src/reconstruction/retrieval/lookUp.ts';
import { bare, full } from '../../../src/reconstruction/network/extras.ts';
import { trainedFrom } from '../../../src/reconstruction/network/trained.ts';
import { cutBy } from '../../../src/reconstruction/cutout/givenMask.ts';
import { imageOf, toPicture } from '../../../src/reconstruction/cutout/toPicture.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { bankName } from '../../../src/reconstruction/seeds.ts';
import { painted } from '../../reconstruction/cutout/paint.ts';
import { koubaiHere as call } from '../koubai.ts';
import { scratch } from '../registrationFiles.ts';
import { points, same, trained } from './files.ts';

const files = scratch();
afterAll(files.remove);

const own = trainedFrom({
  file: (name) => ({
    manifest: JSON.parse(new TextDecoder().decode(trained(`${name}.json`))),
    bytes: trained(`${name}.bin`),
  }),
  bank: () => trained('bank.bin'),
});
const lookUp = lookUpIn(trained('bank.bin'));
const { picture } = makeSample('table', 11);
const image = files.path('table-11.png');
beforeAll(() => call('shapes', '--category', 'table', '--seed', '11', '--out', files.folder));

test('the picture of a shape gives the network’s own answer for it, and the look-up’s', async () => {
  const out = files.path('cloud.ply');
  const answer = await call('reconstruct', image, '--out', out, '--json');
  expect(answer.err).toBe('');
  const { milliseconds, novelty, ...rest } = JSON.parse(answer.out);
  const { category, seed, mirrored } = lookUp(picture);
  expect(rest).toEqual({
    points: 1024,
    mirror: true,
    pull: true,
    simd: true,
    retrieval: mirrored ? { category, seed, mirrored } : { category, seed },
  });
  expect(milliseconds).toBeGreaterThan(0);
  expect(novelty, 'kin.bin must be made anew after each training').toBe(
    own.kin().noveltyOf(own.network().feature(picture)).percentile / 100,
  );
  expect(same(await points(out), own.network().answer(picture, full))).toBe(true);
});

test('--no-mirror and --no-pull leave it at what the layers say', async () => {
  const out = files.path('bare.ply');
  const { out: json } = await call('reconstruct', image, '--no-mirror', '--no-pull', '--out', out, '--json');
  expect(JSON.parse(json)).toMatchObject({ mirror: false, pull: false });
  expect(same(await points(out), own.network().answer(picture, bare))).toBe(true);
});

test('--samples n writes cloud-1 … cloud-n of the many head, the same for one seed', async () => {
  const out = files.path('many.ply');
  const answer = await call('reconstruct', image, '--samples', '3', '--seed', '5', '--out', out, '--json');
  expect(JSON.parse(answer.out)).toMatchObject({ points: 1024, samples: 3 });
  expect(existsSync(out)).toBe(false);
  const expected = own.many().samples(picture, 3, 5, full);
  for (let i = 0; i < 3; i++) expect(same(await points(files.path(`many-${i + 1}.ply`)), expected[i]!)).toBe(true);
});

test('retrieval is said to be mirrored where it is the mirror image that is alike', async () => {
  const { category, seed } = bankName(777);
  const { gray, mask } = makeSample(category, seed, { points: 2 }).picture;
  const mirrored = (plane: Uint8Array) => plane.map((_, i) => plane[(i & ~63) + 63 - (i & 63)]!);
  const { data } = imageOf({ gray: mirrored(gray), mask: mirrored(mask) });
  const path = files.write('mirrored.png', encode({ width: 64, height: 64, channels: 4, data: Uint8Array.from(data) }));
  const { out } = await call('reconstruct', path, '--json');
  expect(JSON.parse(out).retrieval).toEqual({ category, seed, mirrored: true });
});

test('a mask decides what the object is: all but the masked half is gone', async () => {
  const size = 96;
  const gray = new Uint8Array(size * size).map((_, i) => (i % size < 48 ? 60 : 190) + (i % 7));
  const mask = new Uint8Array(size * size).map((_, i) => (i % size > 50 && i % size < 90 && i > 960 && i < 8000 ? 255 : 0)); // prettier-ignore
  const png = (data: Uint8Array) => encode({ width: size, height: size, channels: 1, data });
  const [picturePath, maskPath] = [files.write('halves.png', png(gray)), files.write('mask.png', png(mask))];
  const out = files.path('masked.ply');
  const { out: text } = await call('reconstruct', picturePath, '--mask', maskPath, '--out', out);
  expect(text).toMatch(/^cut out {4}by the mask given$/m);
  expect(text).toMatch(/^points {5}1024 in \d+ ms, united with the mirror image’s, pulled onto the object$/m);
  const whole = painted(size, size, (x, y) => Array<number>(3).fill(gray[Math.floor(y) * size + Math.floor(x)]!) as [number, number, number]); // prettier-ignore
  const shown = toPicture(whole, cutBy(whole, { alpha: mask, width: size, height: size })).picture;
  const answer = await points(out);
  expect(same(answer, own.network().answer(shown, full))).toBe(true);
  // The whole picture's own cut answers something else.
  const unmasked = files.path('unmasked.ply');
  expect((await call('reconstruct', picturePath, '--out', unmasked)).err || same(await points(unmasked), answer)).not.toBe(true); // prettier-ignore
});

test('--out x.glb writes the answer as balls, set upright: as many, and as wide as the answer', async () => {
  const out = files.path('cloud.GLB');
  const { err } = await call('reconstruct', image, '--out', out, '--json');
  expect(err).toBe('');
  const bytes = readFileSync(out);
  expect(bytes.subarray(0, 4).toString()).toBe('glTF');
  const json = JSON.parse(bytes.subarray(20, 20 + bytes.readUInt32LE(12)).toString());
  expect(json.accessors[0].count).toBe(12 * 1024);
  expect(json.accessors[3].count).toBe(60 * 1024);
  // x is not turned.
  const across = own
    .network()
    .answer(picture, full)
    .filter((_, k) => k % 3 === 0);
  const beyond = Math.min(...across) - json.accessors[0].min[0];
  expect(beyond).toBeGreaterThan(0);
  expect(beyond).toBeLessThan(0.05);
});
