import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digitFileNames, readDigits } from '../../src/io/networks/digits.ts';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { float64, type Arithmetic } from '../../src/networks/arithmetic.ts';
import { createBatches } from '../../src/networks/batches.ts';
import { createTraining } from '../../src/networks/train.ts';
import type { DataSet, TrainSpec } from '../../src/networks/types.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { median, medianRatio, type Bench } from './bench.ts';
import { plainNetwork } from './plainNetwork.ts';

const [EPOCHS, BATCH, LR, UPDATES] = [5, 100, 0.003, 80];
const spec: TrainSpec = {
  network: {
    ...{ inputs: 784, hidden: [100], outputs: 10, activation: 'relu', task: 'classes', loss: 'cross-entropy' },
    ...{ batchNorm: false, dropout: 0, decay: 0 },
  },
  ...{ init: 'he', initStd: 0.01, optimizer: 'adam', semantics: 'torch', batch: BATCH, seed: 1 },
  params: { ...defaultsOf(ruleOf('adam', 'torch').params), lr: LR },
  ...{ steps: 1e6, every: 1e6 },
};

/** An epoch of the digits: the page's float32 and the float64 reference against loops by hand, and against PyTorch on the CPU where it is installed. */
const bench: Bench = async (report) => {
  const data = digits();
  const plain = plainEpoch(data);
  const ours = epochOf(data, fastArithmetic());
  const { ratio, candidateMs, referenceMs } = await medianRatio(ours, plain, EPOCHS);
  report(`epoch of 8,000 digits, 784-100-10: ${fastArithmetic().id} / plain JavaScript`, {
    ratio,
    ms: candidateMs,
    'plain ms': referenceMs,
  });
  const slow = await medianRatio(epochOf(data, float64), plain, 3);
  report('the same: float64 reference / plain JavaScript', { ratio: slow.ratio, ms: slow.candidateMs });
  for (const threads of [1, 2]) {
    const theirs = torchMs(data, threads);
    report(
      `the same: ${fastArithmetic().id} / PyTorch on the CPU, ${threads} thread${threads > 1 ? 's' : ''}`,
      theirs === null ? { ratio: 'no PyTorch here' } : { ratio: candidateMs / theirs, 'PyTorch ms': theirs },
    );
  }
};
export default bench;

function digits(): DataSet {
  const file = (name: keyof typeof digitFileNames) => readFileSync(`assets/networks/${digitFileNames[name]}`);
  return readDigits({
    trainImages: file('trainImages'),
    trainLabels: file('trainLabels'),
    testImages: file('testImages'),
    testLabels: file('testLabels'),
  });
}

function epochOf(data: DataSet, arithmetic: Arithmetic): () => void {
  const training = createTraining(spec, data, arithmetic);
  return () => {
    for (let i = 0; i < UPDATES; i++) training.step();
  };
}

function plainEpoch({ train }: DataSet): () => void {
  const random = (length: number, deviation: number) =>
    Float32Array.from({ length }, () => deviation * Math.sqrt(3) * (2 * Math.random() - 1));
  const net = plainNetwork(
    {
      ...{ w1: random(78400, Math.sqrt(2 / 784)), b1: new Float32Array(100) },
      ...{ w2: random(1000, Math.sqrt(2 / 100)), b2: new Float32Array(10) },
    },
    Float32Array.from(train.x),
    train.labels!,
    LR,
  );
  const batches = createBatches(train.count, BATCH, 1);
  let t = 0;
  return () => {
    for (let i = 0; i < UPDATES; i++) net.step(batches.at(++t));
  };
}

/** Milliseconds an epoch, median; null where Debian's interpreter has no torch. */
function torchMs({ train }: DataSet, threads: number): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'koubai-bench-'));
  try {
    const [images, labels] = [join(folder, 'images'), join(folder, 'labels')];
    writeFileSync(
      images,
      Uint8Array.from(train.x, (v) => Math.round(255 * v)),
    );
    writeFileSync(labels, train.labels!);
    const args = ['test/bench/torch_epoch.py', String(threads), String(EPOCHS + 2), images, labels];
    const { status, stdout } = spawnSync('/usr/bin/python3', args, { encoding: 'utf8' });
    if (status !== 0) return null;
    return 1000 * median((JSON.parse(stdout) as number[]).slice(2));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
