import { encode } from 'fast-png';
import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { signature, ihdr, png } from '../../io/pngWriter.ts';
import { koubaiHere as call } from '../koubai.ts';
import { koubai } from '../koubai.ts';
import { scratch } from '../registrationFiles.ts';
import { ply } from './files.ts';

const files = scratch();
afterAll(files.remove);

const cloud = files.write('cloud.ply', ply([0, 0, 0, 1, 0, 0, 0, 1, 0]));
const image = (channels: number, colourAt: (x: number, y: number) => readonly number[]) =>
  encode({ width: 40, height: 40, channels, data: Uint8Array.from(Array.from({ length: 1600 }, (_, i) => colourAt(i % 40, Math.floor(i / 40))).flat()) }); // prettier-ignore
const fine = files.write(
  'fine.png',
  image(2, (x, y) => [90 + x, x > 9 && x < 30 && y > 5 && y < 35 ? 255 : 0]),
);
const clear = files.write(
  'clear.png',
  image(2, () => [90, 0]),
);
const plain = files.write(
  'plain.png',
  image(1, () => [90]),
);
const speck = files.write(
  'speck.png',
  image(2, (x, y) => [90, x > 9 && x < 14 && y > 9 && y < 14 ? 255 : 0]),
);
const whole = png(
  40,
  30,
  8,
  0,
  Array.from({ length: 1200 }, (_, i) => (i * 7) % 251),
);
const cut = files.write('cut.png', whole.subarray(0, whole.length - 30));
const huge = files.write('huge.png', Buffer.concat([signature, ihdr(40_000, 40_000)]));
const other = files.write('other.png', png(2, 2, 8, 0, [0, 255, 255, 0]));
const jpeg = files.write(
  'photo.jpg',
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100', 'hex'),
);
const empty = files.write('empty.png', new Uint8Array(0));
const line = files.write('line.png', Buffer.concat([signature, ihdr(40_000, 1)]));
const square = (edge: number, alphaAt: (x: number, y: number) => number) =>
  encode({ width: edge, height: edge, channels: 2, data: Uint8Array.from({ length: 2 * edge ** 2 }, (_, i) => (i % 2 === 0 ? 90 : alphaAt((i >> 1) % edge, Math.floor((i >> 1) / edge)))) }); // prettier-ignore
const thin = files.write(
  'thin.png',
  square(1000, (x, y) => (x > 500 && x < 504 && y > 100 && y < 900 ? 255 : 0)),
);
// Both are shrunk to 1,024 × 1,024.
const [large, larger] = [1100, 1200].map((edge) => files.write(`${edge}.png`, square(edge, (x) => (x > 300 && x < 800 ? 255 : 0)))) as [string, string]; // prettier-ignore
const nan = files.write('nan.ply', ply([0, 0, 0, NaN, 0, 0, 0, 1, 0]));
mkdirSync(files.path('mixed'));
files.write('mixed/broken-1.png', 'no picture');
files.write('mixed/broken-1.ply', ply([0, 0, 0]));
files.write('mixed/thin-1.png', readFileSync(thin));
files.write('mixed/thin-1.ply', ply(Array.from({ length: 3 * 2048 }, (_, i) => i)));
files.write('mixed/nan-1.png', readFileSync(fine));
files.write('mixed/nan-1.ply', ply(Array.from({ length: 3 * 3000 }, (_, i) => (i < 9 ? NaN : i))));
mkdirSync(files.path('bare'));
mkdirSync(files.path('short'));
files.write(
  'short/thing-1.png',
  image(2, (x, y) => [90 + x, x > 9 && x < 30 && y > 5 && y < 35 ? 255 : 0]),
);
files.write('short/thing-1.ply', ply([0, 0, 0, 1, 0, 0]));

