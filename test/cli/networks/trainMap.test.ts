import { expect, test } from 'vitest';
import { trainingAsked, trainSpecOf } from '../../../src/cli/networks/spec.ts';
import { drawData } from '../../../src/networks/data/index.ts';
import { koubai, koubaiHere } from '../koubai.ts';

const training = ['--data', 'moons', '--samples', '20', '--layers', '4', '--optimizer', 'momentum', '--batch', '0'];
const asked = ['train-map', ...training, '--updates', '12'];

test('loss[row of y][column of x] is what train says of the two values; the same on any number of threads', async () => {
  const call = await koubai();
  const axes = ['--x', 'lr=0.01:8:4:log', '--y', 'momentum=0:0.9:3', '--json'];
  const { code, out, err } = call(...asked, ...axes, '--workers', '2');
  expect([code, err]).toEqual([0, '']);
  const { x, y, loss, testLoss, start, edge, of } = JSON.parse(out);
  expect([of, x.length, y]).toEqual([{ x: 'lr', y: 'momentum' }, 4, [0, 0.45, 0.9]]);
  const set = ['--set', `momentum=${y[1]}`, '--lr', String(x[2]), '--epochs', '12', '--json'];
  const run = JSON.parse((await koubaiHere('train', ...training, ...set)).out);
  expect([start[1][2], loss[1][2], testLoss[1][2]]).toEqual([
    run.trainLoss[0],
    run.trainLoss.at(-1),
    run.testLoss.at(-1),
  ]);
  // 2(1 + β)/λmax
  for (const [rate, beta] of edge) expect(rate / (1 + beta)).toBeCloseTo(edge[0][0] / (1 + edge[0][1]), 12);
  expect(call(...asked, ...axes, '--workers', '1').out).toBe(out);
});

test('as text a picture; widths are whole, and of mini-batches there is no edge', async () => {
  const axes = ['--x', 'lr=0.01:1:9:log', '--y', 'width=2:7:3', '--workers', '1'];
  const call = await koubai();
  const { out } = call(...asked, ...axes);
  expect(out).toMatch(/^up {6}width from 2 to 7 \(linear\)\nright {3}lr from 0\.01 to 1 \(log\)\n(.{9}\n){3}least /);
  const said = JSON.parse(call(...asked, ...axes, '--batch', '5', '--json').out);
  expect([said.y, said.edge]).toEqual([[2, 5, 7], []]);
});

test('what only a training of its own says is no reason to refuse a map: how many epochs there would be, what would be kept', () => {
  const data = drawData({ id: 'moons', count: 20, noise: 0.1, seed: 1 });
  const many = { ...data, train: { ...data.train, count: 20_001 } };
  const flags = { optimizer: 'sgd', layers: '4', batch: '1' };
  expect(() => trainSpecOf(flags, many, false)).toThrow('--epochs');
  expect(trainingAsked(flags, many)).toMatchObject({ batch: 1, network: { hidden: [4] } });
  const wide = { layers: '4096,4096' };
  expect(() => trainSpecOf(wide, data, false)).toThrow('--record');
  expect(trainingAsked(wide, data).network.hidden).toEqual([4096, 4096]);
});

test.each([
  [['--x', 'momentun=0:1:5'], 'a training by momentum has no "momentun"; did you mean momentum?'],
  [['--x', 'width=0:8:5'], '--x width must be at least 1'],
  [['--updates', '0'], '--updates must be at least 1'],
  [['--x', 'lr=1:2:3', '--y', 'lr=1:2:3'], 'both vary lr'],
])('%j is refused', async (flags, message) => {
  const { code, out, err } = await koubaiHere(...asked, ...flags);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
