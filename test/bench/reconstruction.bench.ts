import { existsSync, readFileSync } from 'node:fs';
import { openBackend } from '../../src/gpu/backend.ts';
import { loadGpu } from '../../src/gpu/library.ts';
import { reconstructionSimd } from '../../src/jobs/reconstructionSimd.ts';
import { bare, full } from '../../src/reconstruction/network/extras.ts';
import { convolution, linear, type Layer } from '../../src/reconstruction/network/layers.ts';
import { createRoom, type Room, type Simd } from '../../src/reconstruction/network/room.ts';
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
  readonly simd: () => Float32Array;
  readonly plain: () => Float32Array;
  readonly source: string;
  readonly output: readonly number[];
  readonly args: readonly KernelArgument[];
  /** Where the result's value i is among the kernel's. */
  readonly place: (i: number) => number;
}

/**
 * The network's largest layers in WebAssembly SIMD, against plain TypeScript and as GPU.js kernels, which is why the network has no GPU.js kernels; then the
 * whole network, if its weights are here, and what each extra costs. In Node; weights and input are handed to the kernel at each run, as src/gpu does.
 */
const bench: Bench = async (report) => {
  const cases = [connected('f1', 1024, 512), connected('f3', 512, 1536), ...[32, 16, 8].map(strided)];
  const Gpu = await loadGpu();
  for (const { name, simd, plain } of cases) {
    const { ratio, candidateMs, referenceMs } = await medianRatio(simd, plain, 15);
    if (plain().some((value, i) => value !== simd()[i])) throw new Error(`${name}: SIMD gives other bits`);
    report(`${name}: SIMD / plain TypeScript`, { ratio, ms: candidateMs, plainMs: referenceMs });
  }
  for (const id of ['webasm', 'cpu'] as const) {
    const backend = openBackend(Gpu, id);
    for (const { name, simd, source, output, args, place } of cases) {
      const argumentTypes = args.map(() => 'Array' as const);
      const program: KernelProgram = { kind: 'surface', source, argumentTypes, classes: ['arithmetic'] };
      const kernel = backend.build(program, output, args);
      const { ratio, candidateMs, referenceMs } = await medianRatio(() => kernel.run(args), simd, 15);
      const values = kernel.run(args);
      const off = simd().reduce((most, value, i) => Math.max(most, Math.abs(value - values[place(i)]!)), 0);
      if (!(off < 1e-4)) throw new Error(`${name} on ${id} is off by ${off}`);
      report(`${name}: GPU.js ${id} / SIMD`, { ratio, ms: candidateMs, simdMs: referenceMs, off });
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
  const network = createNetwork(weights, reconstructionSimd);
  const plain = createNetwork(weights);
  const { picture } = makeSample('chair', 7);
  const many = manyWeights && createMany(network, manyWeights, reconstructionSimd);
  const timeMs = (work: () => unknown) =>
    median(
      Array.from({ length: 60 }, () => {
        const begun = performance.now();
        work();
        return performance.now() - begun;
      }),
    );
  report('one picture', {
    ms: timeMs(() => network.infer(picture)),
    'encoder ms': timeMs(() => network.feature(picture)),
    ...(many && { 'each of 8 samples ms': timeMs(() => many.samples(picture, 8, 1)) / 8 }),
    'with everything on ms': timeMs(() => network.infer(picture, full)),
    'mirror alone ms': timeMs(() => network.infer(picture, { ...bare, mirror: true })),
    'pull alone ms': timeMs(() => network.infer(picture, { ...bare, pull: true })),
  });
  report('one picture, plain TypeScript', { ms: timeMs(() => plain.infer(picture)) });
}

/** A layer's run on `input`, its result a view. */
function runOf(simd: Simd, layerIn: (room: Room) => Layer, input: Float32Array, length: number): () => Float32Array {
  const room = createRoom(simd);
  const layer = layerIn(room);
  const place = room.reserve(input.length);
  room.open().memory.set(input, place);
  return () => {
    const out = layer.run(place, 1);
    return room.open().memory.subarray(out, out + length);
  };
}

function connected(name: string, from: number, to: number): LayerCase {
  const weights = fakeWeights({ [`${name}.weight`]: [to, from], [`${name}.bias`]: [to] });
  const input = randomInput(from);
  const run = (simd: Simd) => runOf(simd, (room) => linear(weights, name, { from, relu: true }, room), input, to);
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
    simd: run(reconstructionSimd),
    plain: run(null),
    source,
    output: [to / 4],
    args: [input, weights.tensor(`${name}.weight`, [to, from]), weights.tensor(`${name}.bias`, [to])],
    place: (i) => i,
  };
}

/** The encoder's convolution on maps of `edge` pixels. */
function strided(edge: number): LayerCase {
  const [from, to] = [1024 / edge, 2048 / edge];
  const name = `enc${[32, 16, 8].indexOf(edge) + 1}`;
  const weights = fakeWeights({ [`${name}.weight`]: [to, from, 3, 3], [`${name}.bias`]: [to] });
  const shape = { from, edge, kernel: 3, stride: 2, relu: true } as const;
  const input = randomInput(from * edge * edge);
  const wide = edge + 2;
  const padded = new Float32Array(from * wide * wide);
  for (const [i, value] of input.entries()) {
    const [channel, y, x] = [Math.floor(i / edge ** 2), Math.floor(i / edge) % edge, i % edge];
    padded[(channel * wide + y + 1) * wide + x + 1] = value;
  }
  const [half, depth] = [edge / 2, 9 * from];
  const run = (simd: Simd) => runOf(simd, (room) => convolution(weights, name, shape, room), input, to * half * half);
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
    simd: run(reconstructionSimd),
    plain: run(null),
    source,
    output: [count, to / 4],
    args: [padded, weights.tensor(`${name}.weight`, [to, from, 3, 3]), weights.tensor(`${name}.bias`, [to])],
    place: (i) => {
      const [channel, pixel] = [Math.floor(i / count), i % count];
      return 4 * (Math.floor(channel / 4) * count + pixel) + (channel % 4);
    },
  };
}

export default bench;
