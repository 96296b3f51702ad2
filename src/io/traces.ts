import type { Disturbance } from '../optimizers/disturbance.ts';
import { noiseAt } from '../optimizers/noise.ts';
import type { OptimizerRecord, SecondOrderRecord } from '../optimizers/record.ts';
import type { ParamValues } from '../params/spec.ts';
import { csvCell } from './csvCell.ts';
import { digits } from './digits.ts';

/** A run as it is written to files: what was asked for and what came of it. */
export interface Trace {
  readonly spec: {
    readonly surface: { readonly id: string; readonly params: ParamValues };
    readonly optimizer: string;
    readonly semantics: string;
    readonly params: ParamValues;
    readonly disturbance?: Disturbance;
  };
  readonly record: OptimizerRecord;
}

/** What noise added to ∂f/∂x and ∂f/∂y at update i + 1, for each row i that an update leaves; none: no noise. */
function noisesOf({ spec: { disturbance }, record }: Trace): readonly (readonly [number, number])[] {
  const noise = disturbance?.noise;
  if (!noise) return [];
  return Array.from({ length: record.count - 1 }, (_, i) => [noiseAt(noise, i + 1, 0), noiseAt(noise, i + 1, 1)]);
}

/** Row i of a column of pairs, count × 2. */
const pairsOf = (column: Float64Array, count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => [column[2 * i]!, column[2 * i + 1]!]);

/**
 * One run as the command line prints it; the order of the keys is part of the format.
 * `params` holds all that --set may set: the rule's parameters, then the surface's.
 */
export function plainRun({ spec, record }: Trace) {
  const { surface, optimizer, semantics, params } = spec;
  return {
    surface: surface.id,
    optimizer,
    semantics,
    params: { ...params, ...surface.params },
    points: pairsOf(record.x, record.count),
    losses: Array.from(record.f),
    status: record.status,
    divergedAt: record.divergedAt,
    leftAt: record.leftAt,
    ...(record.secondOrder && secondOrderOf(record.secondOrder)),
  };
}

/** What a second-order method tells of each update (null where there is none before the first), and why it took no further step. */
function secondOrderOf({ told, noStep }: SecondOrderRecord) {
  const columns = Object.entries(told).map(([name, column]) => [name, Array.from(column)] as const);
  return { told: Object.fromEntries(columns), noStep };
}

/**
 * `{ "runs": [...] }` with what `koubai optimize --link` prints of each run, and behind it the gradient at each point and
 * the rule's memory after each update; of a noisy run also what noise added to the gradient of each update. JSON has no NaN and no infinity: they are null.
 */
export function tracesAsJson(traces: readonly Trace[]): string {
  const runs = traces.map((trace) => {
    const { record, spec } = trace;
    const state = Object.entries(record.state).map(([name, column]) => [name, pairsOf(column, record.count)] as const);
    return {
      ...plainRun(trace),
      ...(spec.disturbance ? { disturbance: spec.disturbance } : {}),
      gradients: pairsOf(record.g, record.count),
      ...(spec.disturbance?.noise ? { noise: noisesOf(trace) } : {}),
      state: Object.fromEntries(state),
    };
  });
  return `${JSON.stringify({ runs })}\n`;
}

/**
 * Every run's rows below one another, all digits: `step,optimizer,semantics,x,y,f,gx,gy`, then two columns for each name of the
 * rules' memory (`v_x,v_y`) and, where a run is noisy, what noise adds to the row's gradient for the update that follows (`noise_x,noise_y`). A rule without that memory leaves its cells empty.
 */
export function tracesAsCsv(traces: readonly Trace[]): string {
  const memory = [...new Set(traces.flatMap(({ record }) => Object.keys(record.state)))];
  const noisy = traces.some(({ spec }) => spec.disturbance?.noise);
  const head = ['step', 'optimizer', 'semantics', 'x', 'y', 'f', 'gx', 'gy'];
  const columns = [...memory, ...(noisy ? ['noise'] : [])].flatMap((name) => [`${name}_x`, `${name}_y`]);
  const lines = [[...head, ...columns].join(',')];
  for (const trace of traces) {
    const { spec, record } = trace;
    const noises = noisesOf(trace);
    const { x, f, g, state } = record;
    for (let i = 0; i < record.count; i++) {
      const numbers = [x[2 * i]!, x[2 * i + 1]!, f[i]!, g[2 * i]!, g[2 * i + 1]!].map(digits);
      const remembered = memory.flatMap((name) => {
        const column = state[name];
        return column ? [digits(column[2 * i]!), digits(column[2 * i + 1]!)] : ['', ''];
      });
      const added = noisy ? (noises[i]?.map(digits) ?? ['', '']) : [];
      lines.push([i, csvCell(spec.optimizer), spec.semantics, ...numbers, ...remembered, ...added].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}
