/*
 * What the kernels are held against: loops over Float32Arrays as one writes them by hand for one surface and one rule,
 * in JavaScript's own numbers, without closures, all that does not change taken out of the loops.
 */

/** f, ∂f/∂x, ∂f/∂y over size × size samples, four floats each. */
export type PlainGrid = (domain: readonly number[], size: number, texels: Float32Array) => void;

/** `updates` updates of every particle: starts count × 2, positions count × 4 (before and after the last update). */
export type PlainSwarm = (starts: Float32Array, updates: number, positions: Float32Array) => void;

export const bowlGrid: PlainGrid = ([x0 = 0, x1 = 0, y0 = 0, y1 = 0], size, texels) => {
  const dx = (x1 - x0) / (size - 1);
  const dy = (y1 - y0) / (size - 1);
  let i = 0;
  for (let row = 0; row < size; row++) {
    const y = y0 + row * dy;
    for (let column = 0; column < size; column++, i += 4) {
      const x = x0 + column * dx;
      texels[i] = (x * x) / 20 + y * y;
      texels[i + 1] = x / 10;
      texels[i + 2] = 2 * y;
      texels[i + 3] = 0;
    }
  }
};

export const rosenbrockGrid: PlainGrid = ([x0 = 0, x1 = 0, y0 = 0, y1 = 0], size, texels) => {
  const dx = (x1 - x0) / (size - 1);
  const dy = (y1 - y0) / (size - 1);
  let i = 0;
  for (let row = 0; row < size; row++) {
    const y = y0 + row * dy;
    for (let column = 0; column < size; column++, i += 4) {
      const x = x0 + column * dx;
      const a = 1 - x;
      const b = y - x * x;
      texels[i] = a * a + 100 * b * b;
      texels[i + 1] = -2 * a - 400 * x * b;
      texels[i + 2] = 200 * b;
      texels[i + 3] = 0;
    }
  }
};

export const rastriginGrid: PlainGrid = ([x0 = 0, x1 = 0, y0 = 0, y1 = 0], size, texels) => {
  const dx = (x1 - x0) / (size - 1);
  const dy = (y1 - y0) / (size - 1);
  const tau = 2 * Math.PI;
  let i = 0;
  for (let row = 0; row < size; row++) {
    const y = y0 + row * dy;
    // Per row, as one does by hand.
    const fy = y * y - 10 * Math.cos(tau * y);
    const gy = 2 * y + 10 * tau * Math.sin(tau * y);
    for (let column = 0; column < size; column++, i += 4) {
      const x = x0 + column * dx;
      texels[i] = 20 + x * x - 10 * Math.cos(tau * x) + fy;
      texels[i + 1] = 2 * x + 10 * tau * Math.sin(tau * x);
      texels[i + 2] = gy;
      texels[i + 3] = 0;
    }
  }
};

/** Torch's Adam with its default betas and eps. */
const [beta1, beta2, eps] = [0.9, 0.999, 1e-8];

function adamTables(lr: number, updates: number): readonly [rate: Float32Array, root: Float32Array] {
  const rate = new Float32Array(updates);
  const root = new Float32Array(updates);
  for (let t = 0; t < updates; t++) {
    rate[t] = lr / (1 - beta1 ** (t + 1));
    root[t] = 1 / Math.sqrt(1 - beta2 ** (t + 1));
  }
  return [rate, root];
}

export const adamOnBowl =
  (lr: number): PlainSwarm =>
  (starts, updates, positions) => {
    const [rate, root] = adamTables(lr, updates);
    const [a, b] = [1 - beta1, 1 - beta2];
    for (let i = 0; i < starts.length / 2; i++) {
      let x = starts[2 * i]!;
      let y = starts[2 * i + 1]!;
      let beforeX = x;
      let beforeY = y;
      let mx = 0;
      let my = 0;
      let vx = 0;
      let vy = 0;
      for (let t = 0; t < updates; t++) {
        beforeX = x;
        beforeY = y;
        const gx = x / 10;
        const gy = 2 * y;
        mx += a * (gx - mx);
        my += a * (gy - my);
        vx = beta2 * vx + b * gx * gx;
        vy = beta2 * vy + b * gy * gy;
        x -= (rate[t]! * mx) / (Math.sqrt(vx) * root[t]! + eps);
        y -= (rate[t]! * my) / (Math.sqrt(vy) * root[t]! + eps);
      }
      positions[4 * i] = beforeX;
      positions[4 * i + 1] = beforeY;
      positions[4 * i + 2] = x;
      positions[4 * i + 3] = y;
    }
  };

export const adamOnRosenbrock =
  (lr: number): PlainSwarm =>
  (starts, updates, positions) => {
    const [rate, root] = adamTables(lr, updates);
    const [a, b] = [1 - beta1, 1 - beta2];
    for (let i = 0; i < starts.length / 2; i++) {
      let x = starts[2 * i]!;
      let y = starts[2 * i + 1]!;
      let beforeX = x;
      let beforeY = y;
      let mx = 0;
      let my = 0;
      let vx = 0;
      let vy = 0;
      for (let t = 0; t < updates; t++) {
        beforeX = x;
        beforeY = y;
        const d = y - x * x;
        const gx = -2 * (1 - x) - 400 * x * d;
        const gy = 200 * d;
        mx += a * (gx - mx);
        my += a * (gy - my);
        vx = beta2 * vx + b * gx * gx;
        vy = beta2 * vy + b * gy * gy;
        x -= (rate[t]! * mx) / (Math.sqrt(vx) * root[t]! + eps);
        y -= (rate[t]! * my) / (Math.sqrt(vy) * root[t]! + eps);
      }
      positions[4 * i] = beforeX;
      positions[4 * i + 1] = beforeY;
      positions[4 * i + 2] = x;
      positions[4 * i + 3] = y;
    }
  };

export const sgdOnBowl =
  (lr: number): PlainSwarm =>
  (starts, updates, positions) => {
    for (let i = 0; i < starts.length / 2; i++) {
      let x = starts[2 * i]!;
      let y = starts[2 * i + 1]!;
      let beforeX = x;
      let beforeY = y;
      for (let t = 0; t < updates; t++) {
        beforeX = x;
        beforeY = y;
        x -= (lr * x) / 10;
        y -= lr * 2 * y;
      }
      positions[4 * i] = beforeX;
      positions[4 * i + 1] = beforeY;
      positions[4 * i + 2] = x;
      positions[4 * i + 3] = y;
    }
  };

export const lionOnBowl =
  (lr: number): PlainSwarm =>
  (starts, updates, positions) => {
    for (let i = 0; i < starts.length / 2; i++) {
      let x = starts[2 * i]!;
      let y = starts[2 * i + 1]!;
      let beforeX = x;
      let beforeY = y;
      let mx = 0;
      let my = 0;
      for (let t = 0; t < updates; t++) {
        beforeX = x;
        beforeY = y;
        const gx = x / 10;
        const gy = 2 * y;
        x -= lr * Math.sign(0.9 * mx + 0.1 * gx);
        y -= lr * Math.sign(0.9 * my + 0.1 * gy);
        mx = 0.99 * mx + 0.01 * gx;
        my = 0.99 * my + 0.01 * gy;
      }
      positions[4 * i] = beforeX;
      positions[4 * i + 1] = beforeY;
      positions[4 * i + 2] = x;
      positions[4 * i + 3] = y;
    }
  };
