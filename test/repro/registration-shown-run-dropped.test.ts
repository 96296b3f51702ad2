import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openFake, paneWith, settle } from '../scenes/registration-runs/fakeJobs.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('thirty changes of one pane leave the other one its run', async () => {
  const { session, runner, questions, pane } = openFake({ panes: [paneWith('gicp'), paneWith('icp-point')] });
  for (const question of questions) question.answer(5);
  await settle();
  const untouched = pane(0).run;
  expect(untouched).not.toBeNull();
  for (let change = 1; change <= 30; change++) {
    session.store.update({ panes: [paneWith('gicp'), { ...paneWith('icp-point'), maxDistance: change }] });
    questions.at(-1)!.answer(change);
    await settle();
    expect(pane(1)).toMatchObject({ waiting: false, run: { settings: { maxDistance: change } } });
    expect(pane(0), `after ${change} changes`).toMatchObject({ waiting: false, problem: null });
    expect(pane(0).run).toBe(untouched);
  }
  // One question for each pane, and one for each change.
  expect(questions.filter(({ lane }) => lane.startsWith('pane'))).toHaveLength(32);
  runner.dispose();
});
