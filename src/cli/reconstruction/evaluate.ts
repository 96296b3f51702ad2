import type { Command } from 'commander';
import { evaluationOf, type Evaluation, type Summary } from '../../reconstruction/evaluation/evaluate.ts';
import type { EvaluateSpec, Question } from '../../reconstruction/evaluation/evaluator.ts';
import { whole, type Accepted } from '../../params/spec.ts';
import { proceduralName } from '../../reconstruction/seeds.ts';
import { categoryIds, FIVE, type CategoryId } from '../../reconstruction/shapes/index.ts';
import { tableLines } from '../print.ts';
import { Refusal } from '../refusal.ts';
import { oneOf } from '../registration/flags.ts';
import { interruptible } from '../registration/interrupt.ts';
import { workersOf } from '../registration/workers.ts';
import { numberWithin } from '../values.ts';
import { evaluateAll } from './evaluateThreads.ts';
import { caseOf, categoryOf, pairsIn, type Pair } from './pairs.ts';
import { NothingCut } from './pictures.ts';
import { samplesSpec } from './reconstruct.ts';
import { isThere } from './trainedFiles.ts';

interface EvaluateFlags {
  readonly set?: string;
  readonly count?: string;
  readonly seed?: string;
  readonly categories?: string;
  readonly cropShift?: string;
  readonly cropScale?: string;
  readonly silhouette?: boolean;
  readonly samples?: string;
  readonly mirror: boolean;
  readonly pull: boolean;
  readonly workers?: string;
  readonly json?: boolean;
}

const COUNT = 1000;
/** Set s has its seeds from 100,003 s on, below the training's 2³⁰. */
const MOST_SET = 10_000;

const notes = `
Each sample's 2,048 points are two samples of its surface: every figure compares
1,024 points with the even-numbered 1,024.
network    the answer
retrieval  the training shape whose mask is most like, mirrored ones too: what a
           look-up among 40,000 gives
mean       points drawn from training shapes of the category, all at once; of a
           category that is none of ours: of all categories
floor      the odd-numbered 1,024: what sampling alone costs
winRate    share of samples on which the network's Chamfer distance is below
           retrieval's

chamfer    mean squared distance, both directions added (longest edge of the
           object: 1)
emd        mean distance of the optimal bijection, by auction: at most ε = 0.001
           above
fScore     at 5 % of the truth's longest edge

network and many answer as koubai reconstruct does, unless --no-mirror or
--no-pull is given.
--crop-shift, --crop-scale and --silhouette change what network and look-up see.
--samples n adds "many": the mean Chamfer distance of one of n answers, and of the
best of them; chosen by the truth, it is an oracle.

A picture of a folder whose object cannot be told (blank, or too thin, or in doubt) is
skipped: stderr says how many and why, and the JSON lists them as "skipped".

One set and seed give the same figures on any number of threads.`;

/** A picture of a set that has no figures, and why. */
interface Skipped {
  readonly name: string;
  readonly why: string;
}

export function addEvaluate(program: Command, write: (text: string) => void, tell: (text: string) => void): void {
  program
    .command('evaluate')
    .description('measure network, look-up, pooled mean and sampling floor on unseen shapes')
    .option(
      '--set <procedural|dir>',
      'unseen procedural shapes, or a folder of pairs NAME.png (.jpg, .webp) and NAME.ply (default: procedural)',
    )
    .option('--count <number>', `samples (default: ${COUNT}; of a folder: all)`)
    .option('--seed <number>', 'which procedural set (default: 1)')
    .option('--categories <ids>', `separated by commas, or five (${FIVE.join(', ')}) or all (default: all)`)
    .option('--crop-shift <pixels>', 'move the crop by so many of its 64 pixels, to a side that the sample decides')
    .option('--crop-scale <factor>', 'show the object so much larger')
    .option('--silhouette', 'without shading')
    .option('--samples <number>', 'also the best of so many answers of the many head, an oracle')
    .option('--no-mirror', 'do not ask about the mirror image, too')
    .option('--no-pull', 'leave points where they would be seen beside the object')
    .option('--workers <number>', 'threads (default: one a core)')
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action(async (flags: EvaluateFlags) => {
      const { skipped, asked, ...evaluation } = await evaluated(flags);
      if (skipped.length > 0) tell(tellingOf(skipped, asked));
      const json = { ...evaluation, ...(skipped.length > 0 && { skipped }) };
      write(flags.json ? `${JSON.stringify(json)}\n` : textOf(evaluation));
    });
}

function tellingOf(skipped: readonly Skipped[], asked: number): string {
  const lines = skipped.map(({ name, why }) => `  ${name}: ${why}\n`);
  return `koubai: ${skipped.length} of ${asked} pictures skipped, for their object cannot be told\n${lines.join('')}`;
}

