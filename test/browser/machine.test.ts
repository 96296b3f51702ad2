import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selfTestTolerances } from '../../src/gpu/selfTest.ts';
import { words } from '../../scenes/optimizers/words/index.ts';
import { laterWords } from '../../scenes/optimizers/words/later.ts';
import { dictionaries } from '../../src/i18n/index.ts';
import type { selfReport } from '../../scenes/optimizers/machine/selfReport.ts';
import { openApp } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';

const ja = { ...dictionaries.ja, ...words.ja, ...laterWords.ja };
const en = { ...dictionaries.en, ...words.en, ...laterWords.en };

const browser = useBrowser();
let page: Page;

beforeAll(async () => {
  page = await openApp(browser(), 'v=1&n=10&t=10', { permissions: ['clipboard-read', 'clipboard-write'] });
  // At rest, as what is copied would be of another moment. Both kernels have been measured, some frames drawn.
  await page.waitForFunction(
    (swarm) => document.querySelector('.badge')?.textContent.includes(swarm),
    en['badge.particle0'],
    { timeout: 60_000 },
  );
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

test('from the badge: what draws, what computes and why, in words and as JSON to copy', async () => {
  await page.locator('.badge summary').click();
  await page.locator('.badge').getByRole('button', { name: en['machine.open'] }).click();
  const dialog = page.getByRole('dialog', { name: en['machine.title'] });
  await dialog.getByRole('button', { name: en['machine.copy'] }).click();
  await expect.poll(() => dialog.getByRole('status').textContent()).toBe(en['machine.copied']);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(await dialog.locator('pre').textContent()).toBe(copied);
  const report = JSON.parse(copied) as ReturnType<typeof selfReport>;

  const seen = await page.evaluate(() => ({
    crossOriginIsolated,
    devicePixelRatio,
    browser: navigator.userAgent,
    viewport: [innerWidth, innerHeight],
  }));
  expect(report.machine).toMatchObject(seen);
  // The browser of the tests has no graphics processor, and the page says so.
  expect(report.machine).toMatchObject({ adapter: expect.stringMatching(/SwiftShader|llvmpipe/), software: true });
  expect(report.advice).toEqual(['software', 'acceleration', 'flag', 'driver']);
  const { kernels, frames } = report;
  for (const kind of ['surface', 'swarm'] as const) {
    const choice = kernels!.chosen[kind]!;
    expect(choice.milliseconds).toBeGreaterThan(0);
    expect(choice.candidates[0]?.backend ?? choice.backend).toBe(choice.backend);
  }
  const fit = kernels!.backends.filter(({ id, available }) => id !== 'float64' && available);
  expect(fit.length).toBeGreaterThan(0);
  for (const { deviation } of fit) {
    for (const [name, bound] of Object.entries(selfTestTolerances)) {
      expect(deviation[name as keyof typeof deviation]).toBeLessThanOrEqual(bound);
    }
  }
  expect(frames!.count).toBeGreaterThan(3);
  expect(frames!.longest).toBeGreaterThanOrEqual(frames!.median);

  // The same in words: adapter, both kernels, every deviation.
  const text = (await dialog.textContent()) ?? '';
  expect(text).toContain(report.machine.adapter);
  expect(await dialog.locator('tbody tr').count()).toBe(kernels!.backends.length);
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
});

test('from the help, in Japanese; where the clipboard is refused the text is there to select', async () => {
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('button', { name: ja['header.help'] }).click();
  await page.getByRole('button', { name: ja['machine.open'] }).click();
  const dialog = page.getByRole('dialog', { name: ja['machine.title'] });
  expect(await dialog.textContent()).toContain('ソフトウェア');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await dialog.getByRole('button', { name: ja['machine.copy'] }).click();
  await expect.poll(() => dialog.getByRole('status').textContent()).toBe(ja['machine.refused']);
  expect(await dialog.locator('pre').isVisible()).toBe(true);
  await dialog.getByRole('button', { name: ja.close }).click();
});

test('what it shows is sent nowhere: its code asks the network for nothing', () => {
  for (const file of ['MachineDialog.tsx', 'CopyReport.tsx', 'readMachine.ts', 'selfReport.ts']) {
    const source = readFileSync(new URL(`../../scenes/optimizers/machine/${file}`, import.meta.url), 'utf8');
    expect(source, file).not.toMatch(/fetch\(|XMLHttpRequest|sendBeacon|WebSocket/);
  }
});
