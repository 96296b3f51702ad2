import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { brokenDrawing, fragmentOf } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { drop, saved } from './registration.ts';

const browser = useBrowser();
/** Quick to train. */
const QUICK = 'k=120&n=60';
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/networks/runs/${name}`, import.meta.url)));

async function open(link = QUICK, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser(), `#v=1&scene=networks&lang=en&t=60&${link}`, {
    reducedMotion: 'reduce',
    ...options,
  });
  await page.locator('.pane h2').first().waitFor({ timeout: 60_000 });
  return page;
}

const valueIn = (page: Page, pane: string, value: string) =>
  page.locator(`[data-pane=${pane}] [data-value=${value}]`).innerText();
/** The training rests and its landscape is drawn to the last point. */
const rested = async (page: Page): Promise<void> => {
  await page.locator('.net-legend[data-whole=true]').waitFor({ state: 'attached', timeout: 90_000 });
  const grid = () => page.locator('[data-pane=loss] [data-value=grid]').innerText();
  await expect.poll(grid, { timeout: 90_000 }).toBe('129²');
};
const older = (page: Page) => page.locator('[data-pane=loss][data-older]');

test('trains from load, is scrubbed, retrains by a slider while the old landscape stays, and shows other planes', async () => {
  const page = await open();
  await rested(page);
  expect(await valueIn(page, 'adam', 'update')).toBe('120');
  const trained = Number(await valueIn(page, 'adam', 'loss'));
  await page.locator('.scrub').fill('0');
  await expect.poll(() => valueIn(page, 'adam', 'update')).toBe('0');
  expect(Number(await valueIn(page, 'adam', 'loss'))).toBeGreaterThan(trained);
  await page.locator('.scrub').fill('60');
  // A much longer training: the landscape before it stays, and is called old, until the new one rests.
  const width = page.getByRole('slider', { name: 'width' });
  await width.focus();
  for (let i = 0; i < 6; i++) await width.press('ArrowRight');
  await expect.poll(() => fragmentOf(page)).toContain('w=');
  await older(page).waitFor();
  expect(await page.locator('[data-pane=loss] [data-value=grid]').innerText()).toBe('129²');
  await older(page).waitFor({ state: 'detached', timeout: 90_000 });
  await rested(page);
  const explained = page.locator('[data-pane=loss] .pane-way');
  expect(await explained.innerText()).toMatch(/principal axes of the paths: [\d.]+ % \+ [\d.]+ %/);
  await page.keyboard.press('p');
  await expect.poll(() => explained.innerText(), { timeout: 60_000 }).toMatch(/two random directions/);
  await page.keyboard.press('p');
  await expect.poll(() => explained.innerText(), { timeout: 60_000 }).toMatch(/three nets/);
  // The script ends with an assertion of torch's last loss.
  await page.locator('.export > summary').click();
  const { name, bytes } = await saved(page, () => page.getByRole('button', { name: 'Open in PyTorch' }).click());
  expect(name).toBe('koubai-adam.py');
  expect(bytes.toString()).toMatch(/\nassert abs\(last - expected\[120\]\)/);
  expectClean(page);
  await closePage(page);
}, 120_000);

test('the drawing context goes and comes back', async () => {
  const page = await open('k=60&n=60', { drawn: true, viewport: { width: 760, height: 520 } });
  await rested(page);
  expect(await brokenDrawing(page)).toEqual([]);
  await page.evaluate(() => (window.koubai!.scene as unknown as Record<string, () => void>)['loseContext']!());
  await page
    .locator('.interruption')
    .filter({ hasText: /interrupted the 3D view/ })
    .waitFor({ state: 'attached' });
  await page.evaluate(() => (window.koubai!.scene as unknown as Record<string, () => void>)['restoreContext']!());
  await page
    .locator('.interruption')
    .filter({ hasText: /interrupted the 3D view/ })
    .waitFor({ state: 'detached' });
  expect(await brokenDrawing(page)).toEqual([]);
  expectClean(page, [/CONTEXT_LOST_WEBGL/, /loseContext/]);
  await closePage(page);
}, 120_000);

