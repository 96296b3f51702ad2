import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockTimes, SECONDS } from '../../src/ui/clip/frames.ts';
import { frameFor, runsOf, shapeIds, sizeOf, type ClipWords } from '../../src/ui/clip/layout.ts';
import { wrap } from '../../src/ui/clip/wrap.ts';

/** Half as wide as high, CJK as wide as high: near enough to a page's font. */
const measure = (text: string, font: string) => {
  const size = Number.parseFloat(font.split(' ').at(-1) ?? '');
  return [...text].reduce((sum, char) => sum + (char > '\u2fff' ? 1 : 0.5) * size, 0);
};

test('a clip begins at the start, moves evenly for five seconds, rests on the end for one', () => {
  const times = clockTimes(30, 30);
  expect(times).toHaveLength(SECONDS * 30);
  expect(times[0]).toBe(0);
  times.slice(0, 150).forEach((t, k) => expect(t).toBeCloseTo(k / 5, 9));
  expect(times.slice(150)).toEqual(Array<number>(30).fill(30));
});

test('words are broken between words, Japanese anywhere, closing marks never begin a line', () => {
  expect(wrap('SGD zigzags in the valley', 70, '10px', measure)).toEqual(['SGD zigzags in', 'the valley']);
  expect(wrap('谷は深い。「坂」へ。', 50, '10px', measure)).toEqual(['谷は深い。', '「坂」へ。']);
  expect(wrap('a b c d', 10, '10px', measure, 2)).toEqual(['a', 'b …']);
  expect(wrap('', 10, '10px', measure)).toEqual([]);
});

test('nothing of a text is lost in its lines, and no closing mark begins one (seed 5)', () => {
  const texts = fc.array(fc.constantFrom('f', 'SGD ', '−∇f ', '谷', 'は', '。', '「', '」', '12.5 % ', 'ー', ' '), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(texts, fc.integer({ min: 30, max: 400 }), (pieces, room) => {
      const lines = wrap(pieces.join(''), room, '10px', measure);
      expect(lines.join('').replace(/\s/g, '')).toBe(pieces.join('').replace(/\s/g, ''));
      for (const line of lines) expect(line).toBe(line.trim());
      // A mark after a blank closes nothing.
      if (!/\s[。」]/.test(pieces.join(''))) for (const line of lines.slice(1)) expect(line).not.toMatch(/^[。」]/);
    }),
    { seed: 5, numRuns: 200 },
  );
});

const words: ClipWords = {
  title: 'Why does SGD zigzag?',
  sentence: '−∇f misses the minimum by 64.6° now.',
  heading: 'Bowl: f(x, y) = x²/20 + y² · step 18 of 30',
  lines: [
    { text: 'SGD: lr = 0.95, f = 1.2', colour: '#0053c0' },
    { text: 'Momentum: lr = 0.1, f = 0.3', colour: '#007a5e' },
  ],
  link: `https://example.org/koubai/#v=1&${'o=sgd;lr:0.123456&'.repeat(12)}`,
};
const longer: ClipWords = { ...words, sentence: `${words.sentence} `.repeat(4) };

test.each(shapeIds)(
  '%s: even sides; all that is written stands inside, none over the picture, which keeps most of the frame',
  (shape) => {
    for (const side of [240, 1080]) {
      const size = sizeOf(shape, side);
      expect([size.width % 2, size.height % 2]).toEqual([0, 0]);
      const frame = frameFor(size, [words, longer], measure);
      const { left, top, width, height } = frame.picture;
      expect(width * height).toBeGreaterThan(0.45 * size.width * size.height);
      for (const said of [words, longer]) {
        for (const run of runsOf(frame, said, measure)) {
          expect(run.x).toBeGreaterThanOrEqual(left);
          expect(run.x + measure(run.text, run.font)).toBeLessThanOrEqual(size.width - left + 1e-9);
          const below = run.baseline > top + height;
          expect(below || run.baseline < top, run.text).toBe(true);
          expect(run.baseline).toBeLessThan(size.height);
        }
      }
    }
  },
);

test('a sentence that grows moves nothing: every other line and the picture stay where they are', () => {
  const frame = frameFor(sizeOf('square', 1080), [words, longer], measure);
  const others = (said: ClipWords) => runsOf(frame, said, measure).filter(({ block }) => block !== 'sentence');
  expect(others(longer)).toEqual(others(words));
});
