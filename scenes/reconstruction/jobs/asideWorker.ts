import { expose } from 'comlink';
import type { Points } from '../../../src/clouds/types.ts';
import { everyOther } from '../../../src/reconstruction/everyOther.ts';
import { readKin } from '../../../src/reconstruction/kin/kin.ts';
import { chamferDistance } from '../../../src/reconstruction/metrics/chamfer.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { isCategory } from '../../../src/reconstruction/shapes/index.ts';
import { spreadOf } from '../../../src/reconstruction/spread.ts';
import { fetchJson, fetchTrained, quietly } from './assets.ts';
import { lastingly } from './lastingly.ts';
import { meansOf } from '../../../src/toys/means.ts';
import type { AsideWorkerApi } from './api.ts';

/* What the views `losses`, `kin` and `many` ask for beside the answer. */

const kin = lastingly(async () => {
  const [trained, network] = await Promise.all([fetchTrained('kin', quietly), fetchJson('network.json', quietly)]);
  return readKin(...trained, network as { readonly crc32: number });
});

/** 1,024 points of each shape of the gallery, as its picture shows it. */
const clouds: (Points | undefined)[] = [];

function cloudOf(i: number, { category, seed }: { readonly category: string; readonly seed: number }): Points {
  if (!isCategory(category)) throw new RangeError(`there is no category "${category}"`);
  return (clouds[i] ??= everyOther(makeSample(category, seed).points, 0));
}

/** Shapes between two words to the page. */
const EVERY = 10;

expose({
  open: () => undefined,
  means: meansOf,
  async kinMap() {
    const { gallery } = await kin();
    return {
      shapes: gallery.map(({ category, seed }) => ({ category, seed })),
      places: Float64Array.from(gallery.flatMap(({ position }) => position)),
    };
  },
  async kinPlace(feature) {
    const { gallery, nearestKin, place } = await kin();
    const index = new Map(gallery.map(({ category, seed }, i) => [`${category}-${seed}`, i]));
    const near = nearestKin(feature, gallery.length);
    return {
      place: place(feature),
      order: Int32Array.from(near, ({ category, seed }) => index.get(`${category}-${seed}`)!),
      distances: Float64Array.from(near, ({ distance }) => distance),
    };
  },
  async kinByChamfer(points, onPart) {
    const { gallery } = await kin();
    const found: { readonly i: number; readonly chamfer: number }[] = [];
    for (const [i, shape] of gallery.entries()) {
      found.push({ i, chamfer: chamferDistance(points, cloudOf(i, shape)).chamfer });
      if (i % EVERY !== EVERY - 1) continue;
      onPart((i + 1) / gallery.length);
      // Others who ask get their turn.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    found.sort((a, b) => a.chamfer - b.chamfer);
    return {
      order: Int32Array.from(found, ({ i }) => i),
      distances: Float64Array.from(found, ({ chamfer }) => chamfer),
    };
  },
  kinBetween: async (a, b) => (await kin()).distance(a, b),
  spread: (samples) => ({ values: spreadOf(samples) }),
} satisfies AsideWorkerApi);
