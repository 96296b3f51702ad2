import { createMemo } from '../math/memo.ts';
import { surfaces, type SurfaceId } from '../surfaces/index.ts';
import { objectiveFor, objectiveOf } from '../surfaces/objective.ts';
import type { Domain, SurfaceDef } from '../surfaces/types.ts';
import { experiments } from './bundled.ts';
import { cutOf, samplesOf, startOf } from './lattice.ts';
import type { Experiment } from './types.ts';

/** Updates where no experiment says how many. */
const STEPS = 100;
/** Room for every bundled one and the formulas that somebody types in a row: as long as it is kept, it is the same object. */
const experimentOnce = createMemo<Experiment>(64);

/** The experiment on a surface of the registry. */
export function experimentOn(id: SurfaceId): Experiment {
  return experimentOnce(id, () => {
    const surface: SurfaceDef = surfaces[id];
    const lowest = surface.minima[0]?.f ?? 0;
    const said = experiments[id];
    if (said !== undefined) return { id, surface, lowest, ...said };
    const { domain, cut } = surface;
    const objective = objectiveFor(surface);
    return { id, surface, lowest, start: startOf(samplesOf(objective, domain), cut, objective, domain), steps: STEPS };
  });
}

/**
 * What a surface's file and its experiment say, worked out for a formula that nobody has looked at yet. Throws FormulaError for a text
 * that is no formula.
 */
export function ownExperiment(formula: string, domain: Domain): Experiment {
  return experimentOnce(JSON.stringify([formula, domain]), () => {
    const objective = objectiveOf(formula);
    const samples = samplesOf(objective, domain);
    const cut = cutOf(samples);
    return {
      id: null,
      surface: { name: formula, formula, domain, minima: [], cut, relief: 0.3, reference: '' },
      start: startOf(samples, cut, objective, domain),
      steps: STEPS,
      lowest: samples[0]?.f ?? 0,
    };
  });
}
