import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

interface Disposable {
  readonly dispose: () => void;
}

/** A page's jobs and what keeps its results in step with the state. */
export interface Computing<J extends Disposable, R extends Disposable> {
  readonly jobs: J;
  readonly runner: R;
}

/**
 * What a scene computes with, for all of its page. `load` fetches the jobs' code and gives what opens them for a session; a worker that
 * died and was started again calls `onRestart`.
 */
export function createComputing<S, J extends Disposable, R extends Disposable>(
  useOwnSession: () => S,
  load: () => Promise<(session: S, onRestart: () => void) => Computing<J, R>>,
) {
  const Context = createContext<Computing<J, R> | null>(null);

  function ComputingProvider({ computing, children }: { computing: Computing<J, R> | null; children: ReactNode }) {
    return <Context value={computing}>{children}</Context>;
  }

  /** null until the jobs' code is there. */
  function useComputing(): Computing<J, R> | null {
    return useContext(Context);
  }

  /** Opens the jobs for as long as the page stands: workers go with it. `onRestart` and `onError` stay the same. */
  function useOpenComputing(onRestart: () => void, onError: (error: unknown) => void): Computing<J, R> | null {
    const session = useOwnSession();
    const [computing, setComputing] = useState<Computing<J, R> | null>(null);
    useEffect(() => {
      let gone = false;
      let opened: Computing<J, R> | null = null;
      void load().then((open) => {
        if (gone) return;
        opened = open(session, onRestart);
        setComputing(opened);
      }, onError);
      return () => {
        gone = true;
        opened?.runner.dispose();
        opened?.jobs.dispose();
      };
    }, [session, onRestart, onError]);
    return computing;
  }

  return { ComputingProvider, useComputing, useOpenComputing };
}
