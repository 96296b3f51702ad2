import type { Page } from 'playwright-core';
import type { Points } from '../../src/clouds/types.ts';
import type { Box } from '../../src/math/box.ts';
import { invertRigid, multiply, type Matrix4 } from '../../src/math/matrix4.ts';
import type { Seen } from '../../scenes/reconstruction/picture/see.ts';
import { atRest } from './app.ts';
import { screenshot } from './relief/page.ts';
import type { Picture } from './relief/png.ts';

/* What the tests of the reconstruction scene share. */

/** `window.koubai.scene` of scenes/reconstruction/inspected.ts. */
interface InspectedAnswer {
  t(): number;
  steps(): number;
  boxes(): readonly Box[];
  worldFromTarget(): readonly number[];
  results(): Seen;
  camera(): { readonly world: readonly number[]; readonly projection: readonly number[] };
  memory(): { readonly geometries: number; readonly textures: number };
  frames(): number;
  loseContext(): void;
  restoreContext(): void;
}
export type Inspecting = { koubai?: { scene?: InspectedAnswer } };

/** Waits until all of a picture is there, comparisons included: `chair 29`, `item teapot`. */
export async function answered(page: Page, key: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const scene = (window as unknown as Inspecting).koubai?.scene;
      // Another scene's inspection knows no results.
      if (!scene || !('results' in scene) || scene.frames() === 0) return false;
      const { shown, compared } = scene.results();
      return shown?.key === wanted && (compared.apart ?? compared.lookup) !== null;
    },
    key,
    { timeout: 90_000 },
  );
}

export const stepOf = (page: Page) => page.evaluate(() => (window as unknown as Inspecting).koubai!.scene!.t());
export const geometriesOf = (page: Page) =>
  page.evaluate(() => (window as unknown as Inspecting).koubai!.scene!.memory().geometries);

/** What the page has of its picture. */
interface PageAnswer {
  readonly gray: Uint8Array;
  readonly mask: Uint8Array;
  readonly start: Points;
  readonly answer: Points;
  readonly truth: Points;
  readonly lookup: Points;
}

export async function answerOf(page: Page): Promise<PageAnswer> {
  const lists = await page.evaluate(() => {
    const { shown, start, answer, truth, lookup } = (window as unknown as Inspecting).koubai!.scene!.results();
    return {
      gray: Array.from(shown!.picture.gray),
      mask: Array.from(shown!.picture.mask),
      start: Array.from(start!),
      answer: Array.from(answer!.points),
      truth: Array.from(truth ?? []),
      lookup: Array.from(lookup!.points),
    };
  });
  return {
    gray: Uint8Array.from(lists.gray),
    mask: Uint8Array.from(lists.mask),
    start: Float64Array.from(lists.start),
    answer: Float64Array.from(lists.answer),
    truth: Float64Array.from(lists.truth),
    lookup: Float64Array.from(lists.lookup),
  };
}

/** Column major, as three has it → row major. */
const transposed = (m: readonly number[]): Matrix4 =>
  Float64Array.from({ length: 16 }, (_, i) => m[4 * (i % 4) + Math.floor(i / 4)]!);

/** Of the points that lie inside a pane: the part that has a dot of the pane's blue where it is projected to. At rest. */
export async function drawnPart(page: Page, points: Points, pane = 0): Promise<number> {
  await atRest(page);
  const { camera, boxes, canvas, world } = await page.evaluate(() => {
    const scene = (window as unknown as Inspecting).koubai!.scene!;
    const { left, top, width, height } = document.querySelector('.clouds canvas')!.getBoundingClientRect();
    const canvas = { left, top, width, height };
    return { camera: scene.camera(), boxes: scene.boxes(), world: scene.worldFromTarget(), canvas };
  });
  const picture = await screenshot(page);
  const view = multiply(transposed(camera.projection), invertRigid(transposed(camera.world)));
  const clip = multiply(view, Float64Array.from(world));
  const box = boxes[pane]!;
  const [shiftX, shiftY] = [(box.left + box.right - canvas.width) / 2, (box.top + box.bottom - canvas.height) / 2];
  let [inside, drawn] = [0, 0];
  for (let i = 0; i < points.length; i += 3) {
    const at = (row: number) =>
      clip[4 * row]! * points[i]! +
      clip[4 * row + 1]! * points[i + 1]! +
      clip[4 * row + 2]! * points[i + 2]! +
      clip[4 * row + 3]!;
    const x = ((at(0) / at(3)) * 0.5 + 0.5) * canvas.width + shiftX;
    const y = (0.5 - (at(1) / at(3)) * 0.5) * canvas.height + shiftY;
    if (x < box.left + 2 || x > box.right - 2 || y < box.top + 2 || y > box.bottom - 2) continue;
    inside++;
    if (blueNear(picture, Math.floor(canvas.left + x), Math.floor(canvas.top + y))) drawn++;
  }
  return drawn / inside;
}

/** A blue dot, lit or in the shade of those before it. */
export const isBlue = ([r, , b]: readonly [number, number, number]) => b > r + 60 || (b > 24 && b > 3 * r);

function blueNear(picture: Picture, x: number, y: number): boolean {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) if (isBlue(picture.at(x + dx, y + dy))) return true;
  }
  return false;
}
