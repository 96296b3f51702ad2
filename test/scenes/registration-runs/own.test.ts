import { expect, test } from 'vitest';
import { addTexts } from '../../../src/i18n/index.ts';
import { words as registrationTexts } from '../../../scenes/registration/words/index.ts';
import { CloudError } from '../../../src/io/clouds/errors.ts';
import { readCloud } from '../../../src/io/clouds/read.ts';
import type { RegistrationJobs } from '../../../scenes/registration/jobs/client.ts';
import { transformPoints } from '../../../src/math/matrix4.ts';
import { exportedMatrix, scaleOf } from '../../../scenes/registration/runs/exported.ts';
import {
  createOwnStore,
  describeSlot,
  emptySlot,
  swapSlots,
  type OwnStore,
} from '../../../scenes/registration/runs/own.ts';
import { sidesFor, takeFiles } from '../../../scenes/registration/runs/readOwn.ts';
import type { PaneRun } from '../../../scenes/registration/runs/paneRuns.ts';
import { noticeInText, refusalInWords } from '../../../scenes/registration/own/inWords.ts';
import { wordsOf } from '../../../src/ui/useText.ts';

addTexts(registrationTexts);

/** Reads on this thread what the page reads in a worker. */
const jobs = {
  readCloud: async (name: string, file: Blob, { signal }: { signal?: AbortSignal } = {}) => {
    const cloud = await readCloud(name, new Uint8Array(await file.arrayBuffer()));
    signal?.throwIfAborted();
    return cloud!;
  },
} as unknown as RegistrationJobs;

const file = (name: string, text: string) => new File([text], name);
const settled = async (own: OwnStore) => {
  await expect.poll(() => [own.getState().source.kind, own.getState().target.kind].includes('reading')).toBe(false);
  return own.getState();
};
const square = '0 0 0\n1 0 0\n1 2 0\n0 2 0.5\n';
const faraway = '500000 4500000 0\n500001 4500000 0\n500001 4500002 0\n500000 4500002 0.5\n';

async function both(source: string, target: string): Promise<OwnStore> {
  const own = createOwnStore();
  takeFiles(own, jobs, [file('a.xyz', source), file('b.xyz', target)], null);
  await settled(own);
  return own;
}

test.each([
  [
    ['a.ply', 'b.ply'],
    ['source', 'target'],
    ['source', 'target'],
  ],
  [
    ['my-target.ply', 'my-source.ply'],
    ['source', 'target'],
    ['target', 'source'],
  ],
  [
    ['model.obj', 'b.ply'],
    ['source', 'target'],
    ['target', 'source'],
  ],
  [
    ['target-1.ply', 'target-2.ply'],
    ['source', 'target'],
    ['source', 'target'],
  ],
  [['a.ply'], ['source', 'target'], ['source']],
  [['a.ply'], ['target'], ['target']],
  [['target.ply'], ['source', 'target'], ['target']],
  [['a.ply'], [], ['source']],
] as const)('%j, free are %j: to %j', (names, free, sides) => {
  expect(sidesFor(names, free)).toEqual(sides);
});

test('two clouds make a pair that stands as its files do, though one was recentred', async () => {
  const own = await both(square, faraway);
  const { pair } = own.getState();
  const { source, target, asIs, files } = pair!;
  expect(files!.source.file.origin).toEqual([0, 0, 0]);
  expect(files!.target.file.origin).not.toEqual([0, 0, 0]);
  const placed = transformPoints(asIs, source.points);
  const origin = files!.target.file.origin;
  // As the files lie: 500 km apart, in the target's recentred coordinates.
  expect(placed[0]).toBe(0 - origin[0]);
  expect(placed[1]).toBe(0 - origin[1]);
  // And what would be exported of it is no motion at all.
  const exported = exportedMatrix({ pair: pair!, answer: { targetFromSource: asIs } } as PaneRun);
  exported.forEach((value, i) => expect(value).toBeCloseTo(i % 5 === 0 ? 1 : 0, 9));
  expect(target.points.every((value) => Math.abs(value) < 10)).toBe(true);
  expect(pair!.unit).toBe('none');
});

test('a target in millimetres, its unit set right: working clouds in metres, the exported matrix scales by 1000', async () => {
  const own = await both(
    square,
    square.replace(/[\d.]+/g, (n) => String(1000 * Number(n))),
  );
  const before = own.getState().pair!;
  describeSlot(own, 'target', { unit: 'mm' });
  const { pair } = own.getState();
  expect(pair!.id).not.toBe(before.id);
  expect(pair!.unit).toBe('m');
  pair!.target.points.forEach((value, i) => expect(value).toBeCloseTo(pair!.source.points[i]!, 12));
  // They lie on one another, in the unit that each has: no scale where the methods start.
  pair!.asIs.forEach((value, i) => expect(value).toBe(i % 5 === 0 ? 1 : 0));
  const exported = exportedMatrix({ pair: pair!, answer: { targetFromSource: pair!.asIs } } as PaneRun);
  expect(scaleOf(exported)).toBeCloseTo(1000, 9);
  // Maps for the same numbers in another unit are maps for another model.
  expect(pair!.model).not.toBe(before.model);
});

