import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digitsFrom } from '../../../src/io/networks/digits.ts';
import { torchScript } from '../../../src/io/networks/export/torch.ts';
import { activationIds } from '../../../src/networks/activations.ts';
import { drawData, type DataSpec } from '../../../src/networks/data/index.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { muon } from '../../../src/networks/muon.ts';
import { createTraining } from '../../../src/networks/train.ts';
import type { NetworkSpec, TrainSpec } from '../../../src/networks/types.ts';
import { ruleOf, semanticsOf, trainingOptimizerIds } from '../../../src/optimizers/index.ts';
import { ownIdOf } from '../../../src/optimizers/own/index.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import { pythonHas, runPython, TORCH_TIMEOUT } from './python.ts';

interface Case {
  readonly data: DataSpec | 'digits';
  readonly network?: Partial<NetworkSpec>;
  readonly train?: Partial<TrainSpec>;
}

function scriptOf({ data: spec, network, train }: Case): string {
  const data = spec === 'digits' ? digits() : drawData(spec);
  const { inputs, outputs } = data.train;
  const base: NetworkSpec = {
    ...{ inputs, hidden: [6, 5], outputs, activation: 'tanh', task: data.task, batchNorm: false, dropout: 0, decay: 0 },
    loss: data.task === 'classes' ? 'cross-entropy' : 'squared-error',
  };
  const optimizer = train?.optimizer ?? 'adam';
  const semantics = train?.semantics ?? (optimizer === 'muon' ? 'paper' : semanticsOf(optimizer)[0]!);
  const params = optimizer === 'muon' ? defaultsOf(muon.params) : defaultsOf(ruleOf(optimizer, semantics).params);
  const full: TrainSpec = {
    network: { ...base, ...network },
    ...{ init: 'xavier', initStd: 0.1, batch: 8, steps: 25, seed: 3, every: 10 },
    ...train,
    ...{ optimizer, semantics, params: { ...params, ...train?.params } },
  };
  const training = createTraining(full, data);
  while (training.step());
  const { at, trainLoss } = training.record();
  return torchScript({
    train: full,
    samples: spec === 'digits' ? { kind: spec, count: data.train.count, inputs } : data.train,
    weights: initialWeights(full.network, full.init, full.initStd, full.seed),
    losses: Array.from(at, (update, i) => ({ at: update, loss: trainLoss[i]! })),
    tolerance: 1e-9,
  });
}

const digits = () => digitsFrom((name) => new Uint8Array(readFileSync(`assets/networks/${name}`)));

const moons: DataSpec = { id: 'moons', count: 30, noise: 0.1, seed: 3 };
const wave: DataSpec = { id: 'wave', count: 20, noise: 0, seed: 3 };

/** These are committed: what changes in them is seen. */
const committed: Readonly<Record<string, Case>> = {
  'moons-adam': { data: moons },
  'moons-norm-dropout-momentum': {
    data: moons,
    network: { activation: 'relu', batchNorm: true, dropout: 0.3, decay: 0.01, loss: 'squared-error' },
    train: { optimizer: 'momentum', init: 'he', params: { lr: 0.05 } },
  },
  'wave-gelu-lion': { data: wave, network: { activation: 'gelu' }, train: { optimizer: 'lion', batch: 0 } },
  'moons-adam-book': { data: moons, train: { optimizer: 'adam', semantics: 'book', params: { lr: 0.02 } } },
};

