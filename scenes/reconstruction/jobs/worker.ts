import { expose } from 'comlink';
import { readKin } from '../../../src/reconstruction/kin/kin.ts';
import { createNetwork } from '../../../src/reconstruction/network/infer.ts';
import { readMany } from '../../../src/reconstruction/network/many.ts';
import { readWeights } from '../../../src/reconstruction/network/weights.ts';
import { emdAuction } from '../../../src/reconstruction/metrics/emdAuction.ts';
import { readBank } from '../../../src/reconstruction/retrieval/bank.ts';
import { neighbourPoints, retrieve } from '../../../src/reconstruction/retrieval/retrieve.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { isCategory } from '../../../src/reconstruction/shapes/index.ts';
import { PICTURE_SIZE } from '../../../src/reconstruction/types.ts';
import type { Fetching, NetworkWorkerApi } from './api.ts';
import { fetchAsset, fetchJson } from './assets.ts';
import { lastingly } from './lastingly.ts';
import { measure } from '../../../src/reconstruction/metrics/measure.ts';

/* The network's worker: network, bank and kin are fetched when a job first needs them. */

let tell: (fetching: Fetching | null) => void = () => undefined;
const hear = (fetching: Fetching | null) => tell(fetching);

const manifestAndBytes = (kind: 'network' | 'many') =>
  Promise.all([fetchJson(`${kind}.json`, () => undefined), fetchAsset(`${kind}.bin`, hear)]);

const network = lastingly(async () => {
  const net = createNetwork(readWeights(...(await manifestAndBytes('network')), 'network'));
  // The first run is interpreted, then compiled: better on nothing than while somebody waits.
  const blank = new Uint8Array(PICTURE_SIZE ** 2);
  net.infer({ gray: blank, mask: blank });
  return net;
});
const bank = lastingly(async () => readBank(await fetchAsset('bank.bin', hear)));
const kin = lastingly(async () => {
  const quiet = () => undefined;
  const [manifest, bytes, net] = await Promise.all([
    fetchJson('kin.json', quiet),
    fetchAsset('kin.bin', quiet),
    network(),
  ]);
  return readKin(manifest, bytes, net);
});
const manyHead = lastingly(async () => {
  const net = await network();
  return readMany(...(await manifestAndBytes('many')), net);
});

expose({
  open(onFetch) {
    tell = onFetch;
  },
  async answer(picture) {
    const net = await network();
    const began = performance.now();
    const { points, feature } = net.infer(picture);
    const milliseconds = performance.now() - began;
    // An answer is worth having where nobody can say how strange its picture is.
    const known = await kin().catch(() => null);
    return { points, feature, milliseconds, novelty: known && known.noveltyOf(feature).percentile / 100 };
  },
  async lookUp(picture) {
    const held = await bank();
    const began = performance.now();
    const neighbour = retrieve(held, picture);
    return { ...neighbour, points: neighbourPoints(neighbour), milliseconds: performance.now() - began };
  },
  truth(category, seed) {
    if (!isCategory(category)) throw new RangeError(`there is no category "${category}"`);
    return makeSample(category, seed);
  },
  measure,
  match: (a, b) => emdAuction(a, b).assignment,
  many: async (picture, count, seed) => (await manyHead()).samples(picture, count, seed),
} satisfies NetworkWorkerApi);
