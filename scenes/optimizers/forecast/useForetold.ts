import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { newestWins } from '../../../src/jobs/newestWins.ts';
import { sliced } from '../../../src/jobs/sliced.ts';
import { useVeiled } from '../../../src/runs/session.tsx';
import { PLACE } from '../../../src/scene/model.ts';
import { createResults, createShown, type Results } from '../../../src/scene/results/results.ts';
import { noResult, type AskingOf } from '../../../src/scene/results/types.ts';
import { lab } from '../model.ts';
import { foretell, questionOf, type Foretold, type Question } from './foretold.ts';

interface Answer {
  readonly question: Question;
  readonly found: Foretold | null;
}

/** The question goes on about the same rule on the same surface. */
const isNear = ({ question: { run } }: Answer, { run: now }: Question) =>
  run.optimizer === now.optimizer && run.semantics === now.semantics && run.surface.id === now.surface.id;

const inSlices = () => {
  const once = newestWins(async (question: Question, signal): Promise<Answer> => {
    return { question, found: await sliced(foretell(question), signal) };
  });
  return (question: Question, { signal }: AskingOf) => once(question, signal);
};

export interface Ahead {
  readonly found: Foretold;
  /** Of what was asked before: what is asked now is being worked out. */
  readonly older: boolean;
}

/** What is foretold of a run, in slices of this thread: during a drag the newest question waits for the one before. null also while it is switched off, or a question keeps it back. */
export function useForetold(id: string): Ahead | null {
  const veiled = useVeiled();
  const state = lab.useState((now) => now);
  const run = veiled ? undefined : state.runs.find((one) => one.id === id);
  const question = run?.enabled ? questionOf(state, run) : null;
  const key = question && JSON.stringify(question);
  const [store] = useState(() => createShown<Answer>());
  const engine = useRef<Results<Question, Answer> | null>(null);
  useEffect(() => {
    const results = createResults({ store, stays: isNear, run: inSlices() });
    engine.current = results;
    return () => results.dispose();
  }, [store]);
  useEffect(() => {
    engine.current?.ask(PLACE, key === null ? null : { key, spec: JSON.parse(key) as Question });
  }, [key]);
  const { value, older } = useStore(store, (shown) => shown[PLACE] ?? noResult);
  return key !== null && value?.found ? { found: value.found, older } : null;
}
