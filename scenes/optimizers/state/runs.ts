import { rateOf } from '../../../src/experiments/rates.ts';
import type { Experiment } from '../../../src/experiments/types.ts';
import { allOptimizerIds, optimizerOf, paramsOf, semanticsFor, semanticsOf } from '../../../src/optimizers/index.ts';
import { ownIdOf } from '../../../src/optimizers/own/index.ts';
import type { Semantics } from '../../../src/optimizers/types.ts';
import { defaultsOf, type ParamValues } from '../../../src/params/spec.ts';
import { MAX_ENABLED, sceneDefaults } from './defaults.ts';
import type { Overrides, RunOverrides, RunState } from './types.ts';
import { readParams, writeParams } from '../../../src/state/urlNumbers.ts';

/*
 * An optimizer's part of the state, all that there is to it: what its overrides mean, which of them are needless, how a link writes
 * them. What it falls back to is the experiment's.
 */

/** The run of the visitor's own rule. */
export const OWN_RUN = 'own';

type Said = Pick<Overrides, 'runs' | 'rule'>;

/** A rule of one's own is there to run. */
const isOnAtFirst = (id: string) => id === OWN_RUN || (sceneDefaults.enabled as readonly string[]).includes(id);

/** The ids of all runs that there can be, in the order of panels. */
export function runIds({ rule }: Said): readonly string[] {
  return rule === undefined ? allOptimizerIds : [...allOptimizerIds, OWN_RUN];
}

/** What specs call the optimizer of a run. */
const optimizerAt = (id: string, { rule }: Said) => (id === OWN_RUN && rule !== undefined ? ownIdOf(rule) : id);

/** Every parameter of an optimizer before any override: its own defaults, but for the experiment's lr. */
export function baseParams(optimizer: string, semantics: Semantics, experiment: Experiment): ParamValues {
  const base = defaultsOf(paramsOf(optimizer, semantics));
  const lr = rateOf(experiment, optimizer);
  return lr === undefined ? base : { ...base, lr };
}

/** Every optimizer of the registry and the visitor's own; of those that are to run the first `MAX_ENABLED`. */
export function resolveRuns(experiment: Experiment, said: Said): readonly RunState[] {
  let count = 0;
  return runIds(said).map((id) => {
    const own = said.runs?.[id];
    const optimizer = optimizerAt(id, said);
    const semantics = semanticsFor(optimizer, own?.semantics ?? experiment.semantics);
    const enabled = (own?.enabled ?? isOnAtFirst(id)) && ++count <= MAX_ENABLED;
    const params = { ...baseParams(optimizer, semantics, experiment), ...own?.params };
    return { id, optimizer, name: optimizerOf(optimizer).name, enabled, semantics, params };
  });
}

/** The values that are not the base's, of the names that it has; undefined where there are none. */
export function differing(values: ParamValues | undefined, base: ParamValues): ParamValues | undefined {
  const entries = Object.entries(values ?? {}).filter(([name, value]) => name in base && base[name] !== value);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The overrides that say something else than the experiment does; undefined where there are none. */
export function normaliseRuns(experiment: Experiment, said: Said): Overrides['runs'] {
  const kept = runIds(said).flatMap((id): (readonly [string, RunOverrides])[] => {
    const run = said.runs?.[id];
    if (run === undefined) return [];
    const { enabled, semantics, params } = run;
    const optimizer = optimizerAt(id, said);
    const follows = semanticsFor(optimizer, semantics ?? experiment.semantics);
    const differs = differing(params, baseParams(optimizer, follows, experiment));
    const own = {
      ...(enabled !== undefined && enabled !== isOnAtFirst(id) && { enabled }),
      ...(semantics !== undefined && semantics !== semanticsFor(optimizer, experiment.semantics) && { semantics }),
      ...(differs && { params: differs }),
    };
    return Object.keys(own).length > 0 ? [[id, own]] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** `adam.torch;lr:0.01;beta1:0.8,-sgd`: an optimizer a part, `-` for one that does not run. */
export function encodeRuns(runs: Overrides['runs']): string | undefined {
  const parts = Object.entries(runs ?? {}).map(([id, run]) => {
    const head = `${run.enabled === false ? '-' : ''}${id}${run.semantics ? `.${run.semantics}` : ''}`;
    return run.params && Object.keys(run.params).length > 0 ? `${head};${writeParams(run.params)}` : head;
  });
  return parts.length > 0 ? parts.join(',') : undefined;
}

/** One part of the above; undefined where it names no optimizer, semantics or parameter that there is. */
function decodeRun(part: string, experiment: Experiment, said: Said): readonly [string, RunOverrides] | undefined {
  const [head = '', ...texts] = part.split(';');
  const [, off, id = '', asked] = /^(-?)([a-z0-9-]+?)(?:\.([a-z]+))?$/.exec(head) ?? [];
  if (!runIds(said).includes(id)) return undefined;
  const optimizer = optimizerAt(id, said);
  const semantics = semanticsOf(optimizer).find((one) => one === asked);
  if (semantics !== asked) return undefined;
  const specs = paramsOf(optimizer, semanticsFor(optimizer, semantics ?? experiment.semantics));
  const params = texts.length > 0 ? readParams(texts, specs) : {};
  return params && [id, { enabled: off === '', ...(semantics && { semantics }), params }];
}

export function decodeRuns(
  text: string,
  experiment: Experiment,
  said: Said,
): { runs: Record<string, RunOverrides>; junk: string[] } {
  const runs: Record<string, RunOverrides> = {};
  const junk: string[] = [];
  for (const part of text.split(',')) {
    const run = decodeRun(part, experiment, said);
    if (run) runs[run[0]] = run[1];
    else junk.push(part);
  }
  let count = 0;
  for (const id of runIds(said)) {
    if (!(runs[id]?.enabled ?? isOnAtFirst(id)) || ++count <= MAX_ENABLED) continue;
    junk.push(id);
    runs[id] = { ...runs[id], enabled: false };
  }
  return { runs, junk };
}
