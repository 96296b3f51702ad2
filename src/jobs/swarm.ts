import type { Device } from '../gpu/device.ts';
import { swarmKernelOf } from '../gpu/swarmKernel.ts';
import { disturbedLr } from '../optimizers/disturbance.ts';
import { ruleOf } from '../optimizers/index.ts';
import { compileRule, perStepTable } from '../optimizers/run.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import type { SwarmResult, SwarmSpec } from './specs.ts';
import { swarmStarts } from './starts.ts';

/**
 * Particles a kernel moves at once. Its size is compiled in, so larger swarms run it several times and smaller ones leave
 * room: no number of particles compiles anything.
 */
const CHUNK = 4096;
/** Updates of the load that backends are measured with. */
const PROBE_STEP = 100;

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
    disturbance !== undefined,
  );
  const starts = swarmStarts(spec);
  const positions = new Float32Array(count * 4);
  let milliseconds = 0;
  let backend = '';
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(from + CHUNK, count);
    const own = padded(starts.subarray(2 * from, 2 * to));
    const part = await device.run({
      program: kernel.program,
      output: [CHUNK],
      args: kernel.args(surface.params, params, own, step, disturbance),
      probe: () => kernel.args(surface.params, params, own, PROBE_STEP, disturbance),
      float64: () => {
        fillSwarm(spec, positions, from, to);
        return positions.slice(4 * from, 4 * to);
      },
    });
    positions.set(part.data.subarray(0, 4 * (to - from)), 4 * from);
    milliseconds += part.milliseconds;
    backend = part.backend;
  }
  return { spec, positions, backend, milliseconds };
}

function padded(starts: Float32Array): Float32Array {
  if (starts.length === 2 * CHUNK) return starts;
  const whole = new Float32Array(2 * CHUNK);
  whole.set(starts);
  return whole;
}

/** The slow exact reference, and the last resort: float64 rounded once at the end. */
export function swarmFloat64(spec: SwarmSpec): Float32Array<ArrayBuffer> {
  const positions = new Float32Array(spec.count * 4);
  fillSwarm(spec, positions, 0, spec.count);
  return positions;
}

/** Particles `from` up to but without `to` of `swarmFloat64`, so that a page without a worker can do it in slices. */
export function fillSwarm(spec: SwarmSpec, positions: Float32Array, from: number, to: number): void {
  const { surface, optimizer, semantics, params, step, disturbance = {} } = spec;
  const rule = ruleOf(optimizer, semantics);
  const { values: fresh, perCoordinate, perStepSlots, slot, state } = compileRule(rule);
  const values = fresh(params);
  const objective = objectiveOf(surface.formula, surface.params);
  const starts = swarmStarts(spec);
  const updates = step + 1;
  const scalars = perStepTable(rule, params, updates, disturbance);
  const { inject } = disturbance;
  const width = perStepSlots.length;
  const memory = new Float64Array(2 * state.length);
  const sample = new Float64Array(3);
  const point = new Float64Array(2);

  for (let i = from; i < to; i++) {
    point[0] = starts[2 * i] ?? NaN;
    point[1] = starts[2 * i + 1] ?? NaN;
    memory.fill(0);
    for (let t = 1; t <= updates; t++) {
      positions.set(point, 4 * i);
      values[slot.t] = t;
      if (slot.lr !== null) values[slot.lr] = disturbedLr(params['lr'] ?? NaN, disturbance, t);
      for (let k = 0; k < width; k++) values[perStepSlots[k] ?? -1] = scalars[(t - 1) * width + k] ?? NaN;
      objective.evaluate(point[0], point[1], sample);
      for (let axis = 0; axis < 2; axis++) {
        values[slot.x] = point[axis] ?? NaN;
        const slope = sample[1 + axis] ?? NaN;
        values[slot.g] = inject?.step === t ? slope + (inject.gradient[axis] ?? NaN) : slope;
        for (let k = 0; k < state.length; k++) values[state[k]?.slot ?? -1] = memory[2 * k + axis] ?? NaN;
        perCoordinate(values);
        point[axis] = values[slot.x] ?? NaN;
        for (let k = 0; k < state.length; k++) memory[2 * k + axis] = values[state[k]?.slot ?? -1] ?? NaN;
      }
    }
    positions.set(point, 4 * i + 2);
  }
}
