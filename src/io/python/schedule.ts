import type { Disturbance } from '../../optimizers/disturbance.ts';
import type { ScheduleKind } from '../../optimizers/schedule.ts';
import { pythonNumber } from '../../formula/python.ts';

/** `scheduleFactor` as Python: the factor of the epoch that an update is in, from 0. */
const bodies: Readonly<Record<ScheduleKind, readonly string[]>> = {
  step: ['return factor ** (epoch // over)'],
  exponential: ['return factor**epoch'],
  cosine: ['return anneal(1.0, factor, epoch / over)'],
  warmup: ['return factor + (1.0 - factor) * min(epoch / over, 1.0)'],
  onecycle: [
    'top = 0.3 * over - 1.0',
    'if epoch <= top:',
    '    return anneal(factor, 1.0, epoch / top)',
    'return anneal(1.0, factor * 1e-4, (epoch - top) / (over - 1.0 - top))',
  ],
};

const ANNEAL = [
  'def anneal(a, b, share):',
  '    return b + (a - b) * (1.0 + math.cos(math.pi * min(max(share, 0.0), 1.0))) / 2.0',
  '',
  '',
];

/** `lr_factor(t)`: by how much update t multiplies lr; no lines where lr stays. */
export function factorLines({ schedule, lrChange }: Disturbance): readonly string[] {
  if (!schedule && !lrChange) return [];
  const change = lrChange ? [`    if t >= ${lrChange.step}:`, `        found *= ${pythonNumber(lrChange.factor)}`] : [];
  if (!schedule) return ['def lr_factor(t):', '    found = 1.0', ...change, '    return found', '', ''];
  const { kind, over, factor } = schedule;
  return [
    'import math',
    '',
    '',
    ...(kind === 'cosine' || kind === 'onecycle' ? ANNEAL : []),
    `def scheduled(epoch, over=${over}, factor=${pythonNumber(factor)}):`,
    ...bodies[kind].map((line) => `    ${line}`),
    '',
    '',
    'def lr_factor(t):',
    '    found = scheduled(t - 1)',
    ...change,
    '    return found',
    '',
    '',
  ];
}
