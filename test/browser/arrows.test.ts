import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { arrowsByHand, distanceToTip, gapTo, isInSight, tipOf, type ArrowPlan, type Ground } from './relief/arrows.ts';
import { backOf, eyeOf, frameOf, readCamera, type Frame, type LinkCamera } from './relief/camera.ts';
import { camerasOf, dataOf, linkOf, plainCameras } from './relief/cases.ts';
import type { Rgb } from './relief/dots.ts';
import { bareCanvas, cameraOf, follow, screenshot, settled } from './relief/page.ts';
import { surfacesByHand, transformOf } from './relief/reference.ts';

/* The update's arrows against rules, surface, transform and camera made up a second time (test/browser/relief): each ends where its numbers say. */

const browser = useBrowser();
const size = { width: 1280, height: 720 };
const look = { exaggeration: 1, log: false };
const id = 'bowl';
const surface = surfacesByHand[id];
const data = dataOf(id);
const transform = transformOf(surface, data, look);
let page: Page;
let frame: Frame;
beforeAll(async () => {
  page = await openPage(browser(), '?embed', {
    viewport: size,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    smooth: true,
  });
  await settled(page);
  await bareCanvas(page);
  const cameras = [];
  for (const camera of plainCameras) {
    await visit({ rule: 'adam', lr: 0.5, start: [-7, 1.5], steps: 2 }, 2, camera);
    cameras.push(readCamera(await cameraOf(page), size));
  }
  frame = frameOf(cameras[0]!, cameras[1]!);
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

const visit = (plan: ArrowPlan, t: number, camera: LinkCamera) =>
  follow(page, linkOf({ surface: id, plan, camera, ...look }, { ar: 1, t, sel: plan.rule }), t, backOf(camera));

/** Light theme: ink for −η∇f, the optimizer's own colour for its step, half of each for the memory. */
const ink: Rgb = [0x3b, 0x34, 0x2b];
const own = { momentum: [0x00, 0x7e, 0x5c], adam: [0x82, 0x5d, 0x00] } as const satisfies Record<string, Rgb>;
const coloursOf = (rule: ArrowPlan['rule']) => ({
  gradient: ink,
  memory: ink.map((value, k) => (value + own[rule][k]!) / 2) as unknown as Rgb,
  step: own[rule],
});

type Kind = keyof ReturnType<typeof coloursOf>;
const plans: readonly ArrowPlan[] = [
  { rule: 'adam', lr: 1.6, start: [-8, 1.5], steps: 12 },
  { rule: 'momentum', lr: 0.35, start: [-9, 1.7], steps: 12 },
  { rule: 'adam', lr: 1.3, start: [8.5, -1.8], steps: 12 },
  { rule: 'momentum', lr: 0.3, start: [9, 1.2], steps: 12 },
];

/** Pixels between a tip and whatever else is drawn; the length from which an arrow shows where it ends. */
const APART = 10;
const LONG = 26;
const HEAD = 8.5;
/** World units: Adam's cross of per-coordinate steps is in ink, too. */
const CROSS = 0.9;

/** Tips of an update seen at step `t`, as far as nothing else comes near them. */
function tipsOf(plan: ArrowPlan, update: number, t: number, camera: LinkCamera) {
  const ground: Ground = { surface, data, transform, eye: eyeOf(camera, frame, size) };
  const arrows = arrowsByHand(surface, plan, update);
  const at = arrows.points[update - 1]!;
  const placeAt = ([x, y]: readonly [number, number]) => ground.eye.project(transform.world(x, y, surface.value(x, y)));
  const path = arrows.points.slice(0, t + 1).map(placeAt);
  const arm = CROSS / (transform.world(1, 0, 0)[0] - transform.world(0, 0, 0)[0]);
  const cross = [
    [arm, 0],
    [-arm, 0],
    [0, arm],
    [0, -arm],
  ].map(([dx, dy]) => placeAt([at[0] + dx!, at[1] + dy!]));
  const kinds: readonly Kind[] = plan.rule === 'momentum' ? ['gradient', 'step'] : ['gradient', 'memory', 'step'];
  return kinds.flatMap((kind) => {
    const vector = arrows[kind];
    const end = [at[0] + vector[0], at[1] + vector[1]] as const;
    const tip = tipOf(ground, at, vector);
    const others = kinds
      .filter((other) => other !== kind)
      .map((other) => placeAt([at[0] + arrows[other][0], at[1] + arrows[other][1]]));
    const stretches = [
      ...path.slice(1).map((p, i) => [path[i]!, p] as const),
      ...[...others, ...cross].map((p) => [placeAt(at), p] as const),
    ];
    const { x, y } = tip.place;
    const isFree =
      x > 20 &&
      y > 20 &&
      x < size.width - 20 &&
      y < size.height - 20 &&
      tip.length > LONG &&
      stretches.every(([a, b]) => gapTo(tip.place, a, b) > APART) &&
      gapTo(tip.place, path[t]!, path[t]!) > HEAD + APART &&
      surface.value(...end) < data.cut &&
      isInSight(ground, end);
    return isFree ? [{ kind, tip }] : [];
  });
}

interface Case {
  readonly plan: ArrowPlan;
  readonly update: number;
  readonly camera: LinkCamera;
  readonly tips: ReturnType<typeof tipsOf>;
}

/** `count` cases in which at least two tips are free, Adam's memory among them; `atEnd`: seen on the last step, where a head covers one. */
function casesOf(seed: number, count: number, atEnd: boolean): readonly Case[] {
  const cameras = camerasOf(seed);
  const cases: Case[] = [];
  for (let tries = 0; cases.length < count && tries < 4000; tries++) {
    const update = 2 + (tries % 9);
    const plan = { ...plans[cases.length % plans.length]!, steps: atEnd ? update : 12 };
    const camera = cameras.next().value;
    const tips = tipsOf(plan, update, atEnd ? update : update - 1, camera);
    const hasMemory = plan.rule === 'momentum' || tips.some(({ kind }) => kind === 'memory');
    if (tips.length >= (atEnd ? 1 : 2) && hasMemory) cases.push({ plan, update, camera, tips });
  }
  return cases;
}

test.each([
  ['the update that leaves the step shown', 5, 6, false],
  ['at the last step, the last update', 6, 2, true],
] as const)('%s: every arrow ends where its numbers say, cameras of seed %i', async (_, seed, count, atEnd) => {
  const cases = casesOf(seed, count, atEnd);
  expect(cases).toHaveLength(count);
  const wrong: string[] = [];
  const seen: string[] = [];
  for (const { plan, update, camera, tips } of cases) {
    await visit(plan, atEnd ? update : update - 1, camera);
    const picture = await screenshot(page);
    for (const { kind, tip } of tips) {
      const off = distanceToTip(picture, tip, coloursOf(plan.rule)[kind]);
      const where = `${plan.rule}, update ${update}: ${kind} at ${tip.place.x.toFixed(1)}, ${tip.place.y.toFixed(1)}`;
      seen.push(`${where} (${tip.length.toFixed(0)} long, ${off} off)`);
      // It scores within a pixel of its end, so that 2 here are at most 3 on the screen.
      if (!(off <= 2)) wrong.push(`${where} is ${off} off`);
      // The reading can tell: neither short of the end nor beyond it is another.
      for (const further of [-12, 12]) {
        const { x, y } = tip.along;
        const place = { x: tip.place.x + further * x, y: tip.place.y + further * y };
        const found = distanceToTip(picture, { ...tip, place }, coloursOf(plan.rule)[kind]);
        if (found < Infinity) wrong.push(`${where} ends ${further} further, too`);
      }
    }
  }
  console.log(seen.join('\n'));
  expect(wrong).toEqual([]);
});
