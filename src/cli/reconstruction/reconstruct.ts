import type { Command } from 'commander';
import { pointsPly } from '../../io/clouds/pointsPly.ts';
import { lookUpIn } from '../../reconstruction/retrieval/lookUp.ts';
import type { Extras } from '../../reconstruction/network/extras.ts';
import { reconstruct } from '../../reconstruction/network/reconstruct.ts';
import { trainedFrom, type Trained } from '../../reconstruction/network/trained.ts';
import { whole } from '../../params/spec.ts';
import { AssetError } from '../../reconstruction/network/weights.ts';
import { ANSWER_POINTS } from '../../reconstruction/types.ts';
import { writeBytes } from '../registration/files.ts';
import { seedOf } from '../registration/flags.ts';
import { reconstructionSimd } from '../../jobs/reconstructionSimd.ts';
import { numberWithin } from '../values.ts';
import { pictureOf, refusing } from './pictures.ts';
import { isThere, refusingAssets, trainedFiles } from './trainedFiles.ts';

interface ReconstructFlags {
  readonly mask?: string;
  readonly samples?: string;
  readonly seed?: string;
  readonly mirror: boolean;
  readonly pull: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

export const samplesSpec = whole(1, 1000);

const notes = `
IMAGE is a PNG. Without --mask the object is cut out by the picture's transparency,
or else by the colour of its border. MASK is a PNG of the same size: its
transparency, or else white, is the object.

Frame    the viewer's axes: x right, y up, z to the viewer. Scale and centre are
         the object's own: in its upright frame its box is centred at 0 with
         longest edge 1, before the turn to the viewer
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

export function addReconstruct(program: Command, write: (text: string) => void): void {
  program
    .command('reconstruct')
    .description('turn the picture of one object into 1,024 points')
    .argument('<image>', 'a PNG')
    .option('--mask <file>', 'a PNG: where the object is (without it: cut out automatically)')
    .option('--samples <number>', 'how many answers (default: 1)')
    .option('--seed <number>', 'a whole number, for --samples above 1 (default: 1)')
    .option('--no-mirror', 'do not ask about the mirror image, too')
    .option('--no-pull', 'leave points where they would be seen beside the object')
    .option('--out <file>', 'write the points as PLY')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action((image: string, flags: ReconstructFlags) => {
      write(refusingAssets(() => reconstructText(image, flags)));
    });
}

function reconstructText(path: string, flags: ReconstructFlags): string {
  const samples = flags.samples === undefined ? 1 : numberWithin('--samples', flags.samples, samplesSpec);
  const seed = flags.seed === undefined ? 1 : seedOf(flags.seed);
  const { picture, by, silhouette, notices } = pictureOf(path, flags.mask);
  const trained = trainedFrom(trainedFiles, reconstructionSimd);
  const extras = { mirror: flags.mirror, pull: flags.pull };
  const now = () => performance.now();
  const { clouds, feature, milliseconds, simd } = reconstruct({ samples, seed, extras }, picture, trained, now);
  const novelty = noveltyOf(trained, feature);
  const lookUp = lookUpIn(trainedFiles.bank());
  const { category, seed: its, mirrored } = refusing(flags.mask ?? path, () => lookUp(picture));
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
      ...extras,
      simd,
      novelty,
      retrieval: { category, seed: its, ...(mirrored && { mirrored }) },
      ...(notices.length > 0 && { notices }),
    })}\n`;
  }
  const cut = { alpha: 'its transparency', border: "its border's colour", mask: 'the mask given' }[by];
  return [
    `picture    ${[path, ...notices].join('; ')}`,
    `cut out    by ${cut}${silhouette ? ', taken for a silhouette' : ''}`,
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
