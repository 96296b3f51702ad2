/**
 * What the chart shows by update: f − f_min; a coordinate; |∇f|; how far an update went; by what it multiplied the gradient (η/√h); what a rule
 * remembers of gradients (v, b, m) and of their squares (h, s, v).
 */
export const quantities = [
  'loss',
  'x',
  'y',
  'gradient',
  'step',
  'rateX',
  'rateY',
  'memoryX',
  'memoryY',
  'scaleX',
  'scaleY',
] as const;

export type Quantity = (typeof quantities)[number];
