import { expose } from 'comlink';
import { readKin } from '../../../src/reconstruction/kin/kin.ts';
import { reconstructionSimd } from '../../../src/jobs/reconstructionSimd.ts';
import { createNetwork } from '../../../src/reconstruction/network/infer.ts';
import { readMany } from '../../../src/reconstruction/network/many.ts';
import { readWeights } from '../../../src/reconstruction/network/weights.ts';
import { emdAuction } from '../../../src/reconstruction/metrics/emdAuction.ts';
import { lookUpIn } from '../../../src/reconstruction/retrieval/lookUp.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { isCategory } from '../../../src/reconstruction/shapes/index.ts';
import type { Fetching, NetworkWorkerApi } from './api.ts';
import { fetchAsset, fetchTrained, quietly } from './assets.ts';
import { lastingly } from './lastingly.ts';
import { measure } from '../../../src/reconstruction/metrics/measure.ts';

/* The network's worker: network and kin are fetched as it opens, the bank and the many head when a job first needs them. */

let tell: (fetching: Fetching | null) => void = () => undefined;
const hear = (fetching: Fetching | null) => tell(fetching);

const network = lastingly(async () =>
  createNetwork(readWeights(...(await fetchTrained('network', hear)), 'network'), reconstructionSimd),
);
const bank = lastingly(async () => lookUpIn(await fetchAsset('bank.bin', hear)));
const kin = lastingly(async () => {
  const [trained, net] = await Promise.all([fetchTrained('kin', quietly), network()]);
  return readKin(...trained, net);
});
const manyHead = lastingly(async () => {
  const net = await network();
  return readMany(...(await fetchTrained('many', hear)), net, reconstructionSimd);
});

expose({
  open(onFetch) {
    tell = onFetch;
    // Who opens it will ask for an answer: the file is on its way while the picture is drawn. What fails is told to who asks.
    network().catch(() => undefined);
    kin().catch(() => undefined);
  },
  async answer(picture, extras) {
    const net = await network();
    const began = performance.now();
    const { points, feature } = net.infer(picture, extras);
    const milliseconds = performance.now() - began;
    // An answer is worth having where nobody can say how strange its picture is.
    const known = await kin().catch(() => null);
    const novelty = known && known.noveltyOf(feature).percentile / 100;
    return { points, feature, extras, milliseconds, simd: net.simd(), novelty };
  },
  async lookUp(picture) {
    const held = await bank();
    const began = performance.now();
    const found = held(picture);
    return { ...found, milliseconds: performance.now() - began };
  },
  truth(category, seed) {
    if (!isCategory(category)) throw new RangeError(`there is no category "${category}"`);
    return makeSample(category, seed);
  },
  measure,
  match: (a, b) => emdAuction(a, b).assignment,
  many: async (picture, count, seed, extras) => (await manyHead()).samples(picture, count, seed, extras),
} satisfies NetworkWorkerApi);