test('two recentred files of different unit and axes lie where their numbers say, each in its own frame', async () => {
  const own = await both(faraway, '500000000 0 4500000000\n500001000 0 4500000000\n500001000 900 4500002000\n');
  describeSlot(own, 'target', { unit: 'mm', up: 'y' });
  const { asIs, source, target, files } = own.getState().pair!;
  // y up: (x, y, z) → (x, −z, y), in metres; the source's own numbers are metres, z up.
  const [lying] = [transformPoints(asIs, source.points)];
  const origin = files!.target.file.origin;
  const inMetres = [origin[0] / 1000, -origin[2] / 1000, origin[1] / 1000];
  // Where the source's first point is in the file, seen from the target's origin.
  [500_000, 4_500_000, 0].forEach((value, k) => expect(lying[k]).toBeCloseTo(value - inMetres[k]!, 6));
  expect(target.points[3]! - target.points[0]!).toBeCloseTo(1, 9);
});

test('swapped, emptied, described: the pair follows, and stays the same object while neither cloud changes', async () => {
  const own = await both(square, faraway);
  const first = own.getState().pair!;
  own.setState({});
  expect(own.getState().pair).toBe(first);
  swapSlots(own);
  expect(own.getState().pair!.files!.source.file.name).toBe('b.xyz');
  expect(own.getState().pair!.model).not.toBe(first.model);
  describeSlot(own, 'source', { up: 'y' });
  expect(own.getState().pair!.files!.source.frame).toEqual({ unit: 'm', up: 'y' });
  emptySlot(own, 'target');
  expect(own.getState()).toMatchObject({ target: { kind: 'empty' }, pair: null });
});

test('a newer file wins over one that is still being read, and a cancelled one leaves the slot empty', async () => {
  const own = createOwnStore();
  takeFiles(own, jobs, [file('old.xyz', square)], 'source');
  takeFiles(own, jobs, [file('new.xyz', square)], 'source');
  const { source } = await settled(own);
  expect(source).toMatchObject({ kind: 'ready', file: { name: 'new.xyz' } });
  takeFiles(own, jobs, [file('third.xyz', square)], 'target');
  expect(own.getState().target.kind).toBe('reading');
  emptySlot(own, 'target');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(own.getState().target.kind).toBe('empty');
});

const broken: readonly (readonly [name: string, text: string])[] = [
  ['a.ply', ''],
  [
    'a.ply',
    'ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\nend_header\n1 2 3\n',
  ],
  ['a.ply', 'ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nproperty float y\nend_header\n1 2\n'],
  ['a.ply', 'ply\nformat ascii 1.0\nelement vertex 1\nproperty floaty x\nend_header\n1 2\n'],
  ['a.ply', 'ply\nformat ascii 1.0\nelement vertex 99999999999\nproperty float x\nend_header\n'],
  ['a.xyz', '1 2 3\n4 5\n'],
  ['a.xyz', '1 2 3\n4 5 x\n'],
  ['a.xyz', 'nan nan nan\n'],
  ['a.obj', 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 9\n'],
  ['a.bin', '\u0001\u0002\u0003\u0004\u0005'],
  ['a.stl', 'solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0\n'],
];

test.each(['ja', 'en'] as const)(
  'in %s every refusal of a broken file is whole sentences with their facts filled in',
  async (language) => {
    const t = wordsOf(language);
    const codes = new Set<string>();
    for (const [name, text] of broken) {
      const error: unknown = await readCloud(name, new TextEncoder().encode(text)).catch((reason: unknown) => reason);
      expect(error, text).toBeInstanceOf(CloudError);
      codes.add((error as CloudError).code);
      const said = refusalInWords(t, error);
      expect(said).not.toMatch(/[{}]|own\.|undefined/);
      expect(said).toMatch(language === 'ja' ? /。$/ : /\.$/);
    }
    expect(codes.size).toBeGreaterThan(6);
  },
);

test('notices have their numbers', async () => {
  const cloud = await readCloud('a.xyz', new TextEncoder().encode(`${faraway}nan 1 2\n`));
  const said = cloud!.notices.map((notice) => noticeInText(wordsOf('en'), notice));
  expect(said).toEqual([
    '1 of 5 points have no finite coordinates and are left out.',
    expect.stringMatching(/^The coordinates are large: \(.*\) is subtracted/),
  ]);
});