/** Every activation, and every optimizer in all its semantics, with a decay of its own where it has one. */
const all: Readonly<Record<string, Case>> = {
  ...committed,
  ...Object.fromEntries(
    activationIds.map((activation) => [
      `activation-${activation}`,
      { data: moons, network: { activation }, train: { optimizer: 'sgd', params: { lr: 0.1 } } } as const,
    ]),
  ),
  ...Object.fromEntries(
    trainingOptimizerIds.flatMap((optimizer) =>
      semanticsOf(optimizer).map((semantics) => {
        const params = 'weight_decay' in ruleOf(optimizer, semantics).params ? { weight_decay: 0.02 } : {};
        return [`rule-${optimizer}-${semantics}`, { data: moons, train: { optimizer, semantics, params } }] as const;
      }),
    ),
  ),
  digits: {
    data: 'digits',
    network: { hidden: [8], activation: 'relu' },
    train: { batch: 100, every: 25, init: 'he' },
  },
  muon: {
    data: moons,
    network: { hidden: [6, 5, 7, 4] },
    train: { optimizer: 'muon', params: { weight_decay: 0.1, adam_lr: 0.01 } },
  },
  own: {
    data: moons,
    network: { batchNorm: true, dropout: 0.2, decay: 0.01 },
    train: {
      semantics: 'own',
      optimizer: ownIdOf(
        '# """My SAM\\; b = 0.9; kept = 1; kept = kept*b; g = gradient(x + 0.05*g/sqrt(sum(g^2))); m = b*m + (1 - b)*g;' +
          'x -= 0.1 m/(1 - kept)/sqrt(max(sum(m^2), 0.01))/(1 + f)*0.98^t',
      ),
    },
  },
  linear: { data: moons, network: { hidden: [] } },
  'one-sample-left-over': { data: { ...moons, count: 25 }, network: { decay: 0.1 }, train: { batch: 12 } },
};

test.each(Object.keys(committed))('%s: the script is the committed one', async (name) => {
  await expect(scriptOf(committed[name]!)).toMatchFileSnapshot(`../../fixtures/networks/export/${name}.py`);
});

test('a script says what it is and carries every digit', () => {
  const text = scriptOf(committed['moons-adam']!);
  expect(text).toMatch(/^"""2-6-5-2, tanh, cross-entropy; adam \(torch\), batches of 8, 25 updates\./);
  expect(text).toContain(
    'torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-8, weight_decay=0, betas=(0.9, 0.999))',
  );
  const first = /first = array\("""\n([\w+/=\n]+)\n""", (\d+)\)/.exec(text)!;
  const bytes = Buffer.from(first[1]!, 'base64');
  const weights = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const network = {
    inputs: 2,
    hidden: [6, 5],
    outputs: 2,
    activation: 'tanh',
    task: 'classes',
    loss: 'cross-entropy',
    batchNorm: false,
    dropout: 0,
    decay: 0,
  } as const;
  expect(weights).toEqual(initialWeights(network, 'xavier', 0.1, 3));
});

// Where Debian's torch is there, it runs them all; the registered name says whether it was.
const torchThere = pythonHas('torch');

test(
  torchThere
    ? `PyTorch runs ${Object.keys(all).length} scripts to their assertion`
    : 'without PyTorch: the scripts are written, none is run',
  () => {
    const scripts = Object.entries(all).map(([name, one]) => [name, scriptOf(one)] as const);
    for (const [, text] of scripts) expect(text).toMatch(/\nassert abs\(last - expected\[25\]\) <= 1e-9 /);
    if (!torchThere) return;
    const folder = mkdtempSync(join(tmpdir(), 'koubai-export-'));
    try {
      for (const [name, text] of scripts) writeFileSync(join(folder, `${name}.py`), text);
      // The assertion can fail: with another loss to reach it does.
      writeFileSync(join(folder, 'wrong.py'), scripts[0]![1].replace(/, 25: /, ', 25: 1 + '));
      const runAll = ['tools/fixtures/run_torch_exports.py', folder];
      const { status, stdout, stderr } = runPython(runAll);
      expect(stdout.split('\n').filter((line) => line.includes('FAILED'))).toEqual([
        expect.stringContaining('wrong: FAILED AssertionError'),
      ]);
      expect([status, stderr]).toEqual([1, '']);
      expect(stdout.match(/The last loss is Koubai's\./g)).toHaveLength(scripts.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  TORCH_TIMEOUT,
);
