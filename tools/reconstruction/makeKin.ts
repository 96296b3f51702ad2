import { crc32 } from '../../src/math/crc32.ts';
import { createRng } from '../../src/math/rng.ts';
import { galleryNames, readKin, REFERENCES } from '../../src/reconstruction/kin/kin.ts';
import { noveltyDistance, percentileOf, QUANTILES, quantilesOf } from '../../src/reconstruction/kin/novelty.ts';
import { AXES, placeIn, type Place, type Space } from '../../src/reconstruction/kin/space.ts';
import { featureLength } from '../../src/reconstruction/network/encoder.ts';
import { readHalves, writeHalves } from '../../src/reconstruction/network/half.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { trainingName, type SampleName } from '../../src/reconstruction/seeds.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import { foreignKinds, foreignPicture, type ForeignKind } from './foreign.ts';
import { principalAxes, type Principal } from './pca.ts';
import type { Network } from '../../src/reconstruction/network/infer.ts';
import type { Picture } from '../../src/reconstruction/types.ts';

type Feature = Float32Array<ArrayBuffer>;

/** Training pictures for the axes; every second one is a reference. */
const TRAINING = 2 * REFERENCES;
const HELD_OUT = 1000;
/** Held-out seeds: below training's, and in no evaluation set that anybody would name. */
const HELD_OUT_FROM = 2 ** 29;
const FOREIGN = 100;

/**
 * How a distance counts the axes: each by (its deviation)^−exponent, so that 0 is the plain distance and 1 the whitened one, and what lies
 * beyond them by `beyond` times the same. The tool takes the best of these.
 */
interface Measure {
  readonly exponent: number;
  readonly beyond: number;
}
const measures: readonly Measure[] = [0, 0.5, 1].flatMap((exponent) =>
  [0, 1, 3, 9].map((beyond) => ({ exponent, beyond })),
);
/** Kin are told by the plain distance of their codes. */
const plain: Measure = { exponent: 0, beyond: 0 };

export interface KinFiles {
  readonly bin: Uint8Array<ArrayBuffer>;
  readonly json: string;
}

/** kin.bin and kin.json for `network`. `tell` hears of every step. */
export function makeKin(network: Network, tell: (line: string) => void): KinFiles {
  const features = (count: number, pictureOf: (index: number) => Picture): Feature[] =>
    Array.from({ length: count }, (_, i) => network.feature(pictureOf(i)));
  const foreign = (set: string) =>
    (Object.keys(foreignKinds) as ForeignKind[]).map((kind) => ({
      kind,
      features: features(FOREIGN, (i) => foreignPicture(kind, set, i)),
    }));

  const training = features(TRAINING, (i) => croppedPicture(trainingName(i)));
  const heldOut = features(HELD_OUT, (i) =>
    croppedPicture({ category: categoryIds[i % categoryIds.length]!, seed: HELD_OUT_FROM + i }),
  );
  tell(`${TRAINING} training pictures, ${HELD_OUT} held out`);
  const { code } = network.widths;
  const novelty = stretchOf(training, code, featureLength(network.widths));
  const kinship = stretchOf(training, 0, code);
  const alive = kinship.mean.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  tell(`${alive} of the code's ${code} units are alive`);

  const choosing = foreign('choose');
  const judged = measures.map((measure) => {
    const space = spaceOf(novelty, measure);
    const references = referencesIn(space, training);
    const distance = (feature: Feature) => noveltyDistance(placeIn(space, feature), references);
    const quantiles = quantilesOf(heldOut.map(distance));
    const shares = choosing.map((set) => shareAbove(set.features.map(distance), quantiles));
    const found = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    tell(`exponent ${measure.exponent}, beyond ${measure.beyond}: ${percents(shares)}, mean ${percents([found])}`);
    return { measure, space, references, quantiles, found };
  });
  const best = judged.reduce((a, b) => (b.found > a.found ? b : a));

  const kinSpace = spaceOf(kinship, plain);
  const gallery = places(
    kinSpace,
    features(galleryNames.length, (i) => pictureOf(galleryNames[i]!)),
  );
  const widest = [0, 1, 2].map((axis) =>
    gallery.reduce((most, { along }) => Math.max(most, Math.abs(along[axis]!)), 0),
  );
  const tensors = [
    ...tensorsOf('kin', kinSpace),
    ...tensorsOf('novelty', best.space),
    { name: 'references', shape: [REFERENCES, AXES], values: best.references },
    { name: 'quantiles', shape: [QUANTILES], values: best.quantiles },
    { name: 'gallery', shape: [galleryNames.length, AXES], values: flat(gallery) },
    // One scale for all three axes: on the map, too, a distance is one.
    { name: 'map', shape: [3], values: [1, 1, 1].map(() => 1 / Math.max(...widest)) },
  ];
  const bin = writeHalves(tensors.flatMap(({ values }) => [...values]));
  let offset = 0;
  const manifest = {
    format: 'koubai-network',
    version: 1,
    kind: 'kin',
    halves: bin.length / 2,
    crc32: crc32(bin),
    tensors: tensors.map(({ name, shape, values }) => {
      const entry = { name, shape, offset };
      offset += values.length;
      return entry;
    }),
    network: network.crc32,
    measure: best.measure,
    pictures: { training: TRAINING, heldOut: HELD_OUT },
    gallery: galleryNames,
  };

  const kin = readKin(manifest, bin, network);
  const above = foreign('report').map(({ kind, features }) => {
    const percentiles = features.map((feature) => kin.noveltyOf(feature).percentile);
    return [kind, percentiles.filter((percentile) => percentile > 95).length / FOREIGN] as const;
  });
  for (const [kind, share] of above)
    tell(`${kind} above the 95th percentile of held-out pictures: ${percents([share])}`);
  const facts = { ...manifest, foreignAbove95: Object.fromEntries(above) };
  return { bin, json: `${JSON.stringify(facts)}\n` };
}

