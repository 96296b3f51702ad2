import { expect, test } from 'vitest';
import { functionClassesOf } from '../../src/gpu/functionClass.ts';
import { surfaceKernelOf } from '../../src/gpu/surfaceKernel.ts';

test('classes of what a source calls', () => {
  expect(functionClassesOf('x + 1.0')).toEqual(['arithmetic']);
  expect(functionClassesOf('Math.sqrt(Math.abs(x))')).toEqual(['arithmetic']);
  expect(functionClassesOf('Math.exp(x) * Math.pow(x, 1.5)')).toEqual(['arithmetic', 'exponential', 'power']);
});

test('a function without a class of its own counts as trigonometry', () => {
  expect(functionClassesOf('Math.tanh(x)')).toEqual(['arithmetic', 'trigonometry']);
});

test('a surface kernel has the classes of its gradient too', () => {
  expect(surfaceKernelOf('abs(x)^1.5 + cos(y)', []).program.classes).toEqual(['arithmetic', 'power', 'trigonometry']);
});
