import { categoryIds, isCategory } from '../shapes/index.ts';
import type { CaseFigures } from './evaluator.ts';
import { meanOf, type Figures } from './figures.ts';

/** What `evaluate` prints of some samples. */
export interface Summary {
  readonly count: number;
  readonly network: Figures;
  readonly retrieval: Figures;
  readonly mean: Figures;
  readonly floor: Figures;
  /** Share of the samples on which the network's Chamfer distance is below the look-up's. */
  readonly winRate: number;
  /** Only where the many head was asked. */
  readonly many?: {
    readonly samples: number;
    /** Mean Chamfer distance of one answer, and of the best of them: chosen by the truth, an oracle. */
    readonly one: number;
    readonly bestByOracle: number;
  };
}

export interface Evaluation {
  readonly all: Summary;
  /** Ours in their order, then others by name. */
  readonly byCategory: Readonly<Record<string, Summary>>;
}

/** Of at least one sample. */
export function evaluationOf(cases: readonly CaseFigures[]): Evaluation {
  const names = [...new Set(cases.map(({ category }) => category))].sort();
  const order = [...categoryIds.filter((id) => names.includes(id)), ...names.filter((name) => !isCategory(name))];
  return {
    all: summaryOf(cases),
    byCategory: Object.fromEntries(
      order.map((name) => [name, summaryOf(cases.filter(({ category }) => category === name))]),
    ),
  };
}

function summaryOf(cases: readonly CaseFigures[]): Summary {
  const mean = (key: 'network' | 'retrieval' | 'mean' | 'floor') => meanOf(cases.map((each) => each[key]));
  const wins = cases.filter(({ network, retrieval }) => network.chamfer < retrieval.chamfer).length;
  const samples = cases[0]!.many.length;
  const average = (of: (many: readonly number[]) => number) =>
    cases.reduce((sum, { many }) => sum + of(many), 0) / cases.length;
  return {
    count: cases.length,
    network: mean('network'),
    retrieval: mean('retrieval'),
    mean: mean('mean'),
    floor: mean('floor'),
    winRate: wins / cases.length,
    ...(samples > 0 && {
      many: {
        samples,
        one: average((many) => many.reduce((sum, chamfer) => sum + chamfer, 0) / samples),
        bestByOracle: average((many) => Math.min(...many)),
      },
    }),
  };
}
