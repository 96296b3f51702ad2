import type { Command } from 'commander';
import { pointsPly } from '../../io/clouds/pointsPly.ts';
import { lookUpIn } from '../../reconstruction/retrieval/lookUp.ts';
import { reconstruct } from '../../reconstruction/network/reconstruct.ts';
import { trainedFrom, type Trained } from '../../reconstruction/network/trained.ts';
import { whole } from '../../params/spec.ts';
import { AssetError } from '../../reconstruction/network/weights.ts';
import { ANSWER_POINTS } from '../../reconstruction/types.ts';
import { writeBytes } from '../registration/files.ts';
import { seedOf } from '../registration/flags.ts';
import { numberWithin } from '../values.ts';
import { Refusal } from '../refusal.ts';
import { drawingOf } from './drawings.ts';
import { pictureOf, refusing, type ReadPicture } from './pictures.ts';
import { isThere, refusingAssets, trainedFiles } from './trainedFiles.ts';

interface ReconstructFlags {
  readonly mask?: string;
  readonly drawing?: string;
  readonly samples?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export const samplesSpec = whole(1, 1000);

const notes = `
IMAGE is a PNG. Without --mask the object is cut out by the picture's transparency,
or else by the colour of its border. MASK is a PNG of the same size: its
transparency, or else white, is the object. --drawing stands in the place of
both: the text after draw= in a link of the page, or that link; what is shown
to the network, and its answer, are those of the page.

Frame    the viewer's axes: x right, y up, z to the viewer. Scale and centre are
         the object's own: in its upright frame its box is centred at 0 with
         longest edge 1, before the turn to the viewer
samples  more than 1: as many answers of the head that was trained to differ,
         drawn with --seed, written to cloud-1.ply, cloud-2.ply …
novelty  how unlike the training pictures it looks: the share (0 … 1) of held-out
         pictures that look less unlike; null where this is not known
retrieval  the training shape whose mask is most like (mirrored ones too, then
         with "mirrored": true): koubai shapes makes it from category and seed

--seed counts with --samples above 1 alone: the one answer hangs on no chance.

Bad input: code 2 and one line.`;

export function addReconstruct(program: Command, write: (text: string) => void): void {
  program
    .command('reconstruct')
    .description('turn the picture of one object into 1,024 points')
    .argument('[image]', 'a PNG')
    .option('--mask <file>', 'a PNG: where the object is (without it: cut out automatically)')
    .option('--drawing <text>', 'what was drawn on the page, as its link has it, in the place of an image')
    .option('--samples <number>', 'how many answers (default: 1)')
    .option('--seed <number>', 'a whole number, for --samples above 1 (default: 1)')
    .option('--out <file>', 'write the points as PLY')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action((image: string | undefined, flags: ReconstructFlags) => {
      write(refusingAssets(() => reconstructText(image, flags)));
    });
}

/** What is to be turned into points, and what to call it. */
function given(path: string | undefined, { mask, drawing }: ReconstructFlags): ReadPicture & { readonly name: string } {
  if (drawing === undefined) {
    if (path === undefined) throw new Refusal('give an image (a PNG), or a drawing: --drawing TEXT');
    return { ...pictureOf(path, mask), name: path };
  }
  if (path !== undefined) throw new Refusal('give an image or --drawing, not both');
  if (mask !== undefined) throw new Refusal('--mask is for an image: a drawing is its own mask');
  return { ...drawingOf(drawing), name: 'a drawing' };
}

function reconstructText(path: string | undefined, flags: ReconstructFlags): string {
  const samples = flags.samples === undefined ? 1 : numberWithin('--samples', flags.samples, samplesSpec);
  const seed = flags.seed === undefined ? 1 : seedOf(flags.seed);
  const { picture, by, silhouette, notices, name } = given(path, flags);
  const trained = trainedFrom(trainedFiles);
  const { clouds, feature, milliseconds } = reconstruct({ samples, seed }, picture, trained, () => performance.now());
  const novelty = noveltyOf(trained, feature);
  const lookUp = lookUpIn(trainedFiles.bank());
  const { category, seed: its, mirrored } = refusing(flags.mask ?? name, () => lookUp(picture));
  const files = clouds.map((points, i) => {
    const file = flags.out === undefined || samples === 1 ? flags.out : numbered(flags.out, i + 1);
    if (file !== undefined) writeBytes(file, pointsPly(points, 'double'));
    return file;
  });
  if (flags.json) {
    return `${JSON.stringify({
      points: ANSWER_POINTS,
      ...(samples > 1 && { samples }),
      milliseconds,
      novelty,
      retrieval: { category, seed: its, ...(mirrored && { mirrored }) },
      ...(notices.length > 0 && { notices }),
    })}\n`;
  }
  const cut = { alpha: 'its transparency', border: "its border's colour", mask: 'the mask given', drawing: 'hand' }[by];
  return [
    `picture    ${[name, ...notices].join('; ')}`,
    `cut out    by ${cut}${silhouette ? ', taken for a silhouette' : ''}`,
    `points     ${samples > 1 ? `${samples} × ` : ''}${ANSWER_POINTS} in ${milliseconds.toFixed(0)} ms`,
    `novelty    ${novelty === null ? 'not known' : `${(100 * novelty).toFixed(0)} % of held-out pictures look less unlike the training`}`,
    `retrieval  ${category}, seed ${its}${mirrored ? ', mirrored' : ''}`,
    ...files.flatMap((file) => (file === undefined ? [] : [`written    ${file}`])),
    '',
  ].join('\n');
}

/** null where kin.bin is missing or of another network: the points do not hang on it. */
function noveltyOf(trained: Trained, feature: Float32Array): number | null {
  try {
    return isThere('kin') ? trained.kin().noveltyOf(feature).percentile / 100 : null;
  } catch (error) {
    if (error instanceof AssetError) return null;
    throw error;
  }
}

/** cloud.ply → cloud-1.ply. */
const numbered = (path: string, number: number): string => {
  const [, stem = path, extension = ''] = /^(.*?)(\.[^./\\]*)?$/s.exec(path) ?? [];
  return `${stem}-${number}${extension}`;
};
