import { describe, expect, test, vi } from 'vitest';
import { createGrower } from '../../scenes/optimizers/basins/grower.ts';
import { createGrowth } from '../../scenes/optimizers/basins/growth.ts';
import { namedIn, rankingOf } from '../../scenes/optimizers/basins/ranking.ts';
import { basinsOf } from '../../scenes/optimizers/basins/spec.ts';
import { createBasinStore } from '../../scenes/optimizers/basins/store.ts';
import { zoomed } from '../../scenes/optimizers/basins/zoom.ts';
import { seenOf } from '../../scenes/optimizers/near/neighbourhood.ts';
import { recordsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { setSurface } from '../../scenes/optimizers/state/actions.ts';
import { hasStill } from '../../scenes/optimizers/export/hasStill.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { createLabStore } from '../../scenes/optimizers/state/store.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { basinColours, huesOf, SHADES } from '../../src/basins/colours.ts';
import { countBasins } from '../../src/basins/count.ts';
import { cellAt } from '../../src/basins/cells.ts';
import { paintBasins } from '../../src/basins/paint.ts';
import { NODE_MODES, openDevice } from '../../src/gpu/device.ts';
import { basinTiles } from '../../src/jobs/basin.ts';
import type { BasinTilesSpec } from '../../src/jobs/specs.ts';
import { plainBasins } from '../basins/plain.ts';

const device = await openDevice({ modes: NODE_MODES, thread: 'node', override: 'webasm' });

function shownOf(overrides: Overrides) {
  const state = resolve({ surface: 'himmelblau', ...overrides });
  const runs = recordsOf(state);
  const run = runs.find(({ id }) => id === state.selected)!;
  return { state, of: basinsOf(run, state, seenOf(state, runs)) };
}
const sgdAt = (lr: number) => shownOf({ selected: 'sgd', runs: { sgd: { enabled: true, params: { lr } } } });

describe('a map of SGD at .01 on Himmelblau', () => {
  const { of } = sgdAt(0.01);

  test('grows from coarse to fine, and ends as the runs by hand do', async () => {
    expect([of.steps, of.window, of.surface.domain]).toEqual([500, [-6, 6, -6, 6], [-6, 6, -6, 6]]);
    const growth = createGrowth(of, 'light', [32, 128]);
    const seen: (readonly [size: number, part: number])[] = [];
    for (let asked = growth.next(); asked; asked = growth.next()) {
      growth.take(asked, await basinTiles(asked, device));
      const picture = growth.picture();
      if (picture) seen.push([picture.map.size, picture.part]);
    }
    expect(seen[0]![0]).toBe(128);
    expect(seen[0]![1]).toBeCloseTo(1 / 17, 5);
    expect(seen.map(([, part]) => part)).toEqual(seen.map(([, part]) => part).toSorted((a, b) => a - b));
    expect(seen.at(-1)).toEqual([128, 1]);
    const picture = growth.picture()!;
    const { labels } = plainBasins(128, 500, 0.01);
    const same = picture.map.labels.filter((label, cell) => label === labels[cell]).length;
    expect(same / labels.length).toBeGreaterThanOrEqual(0.999);
    // Counted answer by answer, it is what is counted at once.
    expect(picture.counts).toEqual(countBasins(picture.map));
    // Painted tile by tile, it is the picture that is painted at once.
    expect(picture.pixels).toEqual(paintBasins(picture.map, basinColours('light'), picture.scale));
  });

  test('the legend’s shares are those of the starts, its hues those of the map', async () => {
    const growth = createGrowth(of, 'light', [64]);
    for (let asked = growth.next(); asked; asked = growth.next()) growth.take(asked, await basinTiles(asked, device));
    const picture = growth.picture()!;
    // Of the counts: a million labels read at every answer would hold the page up.
    const unread = { ...picture, map: { ...picture.map, labels: new Uint16Array(0) } };
    const { basins, diverged, unconverged } = rankingOf(unread, 'light');
    expect([basins.length, diverged, unconverged]).toEqual([4, 0, 0]);
    expect(basins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    const { labels } = plainBasins(64, 500, 0.01);
    const { shades } = basinColours('light');
    for (const { letter, share, colour, at } of basins) {
      const k = 'ABCD'.indexOf(letter);
      expect(share).toBeCloseTo(labels.filter((label) => label === k).length / labels.length, 2);
      // The start at a minimum itself has the legend's hue: its channels stand in the same order.
      const hue = huesOf(picture.map.minima)[k]!;
      const channels = colour.match(/\d+/g)!.map(Number);
      expect(channels).toEqual([...shades.slice(3 * (hue * SHADES + 16)).slice(0, 3)]);
      const [column, row] = cellAt({ window: of.window, size: 64 }, ...at)!;
      const pixel = 4 * ((63 - row) * 64 + column);
      const order = (rgb: readonly number[]) => [0, 1, 2].toSorted((a, b) => rgb[b]! - rgb[a]!);
      expect(order([...picture.pixels.slice(pixel, pixel + 3)])).toEqual(order(channels));
    }
    expect(namedIn(picture, 'light')).toHaveLength(4);
  });
});

/** Timers have theirs: whoever waits for a first picture does not wait for the last. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('of a slider that moves the newest position is computed, and nothing piles up', async () => {
  const store = createBasinStore();
  const asked: BasinTilesSpec[] = [];
  let open = 0;
  let most = 0;
  const grower = createGrower(store, {
    async basin(spec) {
      asked.push(spec);
      most = Math.max(most, ++open);
      const found = await basinTiles(spec, device);
      await turn();
      open--;
      return found;
    },
  });
  const rates = [0.005, 0.006, 0.007, 0.008, 0.01];
  for (const lr of rates) grower.want(new Map([['sgd', sgdAt(lr).of]]), 'light');
  await vi.waitFor(() => expect(store.getState().pictures.get('sgd')?.map.size).toBeGreaterThan(64), 5000);
  grower.end();
  expect(most).toBe(1);
  const computed = [...new Set(asked.map(({ basin }) => basin.params['lr']))];
  // The first was on its way when the others came.
  expect(computed).toEqual([0.005, 0.01]);
});

test('a slider that moves faster than answers come is followed by those that come, the newest last; another part of the domain shows no older one', async () => {
  const store = createBasinStore();
  let moves = 0;
  const move = () => {
    moves++;
    const next =
      moves < 5 ? sgdAt(0.005 + 0.001 * moves) : shownOf({ selected: 'sgd', drape: 'basins', zoom: [0, 3, 0, 3] });
    if (moves <= 6) grower.want(new Map([['sgd', next.of]]), 'light');
  };
  const grower = createGrower(store, {
    async basin(spec) {
      const found = await basinTiles(spec, device);
      await turn();
      // Each answer is too late.
      move();
      return found;
    },
  });
  const shown: string[] = [];
  store.subscribe(({ pictures }) => {
    const of = pictures.get('sgd')?.of;
    const said = of && (of.window[0] === 0 ? 'zoomed' : of.params['lr']!.toFixed(3));
    if (said && said !== shown.at(-1)) shown.push(said);
  });
  grower.want(new Map([['sgd', sgdAt(0.005).of]]), 'light');
  await vi.waitFor(() => expect(shown.at(-1)).toBe('zoomed'), 5000);
  grower.end();
  expect(shown).toEqual(['0.005', '0.006', '0.007', '0.008', 'zoomed']);
});

describe('a part of the domain', () => {
  const domain = [-6, 6, -6, 6] as const;
  test('zooms about a place, within the domain and in its proportions', () => {
    expect(zoomed(domain, domain, [1, 2], 0.5)).toEqual([-2, 4, -1, 5]);
    expect(zoomed(domain, domain, [5, -6], 0.5)).toEqual([0, 6, -6, 0]);
    expect(zoomed([-2, 4, -1, 5], domain, [1, 2], 3)).toBeNull();
    expect(zoomed([-1, 1, 0, 0.5], [-4, 4, -1, 1], [0, 0.25], 0.5)).toEqual([-0.5, 0.5, 0.125, 0.375]);
  });

  test('is what is drawn and where the starts lie; minima are those of the whole domain', () => {
    const zoom = [-1, 1.5, -2, 0.5] as const;
    const { state, of } = shownOf({ drape: 'basins', zoom });
    const seen = seenOf(state, recordsOf(state));
    expect(seen.surface.domain).toEqual(zoom);
    expect(seen.cut).toBeLessThan(state.cut);
    expect([of.window, of.surface.domain]).toEqual([zoom, domain]);
  });

  test('too fine for the relief’s vertices it is drawn flat alone', () => {
    const zoom = [3, 3.0001, 2, 2.0001] as const;
    const relief = resolve({ surface: 'himmelblau', drape: 'basins', zoom });
    expect(seenOf(relief, recordsOf(relief)).surface.domain).toEqual(domain);
    const flat = resolve({ surface: 'himmelblau', drape: 'basins', zoom, view: 'book' });
    expect(seenOf(flat, recordsOf(flat)).surface.domain).toEqual(zoom);
  });

  test('goes with the surface that it is of, and is drawn with the map alone, never beyond the domain', () => {
    const store = createLabStore({ surface: 'bowl', drape: 'basins', zoom: [-8, -6, 1, 3] });
    setSurface(store, 'beale');
    expect(store.get().state.zoom).toBeNull();
    const drawn = (overrides: Overrides) => {
      const state = resolve({ surface: 'himmelblau', zoom: [1, 2, 1, 2], ...overrides });
      return seenOf(state, recordsOf(state)).surface.domain;
    };
    expect(drawn({ drape: 'basins' })).toEqual([1, 2, 1, 2]);
    expect(drawn({})).toEqual(domain);
    expect(drawn({ drape: 'basins', zoom: [5, 7, 1, 2] })).toEqual(domain);
  });
});

test('the still of a map is offered where kernels compute it: not of Newton, not of what float32 cannot tell apart', () => {
  const has = (overrides: Overrides) => hasStill(resolve({ surface: 'himmelblau', selected: 'sgd', ...overrides }));
  expect([has({}), has({ drape: 'basins' })]).toEqual([false, true]);
  expect(has({ drape: 'basins', selected: 'newton', runs: { newton: { enabled: true } } })).toBe(false);
  expect(has({ drape: 'basins', view: 'book', zoom: [3, 3.001, 2, 2.001] })).toBe(false);
});
