import { rateOf } from '../../../src/experiments/rates.ts';
import type { Experiment } from '../../../src/experiments/types.ts';
import {
  allOptimizerIds,
  allOptimizers,
  isAnyOptimizerId,
  paramsOf,
  semanticsFor,
  semanticsOf,
} from '../../../src/optimizers/index.ts';
import type { Semantics } from '../../../src/optimizers/types.ts';
import { defaultsOf, type ParamValues } from '../../../src/params/spec.ts';
import { MAX_ENABLED, sceneDefaults } from './defaults.ts';
import type { Overrides, RunOverrides, RunState } from './types.ts';
import { readParams, writeParams } from '../../../src/state/urlNumbers.ts';

/*
 * An optimizer's part of the state, all that there is to it: what its overrides mean, which of them are needless, how a link writes
 * them. What it falls back to is the experiment's.
 */

const isOnAtFirst = (id: string) => (sceneDefaults.enabled as readonly string[]).includes(id);

/** Every parameter of an optimizer before any override: its own defaults, but for the experiment's lr. */
export function baseParams(id: string, semantics: Semantics, experiment: Experiment): ParamValues {
  const base = defaultsOf(paramsOf(id, semantics));
  const lr = rateOf(experiment, id);
  return lr === undefined ? base : { ...base, lr };
}

/** Every optimizer of the registry; of those that are to run the first `MAX_ENABLED`. */
export function resolveRuns(experiment: Experiment, runs: Overrides['runs'] = {}): readonly RunState[] {
  let count = 0;
  return allOptimizerIds.map((id) => {
    const own = runs[id];
    const semantics = semanticsFor(id, own?.semantics ?? experiment.semantics);
    const enabled = (own?.enabled ?? isOnAtFirst(id)) && ++count <= MAX_ENABLED;
    const params = { ...baseParams(id, semantics, experiment), ...own?.params };
    return { id, name: allOptimizers[id].name, enabled, semantics, params };
  });
}

/** The values that are not the base's, of the names that it has; undefined where there are none. */
export function differing(values: ParamValues | undefined, base: ParamValues): ParamValues | undefined {
  const entries = Object.entries(values ?? {}).filter(([name, value]) => name in base && base[name] !== value);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The overrides that say something else than the experiment does; undefined where there are none. */
export function normaliseRuns(experiment: Experiment, runs: Overrides['runs'] = {}): Overrides['runs'] {
  const kept = allOptimizerIds.flatMap((id): (readonly [string, RunOverrides])[] => {
    const { enabled, semantics, params } = runs[id] ?? {};
    const differs = differing(params, baseParams(id, semanticsFor(id, semantics ?? experiment.semantics), experiment));
    const own = {
      ...(enabled !== undefined && enabled !== isOnAtFirst(id) && { enabled }),
      ...(semantics !== undefined && semantics !== semanticsFor(id, experiment.semantics) && { semantics }),
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
function decodeRun(part: string, experiment: Experiment): readonly [string, RunOverrides] | undefined {
  const [head = '', ...texts] = part.split(';');
  const [, off, id = '', asked] = /^(-?)([a-z0-9-]+?)(?:\.([a-z]+))?$/.exec(head) ?? [];
  if (!isAnyOptimizerId(id)) return undefined;
  const semantics = semanticsOf(id).find((one) => one === asked);
  if (semantics !== asked) return undefined;
  const specs = paramsOf(id, semanticsFor(id, semantics ?? experiment.semantics));
  const params = texts.length > 0 ? readParams(texts, specs) : {};
  return params && [id, { enabled: off === '', ...(semantics && { semantics }), params }];
}

export function decodeRuns(
  text: string,
  experiment: Experiment,
): { runs: Record<string, RunOverrides>; junk: string[] } {
  const runs: Record<string, RunOverrides> = {};
  const junk: string[] = [];
  for (const part of text.split(',')) {
    const run = decodeRun(part, experiment);
    if (run) runs[run[0]] = run[1];
    else junk.push(part);
  }
  let count = 0;
  for (const id of allOptimizerIds) {
    if (!(runs[id]?.enabled ?? isOnAtFirst(id)) || ++count <= MAX_ENABLED) continue;
    junk.push(id);
    runs[id] = { ...runs[id], enabled: false };
  }
  return { runs, junk };
}
