import { icp } from '../icp.ts';
import { plain, settingsFrom, type IcpChoices, type Recipe } from '../recipes.ts';
import type { Outcome } from '../types.ts';
import type { MethodAsk, MethodSpec, RegistrationMethod } from './method.ts';

export function choicesOf({ kernel, search, maxDistance, maxIterations }: MethodSpec): IcpChoices {
  return { kernel, search, maxDistance, maxIterations };
}

/** A run by a recipe, under the name of a phase. */
export function runIcp(recipe: Recipe, phase: string, ask: MethodAsk, init = ask.problem.init): Outcome {
  const { spec, problem, prepared, recorder, stop } = ask;
  recorder.phase(phase);
  return icp({ ...problem, init }, settingsFrom(recipe, choicesOf(spec), prepared.target), prepared, recorder, stop);
}

/** A member of the ICP family: what it does otherwise than the plain one. */
export function icpMember(
  name: string,
  hue: number,
  own: Pick<Recipe, 'estimation'> & Partial<Recipe>,
): RegistrationMethod {
  const recipe: Recipe = { ...plain, ...own };
  return {
    name,
    hue,
    takes: ['kernel', 'search', 'maxIterations'],
    recipe,
    run: (ask) => runIcp(recipe, ask.id, ask),
  };
}
