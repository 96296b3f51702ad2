import { expect, test } from 'vitest';
import { openApp } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { cameraOf, screenshot, settled } from './relief/page.ts';

const browser = useBrowser();
const size = { width: 1280, height: 720 };

/* Whose heads are full in the middle, so that the pixel there is the path's colour: disc, square, triangle, diamond. */
const runs = ['sgd', 'momentum', 'adagrad', 'adam'];

test.each(['light', 'dark'] as const)(
  '%s: label, panel and drawn head of each path have one colour, no two the same',
  async (theme) => {
    // Step 2: the four heads stand well apart.
    const page = await openApp(browser(), `v=1&t=2&swarm=0&theme=${theme}`, {
      smooth: true,
      viewport: size,
      reducedMotion: 'reduce',
    });
    await settled(page, 2);
    const picture = await screenshot(page);
    const heads = await page.evaluate(
      ({ ids, world, projection, width, height }) => {
        const { dots, display } = window.koubai!.scene!;
        const { scale, centreX, centreY, height: top, reference } = display();
        return ids.map((id) => {
          const [x, y, f] = dots(id).slice(8, 11) as [number, number, number];
          const point = [(x - centreX) * scale, (top * f) / reference, (centreY - y) * scale];
          const seen = [0, 1, 2].map((k) =>
            [0, 1, 2].reduce((sum, m) => sum + (point[m]! - world[12 + m]!) * world[4 * k + m]!, 0),
          );
          const ndc = [0, 1].map((k) => (projection[5 * k]! * seen[k]! + projection[8 + k]! * seen[2]!) / -seen[2]!);
          const label = document.querySelector<HTMLElement>(`[data-id="head-${id}"]`)!;
          const row = [...document.querySelectorAll<HTMLElement>('li.optimizer')].find(
            (li) => li.querySelector('.optimizer-name')?.textContent === label.textContent,
          )!;
          return {
            id,
            at: [((ndc[0]! + 1) / 2) * width, ((1 - ndc[1]!) / 2) * height] as const,
            label: getComputedStyle(label).color,
            panel: getComputedStyle(row).getPropertyValue('--hue'),
          };
        });
      },
      { ids: runs, ...(await cameraOf(page)), ...size },
    );
    for (const { id, at, label, panel } of heads) {
      const drawn = picture.at(Math.floor(at[0]), Math.floor(at[1]));
      const hex = `#${drawn.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
      expect({ id, label, panel }).toEqual({ id, label: `rgb(${drawn.join(', ')})`, panel: hex });
    }
    expect(new Set(heads.map(({ label }) => label)).size).toBe(runs.length);
    expectClean(page);
    await closePage(page);
  },
);
