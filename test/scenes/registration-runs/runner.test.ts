import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RegisterAnswer, RegisterAsk } from '../../../scenes/registration/jobs/api.ts';
import type { RegistrationJobs } from '../../../scenes/registration/jobs/client.ts';
import { createRecorder } from '../../../src/registration/recorder.ts';
import { identity } from '../../../src/math/matrix4.ts';
import { pairOf, type Pair } from '../../../scenes/registration/runs/pair.ts';
import { startRunner, type Runner } from '../../../scenes/registration/runs/runner.ts';
import { freshRuns } from '../../../scenes/registration/runs/runs.ts';
import { openRegistration, type RegistrationSession } from '../../../scenes/registration/runs/session.tsx';

/** A question that the jobs were asked, and how to answer it. */
interface Question {
  readonly lane: string;
  readonly ask: RegisterAsk;
  readonly signal: AbortSignal | undefined;
  answer(steps?: number): void;
  refuse(error: Error): void;
}

function answerOf(ask: RegisterAsk, steps: number): RegisterAnswer {
  const recorder = createRecorder();
  recorder.phase('icp-point');
  for (let i = 0; i <= steps; i++) {
    recorder.step(
      Float64Array.from(identity(), (v, k) => (k === 3 ? i : v)),
      1,
      0,
      1,
      NaN,
      Infinity,
      null,
    );
  }
  return {
    targetFromSource: identity(),
    iterations: steps,
    converged: true,
    fitness: 1,
    inlierRmse: 0,
    judgement: ask.judge === false ? null : { verdict: 'good', reason: 'agrees', values: {} },
    chosen: { voxel: null, maxDistance: null },
    milliseconds: 1,
    record: recorder.record(),
    working: { source: cloud, target: cloud },
  };
}

const cloud = { points: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0) };
const pair = (id: string): Pair => pairOf({ id, source: cloud, target: cloud, asIs: identity() });

let session: RegistrationSession;
let runner: Runner;
let questions: Question[];

beforeEach(() => {
  vi.useFakeTimers();
  questions = [];
  const jobs = {
    put: () => undefined,
    putMaps: () => undefined,
    forget: () => undefined,
    register: (lane: string, ask: RegisterAsk, signal?: AbortSignal) =>
      new Promise<RegisterAnswer>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        questions.push({
          lane,
          ask,
          signal,
          answer: (steps = 3) => resolve(answerOf(ask, steps)),
          refuse: (error) => reject(error),
        });
      }),
  } as unknown as RegistrationJobs;
  session = openRegistration(
    { data: 'own', panes: [{ method: 'icp-point', search: null, kernel: null, maxDistance: null }] },
    false,
  );
  session.own.setState({ pair: pair('first') });
  runner = startRunner(session, jobs);
});

afterEach(() => {
  runner.dispose();
  vi.useRealTimers();
});

/** Lets promises and what follows from them go their way. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const pane = () => session.runs.getState().panes[0]!;

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
    expect(freshRuns(session.runs.getState())).toBeNull();
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
    session.store.update({ panes: [{ method: 'gicp', search: null, kernel: null, maxDistance: null }] });
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
    runner.stop(0);
    await settle();
    expect(questions[0]!.signal!.aborted).toBe(true);
    expect(pane()).toMatchObject({ waiting: false, problem: { kind: 'stopped' } });
  });

  test('DO without maps for the target says that there are none, and asks the jobs nothing', async () => {
    session.store.update({ panes: [{ method: 'do', search: null, kernel: null, maxDistance: null }] });
    await settle();
    expect(pane()).toMatchObject({ run: null, waiting: false, problem: { kind: 'maps' } });
    expect(questions).toHaveLength(1);
  });

  test('another pair is another run; without a pair nothing is asked', async () => {
    session.own.setState({ pair: pair('second') });
    expect(questions.map(({ ask }) => ask.source)).toEqual(['source 1', 'source 2']);
    session.own.setState({ pair: null });
    expect(session.runs.getState()).toMatchObject({ pair: null, loading: null });
    await settle();
    expect(questions).toHaveLength(2);
  });
});
