import { encode } from 'fast-png';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distancesBetween } from '../../src/reconstruction/evaluation/figures.ts';
import { lookUpIn } from '../../src/reconstruction/retrieval/lookUp.ts';
import { reconstructionSimd } from '../../src/jobs/reconstructionSimd.ts';
import { full } from '../../src/reconstruction/network/extras.ts';
import { trainedFrom, type Trained } from '../../src/reconstruction/network/trained.ts';
import { cutOut } from '../../src/reconstruction/cutout/automatic.ts';
import { CutoutError } from '../../src/reconstruction/cutout/refusals.ts';
import { toPicture } from '../../src/reconstruction/cutout/toPicture.ts';
import type { RgbaImage } from '../../src/reconstruction/cutout/types.ts';
import { AssetError } from '../../src/reconstruction/network/weights.ts';
import { foreignInputs, type ForeignInput } from './foreignInputs.ts';
import { paintCloud, paintImage } from './painter.ts';

/** What became of an input, as the JSON beside the sheet has it. */
export interface Tried {
  readonly kind: ForeignInput['kind'];
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  /** How it was cut out, or why it was not. */
  readonly cut: 'alpha' | 'border' | 'box' | { readonly refused: string };
  /** Share of held-out training pictures that look less unlike the training. */
  readonly novelty: number | null;
  readonly retrieval: { readonly category: string; readonly seed: number; readonly mirrored: boolean } | null;
  /** Where the truth is known. */
  readonly chamfer: { readonly network: number; readonly retrieval: number } | null;
}

export interface Tile {
  readonly tried: Tried;
  /** Data URLs: the input; the network's answer from the front and turned; the look-up's. */
  readonly panes: readonly string[];
}

const TURN_RAD = Math.PI / 3;
const NETWORK = [16, 78, 139] as const;
const LOOK_UP = [171, 82, 12] as const;

/** Every foreign input, cut out automatically and answered. `edge`: of a pane, in pixels. */
export async function tilesOf(root: string, furniture: string, edge: number): Promise<Tile[]> {
  const file = (name: string) => new Uint8Array(readFileSync(join(root, 'assets/reconstruction', name)));
  const trained = trainedFrom(
    {
      file: (name) => ({
        manifest: JSON.parse(new TextDecoder().decode(file(`${name}.json`))) as unknown,
        bytes: file(`${name}.bin`),
      }),
      bank: () => file('bank.bin'),
    },
    reconstructionSimd,
  );
  const lookUp = lookUpIn(file('bank.bin'));
  const noveltyOf = noveltyBy(trained);

  return (await foreignInputs(root, furniture)).map((input) => {
    const { kind, name, source, licence, image, large, truth } = input;
    const about = { kind, name, source, licence };
    try {
      const cut = cutOut(image);
      const { picture } = toPicture(image, cut);
      const { points, feature } = trained.network().infer(picture, full);
      const { category, seed, mirrored, points: neighbour } = lookUp(picture);
      const mask = large === image ? cut.mask.alpha : large.data.filter((_, i) => i % 4 === 3);
      const shown = paintImage(large, Uint8Array.from(mask), edge);
      const clouds = [[points, NETWORK] as const, [neighbour, LOOK_UP] as const].flatMap(([cloud, ink]) =>
        [0, TURN_RAD].map((turn) => paintCloud(cloud, edge, turn, ink)),
      );
      return {
        tried: {
          ...about,
          cut: cut.by,
          novelty: noveltyOf(feature),
          retrieval: { category, seed, mirrored },
          chamfer: truth && {
            network: distancesBetween(points, truth).chamfer,
            retrieval: distancesBetween(neighbour, truth).chamfer,
          },
        },
        panes: [shown, ...clouds].map(urlOf),
      };
    } catch (error) {
      if (!(error instanceof CutoutError)) throw error;
      const tried = { ...about, cut: { refused: error.message }, novelty: null, retrieval: null, chamfer: null };
      return { tried, panes: [urlOf(paintImage(large, null, edge))] };
    }
  });
}

/** null where kin.bin is of another network: kin.mjs was not run yet. */
function noveltyBy(trained: Trained): (feature: Float32Array) => number | null {
  try {
    const kin = trained.kin();
    return (feature) => kin.noveltyOf(feature).percentile / 100;
  } catch (error) {
    if (!(error instanceof AssetError)) throw error;
    console.warn(error.message);
    return () => null;
  }
}

function urlOf({ data, width, height }: RgbaImage): string {
  const png = encode({ width, height, data, channels: 4, depth: 8 });
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
