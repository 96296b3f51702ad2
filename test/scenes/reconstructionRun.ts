import { readFileSync } from 'node:fs';
import type { Evidence } from '../../scenes/reconstruction/cards/types.ts';
import { measure } from '../../src/reconstruction/metrics/measure.ts';
import { meansOf } from '../../src/toys/means.ts';
import { reconstructionSimd } from '../../src/jobs/reconstructionSimd.ts';
import { full } from '../../src/reconstruction/network/extras.ts';
import { createNetwork } from '../../src/reconstruction/network/infer.ts';
import { readWeights } from '../../src/reconstruction/network/weights.ts';
import { readBank } from '../../src/reconstruction/retrieval/bank.ts';
import { neighbourPoints, retrieve } from '../../src/reconstruction/retrieval/retrieve.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { isCategory } from '../../src/reconstruction/shapes/index.ts';
import { everyOther } from '../../src/reconstruction/everyOther.ts';
import { nothingCompared } from '../../scenes/reconstruction/picture/see.ts';
import { table, type Overrides } from '../../scenes/reconstruction/state.ts';

const asset = (name: string) => readFileSync(new URL(`../../assets/reconstruction/${name}`, import.meta.url));

let network: ReturnType<typeof createNetwork> | undefined;
let bank: ReturnType<typeof readBank> | undefined;

const STEPS = { answer: 5, losses: 120, kin: 0, many: 0 } as const;

/** The scene as the page computes it, by the methods that its workers run, with the files that ship. */
export function sceneOf(overrides: Overrides): Evidence {
  const resolved = table.rules.resolve(table.rules.normalise(overrides));
  const state = { ...resolved, steps: STEPS[resolved.view] };
  const { toy, meanOptimizer: optimizer, meanLr: lr, meanSeed: seed, meanPoints: points } = state;
  const means = state.view === 'losses' ? meansOf({ toy, optimizer, lr, seed, points }) : null;
  return { state, results: resultsOf(state.category, state.seed), means };
}

function resultsOf(category: string, seed: number): Evidence['results'] {
  if (!isCategory(category)) throw new RangeError(`there is no category "${category}"`);
  network ??= createNetwork(
    readWeights(JSON.parse(asset('network.json').toString()), asset('network.bin'), 'network'),
    reconstructionSimd,
  );
  bank ??= readBank(asset('bank.bin'));
  const sample = makeSample(category, seed);
  const truth = everyOther(sample.points, 0);
  const neighbour = retrieve(bank, sample.picture);
  const answer = { ...network.infer(sample.picture, full), extras: full, milliseconds: 20, simd: true, novelty: null };
  const lookup = { ...neighbour, points: neighbourPoints(neighbour), milliseconds: 20 };
  return {
    shown: { key: `${category} ${seed}`, picture: sample.picture, from: 'shape', sample },
    truth,
    answer,
    lookup,
    compared: {
      ...nothingCompared,
      network: measure(answer.points, truth),
      lookup: measure(lookup.points, truth),
      floor: measure(everyOther(sample.points, 1), truth),
    },
  };
}
