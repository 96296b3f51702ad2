import { paramsOf } from '../../../src/optimizers/index.ts';
import type { ParamSpec } from '../../../src/params/spec.ts';
import type { Highlight } from '../../../src/runs/highlight.ts';
import { lossFloorOf } from '../runs/lossFloor.ts';
import { setParam, setStart, setSurfaceParam } from '../state/actions.ts';
import { disturbanceNumber, setDisturbance, type DisturbanceNumber } from '../state/disturb.ts';
import { disturbanceParams, sceneParams } from '../state/limits.ts';
import { experimentOf, surfaceOf } from '../state/experiment.ts';
import { baseParams } from '../state/runs.ts';
import type { Lab, LabStore } from '../state/store.ts';

/** Names one number of the state. It is all that leva holds of it; the value itself stays in the one store. */
export type Address =
  | { readonly of: 'run'; readonly id: string; readonly name: string }
  | { readonly of: 'surface'; readonly name: string }
  | { readonly of: 'scene'; readonly name: keyof typeof sceneParams | 'cut' }
  | { readonly of: 'disturbance'; readonly name: DisturbanceNumber }
  | { readonly of: 'start'; readonly axis: 0 | 1 };

export interface NumberAt {
  readonly value: number;
  /** `default` is what it falls back to in this state (the surface's recommended lr, say). */
  readonly spec: ParamSpec;
}

/** null for an address that the state does not have (any more): other semantics, another surface. */
export function numberAt(lab: Lab, address: Address): NumberAt | null {
  const { state, overrides } = lab;
  switch (address.of) {
    case 'run': {
      const run = state.runs.find(({ id }) => id === address.id);
      const spec = run && paramsOf(run.optimizer, run.semantics)[address.name];
      if (!run || !spec) return null;
      const base = baseParams(run.optimizer, run.semantics, experimentOf(overrides))[address.name] as number;
      return { value: run.params[address.name] as number, spec: { ...spec, default: base } };
    }
    case 'surface': {
      const spec = surfaceOf(overrides).params?.[address.name];
      if (!spec) return null;
      return { value: state.surface.params[address.name] as number, spec };
    }
    case 'scene':
      if (address.name === 'cut') return { value: state.cut, spec: cutSpec(lab) };
      return {
        value: state[address.name],
        spec: { ...sceneParams[address.name], default: sceneDefault(lab, address.name) },
      };
    case 'disturbance': {
      const value = disturbanceNumber(state.disturbance, address.name);
      const { inject, lrChange, schedule } = disturbanceParams;
      if (value === null) return null;
      const spec: ParamSpec = { ...inject, ...lrChange, ...schedule }[address.name];
      // Beyond the last update it disturbs nothing.
      return { value, spec: spec.integer ? { ...spec, max: Math.max(state.steps, 2) } : spec };
    }
    case 'start': {
      const [x0, x1, y0, y1] = state.surface.domain;
      const [min, max] = address.axis === 0 ? [x0, x1] : [y0, y1];
      const base = experimentOf(overrides).start[address.axis];
      return {
        value: state.start[address.axis],
        spec: { default: base, min, max, scale: 'linear', accepts: { min, max } },
      };
    }
  }
}

function sceneDefault({ overrides }: Lab, name: keyof typeof sceneParams): number {
  return name === 'steps' ? experimentOf(overrides).steps : sceneParams[name].default;
}

/** From a tenth of the surface's own cut above the floor to four times it, the height up to which a path may raise it. */
function cutSpec({ state, overrides }: Lab): ParamSpec {
  const cut = surfaceOf(overrides).cut;
  const floor = lossFloorOf(state, []).value;
  const own = Math.max(cut - floor, 1e-6);
  return { default: cut, min: floor + own / 10, max: floor + 4 * own, scale: 'linear', accepts: { above: floor } };
}

/** The caller has checked `value` against the spec. Drags and typed numbers replace the history's entry. */
export function writeNumber(store: LabStore, address: Address, value: number): void {
  switch (address.of) {
    case 'run':
      setParam(store, address.id, address.name, value);
      break;
    case 'surface':
      setSurfaceParam(store, address.name, value);
      break;
    case 'scene':
      store.update({ [address.name]: value }, 'replace');
      break;
    case 'disturbance':
      setDisturbance(store, address.name, value);
      break;
    case 'start': {
      const [x, y] = store.get().state.start;
      setStart(store, address.axis === 0 ? [value, y] : [x, value]);
      break;
    }
  }
}

/** The part of a parameter's label under `param.`; the start's coordinates are called by their letter. */
export function nameOf(address: Address): string {
  return address.of === 'start' ? (address.axis === 0 ? 'x' : 'y') : address.name;
}

/** A parameter of the selected optimizer is a symbol of its rule; any other number lights up by itself. */
export function highlightOf(address: Address, selected: string | null): Highlight {
  const name = nameOf(address);
  if (address.of !== 'run') return { kind: 'thing', name: `${address.of}-${name}` };
  return address.id === selected ? { kind: 'symbol', name } : { kind: 'thing', name: `${address.id}-${name}` };
}

/** The heading over the rows of an optimizer that is not selected: says whose numbers they are. */
export function headingId(run: string): string {
  return `heading-${run}`;
}