test('a training of PyTorch’s is dropped and drawn; a broken one says why; points are painted and pasted', async () => {
  const page = await open();
  await rested(page);
  const bytes = fixture('tanh-sgd.npz');
  await drop(page, [{ name: 'mine.npz', bytes: bytes.slice(0, bytes.length - 40) }]);
  const refused = page.locator('.file-refused');
  await refused.waitFor();
  expect(await refused.innerText()).toMatch(/mine\.npz cannot be used\./);
  expect(await page.locator('[data-pane=adam]').count()).toBe(1);
  await drop(page, [{ name: 'mine.npz', bytes }]);
  await page.locator('[data-pane=own]').waitFor();
  await expect.poll(() => page.locator('[data-pane=loss] .pane-way').innerText()).toMatch(/principal axes/);
  await rested(page);
  expect(await page.locator('.net-brought').innerText()).toMatch(/mine\.npz \(\d+ records\)/);
  await page.getByRole('button', { name: 'back to the page’s training' }).click();
  await page.locator('[data-pane=adam]').waitFor();
  // Points of one's own, pasted and by hand.
  const data = page.getByRole('combobox', { name: 'data', exact: true });
  await data.focus();
  await data.selectOption('own');
  // None are there yet: what is pasted has nothing to stand beside. The choice keeps the focus, and gets what is pasted.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '0 0 0\n1 0 1\n0 1 1\n1 1 0\n');
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect.poll(async () => (await fragmentOf(page)).match(/pts=(\w+)/)?.[1]?.length).toBe(28);
  await page.getByRole('button', { name: 'clear', exact: true }).click();
  const pad = page.locator('[data-pad]');
  const box = (await pad.boundingBox())!;
  for (const [label, x] of [
    ['blue', 0.25],
    ['ochre', 0.75],
  ] as const) {
    await page.getByRole('button', { name: label }).click();
    await page.mouse.move(box.x + x * box.width, box.y + 0.2 * box.height);
    await page.mouse.down();
    for (let i = 1; i <= 8; i++) await page.mouse.move(box.x + x * box.width, box.y + (0.2 + 0.07 * i) * box.height);
    await page.mouse.up();
    // Of one class alone there is nothing to learn, and it says so.
    await expect
      .poll(() => page.locator('.net-pad-one').innerText())
      .toMatch(label === 'blue' ? /^Only one class.*ochre/ : /^$/);
  }
  await expect.poll(() => fragmentOf(page)).toMatch(/d=own&n=60&pts=(\w{7}){12,}/);
  await expect.poll(() => valueIn(page, 'adam', 'accuracy'), { timeout: 60_000 }).toMatch(/^100 % \/ /);
  expectClean(page);
  await closePage(page);
}, 120_000);

test('on a phone: a card’s experiment is hidden until one has predicted, and the training can be given up for another', async () => {
  const page = await open('k=20000&n=300&w=48&card=net-noise', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  // Given up once something is there: that stays, and it may be tried again.
  await page.locator('[data-pane=adam] [data-value=loss]').waitFor({ state: 'attached', timeout: 60_000 });
  await page.getByRole('button', { name: 'Stop' }).click({ timeout: 60_000 });
  const notice = page.locator('.clouds-notice[role=alert]');
  await notice.waitFor();
  expect(await page.locator('[data-pane=adam] [data-value=loss]').count()).toBe(1);
  await notice.getByRole('button').click();
  await notice.waitFor({ state: 'detached' });
  // Another link while it trains: the newest wins.
  await page.evaluate((hash) => (location.hash = hash), `v=1&scene=networks&lang=en&t=0&${QUICK}&card=net-noise`);
  await page.locator('.answers button').first().waitFor();
  await expect.poll(() => page.locator('.net-aside').count(), { timeout: 90_000 }).toBe(1);
  expect(await page.locator('.net-aside path').count()).toBe(0);
  await page.locator('.answers button').nth(1).click();
  await page.locator('.net-aside path').first().waitFor({ timeout: 90_000 });
  expectClean(page);
  await closePage(page);
}, 120_000);
