import type { ParamSpec } from '../params/spec.ts';

/*
 * Parameter specs that several rules share: torch's names and bounds, each optimizer gives its default.
 * `accepts` is what torch.optim accepts; the slider's range is what is worth looking at.
 */

export const lr = (value: number): ParamSpec => ({
  default: value,
  min: 1e-5,
  max: 10,
  scale: 'log',
  symbol: 'η',
  accepts: { min: 0 },
});

/** What takes lr's place where a rule finds its own rate: a factor before it. */
export const factor: ParamSpec = { default: 1, min: 0.01, max: 10, scale: 'log', symbol: 'η', accepts: { min: 0 } };

export const momentum = (value: number): ParamSpec => ({
  default: value,
  min: 0,
  max: 0.9999,
  scale: 'linear',
  symbol: 'μ',
  accepts: { min: 0 },
});

/** Decay of a running mean; `symbol` as torch's documentation writes it. */
export const decay = (value: number, symbol: string): ParamSpec => ({
  default: value,
  min: 0,
  max: 0.9999,
  scale: 'linear',
  symbol,
  accepts: { min: 0, max: 1 },
});

/** A decay whose bias is corrected by 1 − βᵗ, so that 1 itself divides by zero. */
const beta = (value: number, symbol: string): ParamSpec => ({ ...decay(value, symbol), accepts: { min: 0, below: 1 } });
export const beta1 = (value: number): ParamSpec => beta(value, 'β₁');
export const beta2 = (value: number): ParamSpec => beta(value, 'β₂');
export const beta3 = (value: number): ParamSpec => beta(value, 'β₃');

export const eps = (value: number): ParamSpec => ({
  default: value,
  min: 1e-12,
  max: 1e-2,
  scale: 'log',
  symbol: 'ε',
  accepts: { min: 0 },
});

export const weightDecay = (value: number): ParamSpec => ({
  default: value,
  min: 0,
  max: 0.5,
  scale: 'linear',
  symbol: 'λ',
  accepts: { min: 0 },
});
