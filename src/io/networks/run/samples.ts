import { classSamples, valueSamples } from '../../../networks/data/samples.ts';
import { domainOf } from '../../../networks/data/own.ts';
import type { DataSet, Samples, Task } from '../../../networks/types.ts';
import { NetFileError } from '../errors.ts';
import { limits } from '../limits.ts';
import { shapeInWords, sizeOf, tensorOf, type NumberTensor, type Tensor } from '../tensor.ts';
import type { Arrays } from './arrays.ts';

/**
 * x (n × …, flattened) and y of a file: labels (n), or values (n or n × outputs). `outputs`: of the network; null takes what the labels say.
 * @returns null without x and y
 * @throws NetFileError
 */
export function dataOf(arrays: Arrays, task: Task, outputs: number | null): DataSet | null {
  const train = samplesOf(arrays, 'x', 'y', task, outputs);
  if (!train) return null;
  const test = samplesOf(arrays, 'x_test', 'y_test', task, train.outputs) ?? train;
  if (test.inputs !== train.inputs) throw unfit('x_test', `${test.inputs} inputs`, `${train.inputs}`);
  return { task, train, test, domain: domainOf(train) };
}

const unfit = (name: string, found: string, expected: string) =>
  new NetFileError('shape', { part: name }, { found, expected });

function samplesOf(arrays: Arrays, xName: string, yName: string, task: Task, outputs: number | null): Samples | null {
  const x = arrays.numbers(xName);
  const y = arrays.numbers(yName);
  if (!x && !y) return null;
  if (!x || !y)
    throw new NetFileError('missing', null, { name: x ? yName : xName, remedy: 'write both or none of them' });
  const [count = 0] = x.shape;
  const inputs = sizeOf(x.shape.slice(1));
  if (count < 1 || inputs < 1) throw unfit(xName, shapeInWords(x.shape), '(samples, inputs)');
  for (const [found, what, limit] of [
    [count, 'samples', limits.points],
    [inputs, 'inputs', limits.inputs],
  ] as const) {
    if (found > limit) throw new NetFileError('too-many', { part: xName }, { found, what, limit });
  }
  if (y.shape[0] !== count) {
    const remedy = 'write a target for each sample';
    throw new NetFileError('rows', null, { name: yName, found: y.shape[0] ?? 0, expected: count, remedy });
  }
  const values = finite(xName, x);
  return task === 'values' ? plainValues(values, yName, y, inputs) : classes(values, yName, y, inputs, outputs);
}

function finite(name: string, { values }: NumberTensor): Float64Array {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return Float64Array.from(values);
  const remedy = 'leave such samples out';
  throw new NetFileError('not-finite', { part: name }, { what: `Value ${at + 1}`, remedy });
}

function plainValues(x: Float64Array, name: string, y: NumberTensor, inputs: number): Samples {
  return valueSamples(x, finite(name, y), inputs, sizeOf(y.shape.slice(1)));
}

function classes(x: Float64Array, name: string, y: NumberTensor, inputs: number, outputs: number | null): Samples {
  if (sizeOf(y.shape.slice(1)) !== 1) throw unfit(name, shapeInWords(y.shape), 'one label for each sample');
  const labels = finite(name, y);
  const most = (outputs ?? 256) - 1;
  const wrong = labels.find((label) => !Number.isInteger(label) || label < 0 || label > most);
  if (wrong !== undefined) throw new NetFileError('label-range', { part: name }, { label: wrong, most });
  const count = outputs ?? Math.max(1, ...labels) + 1;
  return classSamples(x, Uint8Array.from(labels), inputs, count);
}

/** The same as arrays, for a file. */
export function sampleArrays({ train, test }: DataSet): readonly (readonly [string, Tensor])[] {
  const pair = ({ count, inputs, x, labels, targets, outputs }: Samples, tail: string) =>
    [
      [`x${tail}`, tensorOf(x, [count, inputs])],
      [`y${tail}`, labels ? tensorOf(Int32Array.from(labels)) : tensorOf(targets, [count, outputs])],
    ] as const;
  return [...pair(train, ''), ...(test === train ? [] : pair(test, '_test'))];
}
