import type { Page } from 'playwright-core';
import { visit } from '../app.ts';
import type { PageCamera } from './camera.ts';
import { readPng, type Picture } from './png.ts';
import type { Vec3 } from './reference.ts';

/** Samples a side of the height texture that the kernel fills; before it arrives a coarser one is drawn. */
const FINE = 512;

/**
 * Waits until the picture rests: the kernel's heights are drawn, the clock stands at `t`, and over several of the browser's own
 * frames, and the tasks queued between them, the scene drew nothing. Counted in frames, not in seconds: a slow machine draws few.
 */
export async function settled(page: Page, t?: number): Promise<void> {
  await page.waitForFunction(
    async ([want, fine]) => {
      const before = window.koubai?.scene?.frames();
      for (let i = 0; i < 4; i++) {
        await new Promise(requestAnimationFrame);
        // Frames come before tasks; what React has queued runs by the second of these.
        for (let k = 0; k < 2; k++) await new Promise((resolve) => setTimeout(resolve));
      }
      const scene = window.koubai?.scene;
      if (scene?.frames() !== before || scene?.heightSamples() !== fine) return false;
      return want === undefined || scene.t() === want;
    },
    [t, FINE] as const,
    { timeout: 60_000 },
  );
}

/** Follows a link on the same page and waits until its camera looks back along `back` and its picture rests at step `t`. */
export async function follow(page: Page, fragment: string, t: number, back: Vec3): Promise<void> {
  await visit(page, fragment);
  await page.waitForFunction(
    (wanted) => {
      const world = window.koubai?.scene?.camera().world;
      return world !== undefined && wanted.every((value, k) => Math.abs(world[8 + k]! - value) < 1e-6);
    },
    back,
    { timeout: 30_000 },
  );
  await settled(page, t);
}

/** Hides everything that floats over the canvas; it keeps its place, so that the framing stays. */
export async function bareCanvas(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.shell > :not(.stage), .labels { visibility: hidden !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

export async function screenshot(page: Page): Promise<Picture> {
  return readPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
}

export function cameraOf(page: Page): Promise<PageCamera> {
  return page.evaluate(() => window.koubai?.scene?.camera() as PageCamera);
}
