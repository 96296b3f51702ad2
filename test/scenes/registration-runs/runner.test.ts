import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshRuns } from '../../../scenes/registration/runs/paneRuns.ts';
import { panesNow } from '../../../scenes/registration/runs/session.ts';
import { openFake, pairNamed, paneWith, settle, type FakeScene } from './fakeJobs.ts';

let session: FakeScene['session'];
let runner: FakeScene['runner'];
let questions: FakeScene['questions'];
let pane: FakeScene['pane'];

beforeEach(() => {
  vi.useFakeTimers();
  ({ session, runner, questions, pane } = openFake({ panes: [paneWith('icp-point')] }));
});

afterEach(() => {
  runner.dispose();
  vi.useRealTimers();
});

describe('runner', () => {
  test('asks for a run without a verdict, shows it, and only then asks for the verdict', async () => {
    expect(questions.map(({ lane, ask }) => [lane, ask.judge, ask.record])).toEqual([['pane 0', false, true]]);
    expect(pane()).toMatchObject({ run: null, waiting: true, problem: null });
    questions[0]!.answer(5);
    await settle();
    expect(pane()).toMatchObject({ waiting: false, problem: null });
    expect([pane().run!.record.steps, pane().run!.answer.judgement]).toEqual([5, null]);
    expect(questions).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(questions[1]).toMatchObject({ lane: 'verdict', ask: { spec: questions[0]!.ask.spec, record: false } });
    const { record } = pane().run!;
    questions[1]!.answer();
    await settle();
    expect(pane().run!.answer.judgement?.verdict).toBe('good');
    expect(pane().run!.record).toBe(record);
    await vi.advanceTimersByTimeAsync(5000);
    expect(questions).toHaveLength(2);
  });

  test('the older picture stays until the newer one is there, and what was computed is not computed again', async () => {
    questions[0]!.answer(5);
    await settle();
    session.store.update({ seed: 99 });
    expect(pane()).toMatchObject({ waiting: true });
    expect(pane().run!.record.steps).toBe(5);
    expect(freshRuns(panesNow(session))).toBeNull();
    questions[1]!.answer(8);
    await settle();
    expect(pane().run!.record.steps).toBe(8);
    session.store.update({ seed: undefined });
    expect(pane()).toMatchObject({ waiting: false });
    expect(pane().run!.record.steps).toBe(5);
    expect(questions.filter(({ lane }) => lane === 'pane 0')).toHaveLength(2);
  });

  test('a late answer to an older state is shown while the newest is awaited, never in its place', async () => {
    session.store.update({ seed: 99 });
    expect(questions).toHaveLength(2);
    questions[0]!.answer(5);
    await settle();
    expect(pane()).toMatchObject({ waiting: true });
    expect(pane().run!.record.steps).toBe(5);
    questions[1]!.answer(8);
    await settle();
    expect(pane()).toMatchObject({ waiting: false });
    expect(pane().run!.record.steps).toBe(8);
  });

  test('another method does not inherit the picture of the one before it', async () => {
    questions[0]!.answer(5);
    await settle();
    session.store.update({ panes: [paneWith('gicp')] });
    expect(pane()).toMatchObject({ run: null, waiting: true });
  });

  test('what fails says so in its pane, and retry asks again', async () => {
    questions[0]!.refuse(new Error('too few points'));
    await settle();
    expect(pane()).toMatchObject({ run: null, waiting: false, problem: { kind: 'failed', message: 'too few points' } });
    runner.retry();
    expect(pane()).toMatchObject({ waiting: true, problem: null });
    questions[1]!.answer(2);
    await settle();
    expect(pane().run!.record.steps).toBe(2);
  });

  test('stop gives up the run and says so', async () => {
    runner.stop('0');
    await settle();
    expect(questions[0]!.signal!.aborted).toBe(true);
    expect(pane()).toMatchObject({ waiting: false, problem: { kind: 'stopped' } });
  });

  test('DO without maps for the target says that there are none, and asks the jobs nothing', async () => {
    session.store.update({ panes: [paneWith('do')] });
    await settle();
    expect(pane()).toMatchObject({ run: null, waiting: false, problem: { kind: 'maps' } });
    expect(questions).toHaveLength(1);
  });

  test('another pair is another run; without a pair nothing is asked', async () => {
    session.own.clouds.setState({ pair: pairNamed('second') });
    expect(questions.map(({ ask }) => ask.source)).toEqual(['source of first', 'source of second']);
    session.own.clouds.setState({ pair: null });
    expect(session.own.subject.getState()).toMatchObject({ pair: null, loading: null });
    await settle();
    expect(questions).toHaveLength(2);
  });
});
