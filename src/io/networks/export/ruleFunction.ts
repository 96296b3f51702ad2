import type { Rule } from '../../../optimizers/types.ts';
import type { ParamValues } from '../../../params/spec.ts';
import { indented, pythonName } from '../../python/names.ts';
import { updateLines } from '../../python/rule.ts';
import { numberText } from './python.ts';

/** A rule as a function over all weights at once, one after another: `x = update(t, x, f_and_slope)`. Stands below `first`. */
export function ruleFunction(rule: Rule, name: string, params: ParamValues): string {
  const scalars = Object.entries(rule.carried ?? {});
  const state = rule.state ?? [];
  const changing = [...scalars.map(([name]) => name), ...state].map(pythonName);
  const entries = [
    ...Object.keys(rule.params).map((name) => [name, `tensor(${numberText(params[name]!)})`] as const),
    ...scalars.map(([name, value]) => [name, `tensor(${numberText(value)})`] as const),
    ...state.map((name) => [name, 'torch.zeros_like(first)'] as const),
  ];
  const body = [
    `"""${name.replaceAll('\\', '/').replaceAll('"', "'")}, line by line."""`,
    't = tensor(float(t))',
    ...entries.map(([name]) => `${pythonName(name)} = kept["${name}"]`),
    'f_, g = f_and_slope(x)',
    ...updateLines(rule, 'torch'),
    ...[...scalars.map(([name]) => name), ...state].map((name, i) => `kept["${name}"] = ${changing[i]!}`),
    'return x',
  ];
  return [
    'def tensor(value):',
    '    return torch.as_tensor(value)',
    '',
    '',
    `kept = {${entries.map(([name, value]) => `"${name}": ${value}`).join(', ')}}`,
    '',
    '',
    'def update(t, x, f_and_slope):',
    ...indented(body),
  ].join('\n');
}
