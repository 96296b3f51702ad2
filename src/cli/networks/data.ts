import { readDropped } from '../../io/networks/dropped.ts';
import { digitsFrom } from '../../io/networks/digits.ts';
import type { NetRun } from '../../io/networks/run/types.ts';
import { drawData, toyDataIds, type ToyDataId } from '../../networks/data/index.ts';
import { ownData } from '../../networks/data/own.ts';
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
  if (/^[a-z][a-z-]*$/.test(asked)) throw new Refusal(`there is no data set "${asked}"; ${offer(asked, known)}`);
  return fileAsked(asked, seed);
}

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

/** The data of a run: its own, the digits that it names, or those of `--data`. Throws Refusal. */
export function dataOfRun(run: NetRun, flags: Pick<DataFlags, 'data'>, path: string): DataSet {
  const said = run.said?.data as Partial<SaidData> | undefined;
  const found =
    flags.data === undefined
      ? (run.data ?? (said?.kind === 'digits' ? shippedDigits() : null))
      : // Whole: how many of them are looked at is for the command to say.
        dataAsked({ data: flags.data }, 1).data;
  if (!found) throw new Refusal(`${path} comes without its data: give --data (x and y in it, digits, or a file)`);
  const { inputs, outputs } = found.train;
  if (inputs === run.network.inputs && outputs === run.network.outputs) return found;
  const takes = `${run.network.inputs} inputs and ${run.network.outputs} outputs`;
  throw new Refusal(
    `the network of ${path} has ${takes}, the data ${inputs} and ${outputs}: give the data of its training`,
  );
}

export function dataInWords({ data: { train, test }, said }: AskedData): string {
  const name = said.kind === 'toy' ? said.id : said.kind === 'file' ? said.name : `digits (${DIGITS_NOTE})`;
  const held = test === train ? 'none held out' : `${test.count} held out`;
  return `${name}: ${train.count} samples to train on, ${held}`;
}
