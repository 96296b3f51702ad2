import { NODE_MODES, openDevice } from '../../src/gpu/device.ts';
import { grid } from '../../src/jobs/grid.ts';
import { swarmStarts } from '../../src/jobs/starts.ts';
import { swarm } from '../../src/jobs/swarm.ts';
import { deviations, largestMagnitude, largestOf, quantileOf } from '../gpu/specs.ts';
import { medianRatio, type Bench } from './bench.ts';
import { gridCases, swarmCases } from './cases.ts';

/** The whole job, arguments and results included, against hand-written JavaScript: ratios below 1 are faster. */
const bench: Bench = async (report) => {
  for (const override of ['webasm', 'cpu']) {
    const device = await openDevice({ modes: NODE_MODES, thread: 'node', override });
    for (const { name, spec, plain, allowed } of gridCases) {
      let texels = new Float32Array();
      const times = await medianRatio(
        () => grid(spec, device),
        () => {
          // Both sides answer with an array of their own.
          texels = new Float32Array(spec.size ** 2 * 4);
          plain(spec.surface.domain, spec.size, texels);
        },
      );
      const { texels: result } = await grid(spec, device);
      const off = Math.max(
        ...[[0], [1, 2]].map((columns) =>
          largestOf(deviations(result, texels, columns, largestMagnitude(texels, columns))),
        ),
      );
      tell(override, name, times, off, allowed);
    }
    for (const { name, spec, plain, allowed } of swarmCases) {
      let positions = new Float32Array();
      const starts = swarmStarts(spec);
      const times = await medianRatio(
        () => swarm(spec, device),
        () => {
          positions = new Float32Array(spec.count * 4);
          plain(starts, spec.step + 1, positions);
        },
      );
      const { positions: result } = await swarm(spec, device);
      const [x0, x1] = spec.surface.domain;
      tell(override, name, times, quantileOf(deviations(result, positions, [0, 1, 2, 3], (x1 - x0) / 2), 0.9), allowed);
    }
    device.close();
  }

  function tell(
    backend: string,
    name: string,
    { ratio, candidateMs, referenceMs }: Awaited<ReturnType<typeof medianRatio>>,
    off: number,
    allowed: number,
  ): void {
    if (!(off <= allowed)) throw new Error(`${backend}, ${name}: off by ${off}, allowed ${allowed}`);
    report(`${name}: ${backend} in Node / plain JavaScript`, { ratio, ms: candidateMs, plainMs: referenceMs, off });
  }
};
export default bench;
