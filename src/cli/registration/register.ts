import { Option, type Command } from 'commander';
import { writeAlignedPly } from '../../io/clouds/alignedPly.ts';
import { composeOrigins, removeOrigins } from '../../io/clouds/origins.ts';
import { register } from '../../registration/register.ts';
import { methodIds } from '../../registration/methods/index.ts';
import { identity, nearestRigid, poseError } from '../../math/matrix4.ts';
import { prepareDo } from '../../registration/do/infer.ts';
import { prepareCloud } from '../../registration/prepare.ts';
import { filters } from '../../registration/noise.ts';
import { startPriors } from '../../registration/prior.ts';
import { kernelIds, searches } from '../../registration/types.ts';
import { cloudOf, fileOf, matrixOf } from './clouds.ts';
import { writeBytes } from './files.ts';
import { specOfFlags, type RegisterFlags } from './flags.ts';
import { mapsFor } from './maps.ts';
import { jsonOfRegistration, textOfRegistration, type Registration } from './print.ts';

const notes = `
SOURCE and TARGET are PLY, PCD, XYZ/TXT/CSV/PTS, OBJ or STL. A mesh is sampled
by area: 5,000 points, drawn with --seed, differently for SOURCE and TARGET.
Every 4×4 is row major, target ← source, in the files' own coordinates.

auto     refines the start and a global start, and weighs them; chooses voxel and
         maximal distance where they are not given
  --start try     a start that fits stays unless the other is clearly better: it
                  lays 1.1 times as much on TARGET and leaves fewer points beside
                  it; without --init only where the clouds fit as they lie
  --start trust   the start alone is refined; ignore: it plays no part
  --filter        statistical outlier removal (20 neighbours, 2 SD, repeated);
                  auto: where a fifth of the points lies on no surface
others   do just what they are told: without --voxel the clouds as they are,
         without --max-distance no match is rejected by distance
ICPs     20 neighbours for normals and covariances (a file's own normals where
         it has some), at most 200 iterations; they stop at an update below
         1e-4 rad and 1e-5 of the target's diagonal
ransac   finds its own start (--init changes nothing); plane ICP follows
do       follows its maps, then repeats the last one until it rests;
         do-icp lets a robust ICP finish

verdict  good, ambiguous, doubtful or failed, judged without the truth; reason
         says why
fitness  share of SOURCE's points that have a TARGET point within the maximal
         distance; RMSE: root mean square of those distances; both after --voxel
overlap  share of each cloud that has a point of the other within two spacings

--json has besides: start (what was weighed), outliers, overlap, covariance,
alternatives and notices. covariance is of a twist (rx, ry, rz in radians, tx, ty,
tz in the files' unit) that takes p in TARGET's frame to p + r × (p − about) + t:
σ² (Σ J Jᵀ)⁻¹ of the last point-to-plane system; independent errors of one σ along
TARGET's normals, so that it is a lower bound.

Not converging is no error ("converged": false). Bad input: code 2 and one line.`;

export function addRegister(program: Command, write: (text: string) => void): void {
  program
    .command('register')
    .description('align one point cloud to another, and print the pose with a verdict')
    .argument('<source>', 'the cloud that moves')
    .argument('<target>', 'the cloud that stays; for do and do-icp: the model that the maps were trained with')
    .option('--method <id>', `${methodIds.join(', ')} (default: auto)`)
    .option('--kernel <id>', `robust kernel of an ICP: ${kernelIds.join(', ')}`)
    .option('--max-distance <length>', 'matches farther than this are rejected, in the unit of the files')
    .option('--max-iterations <number>', 'at most so many iterations of an ICP')
    .option('--search <which>', `whose points look for their nearest in the other cloud: ${searches.join(', ')}`)
    .option('--init <file>', 'a 4×4 as text: where to start (without it: the clouds as they lie)')
    .option('--start <how>', `for auto: what the start is worth: ${startPriors.join(', ')} (default: try)`)
    .option('--filter <when>', `for auto: leave outliers out before: ${filters.join(', ')} (default: auto)`)
    .option('--maps <file>', 'for do and do-icp: maps by train-do (without it: the shipped ones, for spot.obj alone)')
    .option('--voxel <length>', 'average the points of each voxel of this size first')
    .option('--seed <number>', 'a whole number; the same seed gives the same result (default: 1)')
    .addOption(new Option('--no-refine', 'for ransac: no plane ICP afterwards'))
    .option('--out <file>', 'write the aligned source as PLY: every point and field of its file')
    .option('--truth <file>', 'a 4×4 as text: print how far from it the result is')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (source: string, target: string, flags: RegisterFlags) => {
      write(await registerText(source, target, flags));
    });
}

async function registerText(sourcePath: string, targetPath: string, flags: RegisterFlags): Promise<string> {
  // All that may be wrong with the flags and the small files comes before the clouds are read.
  const flagSpec = specOfFlags(flags);
  const init = flags.init === undefined ? identity() : await matrixOf(flags.init);
  const truth = flags.truth === undefined ? null : await matrixOf(flags.truth);
  const source = await fileOf(sourcePath);
  const target = await fileOf(targetPath);
  const maps = mapsFor(target, flags.maps, [flagSpec.method]);

  const origins = [source.file.origin, target.file.origin] as const;
  // Printed matrices have few digits: what starts from one must end rigid all the same. Made so about the origins: about the
  // files' own zero, kilometres away, the last digit of an angle would be metres.
  const spec = { ...flagSpec, init: [...nearestRigid(removeOrigins(init, ...origins))] };
  const sourceCloud = cloudOf(source, 'source', spec.seed);
  const result = register(spec, sourceCloud, cloudOf(target, 'target', spec.seed), {
    maps: maps && prepareDo(maps.maps),
    record: false,
    stop: { aborted: false },
    now: () => performance.now(),
  });
  const targetFromSource = composeOrigins(result.targetFromSource, ...origins);
  // Compared about the origins, where no digit is lost to large coordinates.
  const error =
    truth &&
    poseError(result.targetFromSource, removeOrigins(truth, ...origins), prepareCloud(sourceCloud).size().centroid);
  if (flags.out !== undefined) writeBytes(flags.out, writeAlignedPly(source.file, targetFromSource));
  const registration: Registration = { source, target, spec, result, targetFromSource, error };
  return flags.json ? jsonOfRegistration(registration) : textOfRegistration(registration);
}
