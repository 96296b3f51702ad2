import type { laterJa } from './later.ja.ts';

/** Those of the optimizer scene's words that panel and chart alone use: fetched after the first picture. */
export const laterEn = {
  'panel.limit':
    'Stable below η = {limit} (the largest curvature is λ = {curvature}). Beyond it the swings keep growing.',
  'panel.limit.near':
    'Stable below η = {limit} near the minimum ({x}, {y}), where the largest curvature is λ = {curvature}. Beyond it no path settles there.',
  'panel.limit.beyond': '(beyond the limit of stability, {limit})',
} as const satisfies Readonly<Record<keyof typeof laterJa, string>>;
