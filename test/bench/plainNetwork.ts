/*
 * What the networks are held against: one network, 784-100-10 with ReLU and cross entropy, and Adam, as one writes them by hand in JavaScript over Float32Array.
 */
const [INPUTS, HIDDEN, OUTPUTS] = [784, 100, 10];
const [BETA1, BETA2, EPS] = [0.9, 0.999, 1e-8];

export interface PlainParameters {
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  readonly w2: Float32Array;
  readonly b2: Float32Array;
}

/** `step` makes one update with the samples numbered `rows`; gives their mean loss. */
export function plainNetwork(parameters: PlainParameters, x: Float32Array, labels: Uint8Array, lr: number) {
  const { w1, b1, w2, b2 } = parameters;
  const all = [w1, b1, w2, b2];
  const gradients = all.map(({ length }) => new Float32Array(length));
  const [g1, h1, g2, h2] = gradients as [Float32Array, Float32Array, Float32Array, Float32Array];
  const first = all.map(({ length }) => new Float32Array(length));
  const second = all.map(({ length }) => new Float32Array(length));
  const hidden = new Float32Array(HIDDEN);
  const output = new Float32Array(OUTPUTS);
  const below = new Float32Array(HIDDEN);
  let t = 0;

  function sample(row: number, share: number): number {
    const from = row * INPUTS;
    for (let j = 0; j < HIDDEN; j++) {
      let sum = b1[j]!;
      for (let p = 0, w = j * INPUTS; p < INPUTS; p++) sum += x[from + p]! * w1[w + p]!;
      hidden[j] = sum > 0 ? sum : 0;
    }
    let most = -Infinity;
    for (let k = 0; k < OUTPUTS; k++) {
      let sum = b2[k]!;
      for (let j = 0, w = k * HIDDEN; j < HIDDEN; j++) sum += hidden[j]! * w2[w + j]!;
      output[k] = sum;
      if (sum > most) most = sum;
    }
    let total = 0;
    for (let k = 0; k < OUTPUTS; k++) total += output[k] = Math.exp(output[k]! - most);
    const loss = -Math.log(output[labels[row]!]! / total);
    below.fill(0);
    for (let k = 0; k < OUTPUTS; k++) {
      const d = (output[k]! / total - (k === labels[row] ? 1 : 0)) * share;
      h2[k]! += d;
      for (let j = 0, w = k * HIDDEN; j < HIDDEN; j++) {
        g2[w + j]! += d * hidden[j]!;
        below[j]! += d * w2[w + j]!;
      }
    }
    for (let j = 0; j < HIDDEN; j++) {
      if (hidden[j] === 0) continue;
      const d = below[j]!;
      h1[j]! += d;
      for (let p = 0, w = j * INPUTS; p < INPUTS; p++) g1[w + p]! += d * x[from + p]!;
    }
    return loss;
  }

  function adam(): void {
    t++;
    const rate = lr / (1 - BETA1 ** t);
    const root = Math.sqrt(1 - BETA2 ** t);
    all.forEach((w, k) => {
      const [g, m, v] = [gradients[k]!, first[k]!, second[k]!];
      for (let i = 0; i < w.length; i++) {
        m[i] = m[i]! + (1 - BETA1) * (g[i]! - m[i]!);
        v[i] = BETA2 * v[i]! + (1 - BETA2) * g[i]! * g[i]!;
        w[i] = w[i]! - (rate * m[i]!) / (Math.sqrt(v[i]!) / root + EPS);
      }
    });
  }

  return {
    step(rows: Uint32Array): number {
      for (const gradient of gradients) gradient.fill(0);
      let loss = 0;
      for (const row of rows) loss += sample(row, 1 / rows.length);
      adam();
      return loss / rows.length;
    },
  };
}
