import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readCloud } from '../../src/io/clouds/read.ts';
import type { CloudFile } from '../../src/io/clouds/types.ts';
import { root } from '../../tools/ensure.mjs';
import type { PageOptions } from './chromium.ts';
import { openPage } from './harness.ts';

/* What the tests of the registration scene share. */

/** Opens the registration scene with the rest of a link. */
export async function openRegistration(browser: Browser, link = '', options: Partial<PageOptions> = {}): Promise<Page> {
  const page = await openPage(browser, `#v=1&scene=registration${link && `&${link}`}`, options);
  await page.waitForSelector('.pane-settings', { timeout: 60_000 });
  return page;
}

/** A cloud that ships, as the app reads it. */
export async function shipped(name: string): Promise<CloudFile> {
  return (await readCloud(name, new Uint8Array(readFileSync(join(root, 'assets/clouds', name)))))!;
}

/** x, y, z in float64 as a binary PLY. */
export function plyOf(points: Float64Array): Uint8Array<ArrayBuffer> {
  const names = ['x', 'y', 'z'].map((name) => `property double ${name}\n`).join('');
  const head = `ply\nformat binary_little_endian 1.0\nelement vertex ${points.length / 3}\n${names}end_header\n`;
  const bytes = new Uint8Array(head.length + points.byteLength);
  bytes.set(new TextEncoder().encode(head));
  bytes.set(new Uint8Array(points.buffer, points.byteOffset, points.byteLength), head.length);
  return bytes;
}

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Drops files in the middle of the window, as a hand would. */
export async function drop(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const list = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    for (const { name, base64 } of dropped) {
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
    }
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
    for (const type of ['dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, list);
}

/** What a click gives to save. */
export async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Waits until every pane has its newest run, or says why there is none. */
export async function computed(page: Page, timeout = 90_000): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const panes = [...document.querySelectorAll('.pane')];
          return panes.length > 0 && panes.every((pane) => pane.querySelector('.pane-foot, .pane-problem') !== null);
        }),
      { timeout },
    )
    .toBe(true);
}
