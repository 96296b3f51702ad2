import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { optimizeSpecsOf } from '../../scenes/optimizers/state/specs.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { ruleOrNull } from '../../src/optimizers/index.ts';
import { compileRule } from '../../src/optimizers/run.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { OWN_RUN } from '../../scenes/optimizers/state/runs.ts';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';
import { koubai, type PlainRun } from '../cli/koubai.ts';
import { experiment } from '../state/arbitrary.ts';
import { brokenDrawing, dotsOf, fragmentOf, openApp, stepOf, visit } from './app.ts';
import { closePage, complaints, expectClean, openPage, useBrowser } from './harness.ts';

const SEED = 7;
const COUNT = 50;
const browser = useBrowser();
let page: Page;
beforeAll(async () => {
  page = await openApp(browser(), 'v=1&view=book&t=0', {
    permissions: ['clipboard-read', 'clipboard-write'],
    // Pictures are drawn by software here: a small window is enough for what stands in links.
    viewport: { width: 900, height: 640 },
  });
});
afterAll(() => closePage(page));
let complained = 0;
/** What went wrong since the last look, so that one test's trouble is not the next one's. */
function expectQuiet(): void {
  const news = complaints(page).slice(complained);
  complained += news.length;
  expect(news).toEqual([]);
}
afterEach(expectQuiet);

interface TableRun {
  readonly id: string;
  readonly points: readonly (readonly [number, number])[];
  readonly losses: readonly number[];
}

/** Loads a link as a click on it would, and reads the open data table back from its text. */
async function tableOf(fragment: string): Promise<readonly TableRun[]> {
  await visit(page, fragment);
  return page.evaluate(() => {
    const heads = [...document.querySelectorAll<HTMLElement>('dialog thead [data-run]')];
    const numbers = (id: string, column: string) =>
      [...document.querySelectorAll(`dialog td[data-run="${id}"][data-column="${column}"]`)]
        .map((cell) => cell.textContent)
        .filter((text) => text !== '')
        .map(Number);
    return heads.map(({ dataset: { run = '' } }) => {
      const [x, y] = [numbers(run, 'x'), numbers(run, 'y')];
      return { id: run, points: x.map((value, i) => [value, y[i]!] as const), losses: numbers(run, 'f') };
    });
  });
}

async function withTable(read: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Data table' }).click();
  await page.locator('dialog table').waitFor();
  try {
    await read();
  } finally {
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
}

/** What `koubai optimize --link` prints: the same program, in this process. */
function printed(link: string): readonly PlainRun[] {
  let text = '';
  createProgram((written) => (text += written)).parse(['node', 'koubai', 'optimize', '--link', link, '--json']);
  return (JSON.parse(text) as { runs: readonly PlainRun[] }).runs;
}

/** Surface and rule round alike on every engine. */
const isExact = ({ surface, optimizer, semantics }: OptimizeSpec) => {
  const rule = ruleOrNull(optimizer, semantics);
  return rule !== null && objectiveOf(surface.formula, surface.params).exact && compileRule(rule).exact;
};

const flat = (run: Pick<PlainRun, 'points' | 'losses'>) => run.points.flatMap(([x, y], i) => [x, y, run.losses[i]!]);

/** The largest difference of two runs, relative to the larger of 1 and the number; Infinity when one is longer. */
function distance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Infinity;
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!) / Math.max(1, Math.abs(b[i]!))), 0);
}

/** How far a start moved by 1e-13 along x or y moves the run. */
function sensitivity(spec: OptimizeSpec): number {
  const from = ([x, y]: readonly [number, number]) => {
    const record = optimize({ ...spec, start: [x, y] });
    return Array.from(record.f, (f, i) => [record.x[2 * i]!, record.x[2 * i + 1]!, f]).flat();
  };
  const [x, y] = spec.start;
  const run = from([x, y]);
  return Math.max(distance(from([x + 1e-13, y]), run), distance(from([x, y + 1e-13]), run));
}

const links = fc.sample(experiment, { seed: SEED, numRuns: COUNT }).map((overrides) => encode({ ...overrides, t: 0 }));

