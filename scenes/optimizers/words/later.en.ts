import type { laterJa } from './later.ja.ts';

/** Those of the optimizer scene's words that panel and chart alone use: fetched after the first picture. */
export const laterEn = {
  'panel.limit':
    'Stable below η = {limit} (the largest curvature is λ = {curvature}). Beyond it the swings keep growing.',
  'panel.limit.near':
    'Stable below η = {limit} near the minimum ({x}, {y}), where the largest curvature is λ = {curvature}. Beyond it no path settles there.',
  'panel.limit.beyond': '(beyond the limit of stability, {limit})',
  'panel.section.noise': 'Stochastic gradients',
  'panel.section.noise.on': 'Stochastic gradients (on)',
  'panel.noiseSeed': 'Noise seed',
  'panel.noiseSeed.next': 'Next seed',
  'panel.noiseSeed.what': 'Runs with other noise',
  'panel.noise.note':
    'Every update sees ∇f plus normal noise of mean 0 and SD σ/√B, as the mean over a mini-batch of B examples whose own gradients scatter by σ. At one update all optimizers see the same noise; in the swarm each point sees its own.',
  'param.noise': 'SD of the noise',
  'param.batch': 'Batch size',
  'param.noiseSeed': 'Noise seed',
  'badge.class.counting': 'whole numbers up to 2²⁴',
} as const satisfies Readonly<Record<keyof typeof laterJa, string>>;
