import { test, expect, inject } from 'vitest';
import { writeFileSync } from 'node:fs';
import { openPage, useBrowser, complaints } from '/work/main/test/browser/harness.ts';
import { plans, camerasOf, linkOf, dataOf } from '/work/main/test/browser/relief/cases.ts';
import { follow, bareCanvas, screenshot, cameraOf } from '/work/main/test/browser/relief/page.ts';
const browser = useBrowser();
test('explore', async () => {
  const page = await openPage(browser(), '?embed#' + linkOf({surface:'bowl', plan: plans.bowl[0], camera: camerasOf(1)[0]!, exaggeration: 1, log:false}), { reducedMotion: 'reduce' });
  await page.waitForFunction(() => window.koubai?.scene);
  await bareCanvas(page);
  const out: any[] = [];
  for (const surface of ['bowl','rosenbrock','himmelblau'] as const) {
    for (const log of [false, true]) for (const exaggeration of [1]) {
      const cams = camerasOf({bowl:50,rosenbrock:28,himmelblau:39}[surface]);
      for (const [i, camera] of cams.entries()) {
        const plan = plans[surface][i % 2]!;
        await follow(page, linkOf({ surface, plan, camera, exaggeration, log }), plan.steps);
        const png = await page.screenshot();
        const name = `shot-${surface}-${log?'log':'lin'}-${exaggeration}-${i}`;
        writeFileSync(`/tmp/w/px/${name}.png`, png);
        const cam = await cameraOf(page);
        out.push({ name, surface, log, i, camera, plan, cam, exaggeration });
      }
    }
  }
  writeFileSync('/tmp/w/px/out.json', JSON.stringify(out));
  console.log(complaints(page));
}, 600000);
