import { createJobs } from '../../../src/jobs/client.ts';
import { swarmStarts } from '../../../src/jobs/starts.ts';
import { median } from '../../bench/bench.ts';
import { gridCases, swarmCases } from '../../bench/cases.ts';
import { deviations, largestMagnitude, largestOf, quantileOf } from '../../gpu/specs.ts';

export interface Timing {
  readonly name: string;
  /** What `chosen` chose. */
  readonly choice: string;
  readonly plainMs: number;
  /** Kernel with upload and read-back, in the worker: medians. */
  readonly ms: Readonly<Record<Side, number>>;
  /** Medians of the ratios to plain JavaScript run just before. */
  readonly ratio: Readonly<Record<Side, number>>;
  readonly off: Readonly<Record<Side, number>>;
  readonly allowed: number;
}

type Side = 'webgl2' | 'webasm' | 'chosen';
const sides = ['webgl2', 'webasm', 'chosen'] as const satisfies readonly Side[];

const bySide = <T>(value: (side: Side) => T): Record<Side, T> => ({
  webgl2: value('webgl2'),
  webasm: value('webasm'),
  chosen: value('chosen'),
});

/** One benchmark case on each backend and on the one that the device chooses by itself, in alternation with plain JavaScript. */
export async function timeCase(name: string, pairs: number): Promise<Timing> {
  const gridCase = gridCases.find((one) => one.name === name);
  const swarmCase = swarmCases.find((one) => one.name === name);
  const jobs = bySide((side) => createJobs({ override: side === 'chosen' ? undefined : side }));
  const times = bySide((): number[] => []);
  const ratios = bySide((): number[] => []);
  const plainTimes: number[] = [];
  const off = bySide(() => NaN);
  let choice = '';
  for (let pair = -1; pair < pairs; pair++) {
    for (const side of sides) {
      const { plainMs, plain } = runPlain();
      const { data, milliseconds, backend } = await runJob(side);
      if (side === 'chosen') choice = backend;
      else if (backend !== side) throw new Error(`${side} was asked for and ${backend} ran`);
      off[side] = offOf(data, plain);
      if (pair < 0) continue; // the first run compiles and measures
      plainTimes.push(plainMs);
      times[side].push(milliseconds);
      ratios[side].push(milliseconds / plainMs);
    }
  }
  for (const side of sides) jobs[side].dispose();
  return {
    name,
    choice,
    plainMs: median(plainTimes),
    ms: bySide((side) => median(times[side])),
    ratio: bySide((side) => median(ratios[side])),
    off,
    allowed: (gridCase ?? swarmCase)?.allowed ?? NaN,
  };

  function runPlain(): { plainMs: number; plain: Float32Array } {
    const starts = swarmCase ? swarmStarts(swarmCase.spec) : new Float32Array();
    const begin = performance.now();
    const plain = new Float32Array(4 * (gridCase ? gridCase.spec.size ** 2 : (swarmCase?.spec.count ?? 0)));
    gridCase?.plain(gridCase.spec.surface.domain, gridCase.spec.size, plain);
    swarmCase?.plain(starts, swarmCase.spec.step + 1, plain);
    return { plainMs: performance.now() - begin, plain };
  }

  async function runJob(side: Side): Promise<{ data: Float32Array; milliseconds: number; backend: string }> {
    if (gridCase) {
      const result = await jobs[side].grid(gridCase.spec);
      return { ...result, data: result.texels };
    }
    if (!swarmCase) throw new Error(`there is no case "${name}"`);
    const result = await jobs[side].swarm(swarmCase.spec);
    return { ...result, data: result.positions };
  }

  function offOf(data: Float32Array, plain: Float32Array): number {
    if (swarmCase) {
      const [x0, x1] = swarmCase.spec.surface.domain;
      return quantileOf(deviations(data, plain, [0, 1, 2, 3], (x1 - x0) / 2), 0.9);
    }
    return Math.max(
      ...[[0], [1, 2]].map((columns) => largestOf(deviations(data, plain, columns, largestMagnitude(plain, columns)))),
    );
  }
}
