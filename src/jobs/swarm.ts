import type { Device } from '../gpu/device.ts';
import { fullStarts, kindsOf, SWARM_CELLS, SWARM_OUTPUT, swarmKernelOf } from '../gpu/swarmKernel.ts';
import { disturbedGradient, disturbedLr } from '../optimizers/disturbance.ts';
import { ruleOf } from '../optimizers/index.ts';
import { preparePoint } from '../optimizers/point.ts';
import { compileRule, perStepTable } from '../optimizers/run.ts';
import { leastOf } from '../surfaces/least.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import type { SwarmResult, SwarmSpec } from './specs.ts';
import { swarmStarts } from './starts.ts';

/** Updates of the load that backends are measured with, on a full kernel: the choice holds for any number of particles. */
const PROBE_STEP = 100;
const AXES = [0, 1] as const;

/**
 * Spec in, positions out, on whatever the device chose: a pure function of the starts, so that scrubbing back shows
 * the same points. Throws FormulaError for a text that is no formula, Error for an optimizer that there is not.
 */
export async function swarm(spec: SwarmSpec, device: Device): Promise<SwarmResult> {
  const { surface, optimizer, semantics, params, count, step, disturbance } = spec;
  const rule = ruleOf(optimizer, semantics);
  const kernel = swarmKernelOf(
    surface.formula,
    Object.keys(surface.params),
    rule,
    `${optimizer} ${semantics}`,
    kindsOf(disturbance),
  );
  const starts = swarmStarts(spec);
  const positions = new Float32Array(count * 4);
  const backends = new Set<string>();
  let milliseconds = 0;
  let exact: SwarmMover | null = null;
  for (let from = 0; from < count; from += SWARM_CELLS) {
    const to = Math.min(from + SWARM_CELLS, count);
    const own = starts.subarray(2 * from, 2 * to);
    const part = await device.run({
      program: kernel.program,
      output: SWARM_OUTPUT,
      args: kernel.args(surface.params, params, own, step, disturbance, from),
      probe: () => kernel.args(surface.params, params, fullStarts(own), PROBE_STEP, disturbance, from),
      float64: () => {
        const into = new Float32Array(4 * (to - from));
        exact ??= swarmMover(spec);
        exact(from, to, into);
        return into;
      },
    });
    positions.set(part.data.subarray(0, 4 * (to - from)), 4 * from);
    milliseconds += part.milliseconds;
    backends.add(part.backend);
  }
  return { spec, positions, backend: [...backends].join(' + '), milliseconds };
}

/** The slow exact reference, and the last resort: float64 rounded once at the end. */
export function swarmFloat64(spec: SwarmSpec): Float32Array<ArrayBuffer> {
  const positions = new Float32Array(spec.count * 4);
  swarmMover(spec)(0, spec.count, positions);
  return positions;
}

/** Writes particles `from` up to but without `to` of `swarmFloat64` into `into`, which holds these alone. */
export type SwarmMover = (from: number, to: number, into: Float32Array) => void;

/** For `swarmFloat64` in slices: all that the particles share is made once. */
export function swarmMover(spec: SwarmSpec): SwarmMover {
  const { surface, optimizer, semantics, params, step, disturbance = {} } = spec;
  const rule = ruleOf(optimizer, semantics);
  const compiled = compileRule(rule);
  const { perCoordinate, perStepSlots, slot, state } = compiled;
  const values = compiled.values(params);
  const atFirst = values.slice();
  const fmin = leastOf(surface.formula);
  const objective = objectiveOf(surface.formula, surface.params);
  const starts = swarmStarts(spec);
  const updates = step + 1;
  const scalars = perStepTable(rule, params, updates, disturbance);
  const width = perStepSlots.length;
  const memory = new Float64Array(2 * state.length);
  const sample = new Float64Array(3);
  const point = new Float64Array(2);
  const seen = new Float64Array(2);
  let [t, particle] = [0, 0];
  const look = (at: Float64Array, gradient: Float64Array) => {
    objective.evaluate(at[0] ?? NaN, at[1] ?? NaN, sample);
    for (const axis of AXES)
      gradient[axis] = disturbedGradient(sample[1 + axis] ?? NaN, disturbance, t, axis, particle);
  };
  const load = (values: Float64Array, axis: number) => {
    values[slot.x] = point[axis] ?? NaN;
    values[slot.g] = seen[axis] ?? NaN;
    for (let k = 0; k < state.length; k++) values[state[k]?.slot ?? -1] = memory[2 * k + axis] ?? NaN;
  };

  return (from, to, into) => {
    for (let i = from; i < to; i++) {
      point[0] = starts[2 * i] ?? NaN;
      point[1] = starts[2 * i + 1] ?? NaN;
      memory.fill(0);
      values.set(atFirst);
      particle = i;
      for (t = 1; t <= updates; t++) {
        into.set(point, 4 * (i - from));
        values[slot.t] = t;
        if (slot.lr !== null) values[slot.lr] = disturbedLr(params['lr'] ?? NaN, disturbance, t);
        for (let k = 0; k < width; k++) values[perStepSlots[k] ?? -1] = scalars[(t - 1) * width + k] ?? NaN;
        look(point, seen);
        preparePoint(compiled, values, seen, load, { f: sample[0] ?? NaN, fmin, gradient: look });
        for (const axis of AXES) {
          load(values, axis);
          perCoordinate(values);
          point[axis] = values[slot.x] ?? NaN;
          for (let k = 0; k < state.length; k++) memory[2 * k + axis] = values[state[k]?.slot ?? -1] ?? NaN;
        }
      }
      into.set(point, 4 * (i - from) + 2);
    }
  };
}
