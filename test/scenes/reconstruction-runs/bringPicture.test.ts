import { expect, test, vi } from 'vitest';
import type { ImageFile } from '../../../src/io/images/types.ts';
import type { CutAsk, FoundCut, Or } from '../../../scenes/reconstruction/jobs/cutApi.ts';
import type { Cutting } from '../../../scenes/reconstruction/jobs/cutting.ts';
import type { Mask, RgbaImage } from '../../../src/reconstruction/cutout/types.ts';
import { bringPicture } from '../../../scenes/reconstruction/input/bring.ts';
import { missedBy, stillMissed } from '../../../scenes/reconstruction/input/missed.ts';
import { cutAnew, cutWithin, stopCutting } from '../../../scenes/reconstruction/input/recut.ts';
import { doubtInWords, aboutCut } from '../../../scenes/reconstruction/input/words.ts';
import { addTexts } from '../../../src/i18n/index.ts';
import { words } from '../../../scenes/reconstruction/words/index.ts';
import { wordsOf } from '../../../src/ui/useText.ts';
import { doubtsNow, remarksNow } from '../../../scenes/reconstruction/input/work.ts';
import {
  addEdit,
  closeEditor,
  leaveEditor,
  openEditor,
  redoEdit,
  undoEdit,
} from '../../../scenes/reconstruction/input/editing.ts';
import { CANVAS } from '../../../scenes/reconstruction/drawing/sketch.ts';
import { model, type SceneSession } from '../../../scenes/reconstruction/model.ts';
import { putDrawing, showItem, showOwn, showShape } from '../../../scenes/reconstruction/picture/choose.ts';
import { silhouetteOf } from '../../../src/reconstruction/drawing/silhouette.ts';
import { writeDrawing } from '../../../src/reconstruction/drawing/text.ts';
import { drawn, pen, ring } from '../../reconstruction/drawing/hands.ts';

addTexts(words);

const EDGE = 40;

const imageOf = (gray: number): RgbaImage => ({
  data: new Uint8ClampedArray(4 * EDGE * EDGE).fill(gray),
  width: EDGE,
  height: EDGE,
});

/** A square of `edge` pixels. */
function squareOf(edge: number): Mask {
  const alpha = new Uint8Array(EDGE * EDGE);
  for (let y = 0; y < edge; y++) alpha.fill(255, (y + 4) * EDGE + 4, (y + 4) * EDGE + 4 + edge);
  return { alpha, width: EDGE, height: EDGE };
}

const had = <T>(value: T): Or<T> => ({ value, refused: null });

/** The worker's side; each call waits until it is let go. */
function fakeCutting() {
  const reads: ((read: Or<ImageFile>) => void)[] = [];
  const cuts: ((cut: Or<FoundCut>) => void)[] = [];
  const recuts: { readonly ask: CutAsk; readonly done: (cut: Or<FoundCut>) => void }[] = [];
  const cutting: Cutting = {
    read: () => new Promise((resolve) => reads.push(resolve)),
    cut: () => new Promise((resolve) => cuts.push(resolve)),
    recut: (ask) => new Promise((done) => recuts.push({ ask, done })),
  };
  const file = (gray: number): Or<ImageFile> =>
    had({ header: { format: 'png', width: EDGE, height: EDGE, animated: false }, image: imageOf(gray), notices: [] });
  const found = (edge: number): Or<FoundCut> =>
    had({ by: 'border', mask: squareOf(edge), doubts: [], remarks: [], box: null, transparent: false });
  return { cutting, reads, cuts, recuts, file, found };
}

const workNow = (session: SceneSession) => session.own.getState().work;
const areaNow = (session: SceneSession) => workNow(session)?.mask.alpha.filter((a) => a > 0).length;

/** A session that shows the visitor's picture `name`, a square of 20 pixels. */
async function opened(name = 'a.png') {
  const session = model.open({}, false);
  const fake = fakeCutting();
  await bring(session, fake, name, 20);
  return { session, ...fake };
}

async function bring(session: SceneSession, fake: ReturnType<typeof fakeCutting>, name: string, edge: number) {
  const { cutting, reads, cuts, file, found } = fake;
  const taken = bringPicture(session, new Blob(), name, cutting);
  reads.at(-1)!(file(100));
  const before = cuts.length;
  await vi.waitFor(() => expect(cuts).toHaveLength(before + 1));
  cuts.at(-1)!(found(edge));
  await taken;
}

