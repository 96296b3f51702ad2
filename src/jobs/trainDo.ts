import { transfer } from 'comlink';
import { isComplete, type DoMaps, type DoModel, type DoTraining } from '../registration/do/types.ts';
import { blocksOf, type BlockSums } from '../registration/do/train.ts';
import type { Stop } from '../registration/types.ts';
import { allOf, throwIfStopped, type Crew, type Post } from './crew/crew.ts';
import type { TrainAnswers, TrainQuestion } from './trainDuty.ts';

export interface TrainProgress {
  /** Maps done so far, of how many. */
  readonly map: number;
  readonly maps: number;
  /** 0 … 1 of the whole. */
  readonly part: number;
  /** Root mean square of ‖x − x*‖ over the samples, before the first map and after each one done. */
  readonly errors: readonly number[];
}

export interface TrainDoOptions {
  readonly onProgress?: ((progress: TrainProgress) => void) | undefined;
  /** After each map. Encoded, kept and handed in again as `resume` it goes on from there, with the same result bit for bit. */
  readonly onCheckpoint?: ((partial: DoMaps) => void) | undefined;
  readonly resume?: DoMaps | null | undefined;
  /** Looked at between questions of some 10 ms. */
  readonly stop?: Stop | undefined;
}

/**
 * Learns the maps of a model (paper, Algorithm 1). Light on the calling thread: all computing, the solves too, is done by the crew.
 * One training and model, one result, on any number of members. Rejects with an AbortError when stopped, with a RangeError for a model
 * that cannot be learned.
 */
export async function trainDo(
  training: DoTraining,
  model: DoModel,
  crew: Crew,
  { onProgress, onCheckpoint, resume, stop }: TrainDoOptions = {},
): Promise<DoMaps> {
  if (resume) checkResumed(resume, training, model);
  throwIfStopped(stop);
  const posts = await crew.engage('train-do', { training, model });
  try {
    const of = posts.length;
    const [first] = await allOf(posts.map((post, member) => ask(post, { kind: 'open', member, of })));
    const { centre, halfExtent, points, normals } = first!;
    const maps: Float32Array<ArrayBuffer>[] = [];
    const errors: number[] = [];
    const report = (blocksDone: number) => {
      const part = (maps.length + blocksDone / blocksOf(training)) / training.maps;
      onProgress?.({ map: maps.length, maps: training.maps, part: Math.min(1, part), errors: [...errors] });
    };
    const { name, checksum } = model;
    const state = (): DoMaps => ({
      ...{ model: { name, checksum }, centre, halfExtent, points, normals, training },
      ...{ maps: [...maps], errors: [...errors] },
    });
    const rms = (sums: readonly number[]) => Math.sqrt(sums.reduce((a, b) => a + b, 0) / training.samples);

    while (maps.length < training.maps) {
      const known = resume?.maps[maps.length];
      const sums = await fill(posts, blocksOf(training), known === undefined, stop, report);
      if (maps.length === 0) errors.push(rms(sums.map(({ errorSq }) => errorSq)));
      const map = known ?? (await solve(posts, sums, stop));
      throwIfStopped(stop);
      errors.push(rms(inBlockOrder(await allOf(posts.map((post) => ask(post, { kind: 'update', map }))))));
      maps.push(map);
      report(0);
      if (known === undefined) onCheckpoint?.(state());
    }
    return state();
  } finally {
    await Promise.allSettled(posts.map((post) => post.leave()));
  }
}

/** The answer's type follows from the question's kind. */
function ask<K extends TrainQuestion['kind']>(
  post: Post<'train-do'>,
  question: TrainQuestion & { readonly kind: K },
): Promise<TrainAnswers[K]> {
  return post.ask(question) as Promise<TrainAnswers[K]>;
}

/** Each member fills its own blocks; the sums in the blocks' order. */
async function fill(
  posts: readonly Post<'train-do'>[],
  blocks: number,
  gram: boolean,
  stop: Stop | undefined,
  report: (blocksDone: number) => void,
): Promise<BlockSums[]> {
  const sums = new Array<BlockSums>(blocks);
  let done = 0;
  await allOf(
    posts.map(async (post, member) => {
      for (let block = member; block < blocks; block += posts.length) {
        throwIfStopped(stop);
        sums[block] = await ask(post, { kind: 'fill', block, gram });
        report(++done);
      }
    }),
  );
  return sums;
}

/** By the first member, for it takes up to a quarter of a second. */
async function solve(
  posts: readonly Post<'train-do'>[],
  sums: readonly BlockSums[],
  stop: Stop | undefined,
): Promise<Float32Array<ArrayBuffer>> {
  const tiles = await allOf(posts.map((post) => ask(post, { kind: 'tiles' })));
  throwIfStopped(stop);
  const right = new Float64Array(sums[0]!.right.length);
  for (const sum of sums) for (let i = 0; i < right.length; i++) right[i]! += sum.right[i]!;
  const buffers = tiles.map(({ buffer }) => buffer);
  return ask(posts[0]!, transfer({ kind: 'solve', tiles, right }, buffers));
}

/** Member m has blocks m, m + members …: the answers in the blocks' order. */
function inBlockOrder(answers: readonly (readonly number[])[]): number[] {
  const blocks = answers.reduce((sum, { length }) => sum + length, 0);
  return Array.from(
    { length: blocks },
    (_, block) => answers[block % answers.length]![Math.floor(block / answers.length)]!,
  );
}

function checkResumed(before: DoMaps, training: DoTraining, model: DoModel): void {
  const same = JSON.stringify(before.training) === JSON.stringify(training) && before.model.checksum === model.checksum;
  if (!same) throw new Error('the checkpoint is of another training or model: begin anew');
  if (isComplete(before)) throw new Error('the checkpoint is of a training that is done: use its maps');
}
