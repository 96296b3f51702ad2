import { pythonNumber } from '../../formula/python.ts';
import { addedTo, type Disturbance } from '../../optimizers/disturbance.ts';
import type { OptimizerRecord } from '../../optimizers/record.ts';
import type { Semantics } from '../../optimizers/types.ts';
import type { ParamValues } from '../../params/spec.ts';
import type { Point2 } from '../../surfaces/types.ts';

/** A run as a script repeats it. */
export interface ScriptedRun {
  readonly spec: {
    readonly surface: { readonly formula: string; readonly params: ParamValues };
    readonly optimizer: string;
    readonly semantics: Semantics;
    readonly params: ParamValues;
    readonly start: Point2;
    readonly disturbance?: Disturbance;
  };
  readonly record: OptimizerRecord;
  /** The same run from starts a few roundings beside its own, see `jobs/beside.ts`. */
  readonly beside: readonly OptimizerRecord[];
  readonly name: string;
  /** Brings the run back on the page. */
  readonly link: string;
}

/** How far the script's last point may be from the record's, relative to the larger of 1 and the point; farther where a start beside ends farther. */
export const SCRIPT_TOLERANCE = 1e-12;

export const pairText = (a: number, b: number): string => `[${pythonNumber(a)}, ${pythonNumber(b)}]`;

/** What a script says at its head. */
export function headOf({ spec, record, name, link }: ScriptedRun, needs: string): readonly string[] {
  const plain = (text: string) => text.replaceAll('\\', '/').replaceAll('"', "'");
  return [
    `"""${plain(name)} on f(x, y) = ${plain(spec.surface.formula)}, ${record.count - 1} updates. Needs ${needs}.`,
    '',
    plain(link),
    '"""',
    '',
  ];
}

/** `added[t - 1]`: what each update sees on top of the slope, noise and all; no lines where that is nothing. */
export function addedLines(
  { spec: { disturbance = {} }, record }: ScriptedRun,
  make: (rows: string) => string,
): readonly string[] {
  const { inject, noise } = disturbance;
  if (!inject && !noise) return [];
  const sum = (step: number, axis: 0 | 1) => addedTo(disturbance, step, axis).reduce((a, b) => a + b, 0);
  const rows = Array.from({ length: record.count - 1 }, (_, i) => `    ${pairText(sum(i + 1, 0), sum(i + 1, 1))},`);
  return ['# On top of the slope at each update.', `added = ${make(`[\n${rows.join('\n')}\n]`)}`, ''];
}

/** Roundings on the way are many, the one at the start is one. */
const ROUNDINGS = 100;

const endOf = ({ x, count }: OptimizerRecord) => [x[2 * count - 2]!, x[2 * count - 1]!] as const;

/** How far apart runs from starts beside this one's end, as the assertion reckons it. */
function swayOf({ record, beside }: ScriptedRun): number {
  const [x, y] = endOf(record);
  const size = Math.max(1, Math.abs(x), Math.abs(y));
  const offs = beside.map((other) => {
    const [u, v] = endOf(other);
    return Math.max(Math.abs(u - x), Math.abs(v - y)) / size;
  });
  return Math.max(0, ...offs.filter((off) => !Number.isNaN(off)));
}

/** The record's last point, and the assertion that `found`, Python for a float64 array, is it. */
export function assertionLines(run: ScriptedRun, found: string, least: number): readonly string[] {
  const sway = swayOf(run);
  const tolerance = Math.max(least, ROUNDINGS * sway);
  const why = `# Rounding grows on this way: a start a few roundings aside ends up to ${sway.toExponential(1)} away.`;
  return [
    ...(tolerance > least ? [why] : []),
    `expected = np.array(${pairText(...endOf(run.record))})`,
    `off = np.max(np.abs(${found} - expected)) / max(1.0, np.max(np.abs(expected)))`,
    `print(f"last point {${found}}, {off:.1e} from the page's")`,
    `assert off <= ${pythonNumber(tolerance)}, "not the run of the page"`,
  ];
}
