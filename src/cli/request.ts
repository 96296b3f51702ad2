import { sentenceOf } from '../formula/sentence.ts';
import type { OptimizeSpec } from '../jobs/specs.ts';
import {
  allOptimizerIds,
  isAnyOptimizerId,
  isProcedure,
  methodOf,
  semanticsFor,
  semanticsOf,
} from '../optimizers/index.ts';
import { isOwnId, ownIdOf, ownTextOf, ruleErrorOf, type OwnId } from '../optimizers/own/index.ts';
import { scheduleKinds } from '../optimizers/schedule.ts';
import type { Disturbance } from '../optimizers/disturbance.ts';
import { asksForLeast } from '../optimizers/run.ts';
import type { Semantics } from '../optimizers/types.ts';
import { defaultsOf, whole, type ParamSpecs } from '../params/spec.ts';
import { sceneParams } from '../../scenes/optimizers/state/limits.ts';
import { disturbanceFields } from '../../scenes/optimizers/state/disturbanceFields.ts';
import type { Field } from '../state/fields.ts';
import { Refusal } from './refusal.ts';
import { surfaceIds, surfaces } from '../surfaces/index.ts';
import { leastOf } from '../surfaces/least.ts';
import { residualsOf } from '../surfaces/residuals.ts';
import type { SurfaceDef } from '../surfaces/types.ts';
import { chooseSurface, type ChosenSurface } from './surface.ts';
import { domainOf, numberWithin, offer, pointOf } from './values.ts';

/** What commander hands over: the flags of one run as they were typed. */
export interface RunFlags {
  readonly surface?: string;
  readonly optimizer?: string;
  readonly semantics?: string;
  readonly lr?: string;
  readonly set?: readonly string[];
  readonly start?: string;
  readonly domain?: string;
  readonly steps?: string;
  readonly inject?: string;
  readonly lrChange?: string;
  readonly schedule?: string;
  readonly noise?: string;
  readonly batch?: string;
  readonly noiseSeed?: string;
}

export const MAX_CLI_STEPS = 100_000;

/** The run that the flags ask for, with every default filled in. Throws Refusal. */
export function specOf(flags: RunFlags): OptimizeSpec {
  if (flags.surface === undefined) throw new Refusal('give --surface (an id or a formula), or --link');
  if (flags.optimizer === undefined) throw new Refusal(`give --optimizer: ${allOptimizerIds.join(', ')}`);
  const surface = chooseSurface(flags.surface);
  const optimizer = optimizerAsked(flags.optimizer);
  const semantics = semanticsAsked(optimizer, flags.semantics);
  const method = methodOf(optimizer, semantics);
  if (isProcedure(method) && method.needsSquares) refuseUnlessSquares(optimizer, surface);
  if (!isProcedure(method) && asksForLeast(method)) refuseUnlessLeast(optimizer, surface);
  const start = flags.start === undefined ? surface.start : pointOf(flags.start);
  if (start === null) throw new Refusal('a formula needs a start, as in --start=-1.2,1');

  const params = defaultsOf(method.params);
  const surfaceParams = { ...surface.spec.params } as Record<string, number>;
  for (const [name, text] of assignments(flags)) {
    if (Object.hasOwn(method.params, name)) params[name] = valueOf(name, text, method.params);
    else if (Object.hasOwn(surface.params, name)) surfaceParams[name] = valueOf(name, text, surface.params);
    else
      throw new Refusal(unknownName(name, `${optimizer} (${semantics})`, method.params, flags.surface, surface.params));
  }
  return {
    surface: {
      ...surface.spec,
      params: surfaceParams,
      domain: flags.domain === undefined ? surface.spec.domain : domainOf(flags.domain),
    },
    optimizer,
    semantics,
    params,
    start,
    steps: flags.steps === undefined ? surface.steps : numberWithin('--steps', flags.steps, whole(0, MAX_CLI_STEPS)),
    ...disturbanceFor(flags),
  };
}

/** The rule as specs have it. `knowsLeast`: as `ruleErrorOf` has it. Throws Refusal. */
export function ownAsked(optimizer: OwnId, knowsLeast = true): OwnId {
  const text = ownTextOf(optimizer).trim();
  const error = ruleErrorOf(text, knowsLeast);
  if (error) throw new Refusal(`the rule "${text}" cannot be read. ${sentenceOf(error)}`);
  return ownIdOf(text);
}

