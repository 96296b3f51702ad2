import { createBlockStepper, type BlockStepper, type Memory } from '../optimizers/blockStepper.ts';
import { ruleOf } from '../optimizers/index.ts';
import type { Rule } from '../optimizers/types.ts';
import type { ParamValues } from '../params/spec.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { Layout } from './layout.ts';
import { createMuonStepper, isHiddenMatrix } from './muon.ts';
import type { TrainSpec } from './types.ts';

/** What moves the weights: one rule over the whole vector or, where matrices matter, a stepper a slice. `memory` is gone on from, and kept up to date. */
export function createWeightStepper(
  { optimizer, semantics, params }: Pick<TrainSpec, 'optimizer' | 'semantics' | 'params'>,
  { size, slices, layers }: Layout,
  arithmetic: Arithmetic,
  memory: Memory,
): BlockStepper {
  const ruled = (rule: Rule, values: ParamValues, length: number, own: Memory) =>
    createBlockStepper(rule, values, length, own, arithmetic.compileColumns);
  if (optimizer !== 'muon') return ruled(ruleOf(optimizer, semantics), params, size, memory);
  const { adam_lr = NaN, ...rest } = params;
  const adam = { ...rest, lr: adam_lr };
  const pieces = slices.map((slice) => {
    const { name, offset, rows, columns } = slice;
    const length = rows * columns;
    const step = within(memory, name, (own) =>
      isHiddenMatrix(slice, layers.length)
        ? createMuonStepper(slice, params, arithmetic, own)
        : ruled(ruleOf('adamw', 'torch'), adam, length, own),
    );
    return { from: offset, to: offset + length, step };
  });
  return (x, gradient, lrFactor) => {
    for (const { from, to, step } of pieces) step(x.subarray(from, to), gradient.subarray(from, to), lrFactor);
  };
}

/** A part of the memory as one of its own: its arrays stand in the whole as `name.state`. */
function within<T>(memory: Memory, name: string, use: (own: Memory) => T): T {
  const prefix = `${name}.`;
  const entries = Object.entries(memory).filter(([key]) => key.startsWith(prefix));
  const own: Memory = Object.fromEntries(entries.map(([key, array]) => [key.slice(prefix.length), array]));
  const made = use(own);
  for (const [key, array] of Object.entries(own)) memory[prefix + key] = array;
  return made;
}
