import type { Command } from 'commander';
import type { Points } from '../../clouds/types.ts';
import { meshGlb } from '../../io/clouds/glb.ts';
import { pointsPly } from '../../io/clouds/pointsPly.ts';
import { ballsOf } from '../../reconstruction/balls.ts';
import { pictured } from '../../reconstruction/pictured.ts';
import { USUAL_ELEVATION_RAD } from '../../reconstruction/sample.ts';
import { surfelsOf } from '../../reconstruction/visible.ts';
import { lookUpIn } from '../../reconstruction/retrieval/lookUp.ts';
import { doubtInWords } from '../../reconstruction/cutout/inWords.ts';
import type { Extras } from '../../reconstruction/network/extras.ts';
import { reconstruct } from '../../reconstruction/network/reconstruct.ts';
import { trainedFrom, type Trained } from '../../reconstruction/network/trained.ts';
import { whole } from '../../params/spec.ts';
import { AssetError } from '../../reconstruction/network/weights.ts';
import { ANSWER_POINTS, type Picture } from '../../reconstruction/types.ts';
import { writeBytes } from '../registration/files.ts';
import { seedOf } from '../registration/flags.ts';
import { reconstructionSimd } from '../../jobs/reconstructionSimd.ts';
import { numberWithin } from '../values.ts';
import { given, type Given } from './given.ts';
import { refusing } from './pictures.ts';
import { isThere, refusingAssets, trainedFiles } from './trainedFiles.ts';

interface ReconstructFlags {
  readonly mask?: string;
  readonly drawing?: string;
  readonly box?: string;
  readonly samples?: string;
  readonly seed?: string;
  readonly mirror: boolean;
  readonly pull: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

export const samplesSpec = whole(1, 1000);

const notes = `
IMAGE is a PNG, JPEG or WebP, upright as its EXIF data say. Without --mask the object
is cut out by the picture's transparency, or else by the colour of its border, or else
by the colours in a box that is guessed. MASK is a picture of the same size: its
transparency, or else white, is the object. --box 0.2,0.1,0.6,0.8 draws a box around
the object: left, top, width and height in shares of the picture, or in its pixels
where one of them is above 1; it lies within the picture.
Why a cut may be wrong is said on stderr, and in "doubts" of the JSON.
--drawing stands in the place of an image: the text after draw= in a link of the
page, or that link; picture and answer are those of the page.

Frame    the viewer's axes: x right, y up, z to the viewer. Scale and centre are
         the object's own: in its upright frame its box is centred at 0 with
         longest edge 1, before the turn to the viewer
GLB      each point a little ball, in the picture's tones where the picture shows it,
         grey and smaller where it is but a guess; set upright as if the picture
         had been taken from ${Math.round((180 / Math.PI) * USUAL_ELEVATION_RAD)}° above, the middle of the training pictures
samples  more than 1: as many answers of the head that was trained to differ,
         drawn with --seed, written to cloud-1.ply, cloud-2.ply …
mirror   the network is asked about the mirror image, too; the two answers become
         one: what they dispute is left out, of the rest 1,024 points stay
pull     points that would be seen beside the object move to its nearest pixel
novelty  how unlike the training pictures it looks: the share (0 … 1) of held-out
         pictures that look less unlike; null where this is not known
retrieval  the training shape whose mask is most like (mirrored ones too, then
         with "mirrored": true): koubai shapes makes it from category and seed

--seed counts with --samples above 1 alone: the one answer hangs on no chance.

Bad input: code 2 and one line.`;

export function addReconstruct(program: Command, write: (text: string) => void, warn: (text: string) => void): void {
  program
    .command('reconstruct')
    .description('turn the picture of one object into 1,024 points')
    .argument('[image]', 'a PNG, JPEG or WebP')
    .option('--mask <file>', 'a PNG, JPEG or WebP: where the object is (without it: cut out automatically)')
    .option('--drawing <text>', 'what was drawn on the page, as its link has it, in the place of an image')
    .option('--box <x,y,w,h>', 'a box around the object, in pixels or shares of the picture')
    .option('--samples <number>', 'how many answers (default: 1)')
    .option('--seed <number>', 'a whole number, for --samples above 1 (default: 1)')
    .option('--no-mirror', 'do not ask about the mirror image, too')
    .option('--no-pull', 'leave points where they would be seen beside the object')
    .option('--out <file>', 'write the points as PLY, or as little balls where the name ends in .glb')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (image: string | undefined, flags: ReconstructFlags) => {
      const samples = flags.samples === undefined ? 1 : numberWithin('--samples', flags.samples, samplesSpec);
      const seed = flags.seed === undefined ? 1 : seedOf(flags.seed);
      const read = await given(image, flags);
      for (const doubt of read.doubts) warn(`koubai: ${read.name}: in doubt: ${doubtInWords(doubt)}\n`);
      write(refusingAssets(() => reconstructText(read, { samples, seed }, flags)));
    });
}

