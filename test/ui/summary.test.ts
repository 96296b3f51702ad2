import { expect, test } from 'vitest';
import { runViewsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { createLabStore } from '../../scenes/optimizers/state/store.ts';
import { summaryOf } from '../../scenes/optimizers/summary.ts';
import { wordsOf } from '../../src/ui/useText.ts';

test('the opening state at its end, in both languages, with numbers of the closed form', () => {
  const { state } = createLabStore().get();
  const runs = runViewsOf(state);
  // SGD on the bowl: x = −7·0.905³⁰ = −0.3506, y = 2·0.9³⁰ = 0.0848; f = x²/20 + y² = 0.01333.
  const x = -7 * 0.905 ** 30;
  const y = 2 * 0.9 ** 30;
  expect([x.toPrecision(3), y.toPrecision(3), ((x * x) / 20 + y * y).toPrecision(3)]).toEqual([
    '-0.350',
    '0.0848',
    '0.0133',
  ]);
  expect(summaryOf(wordsOf('en'), state, runs, 30, false)).toMatch(
    /^Bowl, Relief\. Start \(−7, 2\)\. Update 30 of 30\. SGD at \(−0\.35, 0\.0848\), loss 0\.0133\. Momentum at /,
  );
  expect(summaryOf(wordsOf('ja'), state, runs, 30, false)).toMatch(
    /^椀（ボウル）、立体。出発点 \(−7, 2\)。30 回中 30 回目の更新。SGD は \(−0\.35, 0\.0848\)、損失 0\.0133。Momentum は /,
  );
});

test('while it plays no step is told, for it would change with every step', () => {
  const { state } = createLabStore().get();
  const runs = runViewsOf(state);
  const t = wordsOf('en');
  expect(summaryOf(t, state, runs, 3, true)).toBe(summaryOf(t, state, runs, 17, true));
});

test('a run that diverged is told so, and an empty scene too', () => {
  const t = wordsOf('en');
  const diverging = createLabStore({ runs: { sgd: { params: { lr: 100 } } } }).get().state;
  const run = runViewsOf(diverging)[0];
  const at = run?.record.divergedAt as number;
  expect(at).toBeGreaterThan(0);
  expect(summaryOf(t, diverging, runViewsOf(diverging), at, false)).toContain(`SGD diverged at update ${at}.`);
  expect(summaryOf(t, diverging, runViewsOf(diverging), at - 1, false)).not.toContain('SGD diverged');
  const off = { enabled: false };
  const empty = createLabStore({ runs: { sgd: off, momentum: off, adagrad: off, adam: off } }).get().state;
  expect(summaryOf(t, empty, runViewsOf(empty), 0, false)).toContain('No optimizer is switched on.');
});
