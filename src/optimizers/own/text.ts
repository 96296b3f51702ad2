import type { ParamValues } from '../../params/spec.ts';
import type { Rule } from '../types.ts';

/** A rule as somebody would write it: its parameters at `params`, what it carries from update to update, its lines. `readRule` reads it back. */
export function ruleText(
  { params: specs, carried = {}, perStep = [], gradientAt, perPoint = [], perCoordinate }: Rule,
  params: ParamValues,
  title = '',
): string {
  const numbers = [
    ...Object.entries(specs).map(([name, spec]) => [name, params[name] ?? spec.default] as const),
    ...Object.entries(carried),
  ];
  const place = gradientAt === undefined ? [] : [['g', `gradient(${gradientAt})`] as const];
  const lines = [...numbers, ...perStep, ...place, ...perPoint, ...perCoordinate].map(
    ([name, right]) => `${name} = ${String(right)}`,
  );
  return [...(title === '' ? [] : [`# ${title}`]), ...lines].join('\n');
}

/** The same rule on one line, as links and specs carry it: one text for all that differ in blanks alone. */
export function compactText(text: string): string {
  return text
    .split(/[\n;；]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('; ');
}

/** A rule on one line as an editor shows it. */
export function spreadText(text: string): string {
  return compactText(text).replaceAll('; ', '\n');
}
