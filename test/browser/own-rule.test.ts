import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { optimizeSpecsOf } from '../../scenes/optimizers/state/specs.ts';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { pythonHas, runPython } from '../io/networks/python.ts';
import { dotsOf, fragmentOf, openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';

const browser = useBrowser();
let page: Page;
const field = () => page.locator('.rule-editor textarea');
const overrides = async () => decode(await fragmentOf(page)).overrides;

beforeAll(async () => {
  page = await openApp(browser(), 'v=1&t=2&swarm=0', { reducedMotion: 'reduce', locale: 'ja', hasTouch: true });
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

test('a rule written by keyboard: the error at its place, then its path, its card, its link; by touch it goes again', async () => {
  await visit(page, 'v=1&t=2&swarm=0');
  await page.selectOption('.optimizers > .add', { label: '自分で更新則を書く…' });
  // It begins with the rule that is selected, as it runs now.
  expect(await field().inputValue()).toBe('# 自作 SGD\nlr = 0.95\nx = x - lr*g');
  await field().press('Control+A');
  await page.keyboard.type('# 符号\nx = x - lr*sign(q)');
  expect(await page.locator('.formula-wrong mark').textContent()).toBe('q');
  expect(await page.locator('.rule-editor .field-error').textContent()).toMatch(/^2 行目の 17 文字目：「q」に値が/);
  // What cannot be read runs nothing.
  await page.keyboard.press('Control+Enter');
  expect(await overrides()).not.toHaveProperty('rule');
  for (const key of ['ArrowLeft', 'Backspace']) await page.keyboard.press(key);
  await page.keyboard.type('g');
  await page.keyboard.press('Control+Enter');
  await expect.poll(overrides).toMatchObject({ rule: '# 符号; x = x - lr*sign(g)', selected: 'own' });
  // The link says so at once, the path is drawn a moment later.
  await expect.poll(async () => (await dotsOf(page, 'own')).length).toBeGreaterThan(1);
  const dots = await dotsOf(page, 'own');
  const lr = dots[1]![0] - dots[0]![0];
  expect(lr).toBeGreaterThan(0);
  // Along both axes by lr.
  expect([dots[0]![0] + lr, dots[0]![1] - lr]).toEqual([dots[1]![0], dots[1]![1]]);
  await page.getByRole('button', { name: '符号 の更新則（自作）' }).tap();
  expect(await page.locator('.rule-lines .rule-line').last().textContent()).toContain('sign');
  await page.getByRole('button', { name: '取り除く' }).tap();
  await expect.poll(overrides).not.toHaveProperty('rule');
  expect(await field().count()).toBe(0);
});

test.runIf(pythonHas('numpy'))(
  'a formula and a rule of a visitor’s: from the link through a reload, the map of starts and the export menu to Python, at the same last point',
  async () => {
    const link = encode({
      ...{ formula: 'x^2/4 + y^2 + sin(2*x)*cos(y)', domain: [-4, 4, -4, 4], start: [2.5, 1.5], steps: 25 },
      rule: '# Wary; rho = 0.05; lr = 0.1; g = gradient(x + rho*g/sqrt(sum(g^2))); x = x - lr*g/(1 + f^2)',
      ...{ selected: 'own', view: 'book', drape: 'basins', language: 'en', swarm: false },
      runs: Object.fromEntries(['sgd', 'momentum', 'adagrad', 'adam'].map((id) => [id, { enabled: false }])),
    });
    await visit(page, link);
    await page.reload();
    expect(await fragmentOf(page)).toBe(link);
    await page.locator('[data-plan=own] image[data-basins]').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('.export > summary')
        .click()
        .then(() => page.getByRole('button', { name: 'The selected run in Python (NumPy)' }).click()),
    ]);
    const script = readFileSync(await saved.path(), 'utf8');
    // It brings the very run back.
    expect(decode(script.split('\n')[2]!).overrides).toMatchObject(decode(link).overrides);
    const { status, stdout, stderr } = runPython(['-c', `${script}\nprint(x.tolist())`]);
    expect([status, stderr]).toEqual([0, '']);
    const last = JSON.parse(stdout.trim().split('\n').at(-1)!) as number[];
    const { x, count } = optimize(optimizeSpecsOf(resolve(decode(link).overrides))[0]!);
    expect(count).toBe(26);
    last.forEach((value, i) => expect(Math.abs(value - x[2 * count - 2 + i]!)).toBeLessThan(1e-12));
  },
);
