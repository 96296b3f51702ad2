import type { SurfaceDef } from './types.ts';

/** Six minima, two of them global. */
export const sixHumpCamel = {
  name: 'Six-hump camel',
  nameJa: '六こぶラクダ',
  formula: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2',
  domain: [-2.4, 2.4, -1.4, 1.4],
  minima: [
    { at: [0.08984201310031806, -0.7126564030207396], f: -1.031628453489877 },
    { at: [-0.08984201310031806, 0.7126564030207396], f: -1.031628453489877 },
  ],
  cut: 5,
  relief: 0.45,
  reference: 'Dixon & Szegő 1978, Towards Global Optimization 2; https://www.sfu.ca/~ssurjano/camel6.html',
} as const satisfies SurfaceDef;
