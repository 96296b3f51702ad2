import { expect, test } from 'vitest';
import '../../scenes/optimizers/words/later.ts';
import {
  foretell,
  foretoldZones,
  qualitySaid,
  questionOf,
  typedSaid,
  zonesSaid,
} from '../../scenes/optimizers/forecast/foretold.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { forecastRecord, type ForecastQuality } from '../../src/jobs/tuning/forecastRecord.ts';
import { varyRun } from '../../src/jobs/tuning/vary.ts';
import { trackLayers } from '../../src/ui/controls/zones.ts';
import type { Zone } from '../../src/jobs/tuning/forecastZones.ts';
import { wordsOf, type Words } from '../../src/ui/useText.ts';
import { drained } from '../jobs/drained.ts';

const [en, ja] = [wordsOf('en'), wordsOf('ja')];
const asked = (id: string, overrides: Overrides = {}) => {
  const state = resolve(overrides);
  return questionOf(
    state,
    state.runs.find((run) => run.id === id)!,
  );
};
const ahead = (id: string, overrides: Overrides = {}) => {
  const question = asked(id, overrides);
  return question && drained(foretell(question));
};

test('before anything runs: the opening state’s rates from which on a run ends higher, and nothing of methods without one', () => {
  const sgd = ahead('sgd')!;
  expect(sgd.zones).toEqual({ higher: [[expect.closeTo(1, 1), 10]], undecided: [] });
  expect(zonesSaid(en, sgd)).toMatch(/^Forecast: ends higher than it began at η = (1|1\.\d+) to the slider’s end\.$/);
  expect(zonesSaid(ja, sgd)).toMatch(/^予報：η が (1|1\.\d+) からスライダーの端までの間では、出発点より高く終わる。$/);
  expect(zonesSaid(en, ahead('adam')!)).toMatch(/^Forecast: (ends no higher|undecided)/);
  expect(ahead('newton')).toBeNull();
  expect(ahead('sgd', { start: [0, 0] })).toBeNull();
});

test('what is told of zones: one or two by their ends, more of them by where they begin and end', () => {
  const said = (t: Words, higher: readonly Zone[], undecided: readonly Zone[] = []) =>
    zonesSaid(t, {
      zones: { higher, undecided },
      span: { min: 0.01, max: 10, scale: 'log' },
      quality: null,
      typed: null,
    });
  const [low, middle, high]: readonly Zone[] = [
    [0.1, 0.2],
    [0.3, 0.5],
    [2, 10],
  ];
  expect(said(en, [middle!, high!])).toBe(
    'Forecast: ends higher than it began at η = 0.3 to 0.5 and 2 to the slider’s end.',
  );
  expect(said(en, [low!, middle!, high!])).toContain('at η = 0.1 to the slider’s end, here and there.');
  expect(said(ja, [low!, middle!, [2, 3]])).toBe(
    '予報：η が 0.1 から 3 の間のところどころでは、出発点より高く終わる。',
  );
  expect(said(en, [high!], [middle!])).toMatch(/at η = 2 to the slider’s end\. Undecided: η = 0\.3 to 0\.5\.$/);
  expect(said(en, [], [high!])).toContain('undecided at η = 2 to the slider’s end;');
  expect(said(ja, [], [high!])).toContain('η が 2 からスライダーの端までの間では、どちらとも言えない。');
  expect(said(en, [])).toBe('Forecast: ends no higher than it began, at any η of the slider.');
});

test('it follows the start, the surface and the other sliders, and lr alone changes nothing', () => {
  const from = (overrides: Overrides) => ahead('momentum', overrides)!.zones.higher[0]![0];
  expect(from({ runs: { momentum: { params: { momentum: 0.5 } } } })).toBeLessThan(from({}));
  expect(ahead('sgd', { surface: 'rosenbrock' })!.zones.higher[0]![0]).toBeLessThan(0.01);
  expect(ahead('sgd', { surface: 'rosenbrock', start: [1.1, 1.2] })!.zones).not.toEqual(
    ahead('sgd', { surface: 'rosenbrock' })!.zones,
  );
  expect(from({ runs: { momentum: { params: { lr: 5 } } } })).toBe(from({}));
});

