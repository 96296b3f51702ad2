import { distancesBetween, meanOf } from '../../src/reconstruction/evaluation/figures.ts';
import { everyOther } from '../../src/reconstruction/everyOther.ts';
import { bare, full, type Extras } from '../../src/reconstruction/network/extras.ts';
import { extrasIds, type ExtrasId, type ExtrasRecord, type ExtrasSet } from '../../src/jobs/extrasRecord.ts';
import type { Network } from '../../src/reconstruction/network/infer.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { proceduralName } from '../../src/reconstruction/seeds.ts';
import type { Picture } from '../../src/reconstruction/types.ts';
import { drawn, furnitureIn, viewOf } from './sweethome.ts';

/** The evaluation set that choices are made on: no figure of the guides is of it. */
const SET = 21;

const extrasOf: Readonly<Record<ExtrasId, Extras>> = {
  bare,
  mirror: { ...bare, mirror: true },
  pull: { ...bare, pull: true },
  full,
};

export interface ExtrasCase {
  readonly picture: Picture;
  /** 2,048 points; the even ones are compared with. */
  readonly truth: Float64Array;
}

export function* proceduralCases(count: number): Generator<ExtrasCase> {
  for (let i = 0; i < count; i++) {
    const { category, seed } = proceduralName(SET, i);
    const { picture, points } = makeSample(category, seed);
    yield { picture, truth: points };
  }
}

/** One view each of `count` meshes of Debian's sweethome3d-furniture that are never trained on. */
export function* furnitureCases(folder: string, count: number): Generator<ExtrasCase> {
  for (const thing of drawn(furnitureIn(folder, 'cc-by'), count, 1, 'extras')) {
    const { picture, points } = viewOf(thing.triangles(), thing.id, 1);
    yield { picture, truth: points };
  }
}

const ofEach = <T>(make: (id: ExtrasId) => T): Record<ExtrasId, T> =>
  Object.fromEntries(extrasIds.map((id) => [id, make(id)])) as Record<ExtrasId, T>;

/** Mean distances to the truth with each of the extras, and without. */
export function setOf(network: Network, cases: Iterable<ExtrasCase>, tell: (line: string) => void): ExtrasSet {
  const figures = ofEach((): ReturnType<typeof distancesBetween>[] => []);
  let pictures = 0;
  for (const { picture, truth } of cases) {
    const even = everyOther(truth, 0);
    for (const id of extrasIds) figures[id].push(distancesBetween(network.answer(picture, extrasOf[id]), even));
    pictures++;
    if (pictures % 50 === 0) tell(`${pictures} pictures`);
  }
  return {
    pictures,
    of: ofEach((id) => {
      const { chamfer, emd } = meanOf(figures[id]);
      return { chamfer, emd };
    }),
  };
}

/** Milliseconds of one answer: the least of many, which what else the machine does disturbs least. */
export function costOf(network: Network, now: () => number): ExtrasRecord['milliseconds'] {
  const { picture } = makeSample('chair', 7);
  const least = ofEach(() => Infinity);
  for (let round = 0; round < 150; round++) {
    for (const id of extrasIds) {
      const begun = now();
      network.infer(picture, extrasOf[id]);
      least[id] = Math.min(least[id], now() - begun);
    }
  }
  return ofEach((id) => Number(least[id].toPrecision(2)));
}
