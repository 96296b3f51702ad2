import { identity } from '../../../src/math/matrix4.ts';
import { prepare } from '../../../src/registration/prepare.ts';
import type { RegisterSpec } from '../../../src/registration/specs.ts';
import type { Keeper } from '../../../src/scene/model.ts';
import { createResults, messageOf } from '../../../src/scene/results/results.ts';
import type { Asking } from '../../../src/scene/results/types.ts';
import type { RegistrationJobs } from '../jobs/client.ts';
import { MAX_PANES, needsMaps, type PaneSettings } from '../state/panes.ts';
import type { RegistrationState } from '../state/table.ts';
import { cloudsOf, scenePair, type Pair } from './pair.ts';
import { MapsError, specOf, type PaneRun } from './paneRuns.ts';
import { loadSample, shippedMaps, type Sample, type SampleId } from './samples.ts';
import { noSubject, type MapFile, type RegistrationSession } from './session.ts';
import { keepAgreements } from './agreements.ts';
import { keepJudging } from './verdicts.ts';

/** What a pane asks. */
interface Question {
  readonly key: string;
  readonly settings: PaneSettings;
  readonly spec: RegisterSpec;
  readonly pair: Pair;
}

/** Keeps data, scene and a run for each pane in step with the state. Everything is computed by `jobs`. */
export function startRunner(session: RegistrationSession, jobs: RegistrationJobs): Required<Keeper> {
  const { store, own } = session;
  const { subject, clouds, trained } = own;
  const samples = new Map<SampleId, Promise<Sample>>();
  const read = new Map<SampleId, Sample>();
  let shipped: Promise<MapFile> | null = null;
  let gone = false;
  let sent: Pair | null = null;
  let scene: Pair | null = null;
  /** What each pane asks. */
  let keys: readonly string[] = [];

  /** The pair of the state, null where it is still to be read. */
  function pairNow({ data, factors, seed }: RegistrationState): Pair | null {
    if (data === 'own') return clouds.getState().pair;
    const sample = read.get(data);
    if (!sample) {
      fetchSample(data);
      return null;
    }
    if (sample.kind === 'scans') return sample.pair;
    const id = `scene ${JSON.stringify([factors, seed])}`;
    if (scene?.id !== id) scene = scenePair(id, sample.stage, factors, seed, identity());
    return scene;
  }

  function fetchSample(id: SampleId): void {
    if (samples.has(id)) return;
    const current = () => !gone && store.get().state.data === id;
    const loading = loadSample(id, jobs.readCloud, (part) => {
      if (current()) subject.setState({ loading: part });
    });
    samples.set(id, loading);
    loading.then(
      (sample) => {
        read.set(id, sample);
        if (!gone) update();
      },
      (error: unknown) => {
        samples.delete(id);
        if (current()) subject.setState({ loading: null, failure: messageOf(error) });
      },
    );
  }

  function send(pair: Pair): void {
    if (sent === pair) return;
    if (sent) for (const id of Object.values(cloudsOf(sent))) jobs.forget(id);
    sent = pair;
    const { source, target } = cloudsOf(pair);
    jobs.put(source, pair.source);
    jobs.put(target, pair.target);
  }

  const ownMaps = ({ model }: Pair) => (model === null ? undefined : trained.getState().maps[model]);

  async function mapsFor(pair: Pair): Promise<MapFile> {
    const mine = ownMaps(pair);
    if (mine) return mine;
    if (store.get().state.data !== 'spot') throw new MapsError('maps');
    try {
      return await (shipped ??= shippedMaps().then((bytes) => ({ id: 'maps shipped', bytes })));
    } catch (error) {
      shipped = null;
      throw new MapsError('maps-failed', messageOf(error));
    }
  }

  async function compute({ key, settings, spec, pair }: Question, { place, signal }: Asking<PaneRun>) {
    const maps = needsMaps(settings) ? await mapsFor(pair) : null;
    if (keys[Number(place)] !== key) throw new DOMException('a newer question took its place', 'AbortError');
    if (maps) jobs.putMaps(maps.id, maps.bytes);
    const ask = {
      ...{ spec, ...cloudsOf(pair), maps: maps?.id ?? null },
      ...{ record: true, truth: pair.truth && [...pair.truth], judge: false },
    };
    const answer = await jobs.register(`pane ${place}`, ask, signal);
    const { record, working, trees } = answer;
    if (!record || !working) throw new Error('the job kept no record');
    judging.later();
    return { key, pair, settings, spec, maps: maps?.id ?? null, answer, record, prepared: prepare(working, trees) };
  }

  const results = createResults<Question, PaneRun>({
    store: own.shown,
    run: compute,
    // What another method did in this place, or with another model, says nothing of this one.
    stays: (older, { settings, pair }) =>
      older.settings.method === settings.method && older.pair.target === pair.target,
  });
  const judging = keepJudging(own.shown, results, jobs);

  function update(): void {
    const { state } = store.get();
    const { data, panes } = state;
    const pair = pairNow(state);
    if (pair) {
      send(pair);
      subject.setState({ pair, loading: null, failure: null });
    } else if (data !== 'own' && samples.has(data)) {
      subject.setState(({ loading }) => ({ pair: null, failure: null, loading: loading ?? 0 }));
    } else {
      subject.setState({ pair: null, loading: null });
    }
    const maps = pair && (ownMaps(pair)?.id ?? null);
    const questions = pair
      ? panes.map((settings): Question => {
          const spec = specOf(state, settings, pair);
          return { key: JSON.stringify([pair.id, spec, maps]), settings, spec, pair };
        })
      : [];
    keys = questions.map(({ key }) => key);
    judging.later();
    for (let k = 0; k < MAX_PANES; k++) {
      const question = questions[k];
      results.ask(String(k), question ? { key: question.key, spec: question } : null);
    }
  }

  const ends = [
    keepAgreements(own.shown, own.agreements),
    store.subscribe(update),
    clouds.subscribe(update),
    trained.subscribe(update),
  ];
  update();
  return {
    retry() {
      update();
      results.retry();
    },
    stop: results.stop,
    dispose() {
      gone = true;
      for (const end of ends) end();
      judging.dispose();
      results.dispose();
      subject.setState(noSubject);
    },
  };
}
