import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Points } from '../../../src/clouds/types.ts';
import { model } from '../../../scenes/reconstruction/model.ts';
import type { Jobs } from '../../../scenes/reconstruction/jobs/jobs.ts';
import { enterRoom, leaveRoom, lookAtIt } from '../../../scenes/reconstruction/drawing/enter.ts';
import { putDrawing, putOwn, showOwn, showShape } from '../../../scenes/reconstruction/picture/choose.ts';
import { ownBelongings } from '../../../scenes/reconstruction/own.ts';
import { createLive, REST_MILLISECONDS } from '../../../scenes/reconstruction/drawing/live.ts';
import { remarkOn, sightOf } from '../../../scenes/reconstruction/drawing/remarks.ts';
import {
  CANVAS,
  emptySketch,
  redone,
  sketchOf,
  undone,
  withMark,
} from '../../../scenes/reconstruction/drawing/sketch.ts';
import type { Mark } from '../../../src/reconstruction/drawing/marks.ts';
import { pictureOfSilhouette, silhouetteOf } from '../../../src/reconstruction/drawing/silhouette.ts';
import { readDrawing, writeDrawing } from '../../../src/reconstruction/drawing/text.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';
import { bare, full, type Extras } from '../../../src/reconstruction/network/extras.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { abortError } from '../../../src/jobs/newestWins.ts';
import { drawn, pen, ring } from '../../reconstruction/drawing/hands.ts';

/* The drawing room without its page: what is asked of the network while the pen moves, and what is said of a drawing. */

const on = (...marks: readonly Mark[]): Mask => drawn(marks, CANVAS);
const discOf = (radius: number) => on(pen(ring(256, 256, radius), 10));

/** A worker that answers when it is told to. */
function workerByHand() {
  const asked: {
    readonly picture: Picture;
    readonly extras: Extras;
    answer(points: Points): void;
    fail(error: Error): void;
  }[] = [];
  const jobs: Pick<Jobs, 'answer' | 'lookUp'> = {
    answer: (picture, extras, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(abortError('aborted')));
        asked.push({
          ...{ picture, extras },
          answer: (points) =>
            resolve({ points, feature: new Float32Array(0), milliseconds: 1, simd: true, novelty: null, extras }),
          fail: reject,
        });
      }),
    lookUp: async () => ({
      ...{ category: 'mug', seed: 3, mirrored: false, distance: 0, milliseconds: 1 },
      points: new Float64Array(3),
    }),
  };
  return { asked, jobs };
}
const soon = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('while the pen moves one question is under way and the newest waits: never a queue', async () => {
  const { asked, jobs } = workerByHand();
  const live = createLive(jobs);
  let read = 0;
  for (let radius = 60; radius < 160; radius += 10) {
    live.follow(() => {
      read++;
      return discOf(radius);
    });
  }
  await soon();
  expect([asked.length, read]).toEqual([1, 1]);
  asked[0]!.answer(Float64Array.of(1, 2, 3));
  await soon();
  // The ten questions came to two.
  expect([asked.length, read]).toEqual([2, 2]);
  expect(asked[1]!.picture).toEqual(pictureOfSilhouette(silhouetteOf(discOf(150))));
  asked[1]!.answer(Float64Array.of(4, 5, 6));
  await soon();
  expect(live.beside.getState()).toMatchObject({ points: Float64Array.of(4, 5, 6), rests: false, detail: null });
});

test('held still, the picture is asked about once as the page asks, and the look-up; the next stroke forgets both at once', async () => {
  const { asked, jobs } = workerByHand();
  const live = createLive(jobs);
  const mug = on(pen(ring(200, 256, 100), 10), pen(ring(330, 256, 40, 0.7), 10, false));
  live.follow(() => mug);
  await soon();
  asked[0]!.answer(Float64Array.of(1, 2, 3));
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS - 1);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2);
  // While the pen moved, the layers alone; now with all that the page does for an answer.
  expect(asked.map(({ extras }) => extras)).toEqual([bare, full]);
  expect(asked[1]!.picture).toEqual(asked[0]!.picture);
  asked[1]!.answer(Float64Array.of(0.5, 2, 3));
  await soon();
  expect(asked).toHaveLength(2);
  expect(live.beside.getState()).toMatchObject({
    ...{ rests: true, points: Float64Array.of(1, 2, 3), detail: Float64Array.of(0.5, 2, 3) },
    like: { category: 'mug', mirrored: false },
  });
  live.follow(() => mug);
  expect(live.beside.getState()).toMatchObject({ rests: false, detail: null, like: null });
});

