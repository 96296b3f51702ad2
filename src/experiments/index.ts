import { surfaces, type SurfaceId } from '../surfaces/index.ts';
import { objectiveFor, objectiveOf } from '../surfaces/objective.ts';
import type { Domain, SurfaceDef } from '../surfaces/types.ts';
import { experiments } from './bundled.ts';
import { cutOf, samplesOf, startOf } from './lattice.ts';
import type { Experiment } from './types.ts';

/** Updates where no experiment says how many. */
const STEPS = 100;
/** Own experiments kept; a visitor who types goes through many. */
const CACHE_SIZE = 32;

const bundled = new Map<SurfaceId, Experiment>();
const own = new Map<string, Experiment>();

/** The experiment on a surface of the registry, the same object each time. */
export function experimentOn(id: SurfaceId): Experiment {
  let known = bundled.get(id);
  if (known === undefined) {
    known = onSurface(id);
    bundled.set(id, known);
  }
  return known;
}

function onSurface(id: SurfaceId): Experiment {
  const surface: SurfaceDef = surfaces[id];
  const lowest = surface.minima[0]?.f ?? 0;
  const said = experiments[id];
  if (said !== undefined) return { id, surface, lowest, ...said };
  const { domain, cut } = surface;
  const objective = objectiveFor(surface);
  return { id, surface, lowest, start: startOf(samplesOf(objective, domain), cut, objective, domain), steps: STEPS };
}

/**
 * What a surface's file and its experiment say, worked out for a formula that nobody has looked at yet. The same text and rectangle
 * give the same object as long as it is kept. Throws FormulaError for a text that is no formula.
 */
export function ownExperiment(formula: string, domain: Domain): Experiment {
  const key = JSON.stringify([formula, domain]);
  let known = own.get(key);
  if (known === undefined) {
    known = workedOut(formula, domain);
    own.set(key, known);
    for (const oldest of own.keys()) {
      if (own.size <= CACHE_SIZE) break;
      own.delete(oldest);
    }
  }
  return known;
}

function workedOut(formula: string, domain: Domain): Experiment {
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
}
