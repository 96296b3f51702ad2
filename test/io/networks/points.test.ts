import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NetFileError } from '../../../src/io/networks/errors.ts';
import { readPoints } from '../../../src/io/networks/points.ts';
import { ownData } from '../../../src/networks/data/own.ts';

const plain = (text: string) => {
  const { samples, classes, names } = readPoints(text);
  return { x: [...samples.x], labels: samples.labels && [...samples.labels], classes, names };
};
const want = { x: [0, 1.5, -2, 3e-1], labels: [0, 1], classes: ['0', '1'], names: ['x', 'y'] };

test.each<[string, string]>([
  ['commas', '0,1.5,0\n-2,0.3,1\n'],
  ['a header', 'x,y,label\n0,1.5,0\n-2,3e-1,1'],
  ['a header that names the first column', 'label,x,y\n0,0,1.5\n1,-2,.3\n'],
  ['semicolons and decimal commas', '0;1,5;0\r\n-2;0,3;1\r\n'],
  ['tabs', '0\t1.5\t0\n-2\t.3\t1'],
  ['blanks, comments and empty lines', '# two points\n0   1.5 0\n\n  -2 +0.3   1 \n'],
  ['a byte order mark and quotes', '\ufeff"x","y","label"\n0,1.5,"0"\n-2,0.3,"1"'],
])('%s', (_, text) => expect(plain(text)).toEqual(want));

test('labels: numbers count up, whatever their order and spelling; words as they appear', () => {
  expect(plain('0,0,1\n0,1,-1\n1,1,1.0\n1,0,+1')).toMatchObject({ labels: [1, 0, 1, 1], classes: ['-1', '1'] });
  expect(plain('0,0,10\n0,1,9\n1,1,2')).toMatchObject({ labels: [2, 1, 0], classes: ['2', '9', '10'] });
  expect(plain('a,b,kind\n0,0,赤\n0,1,青\n1,1,赤')).toMatchObject({
    labels: [0, 1, 0],
    classes: ['赤', '青'],
    names: ['a', 'b'],
  });
});

test('two columns are a value over an input; more inputs are named', () => {
  const { samples, classes } = readPoints('x,y\n0,1\n1,4\n');
  expect([classes, samples.labels, [...samples.x], [...samples.targets]]).toEqual([null, null, [0, 1], [1, 4]]);
  expect(readPoints('1,2,3,0\n4,5,6,1').names).toEqual(['x1', 'x2', 'x3']);
});

const rows = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i)).join('\n');

test.each<[string, string, RegExp]>([
  ['nothing', ' \n ', /The file is empty/],
  ['a header alone', 'x,y,label\n', /no line with numbers: write one point a line/],
  ['one column', '1\n2\n3', /only 1 column/],
  ['one point', '1,2,0', /only 1 points: at least 2/],
  ['one class', '1,2,0\n3,4,0', /All points have the label "0": at least two/],
  [
    'eleven classes',
    rows(11, (i) => `${i},0,${i}`),
    /more than 10 labels \(11 among the first 11 points\) \(line 11\)/,
  ],
  [
    'values for labels',
    'x,y,z\n' + rows(20, (i) => `${i},0,${i / 7}`),
    /more than 10 labels .*\(line 12\).*last column/,
  ],
  ['NaN', '0,0,0\nnan,1,1', /"nan" is not a finite number \(line 2\): leave the point out/],
  ['infinity', '0,0,0\n1,-inf,1', /"-inf" is not a finite number \(line 2\)/],
  ['a NaN for a label', '0,0,0\n1,1,NaN', /"NaN" is not a finite number \(line 2\)/],
  ['an empty cell', '0,0,0\n1,,1', /"" is not a number \(line 2\)/],
  ['no label', '0,0,0\n1,1,', /no label \(line 2\)/],
  ['a word for a number', '0,0,0\n1,one,1', /"one" is not a number \(line 2\): write numbers with a decimal point/],
  ['a column too many', '0,0,0\n\n1,1,1,1', /The line has 4 value\(s\), not 3 \(line 3\)/],
  ['too many points', rows(100_002, (i) => `${i},0,${i % 2}`), /more lines \(line 100002\): at most 100000 are read/],
  ['too many inputs', `${'0,'.repeat(1025)}0\n${'1,'.repeat(1025)}1`, /1025 inputs: at most 1024/],
  ['bytes of a picture', '\x89PNG\0\0', /no file known here/],
])('%s is refused with its line', (_, text, message) => {
  expect(() => readPoints(text)).toThrow(NetFileError);
  expect(() => readPoints(text)).toThrow(message);
});

const points = (count: number, size = 1) =>
  readPoints(
    rows(count, (i) => `${size * Math.cos(i)},${size * Math.sin(i) + 5 * (size - 1)},${i % 5 === 0 ? 'b' : 'a'}`),
  ).samples;

test('a fifth of each class is held out, each sample once, the same for one seed and another for another', () => {
  const all = points(100);
  const { data } = ownData(all, 1);
  expect([data.train.count, data.test.count]).toEqual([80, 20]);
  expect(data.test.labels!.filter((label) => label === 0).length).toBe(4);
  const both = [...data.train.x, ...data.test.x].sort();
  expect(both).toEqual([...all.x].sort());
  expect(ownData(all, 1).data).toEqual(data);
  expect(ownData(all, 2).data.test.x).not.toEqual(data.test.x);
  const few = ownData(points(4), 1).data;
  expect([few.train.count, few.test]).toEqual([4, few.train]);
});

test('inputs of another size than 1 are brought to −1 … 1, and shift and scale lead back', () => {
  const small = ownData(points(50), 1);
  expect([small.shift, small.scale]).toEqual([
    [0, 0],
    [1, 1],
  ]);
  const all = points(50, 200);
  const { data, shift, scale } = ownData(all, 1);
  expect([Math.min(...data.train.x, ...data.test.x), Math.max(...data.train.x, ...data.test.x)]).toEqual([-1, 1]);
  const back = [...data.train.x, ...data.test.x]
    .map((value, i) => value * scale[i % 2]! + shift[i % 2]!)
    .sort((a, b) => a - b);
  [...all.x].sort((a, b) => a - b).forEach((value, i) => expect(back[i]).toBeCloseTo(value, 9));
  expect(data.domain[0]![0]).toBeCloseTo(-1.3, 9);
  const flat = ownData(readPoints('7,100,0\n7,300,1\n7,200,0').samples, 1);
  expect([flat.scale, flat.shift]).toEqual([
    [1, 100],
    [7, 200],
  ]);
});

test('any text gives points or a NetFileError (seed 5)', () => {
  const cell = fc.oneof(fc.double(), fc.constantFrom('a', '', 'nan', '1,5'), fc.string());
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom(',', ';', ' '),
      (all, by) => {
        try {
          const { samples } = readPoints(all.map((line) => line.join(by)).join('\n'));
          expect(samples.x.every(Number.isFinite)).toBe(true);
          expect(samples.x.length).toBe(samples.count * samples.inputs);
        } catch (error) {
          expect(error).toBeInstanceOf(NetFileError);
        }
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});
