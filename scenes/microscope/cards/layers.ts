import type { LayersRun, NetRun, Row } from '../layers/run/types.ts';
import { cardOf, type Evidence } from './types.ts';

const rowAt = ({ rows }: NetRun, step: number): Row => rows[Math.min(step, rows.length - 1)]!;
const lastOf = (net: NetRun): Row => rowAt(net, Infinity);
const ends = (row: Row) => [row.layers[0]!, row.layers.at(-1)!] as const;

type Wanted = (spec: LayersRun['spec']) => boolean;
interface Deep {
  readonly depth: number;
}

/** A net without batch normalization, of whatever depth, from its first record on. */
const single =
  (wanted: Wanted) =>
  ({ layers }: Evidence): (NetRun & Deep) | null =>
    layers?.nets.length === 1 && !layers.nets[0]!.batchNorm && wanted(layers.spec)
      ? { ...layers.nets[0]!, depth: layers.spec.hidden.length }
      : null;

interface Both extends Deep {
  readonly without: NetRun;
  readonly norm: NetRun;
}

/** Both nets, of whatever depth, once they are trained. */
const both =
  (wanted: Wanted) =>
  ({ layers }: Evidence): Both | null =>
    layers?.whole && layers.nets.length === 2 && wanted(layers.spec)
      ? { without: layers.nets[0]!, norm: layers.nets[1]!, depth: layers.spec.hidden.length }
      : null;

/** Weights and layers as the book has them where everything collapses. */
const isSmall: Wanted = ({ init: id, initStd, hidden }) => id === 'std' && initStd === 0.01 && hidden[0] === 100;

function shrunk(net: NetRun): number {
  const [first, last] = ends(net.rows[0]!);
  return last.std / first.std;
}

const collapses = (net: NetRun): boolean => shrunk(net) < 1e-3 && lastOf(net).trainLoss > 2.2;

/** Weights that are all small: each layer makes the signal smaller, until nothing of it is left. */
export const init = cardOf({
  ...{ id: 'init', set: '&tw=0&a=relu', answers: ['same', 'tenth', 'nothing'], judgedAt: 1 },
  of: single((spec) => isSmall(spec) && spec.activation === 'relu'),
  outcome: (net) => (net.depth !== 5 ? null : shrunk(net) < 1e-3 ? 'nothing' : shrunk(net) < 0.5 ? 'tenth' : 'same'),
  claim: collapses,
  holds: collapses,
  values(net, step) {
    const row = rowAt(net, step);
    const [first, last] = ends(row);
    return { first: first.std, last: last.std, loss: row.trainLoss, depth: net.depth };
  },
});

/** The median of what comes back to a layer, as a power of ten. */
function medianGradient({ gradients: { low, high, shares } }: Row['layers'][number]): number {
  let below = 0;
  const bin = shares.findIndex((share) => (below += share) >= 0.5);
  return low + ((bin + 0.5) * (high - low)) / shares.length;
}

/** Decades that are lost from the last layer to the first, before the first update. */
function lost(net: NetRun): number {
  const [first, last] = ends(net.rows[0]!);
  return medianGradient(last) - medianGradient(first);
}

/** Two layers lose little yet: what is said holds of those that lose more than a decade. */
const vanishes = (net: NetRun): boolean => lost(net) > 1;

/** Each sigmoid lets a quarter of it through at most. */
export const gradient = cardOf({
  ...{ id: 'gradient', set: '&tw=0&i=xavier&a=sigmoid&dp=8', answers: ['same', 'tenth', 'thousandth'], judgedAt: 1 },
  of: single(({ activation, init: id }) => activation === 'sigmoid' && id === 'xavier'),
  outcome: (net) => (net.depth !== 8 ? null : lost(net) > 2.5 ? 'thousandth' : lost(net) > 0.5 ? 'tenth' : 'same'),
  claim: (net) => lost(net) > 2.5,
  holds: vanishes,
  values(net, step) {
    const [first, last] = ends(rowAt(net, step));
    return { first: 10 ** medianGradient(first), last: 10 ** medianGradient(last), depth: net.depth };
  },
});

const twinsIn = ({ layers }: Row): number => layers.reduce((sum, { twins }) => sum + twins.length, 0);

const superfluous = (net: NetRun): boolean => {
  const { whole, pruned } = lastOf(net);
  return twinsIn(lastOf(net)) > 5 && pruned < 1.1 * whole;
};

/** A neuron that does what its neighbour does can go. */
export const twins = cardOf({
  ...{ id: 'twins', set: '&tw=0&bn=1&a=relu&pr=1', answers: ['same', 'doubles', 'forgets'], judgedAt: 40 },
  of: ({ layers }: Evidence) =>
    layers?.whole && layers.nets.length === 1 && layers.nets[0]!.batchNorm ? layers.nets[0]! : null,
  outcome(net) {
    const { whole, pruned } = lastOf(net);
    if (twinsIn(lastOf(net)) === 0) return null;
    return pruned < 1.2 * whole ? 'same' : pruned < 3 * whole ? 'doubles' : 'forgets';
  },
  claim: superfluous,
  holds: superfluous,
  // After the training, whatever the clock says: there are none before.
  values(net) {
    const row = lastOf(net);
    return { count: twinsIn(row), whole: row.whole, pruned: row.pruned };
  },
});

/** The one stays where it was, the other learns. */
const onlyNorm = ({ without, norm }: Both): boolean => lastOf(without).trainLoss > 2.2 && lastOf(norm).trainLoss < 0.5;

/** Small batches make a gradient noisy; they bring no signal back to life. */
export const batches = cardOf({
  ...{ id: 'batch', set: '&bs=20&k=400', answers: ['both', 'norm', 'none'], judgedAt: 40 },
  of: both((spec) => isSmall(spec) && spec.batch <= 20 && spec.updates >= 400),
  outcome({ without, norm, depth }) {
    if (depth !== 5) return null;
    const [a, b] = [lastOf(without).trainLoss, lastOf(norm).trainLoss];
    return a > 2 ? (b < 1 ? 'norm' : 'none') : 'both';
  },
  claim: onlyNorm,
  holds: onlyNorm,
  values: ({ without, norm, depth }, step) => ({
    without: rowAt(without, step).trainLoss,
    norm: rowAt(norm, step).trainLoss,
    std: ends(rowAt(without, step))[1].std,
    other: ends(rowAt(norm, step))[1].std,
    depth,
  }),
});