test.each<[string, string[], RegExp]>([
  ['no picture', ['reconstruct'], /give an image, or a drawing: --drawing TEXT/],
  ['an unknown picture', ['reconstruct', files.path('no.png')], /cannot read .*no\.png: there is no such file/],
  ['half a JPEG', ['reconstruct', jpeg], /photo\.jpg: The JPEG file is damaged \([^)]+\): copy or save it anew/],
  [
    'a cloud for a picture',
    ['reconstruct', cloud],
    /cloud\.ply: This is no picture known here: save it as PNG, JPEG or WebP\.$/m,
  ],
  ['a picture that was cut off', ['reconstruct', cut], /cut\.png: The PNG file is damaged/],
  ['40,000 × 40,000 pixels', ['reconstruct', huge], /huge\.png: The picture has 40000 × 40000 pixels/],
  ['a transparent picture', ['reconstruct', clear], /clear\.png: Every pixel .* is transparent/],
  ['a picture of one colour', ['reconstruct', plain], /plain\.png: The whole picture has one colour/],
  ['a file of no bytes', ['reconstruct', empty], /empty\.png: The file is empty: choose a picture/],
  [
    'a line of 40,000 pixels',
    ['reconstruct', line],
    /line\.png: The picture has 40000 × 1 pixels: a side may have 30000/,
  ],
  ['a thin object', ['reconstruct', thin], /thin\.png: The object is too thin to be seen at 64 × 64 pixels/],
  [
    'a mask that is as large when shrunk',
    ['reconstruct', large, '--mask', larger],
    /1200\.png: The mask has 1200 × 1200 pixels, the picture 1100 × 1100/,
  ],
  ['a tiny object', ['reconstruct', speck], /speck\.png: The object is only 4 pixels long/],
  [
    'a mask of another size',
    ['reconstruct', fine, '--mask', other],
    /other\.png: The mask has 2 × 2 pixels, the picture 40 × 40/,
  ],
  ['no samples', ['reconstruct', fine, '--samples', '0'], /--samples must be at least 1/],
  ['half a seed', ['reconstruct', fine, '--seed', '1.5'], /--seed must be a whole number/],

  ['one cloud', ['compare', cloud], /missing required argument 'b'/],
  ['no such cloud', ['compare', cloud, files.path('no.ply')], /cannot read .*no\.ply/],
  ['a picture for a cloud', ['compare', cloud, fine], /fine\.png: PNG files are not read here/],

  ['a point that is nowhere', ['compare', cloud, nan], /nan\.ply: 1 of 3 points have no finite coordinates/],
  ['an answer with one', ['compare', nan, cloud], /nan\.ply: 1 of 3 points have no finite coordinates/],

  ['no category', ['shapes', '--out', 'x'], /required option '--category <id>' not specified/],
  ['an unknown category', ['shapes', '--category', 'chairs', '--out', 'x'], /no category "chairs"; did you mean chair/],
  [
    'seeds that reach the training’s',
    ['shapes', '--category', 'chair', '--seed', '1073741823', '--count', '2', '--out', files.path('x')],
    /reaches the training's seeds, 1073741824 and up: ask for 1 at most/,
  ],
  [
    'seeds beyond the numbers',
    ['shapes', '--category', 'chair', '--seed', '9007199254740991', '--count', '2', '--out', files.path('x')],
    /beyond the largest seed, 9007199254740991/,
  ],
  ['a file for a folder', ['shapes', '--category', 'chair', '--out', cloud], /cannot make the folder .*cloud\.ply/],

  ['no such set', ['evaluate', '--set', files.path('none')], /cannot read the folder .*none: --set takes a folder/],
  ['a set without pairs', ['evaluate', '--set', files.path('bare')], /bare holds no pair NAME\.png and NAME\.ply/],
  ['a pair with few points', ['evaluate', '--set', files.path('short')], /thing-1\.ply has 2 points: 2048 are needed/],
  [
    'a pair with a thin object',
    ['evaluate', '--set', files.path('mixed'), '--categories', 'thin'],
    /thin-1\.png: The object is too thin/,
  ],
  [
    'a pair with points that are nowhere',
    ['evaluate', '--set', files.path('mixed'), '--categories', 'nan'],
    /nan-1\.ply: 3 of 3000 points have no finite coordinates/,
  ],
  [
    'no pair of a category',
    ['evaluate', '--set', files.path('mixed'), '--categories', 'chair'],
    /mixed holds no pair of these categories/,
  ],
  ['an unknown category', ['evaluate', '--categories', 'five,chair'], /no category "five"/],
  ['no samples to evaluate', ['evaluate', '--count', '0'], /--count must be at least 1/],
  ['a seed for a folder', ['evaluate', '--set', files.path('short'), '--seed', '2'], /--seed is for --set procedural/],
  ['a scale of 0', ['evaluate', '--crop-scale', '0'], /--crop-scale must be at least 0\.25/],
])('%s: refused in one line', async (_, args, message) => {
  const { code, out, err } = await call(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^koubai: [^\n]+\n$/);
  expect(err).toMatch(message);
});

test('as a shell sees it: exit code 2, one line on stderr, no stack', async () => {
  const { code, out, err } = (await koubai())('reconstruct', clear, '--json');
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(
    /^koubai: \S*clear\.png: Every pixel of the picture is transparent: save it with the object visible\.\n$/,
  );
});