test('a picture is read, cut out and shown', async () => {
  const { session } = await opened();
  expect(session.store.get().state.picture).toBe('own');
  expect(session.own.getState().picture?.name).toBe('a.png');
  expect(session.own.getState()).toMatchObject({ reading: null, refused: null, open: false });
  expect(areaNow(session)).toBe(400);
});

test('a cut that comes after Cancel undoes nothing, and the control stands as before', async () => {
  const { session, cutting, recuts, found } = await opened();
  openEditor(session);
  const cut = cutAnew(session, 'border', 2, cutting);
  leaveEditor(session);
  const shown = session.own.getState().picture;
  recuts[0]!.done(found(10));
  await cut;
  expect(session.own.getState().picture).toBe(shown);
  expect(areaNow(session)).toBe(400);
  expect(workNow(session)).toMatchObject({ from: 'border', looseness: 1 });
});

test('used at once, what was shown stays, and the control says how that was cut', async () => {
  const { session, cutting, recuts, found } = await opened();
  openEditor(session);
  const first = cutAnew(session, 'border', 2, cutting);
  const second = cutAnew(session, 'border', 3, cutting);
  expect(workNow(session)?.looseness).toBe(3);
  closeEditor(session);
  for (const { done } of recuts) done(found(10));
  await Promise.all([first, second]);
  expect(areaNow(session)).toBe(400);
  expect(workNow(session)?.looseness).toBe(1);
});

test('a cut keeps to its own picture: another file does not get its mask', async () => {
  const { session, ...fake } = await opened();
  const { cutting, recuts, found } = fake;
  openEditor(session);
  const first = cutAnew(session, 'border', 2, cutting);
  await bring(session, fake, 'b.png', 16);
  recuts[0]!.done(found(10));
  await first;
  expect(workNow(session)).toMatchObject({ name: 'b.png', looseness: 1 });
  expect(areaNow(session)).toBe(256);
});

test('a stroke does not withdraw the cut: it goes over it', async () => {
  const { session, cutting, recuts, found } = await opened();
  openEditor(session);
  const cut = cutAnew(session, 'border', 2, cutting);
  addEdit(session, { mode: 'erase', radius: 2, points: [14, 14] });
  recuts[0]!.done(found(16));
  await cut;
  expect(workNow(session)).toMatchObject({ looseness: 2, history: { done: [{ mode: 'erase' }] } });
  expect(areaNow(session)).toBeGreaterThan(200);
  expect(areaNow(session)).toBeLessThan(256);
});

const turns: readonly (readonly [string, (session: SceneSession) => void, string])[] = [
  ['a shape', (session) => showShape(session, 'mug', 4), 'shape'],
  ['a picture of the gallery', (session) => showItem(session, 'teapot'), 'teapot'],
  ['the picture before', (session) => showOwn(session, session.own.getState().picture!), 'own'],
];

test.each(turns)('a file that is still being read does not take the scene from %s', async (_, turn, picture) => {
  const { session, cutting, reads, cuts, file, found } = await opened();
  for (const late of ['read', 'cut'] as const) {
    const count = cuts.length;
    const taken = bringPicture(session, new Blob(), 'large.png', cutting);
    if (late === 'read') turn(session);
    reads.at(-1)!(file(50));
    if (late === 'cut') {
      await vi.waitFor(() => expect(cuts).toHaveLength(count + 1));
      turn(session);
      cuts.at(-1)!(found(12));
    }
    expect(session.own.getState().reading).toBeNull();
    await taken;
    expect(session.store.get().state.picture).toBe(picture);
    expect(session.own.getState().picture?.name).toBe('a.png');
    expect(workNow(session)?.name).toBe('a.png');
  }
});

test('the slider, touched while a file is being read, loses neither the file nor the word about it', async () => {
  const { session, cutting, reads, cuts, recuts, file, found } = await opened();
  openEditor(session);
  const taken = bringPicture(session, new Blob(), 'b.png', cutting);
  const cut = cutAnew(session, 'border', 2, cutting);
  expect(session.own.getState().reading).toBe('b.png');
  recuts[0]!.done(found(10));
  await cut;
  expect(areaNow(session)).toBe(100);
  reads[1]!(file(50));
  await vi.waitFor(() => expect(cuts).toHaveLength(2));
  cuts[1]!(found(12));
  await taken;
  expect(session.own.getState().reading).toBeNull();
  expect(session.own.getState().picture?.name).toBe('b.png');
});