test(`${COUNT} random links: the page's table is what --link prints (seed ${SEED})`, async () => {
  const tally = { exact: 0, within: 0, excused: [] as string[], diverged: 0, rows: 0 };
  let spread = 0;
  const compare = async (link: string) => {
    const { overrides, notices } = decode(link);
    expect(notices).toEqual([]);
    const specs = optimizeSpecsOf(resolve(overrides));
    const expected = printed(`https://example.org/#${link}`);
    // The flat figures draw a new surface faster; the relief has its own test below.
    const shown = await tableOf(encode({ ...overrides, view: 'book' }));
    expect(shown.map(({ id }) => id)).toEqual(
      // The page knows a rule of one's own by its place, the command line by its text.
      expected.map(({ optimizer }) => (optimizer.startsWith('own:') ? OWN_RUN : optimizer)),
    );
    for (const [i, run] of expected.entries()) {
      const spec = specs[i]!;
      const [ours, theirs] = [flat(shown[i]!), flat(run)];
      tally.rows += run.losses.length;
      if (run.status === 'diverged') tally.diverged++;
      const what = `${link}: ${spec.optimizer}`;
      if (isExact(spec)) {
        // Object.is, number by number: every bit, the sign of a zero too.
        expect([what, ours.findIndex((value, k) => !Object.is(value, theirs[k]))]).toEqual([what, -1]);
        expect(ours).toHaveLength(theirs.length);
        tally.exact++;
        continue;
      }
      const off = distance(ours, theirs);
      if (off <= 1e-12) {
        tally.within++;
        spread = Math.max(spread, off);
        continue;
      }
      expect([what, off, sensitivity(spec)]).toEqual([what, off, expect.toSatisfy((s: number) => s > 1e-12)]);
      tally.excused.push(`${what} (off by ${off.toExponential(1)})`);
    }
  };
  await withTable(async () => {
    for (const link of links) await compare(link);
  });
  console.log(
    `${COUNT} links, ${tally.rows} rows: ${tally.exact} runs bit for bit, ${tally.within} within 1e-12 ` +
      `(at most ${spread.toExponential(1)}), ${tally.excused.length} excused as chaotic, ${tally.diverged} diverged`,
    ...tally.excused.map((text) => `\n  ${text}`),
  );
  // The draw holds enough of each kind that the comparison says something.
  expect(tally.exact).toBeGreaterThan(20);
  expect(tally.within).toBeGreaterThan(20);
  expect(tally.excused.length).toBeLessThan(20);
  expect(tally.diverged).toBeGreaterThan(0);
});

test('the built command line prints what the same program prints in this process', async () => {
  const run = await koubai();
  for (const link of links.slice(0, 3)) {
    const { code, out, err } = run('optimize', '--link', `https://example.org/#${link}`, '--json');
    expect([code, err]).toEqual([0, '']);
    expect((JSON.parse(out) as { runs: readonly PlainRun[] }).runs).toEqual(printed(`https://example.org/#${link}`));
  }
});

/** Where the vertex buffers park what float32 cannot hold. */
const PARKED = Math.fround(3e38);

test(`5 random links in the relief: the drawn buffers hold the table's numbers as float32 (seed ${SEED})`, async () => {
  await withTable(async () => {
    for (const link of links.slice(0, 5)) {
      const { overrides } = decode(link);
      const steps = Math.min(resolve(overrides).steps, 200);
      for (const { id, points, losses } of await tableOf(encode({ ...overrides, steps, swarm: false }))) {
        const wanted = points.map((point, i) => [...point, losses[i]!].map(Math.fround));
        await expect.poll(async () => (await dotsOf(page, id)).length, { timeout: 10_000 }).toBe(wanted.length);
        const drawn = await dotsOf(page, id);
        for (const [i, row] of wanted.entries()) {
          const fits = row.every(Number.isFinite);
          expect([link, id, i, drawn[i]]).toEqual([link, id, i, fits ? row : [PARKED, PARKED, 0]]);
        }
      }
    }
  });
});

