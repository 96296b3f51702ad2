import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDropped } from '../../../src/io/networks/dropped.ts';
import { NetFileError } from '../../../src/io/networks/errors.ts';
import { writeNpy } from '../../../src/io/networks/npy.ts';
import { writeNpz } from '../../../src/io/networks/npz.ts';
import { tensorOf, textOf, type Tensor } from '../../../src/io/networks/tensor.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const npz = (arrays: Readonly<Record<string, Tensor>>) => writeNpz(new Map(Object.entries(arrays)));
const matrix = tensorOf(Float64Array.of(1, 2, 3, 4, 5, NaN), [2, 3]);
const read = (content: Uint8Array | string, name = 'file') =>
  readDropped(name, typeof content === 'string' ? bytes(content) : content);

function grid(content: Uint8Array | string) {
  const dropped = read(content);
  if (dropped.kind !== 'grid') throw new Error(`${dropped.kind} is no grid`);
  const { alpha, beta, loss, path } = dropped.grid;
  return { alpha: [...alpha], beta: [...beta], loss: [...loss], path };
}

test('a run, points, and data alone are told apart by their content', () => {
  expect(read(readFileSync('test/fixtures/networks/runs/tanh-sgd.npz')).kind).toBe('run');
  expect(read('x,y,label\n0,1,a\n1,0,b\n').kind).toBe('points');
  expect(read('0,1,0\n1,0,1\n2,2,1\n3,1,0\n').kind).toBe('points');
  // Four inputs and a label, like the irises.
  const irises = Array.from({ length: 12 }, (_, i) => `${i},${i / 2},3,${i % 5},${i % 3}`).join('\n');
  expect(read(irises).kind).toBe('points');
  const data = read(npz({ x: tensorOf(Float32Array.of(0, 1, 1, 0), [2, 2]), y: tensorOf(Int32Array.of(0, 2)) }));
  expect(data).toMatchObject({ kind: 'data', data: { task: 'classes', train: { count: 2, inputs: 2, outputs: 3 } } });
  const values = read(npz({ x: tensorOf(Float32Array.of(0, 1), [2, 1]), y: tensorOf(Float64Array.of(0.5, 2)) }));
  expect(values).toMatchObject({ kind: 'data', data: { task: 'values', train: { outputs: 1 } } });
});

const plain = { alpha: [-1, 0, 1], beta: [-1, 1], loss: [1, 2, 3, 4, 5, Infinity], path: [] };

test('a grid of losses as .npy, .npz and CSV: rows of β, columns of α; what is no number is infinite', () => {
  expect(grid(writeNpy(matrix))).toEqual(plain);
  expect(grid(npz({ loss: matrix }))).toEqual(plain);
  const wide = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 4 }, (_unused, column) => row * 4 + column / 8).join(','),
  ).join('\n');
  expect(grid(wide)).toMatchObject({ beta: [-1, -0.5, 0, 0.5, 1], loss: expect.arrayContaining([16.375]) });
  const long = 'alpha,beta,loss\n0,5,4\n-2,5,nan\n0,3,2\n-2,3,1\n7,3,3\n7,5,6\n';
  expect(grid(long)).toEqual({ alpha: [-2, 0, 7], beta: [3, 5], loss: [1, 2, 3, Infinity, 4, 6], path: [] });
});

test('places and a path come with a .npz, and with what koubai landscape prints', () => {
  const path = tensorOf(Float64Array.of(0, 0, 1, 0.5, 2, NaN), [2, 3]);
  const places = { alpha: tensorOf(Float64Array.of(-3, 0, 4)), beta: tensorOf(Float64Array.of(0, 1)) };
  const want = {
    ...{ alpha: [-3, 0, 4], beta: [0, 1], loss: plain.loss },
    path: [
      { alpha: 0, beta: 0, loss: 1, residual: null },
      { alpha: 0.5, beta: 2, loss: null, residual: null },
    ],
  };
  expect(grid(npz({ loss: matrix, path, ...places }))).toEqual(want);
  const json = {
    ...want,
    loss: [
      [1, 2, 3],
      [4, 5, null],
    ],
    explained: null,
  };
  expect(grid(JSON.stringify(json))).toEqual(want);
  expect(read('step,alpha,beta,loss,residual\n0,1,2,3,4\n50,0,0,,\n')).toEqual({
    kind: 'path',
    path: [
      { alpha: 1, beta: 2, loss: 3, residual: 4 },
      { alpha: 0, beta: 0, loss: null, residual: null },
    ],
  });
});

test.each<[string, Uint8Array | string, RegExp, string?]>([
  ['nothing', '', /The file is empty/],
  ['a checkpoint of torch', 'PK', /pickled Python objects, which may run code: write the weights as \.npz/, 'net.pt'],
  ['a net of Keras', 'x', /a net of another library/, 'net.h5'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), /no file known here: known are \.npz/],
  [
    'a grid of one row',
    writeNpy(tensorOf(Float64Array.of(1, 2), [1, 2])),
    /The shape is \(1, 2\) \(loss\): a grid of 2 to 1025/,
  ],
  ['a cube', writeNpy(tensorOf(new Float64Array(8), [2, 2, 2])), /The shape is \(2, 2, 2\): \(rows of β/],
  ['texts', writeNpy(textOf('a')), /no grid of losses in it \(texts\)/],
  ['no number at all', writeNpy(tensorOf(new Float64Array(4).fill(NaN), [2, 2])), /Not one loss is a finite number/],
  ['places that turn round', npz({ loss: matrix, beta: tensorOf(Float64Array.of(1, 0)) }), /not ascending \(beta\)/],
  [
    'places of another count',
    npz({ loss: matrix, beta: tensorOf(Float64Array.of(0, 1, 2)) }),
    /6 values \(loss\): 3 × 3 losses/,
  ],
  ['a path of one column', npz({ loss: matrix, path: tensorOf(new Float64Array(3), [3, 1]) }), /\(3, 1\) \(path\)/],
  [
    'a path that is no number',
    npz({ loss: matrix, path: tensorOf(Float64Array.of(NaN, 1), [1, 2]) }),
    /Its α or β .*\(point 1 of path\)/,
  ],
  ['a point twice', 'alpha,beta,loss\n0,0,1\n0,1,2\n0,0,3\n', /"α 0, β 0" stands there twice \(line 4\)/],
  ['a point missing', 'alpha,beta,loss\n0,0,1\n0,1,2\n1,0,3\n', /3 losses \(loss\): each of 2 β with each of 2 α/],
  ['broken JSON', '{"alpha": [', /is no JSON/],
  ['other JSON', '{"a": 1}', /no grid of losses in it \(JSON of another kind\)/],
])('%s is refused', (_, content, message, name) => {
  expect(() => read(content, name)).toThrow(NetFileError);
  expect(() => read(content, name)).toThrow(message);
});
