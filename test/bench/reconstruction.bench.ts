import { existsSync, readFileSync } from 'node:fs';
import { openBackend } from '../../src/gpu/backend.ts';
import { loadGpu } from '../../src/gpu/library.ts';
import { convolution, createScratch, linear } from '../../src/reconstruction/network/layers.ts';
import { createMany } from '../../src/reconstruction/network/many.ts';
import { createNetwork } from '../../src/reconstruction/network/infer.ts';
import { readWeights, type Weights } from '../../src/reconstruction/network/weights.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { fakeWeights, randomInput } from '../reconstruction/network/fakeWeights.ts';
import { median, medianRatio, type Bench } from './bench.ts';
import type { KernelArgument, KernelProgram } from '../../src/gpu/types.ts';

/** One layer, both ways. */
interface LayerCase {
  readonly name: string;
  readonly plain: () => Float64Array;
  readonly source: string;
  readonly output: readonly number[];
  readonly args: readonly KernelArgument[];
  /** Where the result's value i is among the kernel's. */
  readonly place: (i: number) => number;
}

/**
 * The network's largest layers as GPU.js kernels against the product's plain ones, which is why the network has no GPU.js kernels; then the
 * whole network, if its weights are here. In Node; weights and input are handed to the kernel at each run, as src/gpu does.
 */
const bench: Bench = async (report) => {
  const cases = [connected('f1', 1024, 512), connected('f3', 512, 1536), ...[32, 16, 8].map(strided)];
  const Gpu = await loadGpu();
  for (const id of ['webasm', 'cpu'] as const) {
    const backend = openBackend(Gpu, id);
    for (const { name, plain, source, output, args, place } of cases) {
      const argumentTypes = args.map(() => 'Array' as const);
      const program: KernelProgram = { kind: 'surface', source, argumentTypes, classes: ['arithmetic'] };
      const kernel = backend.build(program, output, args);
      const { ratio, candidateMs, referenceMs } = await medianRatio(() => kernel.run(args), plain, 15);
      const values = kernel.run(args);
      const off = plain().reduce((most, value, i) => Math.max(most, Math.abs(value - values[place(i)]!)), 0);
      if (!(off < 1e-4)) throw new Error(`${name} on ${id} is off by ${off}`);
      report(`${name}: ${id} / plain TypeScript`, { ratio, ms: candidateMs, plainMs: referenceMs, off });
      kernel.destroy();
    }
    backend.close();
  }
  whole(report);
};

function whole(report: Parameters<Bench>[0]): void {
  const read = (kind: 'network' | 'many'): Weights | null => {
    const path = (ending: string) => `assets/reconstruction/${kind}.${ending}`;
    if (!existsSync(path('bin'))) return null;
    return readWeights(JSON.parse(readFileSync(path('json'), 'utf8')), new Uint8Array(readFileSync(path('bin'))), kind);
  };
  const [weights, manyWeights] = [read('network'), read('many')];
  if (!weights) return;
  const network = createNetwork(weights);
  const { picture } = makeSample('chair', 7);
  const many = manyWeights && createMany(network, manyWeights);
  const timeMs = (work: () => unknown) =>
    median(
      Array.from({ length: 30 }, () => {
        const begun = performance.now();
        work();
        return performance.now() - begun;
      }),
    );
  report('one picture, plain TypeScript', {
    ms: timeMs(() => network.infer(picture)),
    'encoder ms': timeMs(() => network.feature(picture)),
    ...(many && { 'each of 8 samples ms': timeMs(() => many.samples(picture, 8, 1)) / 8 }),
  });
}

function connected(name: string, from: number, to: number): LayerCase {
  const layer = linear(fakeWeights, name, { from, to, relu: true });
  const input = randomInput(from);
  const sums = [0, 1, 2, 3];
  const source = `function (input, weights, bias) {
    const row = 4 * this.thread.x;
    ${sums.map((i) => `let s${i} = bias[row + ${i}];`).join(' ')}
    for (let k = 0; k < ${from}; k++) {
      const x = input[k];
      ${sums.map((i) => `s${i} += weights[(row + ${i}) * ${from} + k] * x;`).join(' ')}
    }
    return [${sums.map((i) => `Math.max(s${i}, 0)`).join(', ')}];
  }`;
  return {
    name: `${name}, ${from} → ${to}`,
    plain: () => layer.run(input),
    source,
    output: [to / 4],
    args: [
      new Float32Array(input),
      fakeWeights.tensor(`${name}.weight`, [to, from]),
      fakeWeights.tensor(`${name}.bias`, [to]),
    ],
    place: (i) => i,
  };
}

/** The encoder's convolution on maps of `edge` pixels. */
function strided(edge: number): LayerCase {
  const [from, to] = [1024 / edge, 2048 / edge];
  const name = `enc${[32, 16, 8].indexOf(edge) + 1}`;
  const layer = convolution(fakeWeights, name, { from, to, edge, kernel: 3, stride: 2, relu: true }, createScratch());
  const input = randomInput(from * edge * edge);
  const wide = edge + 2;
  const padded = new Float32Array(from * wide * wide);
  for (const [i, value] of input.entries()) {
    const [channel, y, x] = [Math.floor(i / edge ** 2), Math.floor(i / edge) % edge, i % edge];
    padded[(channel * wide + y + 1) * wide + x + 1] = value;
  }
  const [half, depth] = [edge / 2, 9 * from];
  const count = half * half;
  const sums = [0, 1, 2, 3];
  const source = `function (input, weights, bias) {
    const row = 4 * this.thread.y;
    const y = Math.floor(this.thread.x / ${half});
    const x = this.thread.x - y * ${half};
    ${sums.map((i) => `let s${i} = bias[row + ${i}];`).join(' ')}
    for (let c = 0; c < ${from}; c++) {
      for (let dy = 0; dy < 3; dy++) {
        for (let dx = 0; dx < 3; dx++) {
          const v = input[(c * ${wide} + 2 * y + dy) * ${wide} + 2 * x + dx];
          const k = 9 * c + 3 * dy + dx;
          ${sums.map((i) => `s${i} += weights[(row + ${i}) * ${depth} + k] * v;`).join(' ')}
        }
      }
    }
    return [${sums.map((i) => `Math.max(s${i}, 0)`).join(', ')}];
  }`;
  return {
    name: `${name}, ${from} × ${edge}² → ${to} × ${half}²`,
    plain: () => layer.run(input),
    source,
    output: [count, to / 4],
    args: [padded, fakeWeights.tensor(`${name}.weight`, [to, from, 3, 3]), fakeWeights.tensor(`${name}.bias`, [to])],
    place: (i) => {
      const [channel, pixel] = [Math.floor(i / count), i % count];
      return 4 * (Math.floor(channel / 4) * count + pixel) + (channel % 4);
    },
  };
}

export default bench;