test('of two files the newer one is shown, and it alone is said to be read', async () => {
  const { session, cutting, reads, cuts, file, found } = await opened();
  const older = bringPicture(session, new Blob(), 'b.png', cutting);
  const newer = bringPicture(session, new Blob(), 'c.png', cutting);
  reads[1]!(file(50));
  await older;
  expect(session.own.getState().reading).toBe('c.png');
  reads[2]!(file(60));
  await vi.waitFor(() => expect(cuts).toHaveLength(2));
  cuts[1]!(found(12));
  await newer;
  expect(session.own.getState().reading).toBeNull();
  expect(workNow(session)?.name).toBe('c.png');
});

test('too small an object opens the editor; left, the picture before is shown and named', async () => {
  const { session, ...fake } = await opened();
  await bring(session, fake, 'speck.png', 3);
  expect(session.own.getState()).toMatchObject({
    open: true,
    refused: { name: 'speck.png', why: { of: 'cutout', code: 'tiny' } },
  });
  leaveEditor(session);
  expect(workNow(session)?.name).toBe('a.png');
  expect(session.own.getState().picture?.name).toBe('a.png');
});

test('a drawing that was shown is shown again after Cancel of a picture in doubt', async () => {
  const text = writeDrawing(silhouetteOf(drawn([pen(ring(256, 256, 100), 10)], CANVAS)));
  const session = model.open({}, false);
  putDrawing(session, text);
  const fake = fakeCutting();
  await bringDoubted(session, fake);
  expect(session.own.getState().open).toBe(true);
  expect(session.store.get().state.picture).toBe('own');
  leaveEditor(session);
  expect(session.store.get().state).toMatchObject({ picture: 'drawing', drawing: text });
});

test('a drawing that no link holds stands once in the gallery after Cancel of a picture in doubt', async () => {
  const { session, ...fake } = await opened();
  const photograph = session.own.getState().picture!;
  const drawing = { ...photograph, id: 'drawn', name: 'drawing', tooIntricate: true };
  showOwn(session, drawing);
  await bring(session, fake, 'speck.png', 3);
  await bring(session, fake, 'b.png', 16);
  expect(session.own.getState()).toMatchObject({ open: true, picture: { name: 'b.png' }, other: drawing });
  leaveEditor(session);
  expect(session.own.getState()).toMatchObject({ picture: drawing, other: photograph });
});

/** As `opened`, with an offer that is in doubt. */
async function doubted() {
  const session = model.open({}, false);
  const fake = fakeCutting();
  await bringDoubted(session, fake);
  return { session, ...fake };
}

async function bringDoubted(session: SceneSession, fake: ReturnType<typeof fakeCutting>) {
  const taken = bringPicture(session, new Blob(), 'a.png', fake.cutting);
  fake.reads[0]!(fake.file(100));
  await vi.waitFor(() => expect(fake.cuts).toHaveLength(1));
  const { value } = fake.found(20);
  fake.cuts[0]!(had({ ...value!, doubts: [{ id: 'many', values: { parts: 4 } }] }));
  await taken;
}

const box = { left: 4, top: 4, right: 20, bottom: 20 };

test('a cut in doubt is offered: the editor opens with it, its cause said until a hand corrects it', async () => {
  const { session } = await doubted();
  expect(session.own.getState()).toMatchObject({ open: true, refused: null });
  expect(areaNow(session)).toBe(400);
  expect(doubtsNow(workNow(session)!)).toEqual([{ id: 'many', values: { parts: 4 } }]);
  addEdit(session, { mode: 'erase', radius: 2, points: [14, 14] });
  expect(doubtsNow(workNow(session)!)).toEqual([]);
});

test('a box is an edit: it takes the place of what was there, undo brings the offer and its doubt back', async () => {
  const { session, cutting, recuts, found } = await doubted();
  const cut = cutWithin(session, box, cutting);
  expect(session.own.getState().cutting).toBe(0);
  expect(recuts[0]!.ask).toMatchObject({ way: 'box', box });
  recuts[0]!.done(found(10));
  await cut;
  expect(session.own.getState().cutting).toBeNull();
  expect(areaNow(session)).toBe(100);
  expect(doubtsNow(workNow(session)!)).toEqual([]);
  undoEdit(session);
  expect(areaNow(session)).toBe(400);
  expect(doubtsNow(workNow(session)!)).toHaveLength(1);
});

