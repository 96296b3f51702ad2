import { refusal, type ParamSpecs } from '../params/spec.ts';

/** Strict: the whole text is one decimal number. */
export function readNumber(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

export function readNumbers(text: string, count: number): number[] | undefined {
  const numbers = text.split(',').map(readNumber);
  return numbers.length === count && !numbers.includes(undefined) ? (numbers as number[]) : undefined;
}

/** `lr:0.01;beta1:0.8` */
export function writeParams(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

/** Parts of the above; undefined where one names no parameter of `specs` or a value that it refuses. */
export function readParams(parts: readonly string[], specs: ParamSpecs): Record<string, number> | undefined {
  const values: Record<string, number> = {};
  for (const part of parts) {
    const [name = '', text = '', ...rest] = part.split(':');
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    const value = readNumber(text);
    if (!spec || value === undefined || rest.length > 0 || refusal(spec, value) !== null) return undefined;
    values[name] = value;
  }
  return values;
}
