import { encode } from 'fast-png';
import { join } from 'node:path';
import { trainedBy } from '../../src/cli/reconstruction/trainedFiles.ts';
import { distancesBetween } from '../../src/reconstruction/evaluation/figures.ts';
import { lookUpIn } from '../../src/reconstruction/retrieval/lookUp.ts';
import { reconstructionSimd } from '../../src/jobs/reconstructionSimd.ts';
import { full } from '../../src/reconstruction/network/extras.ts';
import { trainedFrom, type Trained } from '../../src/reconstruction/network/trained.ts';
import { cutByBox, cutOut } from '../../src/reconstruction/cutout/automatic.ts';
import { CutoutError } from '../../src/reconstruction/cutout/refusals.ts';
import { toPicture } from '../../src/reconstruction/cutout/toPicture.ts';
import type { Cut, CutBy, RgbaImage } from '../../src/reconstruction/cutout/types.ts';
import { AssetError } from '../../src/reconstruction/network/weights.ts';
import { overlapOf } from './cutKit.ts';
import type { ForeignInput } from './foreignInputs.ts';
import { paintCloud, paintImage } from './painter.ts';

/** What became of an input, as the JSON beside the sheet has it. */
export interface Tried {
  readonly kind: ForeignInput['kind'];
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  /** How it was cut out, or why it was not: with a box drawn around it where the automatic cut says a doubt. */
  readonly cut: CutBy | 'drawn box' | { readonly refused: string };
  /** Intersection over union with the mask drawn by hand, where there is one. */
  readonly overlap: number | null;
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

/** Foreign inputs, cut out and answered. `edge`: of a pane, in pixels. */
export function tilesOf(root: string, inputs: readonly ForeignInput[], edge: number): Tile[] {
  const files = trainedBy((name) => join(root, 'assets/reconstruction', name));
  const trained = trainedFrom(files, reconstructionSimd);
  const lookUp = lookUpIn(files.bank());
  const noveltyOf = noveltyBy(trained);

  return inputs.map((input) => {
    const { kind, name, source, licence, image, large, truth, byHand } = input;
    const about = { kind, name, source, licence };
    try {
      const { cut, how } = cutAsOneWould(input);
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
          cut: how,
          overlap: byHand && overlapOf(cut.mask, byHand.mask),
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
      const tried = {
        ...about,
        cut: { refused: error.message },
        overlap: null,
        novelty: null,
        retrieval: null,
        chamfer: null,
      };
      return { tried, panes: [urlOf(paintImage(large, null, edge))] };
    }
  });
}

/** Without a hand, unless that says a doubt against itself; then with the one box, where there is one. */
function cutAsOneWould({ image, byHand }: ForeignInput): { readonly cut: Cut; readonly how: CutBy | 'drawn box' } {
  const cut = cutOut(image);
  if (byHand === null || cut.doubts.length === 0) return { cut, how: cut.by };
  return { cut: cutByBox(image, byHand.box), how: 'drawn box' };
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
