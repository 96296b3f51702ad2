import type { StoreApi } from 'zustand/vanilla';
import { PLACE, type Disposable, type SceneModel, type SceneSession, type Values } from './model.ts';
import type { Question } from './results/resultOf.ts';
import { createResults } from './results/results.ts';
import type { Entries } from './state/table.ts';

/** Keeps a session's results in step with its state, and with one another, until it is disposed of. */
export function startResults<E extends Entries, J extends Disposable, R extends Values, Own>(
  { options: { results } }: SceneModel<E, J, R, Own>,
  session: SceneSession<E, R, Own>,
  jobs: J,
) {
  type Name = keyof R & string;
  const names = Object.keys(results ?? {}) as Name[];
  const engines = names.map((name) => {
    const { ask, ends, outlasts, kept, room } = results![name];
    const engine = createResults({
      store: session.results[name],
      run: (question: Question<J, R[Name]>, asking) => question.run(jobs, asking),
      stays: (older, question) => question.stays?.(older) ?? true,
      ...{ ends, outlasts, kept, room },
    });
    return { name, ask, engine };
  });
  const update = () => {
    const { state } = session.store.get();
    for (const { ask, engine } of engines) {
      const wanted = ask(state, session);
      engine.ask(PLACE, wanted && { key: wanted.key, spec: wanted });
    }
  };
  // Results may follow one another.
  const stores = Object.values<StoreApi<unknown>>(session.results);
  const ends = [session.store.subscribe(update), ...stores.map((store) => store.subscribe(update))];
  update();
  return {
    retry: () => engines.forEach(({ engine }) => engine.retry()),
    stop: (name: string) => engines.find((one) => one.name === name)?.engine.stop(PLACE),
    drop: (name: string) => engines.find((one) => one.name === name)?.engine.drop(PLACE),
    dispose() {
      for (const end of ends) end();
      for (const { engine } of engines) engine.dispose();
    },
  };
}
