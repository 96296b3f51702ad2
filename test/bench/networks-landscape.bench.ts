import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digitFileNames, readDigits } from '../../src/io/networks/digits.ts';
import { openDevice } from '../../src/gpu/device.ts';
import { simdLandscape } from '../../src/jobs/landscapeBackend.ts';
import { gpuLandscape } from '../../src/jobs/landscapeGpu.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { pickSamples } from '../../src/networks/data/samples.ts';
import { initialWeights } from '../../src/networks/init.ts';
import { deviationFrom } from '../../src/networks/landscape/deviation.ts';
import type { Backend, LandscapeProblem } from '../../src/networks/landscape/evaluator.ts';
import { createGrid } from '../../src/networks/landscape/grid.ts';
import { randomPlane } from '../../src/networks/landscape/plane.ts';
import { float64Evaluator } from '../../src/networks/landscape/reference.ts';
import { createNetwork } from '../../src/networks/network.ts';
import type { NetworkSpec, Samples } from '../../src/networks/types.ts';
import { median, type Bench } from './bench.ts';

const SIZE = 51;
const range = { alpha: [-1, 1], beta: [-1, 1] } as const;
const shared = { task: 'classes', loss: 'cross-entropy', batchNorm: false, dropout: 0, decay: 0 } as const;

/**
 * A landscape of 51² on one thread, its preparation included: SIMD against loops of plain JavaScript that run the whole net at each point, against our own float64, which makes the first
 * layer's products once, and against PyTorch, point by point as its users do. The others compute fewer points; all is a point's time.
 */
const bench: Bench = async (report) => {
  const spirals = drawData({ id: 'spirals', count: 500, noise: 0.02, seed: 1 }).train;
  await landscape('spirals (500 samples, 2-16-16-2 tanh)', problemOf(spirals, [16, 16], 'tanh'), 7);
  await landscape('digits (200 samples, 784-100-10 ReLU)', problemOf(digits(200), [100], 'relu'), 3);

  async function landscape(name: string, problem: LandscapeProblem, plainSize: number): Promise<void> {
    const ours = () => pointMs(problem, simdLandscape, SIZE);
    const plain = () => plainPointMs(problem, plainSize);
    const reference = () => pointMs(problem, float64Evaluator, 11);
    ours();
    const times = Array.from({ length: 5 }, () => [ours(), plain(), reference()] as const);
    const [mine, theirs, slow] = ([0, 1, 2] as const).map((k) => median(times.map((row) => row[k]))) as [
      number,
      number,
      number,
    ];
    report(`landscape of ${name}: SIMD / plain JavaScript`, {
      'points a second, ratio': theirs / mine,
      'points a second': 1000 / mine,
      '51² ms': mine * SIZE ** 2,
      'plain ms a point': theirs,
      'float64 ms a point': slow,
      'from float64': deviationFrom(float64Evaluator(problem), simdLandscape(problem)!, range, 40),
    });
    const kernel = await kernelPointMs(problem);
    report(`the same: SIMD / GPU.js on WebAssembly`, {
      'points a second, ratio': kernel / mine,
      'GPU.js ms a point': kernel,
    });
    for (const threads of [1, 2]) {
      const torch = torchPointMs(problem, threads, 2 * plainSize + 1);
      report(
        `the same: SIMD on one thread / PyTorch on ${threads}`,
        torch === null
          ? { ratio: 'no PyTorch here' }
          : { 'points a second, ratio': torch / mine, 'PyTorch ms a point': torch },
      );
    }
  }
};
export default bench;

function problemOf(samples: Samples, hidden: readonly number[], activation: 'tanh' | 'relu'): LandscapeProblem {
  const network: NetworkSpec = { ...shared, inputs: samples.inputs, hidden, outputs: samples.outputs, activation };
  const weights = initialWeights(network, activation === 'relu' ? 'he' : 'xavier', 0, 1);
  return { network, samples, plane: randomPlane(network, weights, 1), running: null };
}

function digits(count: number): Samples {
  const file = (name: keyof typeof digitFileNames) => readFileSync(`assets/networks/${digitFileNames[name]}`);
  const { train } = readDigits({
    trainImages: file('trainImages'),
    trainLabels: file('trainLabels'),
    testImages: file('testImages'),
    testLabels: file('testLabels'),
  });
  return pickSamples(
    train,
    Array.from({ length: count }, (_, i) => i),
  );
}

/** From the problem to the last loss, over the number of points. */
function pointMs(problem: LandscapeProblem, backend: Backend, size: number): number {
  const begun = performance.now();
  const evaluator = backend(problem);
  if (!evaluator) throw new Error('this engine has no WebAssembly SIMD');
  const grid = createGrid({ ...problem, ...range, size }, problem.samples, { evaluator });
  while (grid.step(0));
  return (performance.now() - begun) / size ** 2;
}

/** GPU.js's kernel on the backend that Node has, its second batch. */
async function kernelPointMs(problem: LandscapeProblem): Promise<number> {
  const device = await openDevice({ modes: ['webasm'], thread: 'node' });
  try {
    const gpu = gpuLandscape(problem, device);
    if (!gpu) throw new Error('there is no kernel for this net');
    const [alpha, losses] = [new Float64Array(gpu.batch), new Float64Array(gpu.batch)];
    let took = 0;
    for (let batch = 0; batch < 3; batch++) {
      const begun = performance.now();
      await gpu.evaluate(alpha, alpha, losses, gpu.batch);
      took = performance.now() - begun;
    }
    return took / gpu.batch;
  } finally {
    device.close();
  }
}

/** What one would write by hand: move the weights, run the net. */
function plainPointMs({ network, plane: { origin, u, v }, samples }: LandscapeProblem, size: number): number {
  const net = createNetwork(network);
  const begun = performance.now();
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [alpha, beta] = [(2 * column) / (size - 1) - 1, (2 * row) / (size - 1) - 1];
      net.loss(
        origin.map((w, i) => w + alpha * u[i]! + beta * v[i]!),
        samples,
      );
    }
  return (performance.now() - begun) / size ** 2;
}

/** Median milliseconds a point; null where Debian's interpreter has no torch. Throws where its last loss is another than ours. */
function torchPointMs({ network, plane, samples }: LandscapeProblem, threads: number, size: number): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'koubai-bench-'));
  try {
    const file = join(folder, 'problem.json');
    const { inputs, hidden, outputs, activation } = network;
    const numbers = { x: samples.x, labels: samples.labels!, origin: plane.origin, u: plane.u, v: plane.v };
    const lists = Object.fromEntries(Object.entries(numbers).map(([name, list]) => [name, Array.from(list)]));
    writeFileSync(
      file,
      JSON.stringify({ widths: [inputs, ...hidden, outputs], relu: activation === 'relu', ...lists }),
    );
    const args = ['test/bench/torch_landscape.py', String(threads), String(size), file];
    const { status, stdout } = spawnSync('/usr/bin/python3', args, { encoding: 'utf8' });
    if (status !== 0) return null;
    const { seconds, last } = JSON.parse(stdout) as { seconds: number[]; last: number };
    const ours = createNetwork(network).loss(
      plane.origin.map((w, i) => w + plane.u[i]! + plane.v[i]!),
      samples,
    );
    if (!(Math.abs(last / ours - 1) < 1e-4)) throw new Error(`PyTorch says ${last}, we say ${ours}`);
    return (1000 * median(seconds)) / size ** 2;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
