import type { RegistrationJobs } from '../jobs/client.ts';
import { identity } from '../../../src/math/matrix4.ts';
import type { RegistrationState } from '../state/types.ts';
import { scenePair, type Pair } from './pair.ts';
import type { PaneProblem, PaneRun, PaneView } from './runs.ts';
import { loadSample, shippedMaps, type Sample, type SampleId } from './samples.ts';
import type { MapFile, RegistrationSession } from './session.tsx';
import { needsMaps, specOf } from './spec.ts';

/** Verdicts are asked for once the state has rested so long: each takes longer than the run. Milliseconds. */
const REST = 350;
/** Runs that are kept for the way back. */
const KEPT = 24;

export interface Runner {
  /** Tries again what could not be had or computed. */
  retry(): void;
  /** Gives up what a pane waits for. */
  stop(pane: number): void;
  dispose(): void;
}

/**
 * Keeps `session.runs` in step with the state: data, scene and a run for each pane. The newest wins; the older picture stays until the
 * newer one is there. Everything is computed by `jobs`.
 */
export function startRunner(session: RegistrationSession, jobs: RegistrationJobs): Runner {
  const { store, runs, own, trained } = session;
  const samples = new Map<SampleId, Promise<Sample>>();
  const read = new Map<SampleId, Sample>();
  const finished = new Map<string, PaneRun>();
  const problems = new Map<string, PaneProblem>();
  let shipped: Promise<MapFile> | null = null;
  let gone = false;
  /** What each pane waits for. */
  let asked: string[] = [];
  const stops: AbortController[] = [];
  let sent: Pair | null = null;
  let count = 0;
  let scene: { readonly key: string; readonly pair: Pair } | null = null;

  /** The pair of the state, null where it is still to be read. */
  function pairNow(state: RegistrationState): Pair | null {
    if (state.data === 'own') return own.getState().pair;
    const sample = read.get(state.data);
    if (!sample) {
      fetchSample(state.data);
      return null;
    }
    if (sample.kind === 'scans') return sample.pair;
    const key = JSON.stringify([state.factors, state.seed]);
    if (scene?.key !== key) {
      scene = { key, pair: scenePair(`scene ${key}`, sample.stage, state.factors, state.seed, identity()) };
    }
    return scene.pair;
  }

  function fetchSample(id: SampleId): void {
    if (samples.has(id)) return;
    const current = () => !gone && store.get().state.data === id;
    const loading = loadSample(id, jobs.readCloud, (part) => {
      if (current()) runs.setState({ loading: part });
    });
    samples.set(id, loading);
    loading.then(
      (sample) => {
        read.set(id, sample);
        if (!gone) update();
      },
      (error: unknown) => {
        samples.delete(id);
        if (current()) runs.setState({ loading: null, failure: messageOf(error) });
      },
    );
  }

  /** Cloud ids in the jobs: new ones for each pair, so that a job that still waits meets its own clouds or none. */
  function send(pair: Pair): void {
    if (sent === pair) return;
    if (sent) for (const role of ['source', 'target']) jobs.forget(`${role} ${count}`);
    count++;
    sent = pair;
    jobs.put(`source ${count}`, pair.source);
    jobs.put(`target ${count}`, pair.target);
  }

  async function mapsFor(pair: Pair): Promise<MapFile | null> {
    const mine = pair.model === null ? undefined : trained.getState().maps[pair.model];
    if (mine) return mine;
    if (store.get().state.data !== 'spot') return null;
    shipped ??= shippedMaps().then((bytes) => ({ id: 'maps shipped', bytes }));
    return shipped;
  }

  async function compute(k: number, key: string, state: RegistrationState, pair: Pair): Promise<void> {
    const settings = state.panes[k]!;
    const current = () => !gone && asked[k] === key;
    const fail = (kind: PaneProblem['kind'], message: string) => {
      problems.set(key, { kind, message });
      if (current()) show();
    };
    let maps: MapFile | null = null;
    if (needsMaps(settings)) {
      try {
        maps = await mapsFor(pair);
      } catch (error) {
        shipped = null;
        fail('maps-failed', messageOf(error));
        return;
      }
      if (!maps) {
        fail('maps', '');
        return;
      }
      if (!current()) return;
      jobs.putMaps(maps.id, maps.bytes);
    }
    const spec = specOf(state, settings, pair);
    const stop = (stops[k] = new AbortController());
    try {
      const ask = {
        spec,
        source: `source ${count}`,
        target: `target ${count}`,
        maps: maps?.id ?? null,
        record: true,
        truth: pair.truth && [...pair.truth],
        judge: false,
      };
      const answer = await jobs.register(`pane ${k}`, ask, stop.signal);
      const { record, working } = answer;
      if (!record || !working) throw new Error('the job kept no record');
      judged.delete(key);
      finished.set(key, { key, pair, settings, spec, maps: maps?.id ?? null, answer, record, working });
      for (const old of [...finished.keys()].slice(0, -KEPT)) finished.delete(old);
      // During a drag what is there is the picture, even where it is no longer the newest.
      if (!gone && asked[k] !== undefined) show(current() ? undefined : { k, key });
      judgeLater();
    } catch (error) {
      if (stop.signal.aborted) fail('stopped', '');
      else if (!isAbort(error) && current()) fail('failed', messageOf(error));
    }
  }

  /** One after another, and none while a run is awaited: a slider that moves on waits for one verdict at most. */
  async function judgeNow(): Promise<void> {
    if (judging) return;
    judging = true;
    for (let run = nextUnjudged(); run; run = nextUnjudged()) {
      judged.add(run.key);
      try {
        const { judgement } = await jobs.register('verdict', {
          spec: run.spec,
          source: `source ${count}`,
          target: `target ${count}`,
          maps: run.maps,
          record: false,
        });
        finished.set(run.key, { ...run, answer: { ...run.answer, judgement } });
        show();
      } catch (error) {
        // Its clouds may have gone with the state that asked for it.
        if (!asked.includes(run.key)) judged.delete(run.key);
        else if (!isAbort(error)) reportError(error);
      }
    }
    judging = false;
  }
  /** Keys whose verdict has been asked for. */
  const judged = new Set<string>();
  let judging = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  function nextUnjudged(): PaneRun | null {
    if (gone || asked.some((key) => !finished.has(key) && !problems.has(key))) return null;
    const runs = asked.flatMap((key) => finished.get(key) ?? []);
    return runs.find(({ key, answer }) => !answer.judgement && !judged.has(key)) ?? null;
  }
  function judgeLater(): void {
    clearTimeout(rest);
    rest = setTimeout(() => void judgeNow(), REST);
  }

  const shown: (string | null)[] = [];
  function show(late?: { readonly k: number; readonly key: string }): void {
    const { panes } = store.get().state;
    const views = panes.map((settings, k): PaneView => {
      const key = asked[k];
      const done = key === undefined ? undefined : finished.get(key);
      const problem = key === undefined ? null : (problems.get(key) ?? null);
      if (done) shown[k] = key!;
      else if (late?.k === k && finished.get(late.key)?.settings.method === settings.method) shown[k] = late.key;
      const before = shown[k] == null ? undefined : finished.get(shown[k]);
      // What another method did in this place says nothing of this one.
      const run = done ?? (before?.settings.method === settings.method ? before : null) ?? null;
      return { settings, run: problem ? null : run, waiting: !done && !problem, problem };
    });
    if (!gone) runs.setState({ panes: views });
  }

  function update(): void {
    const { state } = store.get();
    const pair = pairNow(state);
    if (!pair) {
      asked = [];
      const reading = state.data !== 'own' && samples.has(state.data);
      runs.setState({
        pair: null,
        panes: state.panes.map((settings) => ({ settings, run: null, waiting: state.data !== 'own', problem: null })),
        ...(reading ? { failure: null, loading: runs.getState().loading ?? 0 } : { loading: null }),
      });
      return;
    }
    const keys = state.panes.map((pane) => JSON.stringify([pair.id, specOf(state, pane, pair), mapsKey(pair)]));
    send(pair);
    judgeLater();
    const before = asked;
    asked = keys;
    runs.setState({ pair, loading: null, failure: null });
    show();
    keys.forEach((key, k) => {
      if (finished.has(key) || problems.has(key) || before[k] === key) return;
      void compute(k, key, state, pair);
    });
  }

  const mapsKey = (pair: Pair) => (pair.model === null ? null : (trained.getState().maps[pair.model]?.id ?? null));
  const ends = [store.subscribe(update), own.subscribe(update), trained.subscribe(update)];
  update();
  return {
    retry() {
      problems.clear();
      asked = [];
      update();
    },
    stop(pane) {
      stops[pane]?.abort();
    },
    dispose() {
      gone = true;
      clearTimeout(rest);
      for (const end of ends) end();
      runs.setState({ pair: null, panes: [], loading: null, failure: null });
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
