import { experimentOn } from '../experiments/index.ts';
import { ratesOf } from '../experiments/rates.ts';
import { methodIds, registrationMethods } from '../registration/methods/index.ts';
import { allOptimizerIds, optimizerOf, paramsOf, semanticsOf } from '../optimizers/index.ts';
import { defaultsOf } from '../params/spec.ts';
import { surfaceIds } from '../surfaces/index.ts';

/** The registries as plain data. */
export function registries() {
  return {
    surfaces: surfaceIds.map((id) => {
      const experiment = experimentOn(id);
      const { surface, start, steps } = experiment;
      const { name, formula, params = {}, domain, minima, reference } = surface;
      const defaults = defaultsOf(params);
      return {
        id,
        name,
        formula,
        params: Object.keys(params),
        defaults,
        domain,
        minima,
        start,
        steps,
        learningRates: ratesOf(experiment),
        reference,
      };
    }),
    optimizers: allOptimizerIds.map((id) => {
      const { name, reference } = optimizerOf(id);
      const semantics = semanticsOf(id);
      const defaults = Object.fromEntries(semantics.map((one) => [one, defaultsOf(paramsOf(id, one))]));
      const params = [...new Set(semantics.flatMap((one) => Object.keys(paramsOf(id, one))))];
      return { id, semantics, params, name, defaults, reference };
    }),
    methods: methodIds.map((id) => ({ id, takes: registrationMethods[id].takes })),
  };
}

/** The same for people to read. */
export function registriesAsText(): string {
  const all = registries();
  const values = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ');
  const surfaceLines = all.surfaces.flatMap(({ id, formula, defaults, start, steps, domain, learningRates }) => [
    `  ${id}`,
    `    f(x, y) = ${formula}`,
    ...(Object.keys(defaults).length > 0 ? [`    parameters: ${values(defaults)}`] : []),
    `    start ${start.join(',')}, ${steps} steps, domain ${domain.join(',')}`,
    ...(Object.keys(learningRates).length > 0 ? [`    recommended learning rates: ${values(learningRates)}`] : []),
  ]);
  const optimizerLines = all.optimizers.flatMap(({ id, name, defaults }) => [
    `  ${id} (${name})`,
    ...Object.entries(defaults).map(([semantics, params]) => `    ${semantics}: ${values(params)}`),
  ]);
  const methodLines = all.methods.map(({ id }) => `  ${id}`);
  const parts = ['Surfaces', ...surfaceLines, '', 'Optimizers', ...optimizerLines, '', 'Registration methods'];
  return [...parts, ...methodLines, ''].join('\n');
}