test('junk in a link: a notice names each part, the default stands in its place, and it can be dismissed', async () => {
  await visit(page, 'v=1&s=nowhere&n=-5&o=sgdd;lr:1&view=book&t=3');
  const notices = page.getByRole('status', { name: 'About this link' });
  const items = notices.getByRole('listitem');
  await expect.poll(() => items.allTextContents()).toHaveLength(3);
  const told = (await items.allTextContents()).join('\n');
  for (const part of ['s=nowhere', 'n=-5', 'o=sgdd;lr:1']) expect(told).toContain(`“${part}”, cannot be used`);
  expect(await page.locator('.counter').textContent()).toBe('3 / 30');
  await notices.getByRole('button').click();
  expect(await notices.count()).toBe(0);
  await visit(page, 'v=9&t=4');
  expect(await items.allTextContents()).toEqual([expect.stringContaining('newer version (v9)')]);
  await visit(page, 'v=1&t=5');
  expect(await notices.count()).toBe(0);
});

test.each([
  ['a formula undefined at the start', 'v=1&f=log(x)&d=-5,5,-5,5&x=-1,0'],
  ['a formula undefined everywhere', 'v=1&f=sqrt(-1-x%5E2)&d=-1,1,-1,1'],
  ['a pole at the start', 'v=1&f=1%2Fx&d=-5,5,-5,5&x=0,0'],
  ['a plain', 'v=1&f=3&d=-1,1,-1,1'],
  ['a small domain far out', 'v=1&f=x%5E2%2By%5E2&d=999,1000,-1,0'],
  ['a cut below everything', 'v=1&cut=-100'],
  ['a cut above everything', 'v=1&cut=1e300'],
  ['a step beyond the last', 'v=1&t=2000'],
  ['a rate beyond all measure', 'v=1&s=ackley&o=sgd;lr:1e200,momentum;lr:1e300'],
  ['no optimizer at all', 'v=1&o=-sgd,-momentum,-adagrad,-adam&t=3'],
  ['a single step', 'v=1&n=1'],
  ['a flat corner of the screen', 'v=1&c=0,90,20,50,50,50'],
  ['percent signs', 'v=1&%%%=%E0%A4%A&x=%'],
  ['markup', 'v=1&f=<img%20src=x%20onerror=alert(1)>&s=<script>'],
  ['ten thousand characters', `v=1&${'x'.repeat(10_000)}`],
])('%s: the page stands, in every view', async (_, link) => {
  for (const view of ['relief', 'book', 'overlay']) {
    await visit(page, `${link}&swarm=0&play=0&view=${view}`);
    // The first formula fetches what reads formulas.
    await page.locator('.transport').waitFor({ timeout: 10_000 });
    await page.waitForTimeout(60);
    expect(await page.locator('.error-card, .no-webgl').count()).toBe(0);
    expect(await brokenDrawing(page)).toEqual([]);
    expectQuiet();
  }
});

/** Counts the history's writes from now on; `stop` gives their times in milliseconds, by kind. */
async function countWrites(): Promise<() => Promise<readonly { readonly kind: string; readonly ms: number }[]>> {
  await page.evaluate(() => {
    const seen: { kind: string; ms: number }[] = [];
    for (const kind of ['pushState', 'replaceState'] as const) {
      const write = History.prototype[kind];
      history[kind] = function (...args) {
        seen.push({ kind, ms: performance.now() });
        write.apply(history, args);
      };
    }
    Object.assign(window, { koubaiWrites: seen });
  });
  return () =>
    page.evaluate(() => {
      delete (history as Partial<History>).pushState;
      delete (history as Partial<History>).replaceState;
      return (window as unknown as { koubaiWrites: { kind: string; ms: number }[] }).koubaiWrites;
    });
}

test('discrete choices push, and browser back undoes them one by one', async () => {
  await visit(page, 'v=1&t=0&swarm=0&view=book');
  const stop = await countWrites();
  const adam = page.getByLabel('Draw the path of Adam', { exact: true });
  const choose = async (act: () => Promise<void>, shown: string) => {
    await act();
    await expect.poll(() => fragmentOf(page)).toBe(shown);
  };
  await choose(() => page.getByRole('radio', { name: 'Overlay' }).check(), 'v=1&view=overlay&swarm=0&t=0');
  await choose(() => adam.uncheck(), 'v=1&view=overlay&swarm=0&t=0&o=-adam');
  await choose(() => page.keyboard.press('h'), 'v=1&view=overlay&h=log&swarm=0&t=0&o=-adam');
  expect((await stop()).map(({ kind }) => kind)).toEqual(['pushState', 'pushState', 'pushState']);
  await page.goBack();
  expect(await fragmentOf(page)).toBe('v=1&view=overlay&swarm=0&t=0&o=-adam');
  await page.goBack();
  expect(await adam.isChecked()).toBe(true);
  await page.goBack();
  expect(await page.getByRole('radio', { name: 'As in the book' }).isChecked()).toBe(true);
  await page.goForward();
  expect(await page.getByRole('radio', { name: 'Overlay' }).isChecked()).toBe(true);
  expect(await adam.isChecked()).toBe(true);
});

