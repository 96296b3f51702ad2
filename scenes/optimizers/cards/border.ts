import { optimize } from '../../../src/jobs/optimize.ts';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Minimum } from '../../../src/surfaces/types.ts';
import { createCache } from '../runs/cache.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Asked, Evidence } from './types.ts';

/** How far along x the start is moved. */
const HAIR = 0.001;
/** Closer to a minimum than this is there. */
const ARRIVED = 1e-2;
/** Two runs this far apart go ways of their own. */
const PARTED = 0.5;

const recordOf = createCache(optimize, 8);

/** The same run from a hair's breadth beside. */
const twinOf = ({ spec }: RunView) => recordOf({ ...spec, start: [spec.start[0] + HAIR, spec.start[1]] });

interface Pair {
  readonly run: OptimizerRecord;
  readonly twin: OptimizerRecord;
}

/** Of an optimizer, on a surface with several minima. */
function pairOf({ runs, state }: Evidence, id: string): Pair | null {
  const run = runs.find((one) => one.id === id);
  return run && state.surface.minima.length > 1 ? { run: run.record, twin: twinOf(run) } : null;
}

function placeAt({ x, count }: OptimizerRecord, step: number): readonly [number, number] {
  const row = Math.min(step, count - 1);
  return [x[2 * row] ?? NaN, x[2 * row + 1] ?? NaN];
}

/** The minimum that a run comes to rest in; null: none. */
function endOf(record: OptimizerRecord, { state }: Evidence): Minimum | null {
  if (record.divergedAt !== null) return null;
  const [x, y] = placeAt(record, record.count - 1);
  return state.surface.minima.find(({ at: [u, v] }) => Math.hypot(x - u, y - v) < ARRIVED) ?? null;
}

function endsApart(evidence: Evidence, id: string): boolean {
  const pair = pairOf(evidence, id);
  if (!pair) return false;
  const [one, other] = [endOf(pair.run, evidence), endOf(pair.twin, evidence)];
  return one !== null && other !== null && one !== other;
}

/** How far the two are apart. */
function plain(evidence: Evidence, step: number) {
  const pair = pairOf(evidence, 'momentum');
  if (!pair) return null;
  const [[x, y], [u, v]] = [placeAt(pair.run, step), placeAt(pair.twin, step)];
  const distance = { value: Math.hypot(x - u, y - v), digits: 2 };
  return { text: 'card.border.look', values: { hair: { value: HAIR }, distance } } as const;
}

/** Do neighbouring starts end in the same minimum? */
export const border = {
  answers: ['same', 'another', 'none'],
  outcome: (evidence) => {
    const pair = pairOf(evidence, 'momentum');
    if (!pair) return null;
    const [one, other] = [endOf(pair.run, evidence), endOf(pair.twin, evidence)];
    if (one === null) return null;
    return other === null ? 'none' : one === other ? 'same' : 'another';
  },
  claim: (evidence) =>
    endsApart(evidence, 'momentum') && pairOf(evidence, 'sgd') !== null && !endsApart(evidence, 'sgd'),
  plain,
  look: (evidence, step) => {
    const [pair, apart] = [pairOf(evidence, 'momentum'), plain(evidence, step)];
    if (!pair || !apart || apart.values.distance.value < PARTED) return apart;
    const told = endsApart(evidence, 'momentum') && !endsApart(evidence, 'sgd') && pairOf(evidence, 'sgd') !== null;
    if (!told) return apart;
    const [x, y] = placeAt(pair.twin, Infinity);
    return {
      text: 'card.border.look.parted',
      values: { ...apart.values, x: { value: x, digits: 3 }, y: { value: y, digits: 3 } },
    };
  },
} as const satisfies Asked;
