import { expect, test } from 'vitest';
import { createResults, type Results } from '../../src/scene/results/results.ts';
import { noResult, type Asking } from '../../src/scene/results/types.ts';

interface Open {
  readonly spec: string;
  readonly asking: Asking<string>;
  readonly answer: (value: string) => void;
  readonly fail: (error: unknown) => void;
}

/** Results whose computations the test ends by hand; each answers an abort as jobs do. */
function byHand(
  options: { kept?: number; ends?: boolean; outlasts?: boolean; stays?: (older: string, spec: string) => boolean } = {},
) {
  const opened: Open[] = [];
  const results = createResults<string, string>({
    ...options,
    run: (spec, asking) =>
      new Promise((answer, fail) => {
        opened.push({ spec, asking, answer, fail });
        asking.signal.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));
      }),
  });
  const ask = (place: string, spec: string | null) => results.ask(place, spec === null ? null : { key: spec, spec });
  const at = (place: string) => results.store.getState()[place] ?? noResult;
  const of = (spec: string) => opened.findLast((one) => one.spec === spec)!;
  return { results, opened, ask, at, of };
}

/** All that is settled has been heard of. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the old answer stays on view until the new one is there; the newest question wins', async () => {
  const { ask, at, of } = byHand();
  ask('a', '1');
  expect(at('a')).toMatchObject({ value: null, waiting: true, fresh: false });
  of('1').answer('one');
  await settled();
  expect(at('a')).toMatchObject({ value: 'one', key: '1', waiting: false, fresh: true });
  ask('a', '2');
  ask('a', '3');
  expect(at('a')).toMatchObject({ value: 'one', key: '1', waiting: true, fresh: false });
  of('3').answer('three');
  await settled();
  of('2').answer('two');
  await settled();
  expect(at('a')).toMatchObject({ value: 'three', key: '3', fresh: true });
});

test('during a drag what arrives is the picture, though it is no longer the newest', async () => {
  const { ask, at, of } = byHand();
  ask('a', '1');
  ask('a', '2');
  of('1').answer('one');
  await settled();
  expect(at('a')).toMatchObject({ value: 'one', key: '1', waiting: true, fresh: false });
});

test('what another kind of question answered does not stand in for this one', async () => {
  const { ask, at, of } = byHand({ stays: (older, spec) => older[0] === spec[0] });
  ask('a', 'x1');
  of('x1').answer('x one');
  await settled();
  ask('a', 'x2');
  expect(at('a').value).toBe('x one');
  ask('a', 'y1');
  expect(at('a')).toMatchObject({ value: null, waiting: true });
});

test('what is on view anywhere is never dropped, however much is asked elsewhere', async () => {
  const { ask, at, of, opened } = byHand({ kept: 3 });
  ask('still', 'mine');
  of('mine').answer('kept');
  await settled();
  for (let i = 0; i < 40; i++) {
    ask('busy', `q${i}`);
    of(`q${i}`).answer(`a${i}`);
    await settled();
    expect(at('still')).toMatchObject({ value: 'kept', fresh: true, waiting: false });
  }
  const before = opened.length;
  for (const i of [38, 37, 36]) ask('busy', `q${i}`);
  expect(opened.length, 'the last ones are known for the way back').toBe(before);
  ask('busy', 'q3');
  expect(opened.length, 'older ones are asked again').toBe(before + 1);
});

test('progress and first parts are shown while the rest is computed', async () => {
  const { ask, at, of } = byHand();
  ask('a', '1');
  of('1').asking.onPart(0.5);
  expect(at('a')).toMatchObject({ value: null, part: 0.5, waiting: true });
  of('1').asking.emit('first');
  expect(at('a')).toMatchObject({ value: 'first', key: '1', waiting: true, fresh: false });
  of('1').answer('whole');
  await settled();
  expect(at('a')).toMatchObject({ value: 'whole', fresh: true, part: null });
});

test('what failed says why and is computed again on retry, not merely forgotten', async () => {
  const { results, ask, at, of, opened } = byHand();
  ask('a', '1');
  of('1').fail(new Error('no network'));
  await settled();
  expect(at('a')).toMatchObject({ value: null, waiting: false, problem: { kind: 'failed', message: 'no network' } });
  results.retry();
  expect(at('a')).toMatchObject({ problem: null, waiting: true });
  expect(opened.length).toBe(2);
  of('1').answer('one');
  await settled();
  expect(at('a')).toMatchObject({ value: 'one', fresh: true });
});

test('stopped by the visitor: said so, and computed again on retry', async () => {
  const { results, ask, at, of } = byHand();
  ask('a', '1');
  results.stop('a');
  await settled();
  expect(at('a').problem?.kind).toBe('stopped');
  results.retry();
  of('1').answer('one');
  await settled();
  expect(at('a').value).toBe('one');
});

test('dropped it is gone, and computed anew on retry; before that it stands as stopped', async () => {
  const { results, ask, at, of, opened } = byHand();
  ask('a', '1');
  of('1').answer('one');
  await settled();
  results.drop('a');
  expect(at('a')).toMatchObject({ value: null, problem: { kind: 'stopped' } });
  results.retry();
  expect(opened.length).toBe(2);
  of('1').answer('anew');
  await settled();
  expect(at('a')).toMatchObject({ value: 'anew', fresh: true });
  // Nor is it there when one comes back to it.
  results.drop('a');
  ask('a', '2');
  ask('a', '1');
  expect(opened.length).toBe(4);
});

test.each([false, true])(
  'Stop reaches what an earlier visit to the question still computes (ends: %s)',
  async (ends) => {
    const { results, ask, at, of, opened } = byHand({ ends });
    for (const spec of ['1', '2', '1']) ask('a', spec);
    await settled();
    results.stop('a');
    expect(at('a')).toMatchObject({ waiting: false, problem: { kind: 'stopped' } });
    await settled();
    expect(of('1').asking.signal.aborted).toBe(true);
    expect(at('a').problem?.kind).toBe('stopped');
    const before = opened.length;
    results.retry();
    await settled();
    expect(opened.length).toBe(before + 1);
    of('1').answer('one');
    await settled();
    expect(at('a')).toMatchObject({ value: 'one', fresh: true, problem: null });
  },
);

test('Stop at one place reaches what another asked for first, and is said at both', async () => {
  const { results, ask, at, of } = byHand();
  ask('a', '1');
  ask('b', '1');
  results.stop('b');
  await settled();
  expect(of('1').asking.signal.aborted).toBe(true);
  expect([at('a').problem?.kind, at('b').problem?.kind]).toEqual(['stopped', 'stopped']);
  results.stop('nowhere');
});

test('a failure is shown as long as its question stands, and asked anew by whoever comes back to it', async () => {
  const { results, ask, at, of, opened } = byHand();
  for (const end of [() => of('1').fail(new Error('no network')), () => results.stop('a')]) {
    ask('a', '1');
    end();
    await settled();
    ask('b', '1');
    ask('b', null);
    expect(at('a')).toMatchObject({ waiting: false, problem: expect.anything() });
    ask('a', '2');
    expect(at('a')).toMatchObject({ waiting: true, problem: null });
  }
  const before = opened.length;
  ask('a', '1');
  expect(at('a')).toMatchObject({ waiting: true, problem: null });
  expect(opened.length).toBe(before + 1);
});

test('the end ends all that is still computed, the newest question or not', () => {
  const { results, ask, of } = byHand();
  ask('a', '1');
  ask('a', '2');
  results.dispose();
  expect([of('1').asking.signal.aborted, of('2').asking.signal.aborted]).toEqual([true, true]);
});

test('a newer question ends the older computation where it is said so, and that is no problem to tell', async () => {
  const { ask, at, of } = byHand({ ends: true });
  ask('a', '1');
  const { signal } = of('1').asking;
  ask('a', '2');
  expect(signal.aborted).toBe(true);
  await settled();
  expect(at('a')).toMatchObject({ problem: null, waiting: true });
});

test('one question at two places is computed once; when the first turns away, the second still gets it', async () => {
  const { ask, at, of, opened } = byHand({ ends: true });
  ask('a', '1');
  ask('b', '1');
  expect(opened.length).toBe(1);
  ask('a', '2');
  await settled();
  of('1').answer('one');
  await settled();
  expect(at('b')).toMatchObject({ value: 'one', fresh: true });
});

test('an amended answer is shown wherever it stands; nothing wanted is nothing shown; after the end nothing is', async () => {
  const { results, ask, at, of } = byHand();
  ask('a', '1');
  of('1').answer('one');
  await settled();
  results.amend('1', (value) => `${value} judged`);
  expect(at('a').value).toBe('one judged');
  ask('a', null);
  expect(at('a')).toEqual(noResult);
  ask('a', '2');
  results.dispose();
  await settled();
  expect(results.store.getState()).toEqual({});
});

/** A reader's random walk over places and questions, answered in random order: what a place says is true at every moment. */
test('random walks (seed 1 … 20): fresh means the answer to what was asked last, and an old answer never comes back', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    let x = seed;
    const roll = (n: number) => (x = (x * 48271) % 2147483647) % n;
    const { ask, at, opened, results }: ReturnType<typeof byHand> & { results: Results<string, string> } = byHand({
      kept: 2,
    });
    const asked = new Map<string, string>();
    const seen = new Map<string, number>();
    for (let i = 0; i < 60; i++) {
      const place = `p${roll(3)}`;
      const spec = String(i).padStart(3, '0');
      ask(place, spec);
      asked.set(place, spec);
      const open = opened[roll(opened.length)]!;
      open.answer(`answer ${open.spec}`);
      await settled();
      for (const [name, key] of asked) {
        const { value, fresh, waiting, key: shown } = at(name);
        expect(fresh, `seed ${seed}`).toBe(value === `answer ${key}`);
        expect(waiting).toBe(!fresh);
        if (shown !== null) {
          expect(value).toBe(`answer ${shown}`);
          expect(Number(shown)).toBeGreaterThanOrEqual(seen.get(name) ?? 0);
          seen.set(name, Number(shown));
        }
      }
    }
    results.dispose();
  }
});