test('a drag replaces, once it rests; a storm of keys writes at most twice in any second', async () => {
  await visit(page, 'v=1&view=book&swarm=0&t=10');
  const stop = await countWrites();
  const slider = page.getByRole('slider', { name: 'SGD: Learning rate', exact: true });
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
  await page.mouse.down();
  // In one burst: on a slow machine each answer takes a while, and a pause is a rest.
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => page.mouse.move(box.x + box.width * (0.8 - i / 100), box.y + box.height / 2)),
  );
  await page.mouse.up();
  await expect.poll(() => fragmentOf(page)).toMatch(/^v=1&view=book&swarm=0&t=10&o=sgd;lr:0\.0\d+$/);
  await page.locator('.counter').click();
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'h' : 'ArrowRight');
    await page.waitForTimeout(60);
  }
  // 13 presses of h from linear: log. 12 steps from 10.
  await expect.poll(() => fragmentOf(page), { timeout: 5000 }).toMatch(/^v=1&view=book&h=log&swarm=0&t=22&o=sgd;lr:/);
  const writes = await stop();
  // The drag is the first write and the only one of its 40 moves.
  expect(writes[0]?.kind).toBe('replaceState');
  expect(writes[1]?.kind).toBe('pushState');
  expect(writes.length).toBeGreaterThan(3);
  // 10 ms of grace: these times are taken around the calls, not inside.
  for (const { ms } of writes) {
    expect(writes.filter((other) => other.ms >= ms && other.ms < ms + 990).length).toBeLessThanOrEqual(2);
  }
});

test('"copy link" brings the same numbers and the same step back', async () => {
  await visit(page, 'v=1&s=beale&x=1.5,1&n=60&h=log&swarm=0&t=0&o=sgd;lr:0.003,lion;lr:0.02,-adagrad');
  await page.locator('.counter').click();
  await page.keyboard.press(' ');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0.7);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Link copied' }).waitFor();
  // Said for all to see, too.
  expect(await page.locator('.copied-toast').isVisible()).toBe(true);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press(' ');
  const copied = new URL(link);
  const t = Number(/[#&]t=([\d.]+)/.exec(copied.hash)?.[1]);
  expect(t).toBeGreaterThan(0.7);
  expect(copied.origin + copied.pathname).toBe(inject('appUrl'));
  const other = await openApp(browser(), copied.hash.slice(1));
  await expect.poll(() => stepOf(other)).toBe(t);
  expect(await other.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
  for (const id of ['sgd', 'momentum', 'adam', 'lion']) {
    expect(await dotsOf(other, id)).toEqual(await dotsOf(page, id));
  }
  await other.waitForTimeout(1000);
  expect(await fragmentOf(other)).toBe(copied.hash.slice(1));
  expectClean(other);
  await closePage(other);
});

/** Follows a link as soon as the page has anything of its own, as an impatient visitor may: at 'mount' its scene stands, at 'code' its script runs. */
test.each(['mount', 'code'] as const)('a link followed at once counts: %s', async (when) => {
  const early = await openPage(browser(), '#v=1&view=book', {
    before: when === 'mount' ? followAtMount : followAtCode,
    until: 'commit',
  });
  await expect.poll(() => early.evaluate(() => window.koubai?.scene?.t())).toBe(3);
  await closePage(early);
});

function followAtMount(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.shell')) return;
    observer.disconnect();
    location.hash = 'v=1&s=bowl&t=3';
  }).observe(document, { childList: true, subtree: true });
}

function followAtCode(): void {
  const decode = globalThis.decodeURIComponent;
  // The link is read by now, and nothing of the page stands.
  globalThis.decodeURIComponent = (text) => {
    globalThis.decodeURIComponent = decode;
    setTimeout(() => (location.hash = 'v=1&s=bowl&t=3'));
    return decode(text);
  };
}
