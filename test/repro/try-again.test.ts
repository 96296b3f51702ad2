import { expect, test } from 'vitest';
import { createComputeStore, follow, tryAgain } from '../../scenes/optimizers/runs/compute.ts';

/* "Try again" after a failed job only hid the card. */

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('trying again asks the job again, and its answer is shown', async () => {
  const compute = createComputeStore();
  const answers = [() => Promise.reject(new Error('no memory')), () => Promise.resolve('dots')];
  let asked = 0;
  const shown: string[] = [];
  const { end } = follow(
    compute,
    () => answers[asked++]!(),
    (answer) => shown.push(answer),
  );
  await settled();
  expect([asked, shown, compute.getState().problem]).toEqual([1, [], new Error('no memory')]);

  tryAgain(compute);
  expect(compute.getState().problem).toBeNull();
  await settled();
  expect([asked, shown, compute.getState().problem]).toEqual([2, ['dots'], null]);

  end();
  tryAgain(compute);
  await settled();
  expect(asked).toBe(2);
});

test('what was no longer wanted is no failure', async () => {
  const compute = createComputeStore();
  const { end } = follow(
    compute,
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('gone')))),
    () => undefined,
  );
  end();
  await settled();
  expect(compute.getState().problem).toBeNull();
});
