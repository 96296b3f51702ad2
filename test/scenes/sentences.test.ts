import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runViewsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { lookOf, sentenceOf as optimizersSay } from '../../scenes/optimizers/say/sentence.ts';
import { acrossAt } from '../../scenes/optimizers/say/look.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { words as optimizersWords } from '../../scenes/optimizers/words/index.ts';
import { sentenceOf as reconstructionSays } from '../../scenes/reconstruction/say/sentence.ts';
import type { Look } from '../../scenes/reconstruction/say/look.ts';
import { words as reconstructionWords } from '../../scenes/reconstruction/words/index.ts';
import { sentenceOf as sdmSays } from '../../scenes/sdm/sentence.ts';
import { scene as sdmScene } from '../../scenes/sdm/scene.ts';
import { addTexts } from '../../src/i18n/index.ts';
import { shownRange } from '../../src/sdm/reading.ts';
import { runSdm } from '../../src/sdm/run.ts';
import { isNumber, saidText } from '../../src/ui/say/said.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { expectHeard } from '../ui/say/heard.ts';

for (const words of [optimizersWords, reconstructionWords, sdmScene.words!]) addTexts(words);
const languages = ['ja', 'en'] as const;

test('SDM: every number of the sentence is counted in the record', () => {
  fc.assert(
    fc.property(
      fc.record({ seed: fc.nat(99), maps: fc.integer({ min: 1, max: 6 }), samples: fc.integer({ min: 3, max: 30 }) }),
      fc.nat(8),
      fc.constantFrom(...languages),
      ({ seed, maps, samples }, step, language) => {
        const spec = {
          ...{ h: 'sin', target: 0.5, lambda: 1e-4, reach: 1.5, low: -1.4, high: 1.4 },
          seed,
          maps,
          samples,
        };
        const record = runSdm(spec);
        const said = sdmSays(wordsOf(language), { spec, record }, step);
        const [low, high] = shownRange(spec);
        expectHeard(said, sdmScene.words![language], ({ of, what, at = 0 }) => {
          const paths = of === 'newton' ? record.newton : record.test;
          const stride = paths.x.length / paths.starts;
          const xs = Array.from({ length: paths.starts }, (_, i) => paths.x[i * stride + at]!);
          const found: Readonly<Record<string, number>> = {
            ...{ target: spec.target, answer: record.answer, map: Math.min(step, maps), starts: paths.starts },
            error: paths.error[at]!,
            arrived: xs.filter((x) => Math.abs(x - record.answer) <= 0.01 * (spec.high - spec.low)).length,
            outside: xs.filter((x) => !(x >= low && x <= high)).length,
          };
          return found[what];
        });
      },
    ),
    { numRuns: 40 },
  );
});

const part = fc.double({ min: 0, max: 100, noNaN: true });
const count = fc.integer({ min: 0, max: 4096 });
const anyLook: fc.Arbitrary<Look> = fc.oneof(
  fc.record({ kind: fc.constant('leaving' as const), points: count, way: part }),
  fc.record({ kind: fc.constant('errors' as const), near: part, worst: part }),
  fc.record({ kind: fc.constant('chamfer' as const), served: count, points: fc.constant(4096) }),
  fc.record({ kind: fc.constant('emd' as const), emd: part, nearest: part }),
  fc.record({ kind: fc.constant('alone' as const), network: part, floor: part }),
  fc.record({ kind: fc.constant('apart' as const), apart: part }),
  fc.record({
    ...{ kind: fc.constantFrom('network' as const, 'lookup' as const, 'even' as const), disputed: fc.boolean() },
    ...{ network: part, lookup: part, ratio: part },
  }),
);

test('the answer’s view of reconstruction: every number of the sentence is one of the look', () => {
  fc.assert(
    fc.property(anyLook, fc.constantFrom(...languages), (look, language) => {
      const known = look as unknown as Readonly<Record<string, number>>;
      expectHeard(reconstructionSays(wordsOf(language), look), reconstructionWords[language], ({ what }) =>
        what === 'missed' ? known['points']! - known['served']! : what === 'truth' ? known['points'] : known[what],
      );
    }),
  );
});

test('optimizers: every number of the sentence is one of the look at that iterate, or of the jump across the valley', () => {
  fc.assert(
    fc.property(
      fc.record({
        lr: fc.double({ min: 0.01, max: 1.3, noNaN: true }),
        start: fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
        step: fc.nat(31),
      }),
      fc.constantFrom(...languages),
      ({ lr, start, step }, language) => {
        const state = resolve({ start, runs: { sgd: { params: { lr } } } });
        const run = runViewsOf(state).find(({ id }) => id === 'sgd');
        if (!run) throw new Error('nothing runs');
        expect(run.spec.params['lr']).toBe(lr);
        const look = lookOf(run, state, step) as unknown as Readonly<Record<string, number>>;
        const across = acrossAt(run, step) as unknown as Readonly<Record<string, number>> | null;
        const said = optimizersSay(wordsOf(language), run, state, step);
        expectHeard(said, optimizersWords[language], ({ of, what }) =>
          of !== run.id ? undefined : what === 'from' || what === 'to' ? across?.[what] : look[what],
        );
        expect(said.filter(isNumber).length, saidText(said)).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
});