const pictureOf = ({ category, seed }: SampleName): Picture => makeSample(category, seed, { points: 2 }).picture;

/** On its tight crop, as every picture is when novelty is asked for; every third one flat, for a drawn silhouette is no novelty. */
function croppedPicture(name: SampleName): Picture {
  const { gray, mask } = pictureOf(name);
  const rng = createRng(name.seed, 'kin', 'flat', name.category);
  if (rng.uniform() > 1 / 3) return { gray, mask };
  const albedo = rng.between(0.5, 1);
  return { gray: mask.map((covered) => Math.round(albedo * covered)), mask };
}

/** Axes of a stretch of the features. */
interface Stretch extends Principal {
  readonly from: number;
  readonly units: Float32Array;
  /** Root mean square of what the axes leave. */
  readonly rest: number;
}

function stretchOf(features: readonly Feature[], from: number, to: number): Stretch {
  const length = to - from;
  const units = from === 0 ? new Float32Array(length).fill(1) : unitsOf(features, from, length);
  const rows = features.map((feature) => units.map((unit, i) => unit * feature[from + i]!));
  const { mean: scaled, axes, deviations } = principalAxes(rows, AXES, createRng(1, 'kin', 'axes', from));
  const mean = scaled.map((value, i) => value / units[i]!);
  const variance = rows.reduce((sum, row) => sum + row.reduce((s, value, i) => s + (value - scaled[i]!) ** 2, 0), 0);
  const kept = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
  return { from, units, mean, axes, deviations, rest: Math.sqrt(Math.max(0, variance / rows.length - kept)) };
}

/** One over each number's deviation; a number that hardly varies counts for no more than ten times a common one. */
function unitsOf(features: readonly Feature[], from: number, length: number): Float32Array {
  const deviations = Float64Array.from({ length }, (_, i) => {
    const mean = features.reduce((sum, feature) => sum + feature[from + i]!, 0) / features.length;
    const squares = features.reduce((sum, feature) => sum + (feature[from + i]! - mean) ** 2, 0);
    return Math.sqrt(squares / features.length);
  });
  const common = deviations.slice().sort()[length >> 1]!;
  return halves(deviations.map((deviation) => 1 / Math.max(deviation, common / 10)));
}

/** As the file will give it back. */
const halves = (values: ArrayLike<number>): Float32Array => readHalves(writeHalves(values), 0, values.length);

function spaceOf({ from, units, mean, axes, deviations, rest }: Stretch, { exponent, beyond }: Measure): Space {
  const scales = [...Array.from(deviations, (deviation) => deviation ** -exponent), beyond * rest ** -exponent];
  return { from, units, mean: halves(mean), axes: halves(axes), scales: halves(scales) };
}

const tensorsOf = (name: string, { mean, units, axes, scales }: Space) => [
  { name: `${name}.mean`, shape: [mean.length], values: mean },
  { name: `${name}.units`, shape: [mean.length], values: units },
  { name: `${name}.axes`, shape: [AXES, mean.length], values: axes },
  { name: `${name}.scales`, shape: [AXES + 1], values: scales },
];

const places = (space: Space, features: readonly Feature[]): Place[] =>
  features.map((feature) => placeIn(space, feature));

const flat = (all: readonly Place[]): number[] => all.flatMap(({ along }) => [...along]);

const referencesIn = (space: Space, training: readonly Feature[]): Float32Array =>
  halves(
    flat(
      places(
        space,
        training.filter((_, i) => i % 2 === Math.floor(i / categoryIds.length) % 2),
      ),
    ),
  );

const shareAbove = (distances: readonly number[], quantiles: ArrayLike<number>): number =>
  distances.filter((distance) => percentileOf(distance, quantiles) > 95).length / distances.length;

const percents = (shares: readonly number[]): string =>
  shares.map((share) => `${(100 * share).toFixed(0)} %`).join(' ');
