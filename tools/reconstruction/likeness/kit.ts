import { join } from 'node:path';
import { trainedBy } from '../../../src/cli/reconstruction/trainedFiles.ts';
import { chamferDistance } from '../../../src/reconstruction/metrics/chamfer.ts';
import { reconstructionSimd } from '../../../src/jobs/reconstructionSimd.ts';
import { trainedFrom } from '../../../src/reconstruction/network/trained.ts';
import { furnitureIn, viewOf } from '../sweethome.ts';
import { sharesOf, NEAREST, type Distances, type Shares } from './probe.ts';
import { purposeOf } from './uses.ts';

/** Every third of an answer's 1,024 points is compared: enough for an order, and nine times sooner. */
const EVERY = 3;

/** scenes/reconstruction/kin/likeness.json. */
export interface LikenessRecord {
  /** CRC-32 of the network that was asked. */
  readonly network: number;
  readonly nearest: number;
  readonly things: number;
  readonly byUse: Readonly<Record<string, number>>;
  /** Among all other things, and among things of other kinds alone. */
  readonly all: Shares;
  readonly others: Shares;
}

/** One view of every CC-BY thing of SweetHome3D whose name says what it is for; none of them was trained on. */
export function likeness(assets: string, furniture: string, tell: (line: string) => void): LikenessRecord {
  const trained = trainedFrom(
    trainedBy((name) => join(assets, name)),
    reconstructionSimd,
  );
  const things = furnitureIn(furniture, 'cc-by').flatMap(({ name, id, triangles }) => {
    const purpose = purposeOf(name);
    if (!purpose) return [];
    const { points, feature } = trained.network().infer(viewOf(triangles(), id, 1).picture);
    const few = points.filter((_, i) => Math.floor(i / 3) % EVERY === 0);
    return [{ purpose, feature, few }];
  });
  tell(`${things.length} things asked`);
  const kin = trained.kin();
  const matrix = (between: (i: number, j: number) => number): Distances => {
    const rows = things.map(() => new Float64Array(things.length));
    for (let i = 0; i < things.length; i++) for (let j = 0; j < i; j++) rows[i]![j] = rows[j]![i] = between(i, j);
    return rows;
  };
  const purposes = things.map(({ purpose }) => purpose);
  const feature = matrix((i, j) => kin.distance(things[i]!.feature, things[j]!.feature));
  const chamfer = matrix((i, j) => chamferDistance(things[i]!.few, things[j]!.few).chamfer);
  const byUse: Record<string, number> = {};
  for (const { use } of purposes) byUse[use] = (byUse[use] ?? 0) + 1;
  return {
    network: trained.network().crc32,
    nearest: NEAREST,
    things: things.length,
    byUse,
    all: sharesOf(purposes, feature, chamfer, false),
    others: sharesOf(purposes, feature, chamfer, true),
  };
}
