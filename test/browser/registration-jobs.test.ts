import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCloud } from '../../src/io/clouds/read.ts';
import { register } from '../../src/registration/register.ts';
import { defaultRegisterSpec, type RegisterSpec } from '../../src/registration/specs.ts';
import { trainDo } from '../../src/jobs/trainDo.ts';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { defaultTraining } from '../../src/registration/do/types.ts';
import { root } from '../../tools/ensure.mjs';
import { spotModel } from '../jobs/registrationScene.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { servePage, type ServedPage } from './servePage.ts';
import type {} from './registration-page/main.ts';

/* The registration jobs in a page's workers: the minified build under the policy. */

let served: ServedPage;
beforeAll(async () => {
  served = await servePage(root, 'registration-page');
});
afterAll(() => served.close());

const browser = useBrowser();

async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await openPage(browser(), '', { base: served.url });
  await use(page);
  expectClean(page);
  await closePage(page);
}

const cloud = async (name: string) => {
  const file = await readCloud(name, new Uint8Array(readFileSync(join(root, 'assets/clouds', name))));
  return { points: file!.positions };
};

test('the LiDAR pair is read and registered in workers as in Node, with its record', async () => {
  const spec = { method: 'gicp', voxel: 0.5, maxDistance: 3 } as const satisfies Partial<RegisterSpec>;
  await withPage(async (page) => {
    const read = await page.evaluate(async () => [
      await registrationPage.read('lidar-source.ply'),
      await registrationPage.read('lidar-target.ply'),
    ]);
    expect(read.map(({ count }) => count)).toEqual([69_792, 69_088]);
    expect(read[0]!.fields).toEqual(['x', 'y', 'z', 'scalar_intensity']);
    expect(read[0]!.parts.length).toBeGreaterThan(0);
    expect(read[0]!.parts).toEqual(read[0]!.parts.toSorted((a, b) => a - b));
    const found = await page.evaluate(
      (asked) => registrationPage.register('lidar-source.ply', 'lidar-target.ply', asked),
      spec,
    );
    const context = { maps: null, record: true, stop: { aborted: false }, now: () => 0 };
    const clouds = [await cloud('lidar-source.ply'), await cloud('lidar-target.ply')] as const;
    const expected = register({ ...defaultRegisterSpec, ...spec }, ...clouds, context);
    // Math.sin, exp and pow differ by an ulp between engines.
    found.targetFromSource.forEach((value, i) => expect(value).toBeCloseTo(expected.targetFromSource[i]!, 9));
    expect(found.iterations).toBe(expected.iterations);
    expect(found.steps).toBe(expected.record!.steps);
    expect(found.working).toBe(expected.working!.source.points.length);
    expect(found.judgement?.verdict).toBe(expected.judgement.verdict);
    expect(found.milliseconds).toBeGreaterThan(0);
  });
});

test('a broken file: the error comes back with its code, its place and its remedy', async () => {
  await withPage(async (page) => {
    const text =
      'ply\nformat ascii 1.0\nelement vertex 2\nproperty float x\nproperty float y\nproperty float z\nend_header\n1 2 3\n1 2 x\n';
    const refused = await page.evaluate((content) => registrationPage.refused(content), text);
    expect(refused).toMatchObject({ name: 'CloudError', code: 'not-a-number', where: { line: 9 } });
  });
});

test('an aborted registration rejects at once and truly stops: the next one is answered long before it would have ended', async () => {
  await withPage(async (page) => {
    const answer = await page.evaluate(async () => {
      await registrationPage.read('lidar-source.ply');
      await registrationPage.read('lidar-target.ply');
      registrationPage.put('a', [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
      const begin = performance.now();
      await registrationPage.register('lidar-source.ply', 'lidar-target.ply', {});
      const whole = performance.now() - begin;
      return {
        whole,
        ...(await registrationPage.abort('lidar-source.ply', 'lidar-target.ply', 0.1 * whole, ['a', 'a'])),
      };
    });
    expect(answer.said).toBe('AbortError');
    expect(answer.rejected).toBeLessThan(200);
    expect(answer.answered).toBeLessThan(0.7 * answer.whole);
  });
});

test('training in the page: the maps of the command line, a checkpoint when it is cancelled, kept in the browser', async () => {
  await withPage(async (page) => {
    const stopped = await page.evaluate(() => registrationPage.train(4, 2));
    expect(stopped).toMatchObject({ stopped: 'AbortError' });
    const [part] = await page.evaluate(() => registrationPage.saved());
    expect(part).toMatchObject({ model: 'spot.obj', complete: false });
    const resumed = await page.evaluate(() => registrationPage.train(4, null));
    expect(part!.size).toBeLessThan(resumed.bytes!);
    const saved = await page.evaluate(() => registrationPage.saved());
    expect(saved).toEqual([{ ...part, complete: true, size: resumed.bytes }]);

    const training = { ...defaultTraining, samples: 200, maps: 4, voxel: 0.3 };
    const here = await trainDo(training, await spotModel(), localCrew());
    const scale = Math.max(...here.maps[0]!.map(Math.abs));
    const off = Math.max(...resumed.first!.map((value, i) => Math.abs(value - here.maps[0]![i]!)));
    expect(off / scale).toBeLessThan(1e-6);
    resumed.errors!.forEach((error, i) => expect(error).toBeCloseTo(here.errors[i]!, 6));

    // The worker decodes them: Spot's vertices, left where they are, stay there to within what such maps can do.
    await page.evaluate(() => registrationPage.read('spot.obj'));
    const asked = { method: 'do-icp' } as const;
    const found = await page.evaluate((spec) => registrationPage.register('spot.obj', 'spot.obj', spec, 'maps'), asked);
    expect(found.iterations).toBeGreaterThan(4);
    [0, 5, 10].forEach((i) => expect(found.targetFromSource[i]).toBeGreaterThan(0.99));

    // Kept is kept: no training at all the second time, until it is forgotten.
    expect((await page.evaluate(() => registrationPage.train(4, null))).heard).toEqual([]);
    await page.evaluate(() => registrationPage.forget(4));
    expect(await page.evaluate(() => registrationPage.saved())).toEqual([]);
  });
});
