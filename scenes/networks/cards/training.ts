import { cardOf, valuesOf, type Evidence } from './types.ts';

/** The noise of a minibatch's gradient falls as one over its size. */
export const noise = cardOf({
  ...{ id: 'noise', answers: ['ten', 'hundred', 'none'], judgedAt: 1 },
  of: valuesOf('noise'),
  outcome: ({ slope = NaN }) => (slope < -0.75 ? 'hundred' : slope < -0.25 ? 'ten' : 'none'),
  claim: ({ slope = NaN }) => Math.abs(slope + 1) < 0.1,
  values: (found) => found,
});

/** Accuracy is a staircase: between its steps there is nothing to descend. */
export const accuracy = cardOf({
  ...{ id: 'accuracy', answers: ['both', 'loss', 'accuracy'], judgedAt: 1 },
  of: valuesOf('accuracy'),
  outcome: ({ flat = NaN, still = NaN }) => (flat > 30 ? (still < 5 ? 'loss' : null) : still < 5 ? 'both' : 'accuracy'),
  claim: ({ flat = NaN, still = NaN }) => flat > 30 && still < 5,
  values: (found) => found,
});

/** On a few weights nothing beats Levenberg–Marquardt; its matrix grows with their square. */
export const newton = cardOf({
  ...{ id: 'newton', answers: ['slower', 'memory', 'worse'], judgedAt: 1 },
  of: valuesOf('newton'),
  outcome: ({ lm = NaN, adam = NaN }) => (lm < adam ? 'memory' : 'worse'),
  claim: ({ lm = NaN, adam = NaN, gigabytes = NaN }) => lm < adam / 100 && gigabytes === 40,
  values: (found) => found,
});

/** The same number, at about 2 × size / 3 times the price. */
export const backprop = cardOf({
  ...{ id: 'backprop', answers: ['same', 'ten', 'hundred'], judgedAt: 1 },
  of: valuesOf('backprop'),
  outcome: ({ ratio = NaN }) => (ratio > 50 ? 'hundred' : ratio > 3 ? 'ten' : 'same'),
  claim: ({ ratio = NaN, apart = NaN }) => ratio > 50 && apart < 1e-6,
  values: (found) => found,
});

/** λmax along gradient descent's path, and 2/η. */
function edgeOf({ bent }: Evidence) {
  const place = bent?.run.tracks.findIndex(({ id }) => id === 'sgd') ?? -1;
  const lambda = bent?.sharpness.tracks[place];
  const lr = bent?.run.tracks[place]?.params?.['lr'];
  return lambda && lr !== undefined && bent.run.spec?.batch === 0 ? { lambda, limit: 2 / lr } : null;
}

/** Of the records, how far back the end is counted from. */
const END = 1 / 3;

function ending({ lambda }: { readonly lambda: Float64Array }): number {
  const last = lambda.subarray(Math.floor((1 - END) * lambda.length));
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}

/** Gradient descent climbs to the edge of what it endures and stays there (Cohen et al. 2021). */
export const edge = cardOf({
  ...{ id: 'edge', set: '&d=wave&n=20&nz=0&o=sgd&lr=sgd:0.2&q=sharpness' },
  ...{ answers: ['falls', 'grows', 'hovers'], judgedAt: 40, starts: true },
  of: edgeOf,
  outcome(found) {
    const [end, { limit, lambda }] = [ending(found), found];
    if (Math.abs(end / limit - 1) < 0.15) return 'hovers';
    return end < lambda[0]! ? 'falls' : end > limit ? 'grows' : null;
  },
  claim: (found) => Math.abs(ending(found) / found.limit - 1) < 0.15 && found.lambda[0]! < 0.6 * found.limit,
  values: ({ lambda, limit }, step) => ({ lambda: lambda[Math.min(step, lambda.length - 1)]!, limit }),
});