test('a stroke that begins while rest is still at work does not wait for it', async () => {
  const { asked, jobs } = workerByHand();
  const live = createLive(jobs);
  live.follow(() => discOf(100));
  await soon();
  asked[0]!.answer(Float64Array.of(1, 2, 3));
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS + 1);
  expect(asked).toHaveLength(2);
  live.follow(() => discOf(120));
  await soon();
  expect(asked).toHaveLength(3);
  // What comes too late is no detail of the new picture.
  asked[1]!.answer(Float64Array.of(9, 9, 9));
  await soon();
  expect(live.beside.getState().detail).toBeNull();
});

test('an answer that cannot be had is said, and the next stroke tries again', async () => {
  const { asked, jobs } = workerByHand();
  const live = createLive(jobs);
  live.follow(() => discOf(100));
  await soon();
  asked[0]!.fail(new Error('no network'));
  await soon();
  expect(live.beside.getState().failure).toBe('no network');
  live.follow(() => discOf(110));
  await soon();
  asked[1]!.answer(Float64Array.of(1, 2, 3));
  await soon();
  expect(live.beside.getState().failure).toBeNull();
});

test('a look-up that cannot be had is no missing answer', async () => {
  const { asked, jobs } = workerByHand();
  const live = createLive({ ...jobs, lookUp: () => Promise.reject(new Error('no bank')) });
  live.follow(() => discOf(100));
  await soon();
  asked[0]!.answer(Float64Array.of(1, 2, 3));
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS + 1);
  asked[1]!.answer(Float64Array.of(4, 5, 6));
  await soon();
  expect(live.beside.getState()).toMatchObject({ failure: null, detail: Float64Array.of(4, 5, 6), like: null });
});

test('what lacks for an answer is told apart: nothing, a dab, a hair', () => {
  expect(sightOf(emptySketch().mask).lack).toBe('blank');
  expect(sightOf(on(pen([256, 256], 12))).lack).toBe('small');
  expect(sightOf(on(pen([20, 256, 490, 256], 1, false))).lack).toBe('thin');
  expect(sightOf(discOf(100)).lack).toBeNull();
});

test('what may be wrong is remarked: a block, several pieces, too much for a link; a thing is not', () => {
  const edge = [0, 0, 512, 0, 512, 512, 0, 512, 0, 0];
  expect(remarkOn(on(pen(edge, 10)))?.is).toBe('full');
  expect(remarkOn(on(pen(ring(120, 256, 60), 10), pen(ring(390, 256, 60), 10)))).toEqual({
    ...{ is: 'pieces', values: { count: 2 } },
  });
  const hatched = Array.from({ length: 50 }, (_, k) =>
    pen(ring(256 + 3 * k * Math.cos(k), 256 + 3 * k * Math.sin(7 * k), 40 + k), 1.2, false),
  );
  expect(remarkOn(on(pen([256, 20, 256, 492]), ...hatched))).toMatchObject({ is: 'intricate', values: { most: 2000 } });
  expect(remarkOn(discOf(100))).toBeNull();
});

test('undo and redo go through the marks, clearing too; what a link brought is under all of them', () => {
  const text = writeDrawing(silhouetteOf(discOf(100)));
  const brought = sketchOf(text);
  expect(brought.text).toBe(text);
  const cleared = withMark(withMark(brought, pen(ring(100, 100, 50), 10)), { mode: 'clear' });
  expect(cleared.text).toBeNull();
  expect(sightOf(cleared.mask).lack).toBe('blank');
  const back = undone(undone(cleared));
  expect(Buffer.compare(back.mask.alpha, brought.mask.alpha)).toBe(0);
  expect([back.text, undone(back)]).toEqual([text, back]);
  expect(sightOf(redone(redone(back)).mask).lack).toBe('blank');
});

/** In a frame: the history is the embedding page's, and nothing is pushed. */
const opened = (overrides = {}) => model.open(overrides, true);
const draw = (session: ReturnType<typeof opened>, mark: Mark) =>
  session.own.setState(({ sketch }) => ({ sketch: withMark(sketch!, mark) }));

