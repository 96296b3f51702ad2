import { vi } from 'vitest';
import type { RegisterAnswer, RegisterAsk } from '../../../scenes/registration/jobs/api.ts';
import type { RegistrationJobs } from '../../../scenes/registration/jobs/client.ts';
import { createRecorder } from '../../../src/registration/recorder.ts';
import { identity } from '../../../src/math/matrix4.ts';
import { pairOf, type Pair } from '../../../scenes/registration/runs/pair.ts';
import { startRunner } from '../../../scenes/registration/runs/runner.ts';
import { model } from '../../../scenes/registration/model.ts';
import { panesNow } from '../../../scenes/registration/runs/session.ts';
import type { RegistrationOverrides } from '../../../scenes/registration/state/table.ts';

/** A question that the jobs were asked, and how to answer it. */
export interface Question {
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
    const pose = Float64Array.from(identity(), (v, k) => (k === 3 ? i : v));
    recorder.step(pose, 1, 0, 1, NaN, Infinity, null);
  }
  return {
    targetFromSource: identity(),
    iterations: steps,
    converged: true,
    fitness: 1,
    inlierRmse: 0,
    judgement: ask.judge === false ? null : { verdict: 'good', reason: 'agrees', values: {}, alternatives: [] },
    chosen: { voxel: null, maxDistance: null },
    weighed: null,
    leftOut: null,
    milliseconds: 1,
    record: recorder.record(),
    working: { source: cloud, target: cloud },
  };
}

const cloud = { points: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0) };
export const pairNamed = (id: string): Pair => pairOf({ id, source: cloud, target: cloud, asIs: identity() });

export const paneWith = (method: 'icp-point' | 'gicp' | 'do') =>
  ({ method, search: null, kernel: null, maxDistance: null }) as const;

/** The scene on a pair of the visitor's own, its jobs answered by hand. */
export function openFake(overrides: RegistrationOverrides) {
  const questions: Question[] = [];
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
  const session = model.open({ data: 'own', ...overrides }, false);
  session.own.clouds.setState({ pair: pairNamed('first') });
  const runner = startRunner(session, jobs);
  return { session, runner, questions, pane: (k = 0) => panesNow(session)[k]! };
}

export type FakeScene = ReturnType<typeof openFake>;

/** Lets promises and what follows from them go their way. */
export const settle = () => vi.advanceTimersByTimeAsync(0);
