import { optimizers } from '../optimizers/index.ts';
import type { OptimizerDef, Semantics } from '../optimizers/types.ts';
import { MAX_ENABLED, sceneDefaults } from './defaults.ts';
import { surfaceOf } from './resolve.ts';
import type { Overrides, RunOverrides } from './types.ts';
import { readParams, writeParams } from './urlFields.ts';

/** `adam.torch;lr:0.01;beta1:0.8,-sgd`: an optimizer a part, `-` for one that does not run. */
export function encodeRuns(runs: Overrides['runs']): string | undefined {
  const parts = Object.entries(runs ?? {}).map(([id, run]) => {
    const head = `${run.enabled === false ? '-' : ''}${id}${run.semantics ? `.${run.semantics}` : ''}`;
    return run.params && Object.keys(run.params).length > 0 ? `${head};${writeParams(run.params)}` : head;
  });
  return parts.length > 0 ? parts.join(',') : undefined;
}

export function decodeRuns(text: string, context: Overrides): { runs: Record<string, RunOverrides>; junk: string[] } {
  const runs: Record<string, RunOverrides> = {};
  const junk: string[] = [];
  const surfaceSemantics = surfaceOf(context).semantics;
  for (const part of text.split(',')) {
    const [head = '', ...params] = part.split(';');
    const match = /^(-?)([a-z0-9-]+?)(?:\.([a-z]+))?$/.exec(head);
    const id = match?.[2] ?? '';
    const def = Object.hasOwn(optimizers, id) ? (optimizers as Record<string, OptimizerDef>)[id] : undefined;
    if (!match || !def) {
      junk.push(part);
      continue;
    }
    const wanted = match[3] as Semantics | undefined;
    const available = Object.keys(def.semantics) as Semantics[];
    if (wanted && !available.includes(wanted)) {
      junk.push(part);
      continue;
    }
    const preferred = wanted ?? available.find((semantics) => semantics === surfaceSemantics) ?? available[0];
    const specs = (preferred && def.semantics[preferred]?.params) ?? {};
    const values = params.length > 0 ? readParams(params, specs) : {};
    if (!values) {
      junk.push(part);
      continue;
    }
    runs[id] = { enabled: match[1] !== '-', ...(wanted ? { semantics: wanted } : {}), params: values };
  }
  let count = 0;
  for (const id of Object.keys(optimizers)) {
    const enabled = runs[id]?.enabled ?? (sceneDefaults.enabled as readonly string[]).includes(id);
    if (!enabled || ++count <= MAX_ENABLED) continue;
    junk.push(id);
    runs[id] = { ...runs[id], enabled: false };
  }
  return { runs, junk };
}
