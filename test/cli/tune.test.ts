import { expect, test } from 'vitest';
import { koubai, koubaiHere } from './koubai.ts';

test('koubai tune: ranked by what each comes to at its best, which is what optimize says; the same on any number of threads (seed 3)', async () => {
  const call = await koubai();
  const asked = [
    'tune',
    '--surface',
    'bowl',
    '--optimizers',
    'sgd,adam',
    '--budget',
    '12',
    '--steps',
    '50',
    '--seed',
    '3',
    '--json',
  ];
  const { code, out, err } = call(...asked, '--workers', '2');
  expect([code, err]).toEqual([0, '']);
  const { optimizers, budget, steps } = JSON.parse(out);
  expect([budget, steps]).toEqual([12, 50]);
  const losses = optimizers.map(({ best }: { best: { loss: number } }) => best.loss);
  expect(losses).toEqual([...losses].sort((a, b) => a - b));
  for (const { optimizer, best, curve } of optimizers) {
    expect(curve).toHaveLength(12);
    expect(curve).toContainEqual([best.params.lr, best.loss]);
    const lr = ['--lr', String(best.params.lr)];
    const run = JSON.parse(
      (await koubaiHere('optimize', '--surface', 'bowl', '--optimizer', optimizer, '--steps', '50', ...lr)).out,
    );
    expect(run.losses.at(-1)).toBe(best.loss);
  }
  expect(call(...asked, '--workers', '1').out).toBe(out);
});

test.each([
  [['--optimizers', 'sgd,newton'], 'newton has no lr to be tuned'],
  [['--optimizers', 'adan,adamww'], 'did you mean adamw?'],
  [['--budget', '1'], '--budget must be at least 2'],
  [['--search', 'bayes'], 'there is no search "bayes"'],
])('koubai tune %j is refused', async (flags, message) => {
  const { code, err } = await koubaiHere('tune', '--surface', 'bowl', ...flags);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
