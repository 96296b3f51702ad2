import { icp } from '../icp.ts';
import { plain, settingsFrom, type IcpChoices, type Recipe } from '../recipes.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import type { Prepared } from '../prepare.ts';
import type { Annealed, Outcome } from '../types.ts';
import type { MethodAsk, MethodSpec, RegistrationMethod } from './method.ts';

export function choicesOf({ kernel, search, maxDistance, maxIterations }: MethodSpec): IcpChoices {
  return { kernel, search, maxDistance, maxIterations };
}

/** How wide a recipe's kernel is at a start, in the clouds' unit. */
type ScaleAt = (widest: Annealed, prepared: Prepared, init: Matrix4) => Annealed;

/** A run by a recipe, under the name of a phase. `scaleAt`: where the recipe's own kernel does not only depend on the target. */
export function runIcp(
  recipe: Recipe,
  phase: string,
  ask: MethodAsk,
  init = ask.problem.init,
  scaleAt?: ScaleAt,
): Outcome {
  const { spec, problem, prepared, recorder, stop } = ask;
  const choices = choicesOf(spec);
  const isOwn = scaleAt && recipe.scale && (choices.kernel ?? recipe.kernel) === recipe.kernel;
  const scale = isOwn ? scaleAt(recipe.scale, prepared, init) : null;
  recorder.phase(phase);
  return icp(
    { ...problem, init },
    settingsFrom(recipe, { ...choices, scale }, prepared.target),
    prepared,
    recorder,
    stop,
  );
}

/** A member of the ICP family: what it does otherwise than the plain one. */
export function icpMember(
  name: string,
  hue: number,
  own: Pick<Recipe, 'estimation'> & Partial<Recipe>,
  scaleAt?: ScaleAt,
): RegistrationMethod {
  const recipe: Recipe = { ...plain, ...own };
  return {
    name,
    hue,
    takes: ['kernel', 'search', 'maxIterations'],
    recipe,
    run: (ask) => runIcp(recipe, ask.id, ask, ask.problem.init, scaleAt),
  };
}
