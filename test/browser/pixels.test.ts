import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { backOf, eyeOf, frameOf, readCamera, type Eye, type Frame, type LinkCamera } from './relief/camera.ts';
import { camerasOf, dataOf, linkOf, plainCameras, plans, type Case, type SurfaceId } from './relief/cases.ts';
import { checkDots, checkRim, isDeep, type Shot } from './relief/checks.ts';
import type { Rgb } from './relief/dots.ts';
import { bareCanvas, cameraOf, follow, screenshot, settled } from './relief/page.ts';
import type { Picture } from './relief/png.ts';
import { iterates, surfacesByHand, transformOf } from './relief/reference.ts';

/*
 * The relief against a drawing made up a second time (test/browser/relief): the same links, own surfaces, rules, transform, camera and
 * sight lines. One path a link, selected, at rest on its last step.
 */

const browser = useBrowser();
const size = { width: 1280, height: 720 };
let page: Page;
beforeAll(async () => {
  page = await openPage(browser(), '?embed', {
    viewport: size,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    smooth: true,
  });
  await settled(page);
  await bareCanvas(page);
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

/** Light theme: the paths of SGD and Adam, the ink of rims and borders. */
const colours = { sgd: [0x00, 0x53, 0xc0], adam: [0x82, 0x5d, 0x00] } as const satisfies Record<string, Rgb>;
const ink: Rgb = [0x3b, 0x34, 0x2b];

const CAMERAS = 5;
/** What the surface hides is left to chance. */
const seeds = { bowl: 50, rosenbrock: 28, himmelblau: 39 } as const satisfies Record<SurfaceId, number>;

interface Seen {
  readonly picture: Picture;
  readonly drawn: readonly number[];
  readonly camera: ReturnType<typeof readCamera>;
}

async function visit(one: Case): Promise<Seen> {
  await follow(page, linkOf(one), one.plan.steps, backOf(one.camera));
  const drawn = await page.evaluate((run) => window.koubai!.scene!.drawnDots(run), one.plan.rule);
  return { camera: readCamera(await cameraOf(page), size), picture: await screenshot(page), drawn };
}

/** The page's own camera is the link's: matrices of float64 from the same numbers, so that what differs is rounding. */
function expectCamera({ camera }: Seen, link: LinkCamera, frame: Frame, eye: Eye): void {
  for (const k of [0, 1, 2] as const) {
    expect(camera.place[k]).toBeCloseTo(eye.place[k], 6);
    expect(camera.back[k]).toBeCloseTo(backOf(link)[k], 6);
  }
  expect(camera.offset).toEqual(frame.offset);
  expect(camera.focal).toBeCloseTo(size.height / 2 / Math.tan((13 * Math.PI) / 180), 6);
  expect(camera.aspect).toBeCloseTo(size.width / size.height, 6);
}

function knownOf(one: Case) {
  const surface = surfacesByHand[one.surface];
  const data = dataOf(one.surface);
  return { surface, data, transform: transformOf(surface, data, one), points: iterates(surface, one.plan) };
}

function shotOf(one: Case, { picture, drawn }: Seen, eye: Eye): Shot {
  return { ...knownOf(one), picture, drawn, eye, colour: colours[one.plan.rule] };
}

/** Every dot lies inside the window, its head whole, and hardly one beneath a later mark. */
function isLegible(one: Case, frame: Frame): boolean {
  const { surface, transform, points } = knownOf(one);
  const eye = eyeOf(one.camera, frame, size);
  const places = points.map(([x, y]) => eye.project(transform.world(x, y, surface.value(x, y))));
  const isNear = (i: number, j: number, reach: number) =>
    Math.hypot(places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y) < reach;
  const last = places.length - 1;
  const beneath = places.filter(
    (_, i) =>
      i < last &&
      (isNear(i, last, 10) ||
        (i > 0 && isNear(i, 0, 8)) ||
        places.some((_p, j) => j > i && j < last && isNear(i, j, 3))),
  );
  const isInside = places.every(({ x, y }) => x > 20 && y > 20 && x < size.width - 20 && y < size.height - 20);
  return isInside && beneath.length <= 1;
}

/** All but a few points of a rim: where its line runs flat between two rows of pixels it is paler than asked for. */
const rimShare = 0.92;

describe.each(Object.entries(seeds))('%s, cameras of seed %i', (id, seed) => {
  const surface = id as SurfaceId;
  test.each(['linear', 'log'] as const)(
    '%s height: every dot and the rim where projection puts them',
    async (height) => {
      const plan = (i: number) => plans[surface][(i % 2) as 0 | 1];
      const caseOf = (camera: LinkCamera, i: number): Case => ({
        surface,
        plan: plan(i),
        camera,
        exaggeration: 1,
        log: height === 'log',
      });
      const plain: Seen[] = [];
      for (const camera of plainCameras) plain.push(await visit(caseOf(camera, 0)));
      const frame = frameOf(plain[0]!.camera, plain[1]!.camera);
      const cases: Case[] = [];
      const choice = camerasOf(seed);
      for (let tries = 0; cases.length < CAMERAS && tries < 1000; tries++) {
        const one = caseOf(choice.next().value, cases.length);
        if (isLegible(one, frame)) cases.push(one);
      }
      expect(cases).toHaveLength(CAMERAS);
      const seen: Seen[] = [];
      for (const one of cases) seen.push(await visit(one));
      const wrong: string[] = [];
      const count = { yes: 0, hidden: 0, covered: 0, 'left out': 0 };
      for (const [i, one] of cases.entries()) {
        const eye = eyeOf(one.camera, frame, size);
        expectCamera(seen[i]!, one.camera, frame, eye);
        const shot = shotOf(one, seen[i]!, eye);
        const dots = checkDots(shot);
        for (const dot of dots) {
          count[dot.seen] += 1;
          const where = `camera ${i}: dot ${dot.row} at ${dot.place.x.toFixed(1)}, ${dot.place.y.toFixed(1)}`;
          // Seven pixels wide: only one that another overlaps may be missing.
          if (dot.seen === 'left out' && !(dot.off < 7.5)) wrong.push(`${where} is missing, ${dot.off} from the next`);
          // A dot scores within a pixel of its middle, so that 2 here are at most 3 on the screen.
          if (dot.seen === 'yes' && !(dot.off <= 2)) wrong.push(`${where} is ${dot.off} off`);
          // Three hidden layers (head, dot, line) add up to nearly the colour of a head: heads are left out.
          const ghost = dot.seen === 'hidden' && dot.off <= 2 && dot.row < dots.length - 1 && isDeep(shot, dot);
          if (ghost) wrong.push(`${where} shows through the surface`);
        }
        const rim = checkRim(shot, ink);
        const found = rim.filter((point) => point.found).length;
        if (rim.length < 20) wrong.push(`camera ${i}: only ${rim.length} points of the rim can be seen`);
        if (found < rimShare * rim.length)
          wrong.push(`camera ${i}: ${found} of ${rim.length} points of the rim have their line`);
      }
      expect(wrong).toEqual([]);
      // A check that finds nothing to check would pass as well.
      console.log(`${id} ${height}: ${count.yes} dots seen, ${count.hidden} hidden, ${count.covered} covered`);
      expect(count.yes).toBeGreaterThan(0.6 * (count.yes + count.hidden));
      expect(count.covered).toBeLessThan(0.06 * count.yes);
    },
  );
});
