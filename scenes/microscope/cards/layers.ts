import type { LayersRun, NetRun, Row } from '../layers/run/types.ts';
import { cardOf, type Evidence } from './types.ts';

const rowAt = ({ rows }: NetRun, step: number): Row => rows[Math.min(step, rows.length - 1)]!;
const lastOf = (net: NetRun): Row => rowAt(net, Infinity);
const ends = (row: Row) => [row.layers[0]!, row.layers.at(-1)!] as const;

/** One net of an activation, from its first record on. */
const single =
  (wanted: (spec: LayersRun['spec']) => boolean) =>
  ({ layers }: Evidence): NetRun | null =>
    layers && layers.nets.length === 1 && wanted(layers.spec) ? layers.nets[0]! : null;

/** Both nets, once they are trained. */
const both =
  (wanted: (spec: LayersRun['spec']) => boolean) =>
  ({ layers }: Evidence): readonly [without: NetRun, norm: NetRun] | null =>
    layers?.whole && layers.nets.length === 2 && wanted(layers.spec) ? [layers.nets[0]!, layers.nets[1]!] : null;

function shrunk(net: NetRun): number {
  const [first, last] = ends(net.rows[0]!);
  return last.std / first.std;
}

/** Weights that are all small: each layer makes the signal smaller, until nothing of it is left. */
export const init = cardOf({
  ...{ id: 'init', set: '&tw=0&a=relu', answers: ['same', 'tenth', 'nothing'], judgedAt: 1 },
  of: single(({ init: id, activation }) => id === 'std' && activation === 'relu'),
  outcome: (net) => (shrunk(net) < 1e-3 ? 'nothing' : shrunk(net) < 0.5 ? 'tenth' : 'same'),
  claim: (net) => shrunk(net) < 1e-3 && lastOf(net).trainLoss > 2.2,
  values(net, step) {
    const row = rowAt(net, step);
    const [first, last] = ends(row);
    return { first: first.std, last: last.std, loss: row.trainLoss };
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

/** Each sigmoid lets a quarter of it through at most. */
export const gradient = cardOf({
  ...{ id: 'gradient', set: '&tw=0&i=xavier&a=sigmoid&dp=8', answers: ['same', 'tenth', 'thousandth'], judgedAt: 1 },
  of: single(({ activation, init: id }) => activation === 'sigmoid' && id === 'xavier'),
  outcome: (net) => (lost(net) > 2.5 ? 'thousandth' : lost(net) > 0.5 ? 'tenth' : 'same'),
  claim: (net) => lost(net) > 2.5,
  values(net, step) {
    const [first, last] = ends(rowAt(net, step));
    return { first: 10 ** medianGradient(first), last: 10 ** medianGradient(last) };
  },
});

const twinsIn = ({ layers }: Row): number => layers.reduce((sum, { twins }) => sum + twins.length, 0);

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
  claim: (net) => twinsIn(lastOf(net)) > 5 && lastOf(net).pruned < 1.1 * lastOf(net).whole,
  // After the training, whatever the clock says: there are none before.
  values(net) {
    const row = lastOf(net);
    return { count: twinsIn(row), whole: row.whole, pruned: row.pruned };
  },
});

/** Small batches make a gradient noisy; they bring no signal back to life. */
export const batches = cardOf({
  ...{ id: 'batch', set: '&bs=20&k=400', answers: ['both', 'norm', 'none'], judgedAt: 40 },
  of: both(({ batch }) => batch <= 20),
  outcome([without, norm]) {
    const [a, b] = [lastOf(without).trainLoss, lastOf(norm).trainLoss];
    return a > 2 ? (b < 1 ? 'norm' : 'none') : 'both';
  },
  claim: ([without, norm]) => lastOf(without).trainLoss > 2.2 && lastOf(norm).trainLoss < 0.5,
  values: ([without, norm], step) => ({
    without: rowAt(without, step).trainLoss,
    norm: rowAt(norm, step).trainLoss,
    std: ends(rowAt(without, step))[1].std,
    other: ends(rowAt(norm, step))[1].std,
  }),
});
