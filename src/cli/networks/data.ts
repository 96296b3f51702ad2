import { readDropped } from '../../io/networks/dropped.ts';
import { digitsFrom } from '../../io/networks/digits.ts';
import { differenceInWords, differenceOf } from '../../io/networks/run/agree.ts';
import { lossAt } from '../../io/networks/run/records.ts';
import type { NetRun } from '../../io/networks/run/types.ts';
import { drawData, toyDataIds, type ToyDataId } from '../../networks/data/index.ts';
import { asTheyAre, ownData, scaledBy } from '../../networks/data/own.ts';
import type { DataSet } from '../../networks/types.ts';
import { whole } from '../../params/spec.ts';
import { asset } from '../assets.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf, nameOf } from '../registration/files.ts';
import { numberWithin, offer } from '../values.ts';
import { refusing } from './files.ts';

export interface DataFlags {
  readonly data?: string;
  readonly samples?: string;
  readonly noise?: string;
}

/** What was trained on, as JSON in the file that is written. */
export type SaidData =
  | {
      readonly kind: 'toy';
      readonly id: ToyDataId;
      readonly count: number;
      readonly noise: number;
      readonly seed: number;
    }
  | { readonly kind: 'digits' }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly classes: readonly string[] | null;
      readonly shift: readonly number[];
      readonly scale: readonly number[];
    };

export interface AskedData {
  readonly data: DataSet;
  readonly said: SaidData;
}

export const dataDefaults = { samples: 200, noise: 0.02 } as const;

/** Said wherever their accuracy is shown. */
const DIGITS_NOTE = 'a subset of MNIST with a split of its own';

export const shippedDigits = (): DataSet => digitsFrom((name) => bytesOf(asset(`networks/${name}`)));

/** The set that `--data` names, or the one in its file. Throws Refusal. */
export function dataAsked({ data: asked, samples, noise }: DataFlags, seed: number): AskedData {
  const known = [...toyDataIds, 'digits'];
  if (asked === undefined) throw new Refusal(`give --data: ${known.join(', ')}, or a file of your own`);
  const toy = toyDataIds.find((id) => id === asked);
  if (toy) {
    const count = samples === undefined ? dataDefaults.samples : numberWithin('--samples', samples, whole(2, 100_000));
    const sd =
      noise === undefined ? dataDefaults.noise : numberWithin('--noise', noise, { accepts: { min: 0, max: 10 } });
    const spec = { id: toy, count, noise: sd, seed };
    return { data: drawData(spec), said: { kind: 'toy', ...spec } };
  }
  const [extra] = Object.entries({ samples, noise }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (extra !== undefined) throw new Refusal(`--${extra} is for the sets that are drawn (${toyDataIds.join(', ')})`);
  if (asked === 'digits') return { data: shippedDigits(), said: { kind: 'digits' } };
  if (isNamed(asked)) throw new Refusal(`there is no data set "${asked}"; ${offer(asked, known)}`);
  return fileAsked(asked, seed);
}

/** A set of here, not a file. */
const isNamed = (asked: string): boolean => /^[a-z][a-z-]*$/.test(asked);

function fileAsked(path: string, seed: number): AskedData {
  const bytes = bytesOf(path);
  const name = nameOf(path);
  const dropped = refusing(path, () => readDropped(name, bytes));
  if (dropped.kind === 'points') {
    const { data, shift, scale } = ownData(dropped.points.samples, seed);
    return { data, said: { kind: 'file', name, classes: dropped.points.classes, shift, scale } };
  }
  const data = dropped.kind === 'data' ? dropped.data : dropped.kind === 'run' ? dropped.run.data : null;
  if (!data) throw new Refusal(`${path} holds no samples: give CSV with x, y, label, or .npz with x and y`);
  const { inputs } = data.train;
  const none = Array.from({ length: inputs }, () => 0);
  return { data, said: { kind: 'file', name, classes: null, shift: none, scale: none.map(() => 1) } };
}

export interface DataOfRun {
  readonly data: DataSet;
  /** What the reader should know of it; often nothing. */
  readonly notes: readonly string[];
}

/** The data of a run: its own, the digits that it names, or those of `--data`. Throws Refusal. */
export function dataOfRun(run: NetRun, flags: Pick<DataFlags, 'data'>, path: string): DataOfRun {
  const said = run.said?.data as Partial<SaidData> | undefined;
  const own = run.data ?? (said?.kind === 'digits' ? shippedDigits() : null);
  // Whole: how many of them are looked at is for the command to say.
  const asked = flags.data === undefined ? null : otherData(flags.data, said);
  const found = asked?.data ?? own;
  if (!found) throw new Refusal(`${path} comes without its data: give --data (x and y in it, digits, or a file)`);
  const { inputs, outputs } = found.train;
  if (inputs === run.network.inputs && outputs === run.network.outputs)
    return { data: found, notes: [...(asked?.notes ?? []), ...(own ? [] : otherLosses(run, found, path))] };
  const takes = `${run.network.inputs} inputs and ${run.network.outputs} outputs`;
  throw new Refusal(
    `the network of ${path} has ${takes}, the data ${inputs} and ${outputs}: give the data of its training`,
  );
}

/** The data that `--data` names for a run from elsewhere: nobody scaled it for that training or held any of it out, unless koubai did and says how. */
function otherData(asked: string, said: Partial<SaidData> | undefined): DataOfRun {
  const dropped = isNamed(asked) ? null : refusing(asked, () => readDropped(nameOf(asked), bytesOf(asked)));
  if (dropped?.kind !== 'points') return { data: dataAsked({ data: asked }, 1).data, notes: [] };
  const { samples, classes } = dropped.points;
  if (said?.kind === 'file' && said.shift && said.scale && said.shift.length === samples.inputs) {
    if (classes && said.classes && classes.join() !== said.classes.join())
      throw new Refusal(
        `--data: the classes are ${classes.join(', ')}, in training they were ${said.classes.join(', ')}`,
      );
    const { shift, scale } = said;
    return { data: asTheyAre(scaledBy(samples, shift, scale)), notes: [] };
  }
  const note = `${nameOf(asked)} is taken as it is: all ${samples.count} samples, none moved or scaled`;
  return { data: asTheyAre(samples), notes: [note] };
}

/** Of a training that says its losses but brings no data. */
function otherLosses(run: NetRun, { train }: DataSet, path: string): string[] {
  const records = [0, run.count >> 1, run.count - 1];
  const found = differenceOf(run, records, (record) => lossAt(run, record, train));
  if (!found) return [];
  const { theirs, ours } = differenceInWords(found);
  const at = run.at[found.record]!;
  return [
    `${path} says a loss of ${theirs} at update ${at}, and on this data it is ${ours}: it was trained on other data`,
  ];
}

export function dataInWords({ data: { train, test }, said }: AskedData): string {
  const name = said.kind === 'toy' ? said.id : said.kind === 'file' ? said.name : `digits (${DIGITS_NOTE})`;
  const held = test === train ? 'none held out' : `${test.count} held out`;
  return `${name}: ${train.count} samples to train on, ${held}`;
}
