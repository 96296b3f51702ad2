import type { FunctionClass } from './types.ts';

const classOf: Readonly<Record<string, FunctionClass>> = {
  abs: 'arithmetic',
  sqrt: 'arithmetic',
  max: 'arithmetic',
  min: 'arithmetic',
  sign: 'arithmetic',
  floor: 'counting',
  sin: 'trigonometry',
  cos: 'trigonometry',
  tan: 'trigonometry',
  exp: 'exponential',
  log: 'exponential',
  pow: 'power',
};

/**
 * The classes of functions that a kernel's source calls, `arithmetic` always among them.
 * A function without a class of its own counts as trigonometry, the class that backends differ in most.
 */
export function functionClassesOf(source: string): FunctionClass[] {
  const classes = new Set<FunctionClass>(['arithmetic']);
  for (const [, name] of source.matchAll(/Math\.(\w+)/g)) classes.add(classOf[name ?? ''] ?? 'trigonometry');
  return [...classes].sort();
}
