import { refusal, type ParamSpec } from '../params/spec.ts';
import { SdmError } from './errors.ts';
import { sdmFunctionOf } from './functions.ts';
import type { SdmParam, SdmSpec } from './types.ts';

/** What an experiment is set by, whatever h is. 10,000 starts through 100 maps make a record of 24 MB. */
const common = {
  /** K. */
  maps: { default: 10, min: 1, max: 30, scale: 'linear', integer: true, symbol: 'K', accepts: { min: 1, max: 100 } },
  /** Starts to learn from, and as many to test on. */
  samples: {
    default: 200,
    min: 2,
    max: 1000,
    scale: 'log',
    integer: true,
    symbol: 'n',
    accepts: { min: 1, max: 10_000 },
  },
  lambda: { default: 1e-3, min: 1e-6, max: 100, scale: 'log', symbol: 'λ', accepts: { min: 0 } },
  /** How many times as wide as the range of training the range of the test is, about the same middle. */
  reach: { default: 1, min: 0.5, max: 3, scale: 'linear', accepts: { above: 0, max: 100 } },
  seed: {
    default: 1,
    min: 0,
    max: 1000,
    scale: 'linear',
    integer: true,
    accepts: { min: 0, max: Number.MAX_SAFE_INTEGER },
  },
} as const satisfies Partial<Record<SdmParam, ParamSpec>>;

const end = { min: -5, max: 5, scale: 'linear', accepts: { min: -1000, max: 1000 } } as const;
const target = { min: -30, max: 30, scale: 'linear', symbol: 'y', accepts: { min: -1e6, max: 1e6 } } as const;

/** The limits of every parameter; range and target have the defaults that suit `h`. */
export function sdmParamsOf(h: string): Readonly<Record<SdmParam, ParamSpec>> {
  const { range, target: y } = sdmFunctionOf(h);
  return {
    ...common,
    low: { ...end, default: range[0] },
    high: { ...end, default: range[1] },
    target: { ...target, default: y },
  };
}

/** `spec` as it is, or SdmError for a parameter out of its limits or an empty range. */
export function checkedSdmSpec(spec: SdmSpec): SdmSpec {
  for (const [name, limits] of Object.entries(sdmParamsOf(spec.h)) as [SdmParam, ParamSpec][]) {
    const reason = refusal(limits, spec[name]);
    if (reason !== null) throw new SdmError('parameter', { name, reason });
  }
  if (spec.low >= spec.high) throw new SdmError('empty-range', { low: spec.low, high: spec.high });
  return spec;
}