test('where answers outlast them, an older one stays on view beside a problem, with what was thrown', async () => {
  const { ask, at, of } = byHand({ outlasts: true });
  ask('a', '1');
  of('1').answer('one');
  await settled();
  const error = new RangeError('no answer');
  ask('a', '2');
  of('2').fail(error);
  await settled();
  expect(at('a')).toMatchObject({ value: 'one', key: '1', fresh: false, waiting: false });
  expect(at('a').problem).toEqual({ kind: 'failed', message: 'no answer', error });
});

test('what answers an older question says so, until the newer answer is there', async () => {
  const { ask, at, of } = byHand();
  ask('a', 'car');
  expect(at('a').older).toBe(false);
  of('car').answer('the car');
  await settled();
  expect(at('a')).toMatchObject({ value: 'the car', older: false });
  ask('a', 'room');
  expect(at('a')).toMatchObject({ value: 'the car', older: true });
  of('room').asking.emit('half a room');
  expect(at('a')).toMatchObject({ value: 'half a room', older: false });
  of('room').answer('the room');
  await settled();
  expect(at('a')).toMatchObject({ value: 'the room', older: false });
});

test('what is kept for the way back holds no more bytes than there is room for; one buffer counts once', async () => {
  interface Large {
    readonly parts: readonly { readonly numbers: Float64Array }[];
  }
  const computed: string[] = [];
  const shared = new Float64Array(100);
  const sizes: Readonly<Record<string, number>> = { a: 50, b: 50, c: 500, d: 50, e: 50 };
  const results = createResults<string, Large>({
    room: 1200,
    run: (spec) => {
      computed.push(spec);
      const numbers = new Float64Array(sizes[spec]!);
      // Half of one buffer that all of them hold: 800 bytes that what is on view holds anyway.
      return Promise.resolve({ parts: [{ numbers }, { numbers: shared.subarray(50) }] });
    },
  });
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    results.ask('place', { key, spec: key });
    await settled();
  }
  // e is on view. Of the rest 1,200 bytes stay: d, b and a (400 each), not c (4,000).
  for (const key of ['d', 'b', 'a']) {
    results.ask('place', { key, spec: key });
    await settled();
  }
  expect(computed.join('')).toBe('abcde');
  results.ask('place', { key: 'c', spec: 'c' });
  await settled();
  expect(computed.join('')).toBe('abcdec');
});

test('more than there is room for goes, the oldest first', async () => {
  const computed: string[] = [];
  const results = createResults<string, Float64Array>({
    room: 800,
    run: (spec) => {
      computed.push(spec);
      return Promise.resolve(new Float64Array(50));
    },
  });
  for (const key of ['a', 'b', 'c', 'd', 'c', 'b', 'a']) {
    results.ask('place', { key, spec: key });
    await settled();
  }
  // At d, b and c stay: 800 bytes.
  expect(computed.join('')).toBe('abcda');
});
