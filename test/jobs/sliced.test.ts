import { expect, test } from 'vitest';
import { sliced } from '../../src/jobs/sliced.ts';

const never = new AbortController().signal;

/** Keeps the thread for so many milliseconds a step; answers its name. */
function* busy(name: string, steps: number, milliseconds: number): Generator<void, string> {
  for (let k = 0; k < steps; k++) {
    for (const begin = performance.now(); performance.now() - begin < milliseconds;);
    yield;
  }
  return name;
}

test('work of the page’s thread leaves it again and again: a timer that waits has its turns meanwhile', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  expect(await sliced(busy('long', 40, 2), never)).toBe('long');
  clearInterval(timer);
  // 80 ms by slices of 8 ms and a step.
  expect(turns).toBeGreaterThanOrEqual(6);
});

test('several works take turns, and one that is no longer wanted goes no further', async () => {
  const order: string[] = [];
  const note = (name: string) => order.push(name);
  const ending = new AbortController();
  let went = 0;
  function* unwanted(): Generator<void, string> {
    for (;;) {
      for (const begin = performance.now(); performance.now() - begin < 5;);
      went++;
      yield;
    }
  }
  const [long, short, none] = [
    sliced(busy('long', 10, 5), never).then(note),
    sliced(busy('short', 2, 5), never).then(note),
    sliced(unwanted(), ending.signal),
  ];
  await short;
  ending.abort();
  await expect(none).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  const then = went;
  await long;
  expect(order).toEqual(['short', 'long']);
  expect(went).toBe(then);
});