function reconstructText(
  { picture, by, silhouette, notices, doubts, name }: Given,
  { samples, seed }: { readonly samples: number; readonly seed: number },
  flags: ReconstructFlags,
): string {
  const doubtful = doubts.map((doubt) => ({ id: doubt.id, says: doubtInWords(doubt) }));
  const trained = trainedFrom(trainedFiles, reconstructionSimd);
  const extras = { mirror: flags.mirror, pull: flags.pull };
  const now = () => performance.now();
  const { clouds, feature, milliseconds, simd } = reconstruct({ samples, seed, extras }, picture, trained, now);
  const novelty = noveltyOf(trained, feature);
  const lookUp = lookUpIn(trainedFiles.bank());
  const { category, seed: its, mirrored } = refusing(flags.mask ?? name, () => lookUp(picture));
  const files = clouds.map((points, i) => {
    const file = flags.out === undefined || samples === 1 ? flags.out : numbered(flags.out, i + 1);
    if (file !== undefined) writeBytes(file, fileOf(file, points, picture));
    return file;
  });
  if (flags.json) {
    return `${JSON.stringify({
      points: ANSWER_POINTS,
      ...(samples > 1 && { samples }),
      milliseconds,
      ...extras,
      simd,
      novelty,
      retrieval: { category, seed: its, ...(mirrored && { mirrored }) },
      ...(notices.length > 0 && { notices }),
      ...(doubtful.length > 0 && { doubts: doubtful }),
    })}\n`;
  }
  const box = flags.box === undefined ? 'the colours in a guessed box' : 'the colours in the box given';
  const cut = {
    ...{ alpha: 'its transparency', border: "its border's colour", mask: 'the mask given' },
    ...{ box, drawing: 'hand' },
  }[by];
  return [
    `picture    ${[name, ...notices].join('; ')}`,
    `cut out    by ${cut}${silhouette ? ', taken for a silhouette' : ''}${doubts.length > 0 ? ' (in doubt)' : ''}`,
    `points     ${samples > 1 ? `${samples} × ` : ''}${ANSWER_POINTS} in ${milliseconds.toFixed(0)} ms${said(extras)}`,
    `novelty    ${novelty === null ? 'not known' : `${(100 * novelty).toFixed(0)} % of held-out pictures look less unlike the training`}`,
    `retrieval  ${category}, seed ${its}${mirrored ? ', mirrored' : ''}`,
    ...files.flatMap((file) => (file === undefined ? [] : [`written    ${file}`])),
    '',
  ].join('\n');
}

function said({ mirror, pull }: Extras): string {
  const done = [...(mirror ? ['united with the mirror image’s'] : []), ...(pull ? ['pulled onto the object'] : [])];
  return done.length > 0 ? `, ${done.join(', ')}` : '';
}

/** By its name: GLB, upright, or PLY. */
function fileOf(name: string, points: Points, picture: Picture): Uint8Array {
  if (!/\.glb$/i.test(name)) return pointsPly(points, 'double');
  const surfels = surfelsOf(points);
  return meshGlb({ name: 'Koubai', ...ballsOf(surfels, pictured(surfels, picture), USUAL_ELEVATION_RAD) });
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