/** An id of the registry, or `own:` and the lines of a rule, of which blanks are taken that say nothing. Throws Refusal. */
function optimizerAsked(optimizer: string): string {
  if (isOwnId(optimizer)) return ownAsked(optimizer);
  if (isAnyOptimizerId(optimizer)) return optimizer;
  throw new Refusal(`there is no optimizer "${optimizer}"; ${offer(optimizer, allOptimizerIds)}`);
}

function refuseUnlessSquares(optimizer: string, { spec: { formula, params } }: ChosenSurface): void {
  if (residualsOf(formula, Object.keys(params)) !== null) return;
  const able = surfaceIds.filter((id) => {
    const known: SurfaceDef = surfaces[id];
    return residualsOf(known.formula, Object.keys(known.params ?? {})) !== null;
  });
  throw new Refusal(
    `${optimizer} is for sums of squares such as "(1-x)^2 + 10*(y-x^2)^2"; of the surfaces, ${able.join(', ')}`,
  );
}

function refuseUnlessLeast(optimizer: string, { spec: { formula } }: ChosenSurface): void {
  if (!Number.isNaN(leastOf(formula))) return;
  const able = surfaceIds.filter((id) => !Number.isNaN(leastOf(surfaces[id].formula)));
  throw new Refusal(`${optimizer} asks for the least value of f, which is known of ${able.join(', ')}`);
}

function disturbanceFor({ inject, lrChange, schedule, ...noise }: RunFlags): { readonly disturbance?: Disturbance } {
  const read = <T>(flag: string, field: Field<T>, text: string, form: string): T => {
    const value = field.read(text);
    if (value === undefined) throw new Refusal(`${flag} takes ${form}, not "${text}"`);
    return value;
  };
  const disturbance: Disturbance = {
    ...(inject !== undefined && {
      inject: read('--inject', disturbanceFields.inject, inject, 'step,gx,gy as in 5,10,0 (updates count from 1)'),
    }),
    ...(lrChange !== undefined && {
      lrChange: read('--lr-change', disturbanceFields.lrChange, lrChange, 'step,factor as in 10,0.1'),
    }),
    ...(schedule !== undefined && {
      schedule: read(
        '--schedule',
        disturbanceFields.schedule,
        schedule,
        `${scheduleKinds.join(', ')} with updates and factor, as in cosine,30,0`,
      ),
    }),
    ...noiseFor(noise),
  };
  return Object.keys(disturbance).length > 0 ? { disturbance } : {};
}

/** Nothing at a noise of 0, so that it is the plain run. */
function noiseFor({ noise = '0', batch, noiseSeed }: RunFlags): Pick<Disturbance, 'noise'> {
  const given = (flag: string, name: 'noise' | 'batch' | 'noiseSeed', text: string | undefined): number =>
    text === undefined ? sceneParams[name].default : numberWithin(flag, text, sceneParams[name]);
  const sd = given('--noise', 'noise', noise);
  const rest = { batch: given('--batch', 'batch', batch), seed: given('--noise-seed', 'noiseSeed', noiseSeed) };
  return sd === 0 ? {} : { noise: { sd, ...rest } };
}

export function semanticsAsked(optimizer: string, wanted: string | undefined): Semantics {
  if (wanted === undefined) return semanticsFor(optimizer);
  const found = semanticsOf(optimizer).find((semantics) => semantics === wanted);
  if (found) return found;
  throw new Refusal(`${optimizer} has no "${wanted}" semantics; it has ${semanticsOf(optimizer).join(', ')}`);
}

/** `--set name=value`, and `--lr` as what it is short for; each name once. Throws Refusal. */
export function assignments({ lr, set = [] }: Pick<RunFlags, 'lr' | 'set'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>(lr === undefined ? [] : [['lr', lr]]);
  for (const text of set) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) throw new Refusal(`--set takes name=value, not "${text}"`);
    if (found.has(name)) throw new Refusal(`${name} is given twice`);
    found.set(name, value);
  }
  return found;
}

export function valueOf(name: string, text: string, specs: ParamSpecs): number {
  const spec = specs[name];
  if (!spec) throw new Error(`${name} has no specification`);
  return numberWithin(name, text, spec);
}

function unknownName(
  name: string,
  rule: string,
  ruleParams: ParamSpecs,
  surface: string,
  surfaceParams: ParamSpecs,
): string {
  const own = Object.keys(surfaceParams);
  const more = own.length > 0 ? `; ${surface} has ${own.join(', ')}` : '';
  const has = Object.keys(ruleParams).join(', ') || 'none';
  return `--set: ${rule} has no parameter "${name}"; it has ${has}${more}`;
}
