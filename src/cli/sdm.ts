import type { Command } from 'commander';
import { FormulaError, parseFormula } from '../formula/index.ts';
import { sentenceOf } from '../formula/sentence.ts';
import { SdmError } from '../sdm/errors.ts';
import { isSdmFunctionId, sdmFunctionIds, sdmFunctionOf } from '../sdm/functions.ts';
import { sdmParamsOf } from '../sdm/params.ts';
import { runSdm } from '../sdm/run.ts';
import type { SdmPaths, SdmRecord, SdmSpec } from '../sdm/types.ts';
import { readNumbers } from '../state/urlNumbers.ts';
import { Refusal } from './refusal.ts';
import { numberWithin, offer } from './values.ts';

/** What commander hands over. */
interface SdmFlags {
  readonly function?: string;
  readonly formula?: string;
  readonly maps?: string;
  readonly samples?: string;
  readonly lambda?: string;
  readonly range?: string;
  readonly reach?: string;
  readonly seed?: string;
  readonly target?: string;
  readonly json?: boolean;
}

const notes = `
Finds x with h(x) = y as Xiong and De la Torre do (CVPR 2013). Map k moves a start x to
x + slope (h(x) - y) + bias; slope and bias are learned by ridge regression, which punishes
the slope alone, on starts drawn from the range for the one y. Other starts test the maps,
and Newton's method, x - (h(x) - y) / h'(x), sets out from those too.

An error is the root mean square of x - x* over all the starts, before the first update and
after each, so there is one more than there are maps. x* is the answer in the range, of
several the one nearest to its middle. In JSON an error is null once one start is lost
(Newton's where h' is 0); one that merely leaps far makes it large.`;

export function addSdm(program: Command, write: (text: string) => void): void {
  const { maps, samples, lambda, reach, seed } = sdmParamsOf('sin');
  program
    .command('sdm')
    .description('learn the descent maps of the Supervised Descent Method for h(x) = y')
    .option('--function <id>', `h: ${sdmFunctionIds.join(', ')}`)
    .option('--formula <formula>', 'instead: an h of your own in x, such as "x^3 + x"')
    .option('--target <y>', 'the y to reach (default: one that suits h)')
    .option('--range <low,high>', 'where the starts are drawn (default: where h is usually looked at)')
    .option('--maps <number>', `maps, one after another (default: ${maps.default})`)
    .option('--samples <number>', `starts to learn from, and as many to test on (default: ${samples.default})`)
    .option('--lambda <number>', `the ridge (default: ${lambda.default})`)
    .option('--reach <number>', `how many times as wide the range of the test is (default: ${reach.default})`)
    .option('--seed <number>', `a whole number (default: ${seed.default})`)
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', notes)
    .allowExcessArguments(false)
    .action((flags: SdmFlags) => {
      const spec = specOf(flags);
      const record = recordOf(spec);
      write(flags.json ? jsonOf(record) : textOf(spec, record));
    });
}

/** The experiment that the flags ask for. Throws Refusal. */
function specOf({ range, json: _json, ...flags }: SdmFlags): SdmSpec {
  const h = functionOf(flags);
  const limits = sdmParamsOf(h);
  const number = (name: 'maps' | 'samples' | 'lambda' | 'reach' | 'seed' | 'target') => {
    const text = flags[name];
    return text === undefined ? limits[name].default : numberWithin(`--${name}`, text, limits[name]);
  };
  const ends = range === undefined ? [limits.low.default, limits.high.default] : readNumbers(range, 2);
  const [low, high] = ends ?? [NaN, NaN];
  if (!(low! < high!)) {
    throw new Refusal(`--range must be low,high with low < high, as in --range=-1.5,1.5, not "${range}"`);
  }
  return {
    h,
    low: numberWithin('--range', String(low), limits.low),
    high: numberWithin('--range', String(high), limits.high),
    maps: number('maps'),
    samples: number('samples'),
    lambda: number('lambda'),
    reach: number('reach'),
    seed: number('seed'),
    target: number('target'),
  };
}

function functionOf({ function: id, formula }: SdmFlags): string {
  if (id !== undefined && formula !== undefined) throw new Refusal('--function and --formula exclude each other');
  if (formula !== undefined) {
    try {
      // Here too, since a function's id is no formula.
      parseFormula(formula, ['x']);
      return formula;
    } catch (error) {
      if (error instanceof FormulaError) throw new Refusal(`--formula: ${sentenceOf(error)}`);
      throw error;
    }
  }
  if (id === undefined) throw new Refusal(`give --function (${sdmFunctionIds.join(', ')}) or --formula`);
  if (!isSdmFunctionId(id)) throw new Refusal(`there is no function "${id}"; ${offer(id, sdmFunctionIds)}`);
  return id;
}

/** Throws Refusal. */
function recordOf(spec: SdmSpec): SdmRecord {
  try {
    return runSdm(spec);
  } catch (error) {
    if (error instanceof SdmError) throw new Refusal(error.message);
    throw error;
  }
}

/** One line, every digit; what is not finite is null, for JSON has no other word for it. */
function jsonOf({ maps, train, test, newton }: SdmRecord): string {
  const errors = ({ error }: SdmPaths) => [...error];
  const pairs = Array.from({ length: maps.length / 2 }, (_, k) => [...maps.subarray(2 * k, 2 * k + 2)]);
  return `${JSON.stringify({ maps: pairs, trainError: errors(train), testError: errors(test), newtonError: errors(newton) })}\n`;
}

function textOf({ h, target, samples, low, high, lambda, seed }: SdmSpec, record: SdmRecord): string {
  const { maps, train, test, newton, answer } = record;
  const cell = (value: number | undefined) => (value === undefined ? '' : value.toPrecision(4)).padStart(15);
  const rows = Array.from(train.error, (error, k) =>
    [maps[2 * k - 2], maps[2 * k - 1], error, test.error[k], newton.error[k]].map(cell).join(''),
  );
  const heads = ['slope', 'bias', 'train', 'test', 'Newton'].map((head) => head.padStart(15)).join('');
  return [
    `equation  ${sdmFunctionOf(h).formula} = ${target}, answered by x = ${answer}`,
    `training  ${samples} starts from ${low} to ${high}, lambda ${lambda}, seed ${seed}`,
    `map${heads}`,
    ...rows.map((row, k) => String(k).padStart(3) + row),
    '',
  ].join('\n');
}
