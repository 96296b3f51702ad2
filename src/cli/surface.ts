import { experimentOn } from '../experiments/index.ts';
import { FormulaError, parseFormula } from '../formula/index.ts';
import { sentenceOf } from '../formula/sentence.ts';
import type { SurfaceSpec } from '../jobs/specs.ts';
import { defaultsOf, type ParamSpecs } from '../params/spec.ts';
import { isSurfaceId, surfaceIds } from '../surfaces/index.ts';
import type { Point2 } from '../surfaces/types.ts';
import { Refusal } from './refusal.ts';
import { offer } from './values.ts';

/** What `--surface` names, before any other flag is looked at. */
export interface ChosenSurface {
  readonly spec: SurfaceSpec;
  readonly params: ParamSpecs;
  /** null for a formula, which has none of its own. */
  readonly start: Point2 | null;
  readonly steps: number;
}

/** Updates when neither a flag nor a surface of the registry says how many. */
const FORMULA_STEPS = 200;

/** A surface of the registry by its id, or else a formula in x and y. Throws Refusal. */
export function chooseSurface(text: string): ChosenSurface {
  if (isSurfaceId(text)) {
    const { surface, start, steps } = experimentOn(text);
    const { formula, params = {}, domain } = surface;
    return { spec: { id: text, formula, params: defaultsOf(params), domain }, params, start, steps };
  }
  try {
    parseFormula(text, ['x', 'y']);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    // `rosenbrok` is a misspelt id rather than a formula with an unknown name.
    const isWord = /^[a-z][a-z-]+$/i.test(text);
    throw new Refusal(
      isWord ? `there is no surface "${text}"; ${offer(text, surfaceIds)}` : `--surface: ${sentenceOf(error)}`,
    );
  }
  return {
    spec: { id: text, formula: text, params: {}, domain: null },
    params: {},
    start: null,
    steps: FORMULA_STEPS,
  };
}