test('what a box was cut out of says its own remarks, and a stroke ends them, as it ends the doubts', async () => {
  const { session, cutting, recuts, found } = await doubted();
  const remarks = [{ id: 'cut-off', values: {} }] as const;
  const cut = cutWithin(session, box, cutting);
  recuts[0]!.done(had({ ...found(10).value!, remarks }));
  await cut;
  expect(remarksNow(workNow(session)!)).toEqual(remarks);
  addEdit(session, { mode: 'erase', radius: 2, points: [8, 8] });
  expect(remarksNow(workNow(session)!)).toEqual([]);
  undoEdit(session);
  undoEdit(session);
  expect(remarksNow(workNow(session)!)).toEqual([]);
});

test('a remark about the offer goes with it when a box is drawn', async () => {
  const { session, ...fake } = await opened();
  const base = workNow(session)!;
  session.own.setState({ work: { ...base, remarks: [{ id: 'bars', values: { top: 4 } }] } });
  const cut = cutWithin(session, box, fake.cutting);
  fake.recuts[0]!.done(fake.found(10));
  await cut;
  expect(aboutCut(wordsOf('en'), workNow(session)!)).toEqual([]);
  undoEdit(session);
  expect(aboutCut(wordsOf('en'), workNow(session)!)).toEqual(['Bars at the edges of the picture are left out.']);
});

test.each(['dies', 'refuses'] as const)('the worker %s: the control says again how the mask was cut', async (how) => {
  const { session, cutting, recuts } = await opened();
  openEditor(session);
  const recut: Cutting['recut'] = how === 'dies' ? () => Promise.reject(new Error('out of memory')) : cutting.recut;
  const cut = cutAnew(session, 'box', 2, { ...cutting, recut });
  expect(workNow(session)).toMatchObject({ from: 'box', looseness: 2 });
  recuts[0]?.done({ value: null, refused: { of: 'cutout', code: 'nothing-found', detail: { busy: 3 } } });
  await cut;
  expect(workNow(session)).toMatchObject({ from: 'border', looseness: 1 });
  expect(session.own.getState().refused).not.toBeNull();
});

test('a cut in one large part and many crumbs is in shreds, in either language', () => {
  const said = (parts: number) => doubtInWords(wordsOf('en'), { id: 'many', values: { parts } });
  expect(said(1)).toMatch(/in shreds/);
  expect(said(3)).toMatch(/more than one thing.*\(3 large ones\)/);
  expect(doubtInWords(wordsOf('ja'), { id: 'many', values: { parts: 1 } })).not.toMatch(/1 個/);
});

test('a click that found nothing is said until something else happens', async () => {
  const { session, ...fake } = await opened();
  const now = () => session.own.getState();
  const clickOutside = () => missedBy(workNow(session)!, { mode: 'keep', x: 38, y: 38 }, now());
  addEdit(session, { mode: 'erase', radius: 2, points: [14, 14] });
  expect(missedBy(workNow(session)!, { mode: 'keep', x: 6, y: 6 }, now())).toBeNull();
  const happenings: readonly (() => unknown)[] = [
    () => undoEdit(session),
    () => redoEdit(session),
    () => void cutAnew(session, 'border', 2, fake.cutting),
    () => session.own.setState({ refused: { name: 'b.png', why: { of: 'page', code: 'reader-died', detail: {} } } }),
    () => bring(session, fake, 'c.png', 16),
  ];
  for (const happens of happenings) {
    const missed = clickOutside();
    expect(stillMissed(missed, now())).toBe('keep');
    await happens();
    expect(stillMissed(missed, now())).toBeNull();
  }
});

test('a cut that is stopped leaves the mask as it was, and nothing is said against it', async () => {
  const { session, cutting, recuts, found } = await doubted();
  const cut = cutWithin(session, box, cutting);
  stopCutting(session);
  expect(session.own.getState().cutting).toBeNull();
  recuts[0]!.done(found(10));
  await cut;
  expect(areaNow(session)).toBe(400);
  expect(session.own.getState().refused).toBeNull();
});

test('another way of cutting takes the place of a box that was drawn', async () => {
  const { session, cutting, recuts, found } = await doubted();
  const boxed = cutWithin(session, box, cutting);
  recuts[0]!.done(found(10));
  await boxed;
  const cut = cutAnew(session, 'border', 1, cutting);
  recuts[1]!.done(found(16));
  await cut;
  expect(areaNow(session)).toBe(256);
});
