import { expect, test } from 'vitest';
import { brokenDrawing, fragmentOf } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

const browser = useBrowser();

test("an experiment's record shows at once; a run here is paused, gone on with after a reload, and comes out as the record; a search is pointed at", async () => {
  const page = await openPage(browser(), '#v=1&scene=microscope&lang=en&vw=book&bk=book-6-18&play=0', {
    reducedMotion: 'reduce',
    drawn: true,
  });
  const whose = page.locator('.mic-whose');
  const told = () => page.locator('#summary').innerText();
  await expect.poll(() => whose.innerText()).toContain('koubai experiment book-6-18 --seed 1');
  await expect.poll(told).toMatch(/The shipped record.*with batch norm: from [\d.]+ % to [\d.]+ %.*without: from/s);
  const curves = async () => (await told()).match(/[\d.]+ with batch norm: .*/s)?.[0];
  const record = await curves();
  await page.keyboard.press('r');
  await expect.poll(() => whose.innerText(), { timeout: 30_000 }).toContain('Run in this browser, seed 1');
  // What has hardly begun is not kept. Looked at and pressed in the page: the run may be over before word of it comes here.
  await page.waitForFunction(() => {
    const started = (document.querySelector<HTMLProgressElement>('.mic-whose progress')?.value ?? 0) > 0.1;
    if (started) document.querySelector<HTMLButtonElement>('.mic-whose label:has(progress) + button')!.click();
    return started;
  });
  await page.getByRole('button', { name: 'Go on', exact: true }).waitFor();
  expect(await fragmentOf(page)).toContain('of=own');
  await page.reload();
  await expect.poll(() => whose.innerText(), { timeout: 30_000 }).toContain('gone on with from an earlier visit');
  await whose.locator('progress').waitFor({ state: 'detached', timeout: 60_000 });
  await expect.poll(told).toContain('Run in this browser.');
  await expect.poll(curves).toBe(record);
  // Whole, it is done over only where that is asked for.
  await page.getByRole('button', { name: 'Run anew', exact: true }).click();
  await whose.locator('progress').waitFor();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect.poll(told).toContain('The shipped record.');
  expect(await brokenDrawing(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'experiment' }).selectOption('search-strategies');
  await page.getByRole('radio', { name: 'shipped record' }).check({ force: true });
  await page.locator('[data-pane=genetic] [data-value=best]').waitFor();
  const box = (await page.locator('[data-pane=genetic]').boundingBox())!;
  const readout = page.locator('.point-readout');
  for (let k = 0; k < 400 && (await readout.count()) === 0; k++)
    await page.mouse.move(
      box.x + (0.3 + 0.02 * (k % 20)) * box.width,
      box.y + (0.35 + 0.02 * Math.floor(k / 20)) * box.height,
    );
  expect(await readout.innerText()).toMatch(/trial \d+[\s\S]*learning rate[\s\S]*accuracy/);
  expectClean(page);
  await closePage(page);
}, 120_000);