test('leaving keeps what was drawn as the scene’s picture; entering goes on with it, undo included', () => {
  const session = opened({ category: 'lamp' });
  enterRoom(session);
  expect(session.own.getState().sketching).toBe(true);
  draw(session, pen(ring(256, 256, 100), 10));
  leaveRoom(session);
  const { picture, drawing } = session.store.get().state;
  expect([picture, session.own.getState().sketching]).toEqual(['drawing', false]);
  const kept = readDrawing(drawing!);
  expect(Buffer.compare(kept, silhouetteOf(discOf(100)))).toBe(0);
  enterRoom(session);
  expect(session.own.getState().sketch!.history.done).toHaveLength(1);
  // Nothing more was drawn: the very same picture.
  leaveRoom(session);
  expect(session.store.get().state.drawing).toBe(drawing);
});

test('a look at an old drawing changes nothing, a mark that was taken back neither; to look at it is to show it', () => {
  const session = opened({});
  enterRoom(session);
  draw(session, pen(ring(256, 256, 100), 10));
  leaveRoom(session);
  const { drawing } = session.store.get().state;
  showShape(session, 'lamp', 3);
  const before = session.store.get();
  enterRoom(session);
  leaveRoom(session);
  expect(session.store.get()).toBe(before);
  enterRoom(session);
  draw(session, pen(ring(100, 100, 50), 10));
  session.own.setState(({ sketch }) => ({ sketch: undone(sketch!) }));
  leaveRoom(session);
  expect(session.store.get()).toBe(before);
  enterRoom(session);
  lookAtIt(session);
  expect(session.store.get().state).toMatchObject({ picture: 'drawing', drawing });
});

test('what was drawn and cleared can be had back the next time', () => {
  const session = opened({});
  enterRoom(session);
  draw(session, pen(ring(256, 256, 100), 10));
  draw(session, { mode: 'clear' });
  leaveRoom(session);
  enterRoom(session);
  expect(session.own.getState().sketch!.history.done).toHaveLength(2);
});

test('a look at a link’s drawing leaves what was drawn before for going on with', () => {
  const session = opened({});
  enterRoom(session);
  draw(session, pen(ring(256, 256, 100), 10));
  leaveRoom(session);
  const { sketch } = session.own.getState();
  putDrawing(session, writeDrawing(silhouetteOf(discOf(140))));
  enterRoom(session);
  leaveRoom(session);
  expect(session.own.getState().sketch).toBe(sketch);
});

test('a link’s drawing is gone on with; an empty paper changes nothing', () => {
  const text = writeDrawing(silhouetteOf(discOf(100)));
  const session = opened({ picture: 'drawing', drawing: text });
  enterRoom(session);
  expect(sightOf(session.own.getState().sketch!.mask).picture).toEqual(pictureOfSilhouette(readDrawing(text)));
  draw(session, { mode: 'clear' });
  leaveRoom(session);
  expect(session.store.get().state).toMatchObject({ picture: 'drawing', drawing: text });
});

test('what no link can hold is the reader’s own picture, and is said to be', () => {
  const session = opened({});
  enterRoom(session);
  draw(session, pen([256, 20, 256, 492], 10));
  for (let k = 0; k < 50; k++) {
    draw(session, pen(ring(256 + 3 * k * Math.cos(k), 256 + 3 * k * Math.sin(7 * k), 40 + k), 1.2, false));
  }
  leaveRoom(session);
  const { state } = session.store.get();
  expect([state.picture, state.drawing]).toEqual(['own', null]);
  expect(session.own.getState().picture).toMatchObject({ tooIntricate: true });
});

test('a drawing that no link can hold takes no photograph’s place, and both can be shown again', () => {
  const session = opened({});
  const { own } = session;
  const owned = () => [own.getState().picture?.id, own.getState().other?.id];
  const picture = pictureOfSilhouette(silhouetteOf(discOf(100)));
  const photo = { id: '1', name: 'cup.jpg', picture };
  const drawing = { id: 'drawing 1', name: '', picture, tooIntricate: true };
  putOwn(session, photo);
  const undo = ownBelongings(own);
  const before = undo.take();
  expect(undo.take()).toBe(before);
  putOwn(session, drawing);
  expect(owned()).toEqual(['drawing 1', '1']);
  expect(undo.take()).not.toBe(before);
  showOwn(session, photo);
  expect(owned()).toEqual(['1', 'drawing 1']);
  // Another of its kind takes its place, as ever.
  putOwn(session, { ...photo, id: '2' });
  expect(owned()).toEqual(['2', 'drawing 1']);
  undo.give(before);
  expect(owned()).toEqual(['1', undefined]);
});