async function evaluated(flags: EvaluateFlags): Promise<Evaluation & Asked> {
  const number = (flag: string, text: string | undefined, without: number, accepts: Accepted['accepts'] & object) =>
    text === undefined ? without : numberWithin(flag, text, { accepts });
  const spec: EvaluateSpec = {
    cropShift: number('--crop-shift', flags.cropShift, 0, { min: 0, max: 16 }),
    cropScale: number('--crop-scale', flags.cropScale, 1, { min: 0.25, max: 4 }),
    silhouette: flags.silhouette ?? false,
    samples: flags.samples === undefined ? 0 : numberWithin('--samples', flags.samples, samplesSpec),
    extras: { mirror: flags.mirror, pull: flags.pull },
  };
  const threads = workersOf(flags.workers);
  for (const name of ['bank', ...(spec.samples > 0 ? (['many'] as const) : [])] as const) {
    if (!isThere(name)) throw new Refusal(`assets/reconstruction/${name}.bin is missing: see tools/reconstruction`);
  }
  const { questions, ...rest } = await questionsOf(flags);
  const cases = await interruptible(
    (stop, show) =>
      evaluateAll(spec, questions, { threads, stop, onAnswer: (done) => show(`${done} of ${questions.length}`) }),
    () => 'stopped',
  );
  return { ...evaluationOf(cases), ...rest };
}

interface Asked {
  /** Samples that were asked for, with those that are skipped. */
  readonly asked: number;
  readonly skipped: readonly Skipped[];
}

async function questionsOf(flags: EvaluateFlags): Promise<Asked & { readonly questions: readonly Question[] }> {
  const { set = 'procedural' } = flags;
  const count = flags.count === undefined ? null : numberWithin('--count', flags.count, whole(1, 100_000));
  if (set === 'procedural') {
    const seed = flags.seed === undefined ? 1 : numberWithin('--seed', flags.seed, whole(0, MOST_SET));
    const of = categoriesOf(flags.categories);
    const questions = Array.from({ length: count ?? COUNT }, (_, i) => proceduralName(seed, i, of));
    return { questions, asked: questions.length, skipped: [] };
  }
  if (flags.seed !== undefined) throw new Refusal('--seed is for --set procedural: a folder is evaluated as it is');
  const { categories = 'all' } = flags;
  const chosen: readonly string[] = categories === 'five' ? FIVE : categories.split(',');
  // By the name: a pair that nobody asked about may be bad.
  const pairs = pairsIn(set).filter(({ name }) => categories === 'all' || chosen.includes(categoryOf(name)));
  if (pairs.length === 0) throw new Refusal(`${set} holds no pair of these categories`);
  return casesOf(pairs.slice(0, count ?? pairs.length));
}

/** Pictures without an object are left out; where that leaves none, this rejects with the first one's Refusal. */
async function casesOf(pairs: readonly Pair[]): Promise<Asked & { readonly questions: readonly Question[] }> {
  const questions: Question[] = [];
  const refused: (readonly [name: string, error: NothingCut])[] = [];
  for (const pair of pairs) {
    try {
      questions.push(await caseOf(pair));
    } catch (error) {
      if (!(error instanceof NothingCut)) throw error;
      refused.push([pair.name, error]);
    }
  }
  if (questions.length === 0) throw refused[0]![1];
  return { questions, asked: pairs.length, skipped: refused.map(([name, { why }]) => ({ name, why })) };
}

function categoriesOf(text: string | undefined): readonly CategoryId[] {
  if (text === undefined || text === 'all') return categoryIds;
  if (text === 'five') return FIVE;
  return text.split(',').map((id) => oneOf('category', id, categoryIds));
}

function textOf({ all, byCategory }: Evaluation): string {
  const head = ['', 'count', '', 'CD × 10³', 'EMD', 'F-score', 'wins'];
  const rows = [['all', all] as const, ...Object.entries(byCategory)].flatMap(([name, summary]) =>
    rowsOf(name, summary),
  );
  const many = all.many && [
    `many, CD × 10³: one of ${all.many.samples} ${(1e3 * all.many.one).toFixed(2)}, best of them ${(1e3 * all.many.bestByOracle).toFixed(2)} (an oracle: chosen by the truth)`,
  ];
  return [...tableLines([head, ...rows]), ...(many ?? []), ''].join('\n');
}

function rowsOf(name: string, summary: Summary): string[][] {
  return (['network', 'retrieval', 'mean', 'floor'] as const).map((key, i) => {
    const { chamfer, emd, fScore } = summary[key];
    const first = i === 0;
    return [
      first ? name : '',
      first ? String(summary.count) : '',
      key,
      (1e3 * chamfer).toFixed(2),
      emd.toFixed(4),
      fScore.toFixed(3),
      first ? `${(100 * summary.winRate).toFixed(1)} %` : '',
    ];
  });
}