test.each([
  ['adagrad', 50],
  ['adam', 100],
])(
  '%s on Rosenbrock’s valley at a typed η of %i, which ends higher: the sentence keeps to the slider, the rate has one of its own',
  (id, lr) => {
    const overrides = { surface: 'rosenbrock', runs: { [id]: { params: { lr } } } };
    const found = ahead(id, overrides)!;
    expect(found.typed!.rate).toBe(lr);
    const { f, count } = optimize(varyRun(asked(id, overrides)!.run, { lr }));
    const ends = f[count - 1]! > f[0]! ? 'higher' : 'lower';
    expect([ends, 'undecided']).toContain(found.typed!.said);
    for (const t of [en, ja]) {
      expect(zonesSaid(t, found)).not.toMatch(/any η\.|and above|^予報：どの/);
      expect(typedSaid(t, found)).toContain(`η = ${lr}`);
    }
    expect(typedSaid(en, ahead(id, { surface: 'rosenbrock' })!)).toBeNull();
    // Spoken with the rate as those on the slider are.
    const spoken = foretoldZones(en, found)!.kinds.filter(({ zones }) =>
      zones.some(([from, to]) => from <= lr && lr <= to),
    );
    expect(spoken).toHaveLength(found.typed!.said === 'lower' ? 0 : 1);
  },
);

test('a rule of one’s own with a rate below 0, whose slider is linear and ends at 0, is foretold too', () => {
  const own = ahead('own', { rule: 'lr = -1.5; x = x + lr*g' })!;
  expect(own.zones.higher).toEqual([[-3, expect.closeTo(-1, 1)]]);
  expect(zonesSaid(en, own)).toMatch(/η = −3 to −1/);
});

test('nothing is said where the updates are disturbed', () => {
  expect(ahead('sgd', { lrChange: { step: 5, factor: 0.1 } })).toBeNull();
  expect(ahead('sgd', { noise: 1 })).toBeNull();
  expect(ahead('sgd', { schedule: { kind: 'cosine', over: 30, factor: 0 } })).toBeNull();
});

test('how good it is comes from the record, rule by rule; of one’s own rule it says that nobody has tried', () => {
  const said = qualitySaid(en, ahead('adam')!);
  const { hit, alarm, miss, openHigher } = forecastRecord.of['adam']!.book!;
  const higher = hit + miss + openHigher;
  const [recall, open, precision] = [hit / higher, openHigher / higher, hit / (hit + alarm)].map((share) =>
    en.fixed(100 * share, 0),
  );
  expect(said.short).toBe(`Tried: ${recall} % foreseen, ${open} % undecided; ${precision} % of warnings true.`);
  expect(said.how).toContain('10,000 runs of 100 updates');
  expect(said.how).toContain(
    `of the ${en.number(higher, 6)} that ended higher, ${recall} % were foreseen and ${open} %`,
  );
  // Of some runs nothing was said: they are none on which it was tried.
  const [{ silent }] = Object.values(forecastRecord.of['polyak']!) as [ForecastQuality];
  expect(silent).toBeGreaterThan(0);
  const polyak = qualitySaid(en, ahead('polyak')!);
  expect(polyak.how).toContain(`${en.number(forecastRecord.runs - silent, 6)} runs of`);
  const own = ahead('own', { rule: 'lr = 0.1; x = x - lr*g' })!;
  expect(own.zones.higher[0]![0]).toBeCloseTo(1, 1);
  expect(qualitySaid(en, own)).toEqual({ short: 'How often that comes true has not been measured for this rule.' });
});

test('a rate in a zone is spoken of as such, and the zone is hatched where the knob’s middle stands on it', () => {
  const zones = foretoldZones(en, ahead('sgd'))!;
  expect(zones.text).toBe(zonesSaid(en, ahead('sgd')!));
  expect(zones.kinds.map(({ look, within }) => [look, within])).toEqual([
    ['hatched', '(forecast: ends higher than it began)'],
    ['ticked', '(forecast: undecided whether it ends higher than it began)'],
  ]);
  expect(foretoldZones(en, null)).toBeNull();
  // Of 216 CSS pixels, 16 the knob’s: from 0.25 on 200 of them, 50 + 8 from the left, 50 wide.
  const [, knobs, percent, wide] = /calc\((\S+) \* var\(--knob-size\) \+ (\S+)%\) center \/ calc\((\S+) /.exec(
    trackLayers('hatched', [[0.25, 0.5]])[0]!,
  )!;
  const width = Number(wide) * 200;
  expect(width).toBeCloseTo(50, 9);
  expect(Number(knobs) * 16 + (Number(percent) / 100) * (216 - width)).toBeCloseTo(58, 9);
});
