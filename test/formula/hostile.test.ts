import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compile, FormulaError, freeNames, gradient, parseFormula, toMathml } from '../../src/formula/index.ts';
import { sentenceOf } from '../../src/formula/sentence.ts';

const names = ['x', 'y'];
let executions = 0;

beforeEach(() => {
  executions = 0;
  Reflect.set(globalThis, 'trap', () => {
    executions++;
    return 1;
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'trap');
});

/** Accepts or refuses, never anything else; what is accepted is a formula in x and y that everything downstream takes. */
function examine(text: string): 'accepted' | 'refused' {
  const before = executionTime();
  try {
    const e = parseFormula(text, names);
    expect([...freeNames(e)].every((name) => names.includes(name))).toBe(true);
    const all = [e, ...gradient(e, names)];
    const out = new Float64Array(all.length);
    compile(all, names)(Float64Array.of(0.3, -0.7), out);
    expect(toMathml(e).children).not.toEqual([]);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    expect(Number.isInteger(error.position)).toBe(true);
    expect(error.position).toBeGreaterThanOrEqual(0);
    expect(error.position).toBeLessThanOrEqual(text.length);
    expect(sentenceOf(error).length).toBeGreaterThan(20);
    return 'refused';
  } finally {
    // One formula takes well under 10 ms; a second would be felt as a hang.
    expect(executionTime() - before).toBeLessThan(1000);
  }
}

const executionTime = (): number => performance.now();

const pieces = [
  ...[
    'x',
    'y',
    'pi',
    'e',
    '2',
    '0.5',
    '1e3',
    '1e',
    '.',
    '0x1',
    '²',
    '⁻',
    '⁻¹',
    '√',
    '½',
    ' ',
    '\n',
    '　',
    '😀',
    '\u0000',
  ],
  ...[
    '+',
    '-',
    '*',
    '/',
    '^',
    '**',
    '(',
    ')',
    '(',
    ')',
    ',',
    '×',
    '−',
    '（',
    '）',
    '=',
    '==',
    '<',
    '>',
    '!',
    '%',
    ':',
    ';',
  ],
  ...['?', '"', "'", '`', '[', ']', '{', '}', '#', '$', '@', '\\', '|', '&', '..', '=>', '...', '//', '/*', '*/'],
  ...['sin(', 'max(', 'sqrt(', 'sin', 'max', 'foo', 'trap()', 'globalThis.trap()', '`${trap()}`', '(()=>trap())()'],
  ...['constructor', '__proto__', 'constructor.constructor("trap()")()', 'toString', 'this', 'import("trap")', 'eval'],
  ...[
    'parse("trap()")',
    'evaluate("trap()")',
    'f(x)=trap()',
    'true',
    'null',
    'i',
    'NaN',
    'Infinity',
    'in',
    'mod',
    'to cm',
  ],
];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
/** Mostly well-formed, so that the accepting branch is examined too. */
const nearly = fc
  .array(
    fc.tuple(
      fc.constantFrom('x', 'y', '2', 'pi', 'sin(x)', '(x+y)', 'trap'),
      fc.constantFrom('+', '-', '*', '^', '/', ' '),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => `${parts.flat().join('')}x`);

test('3,000 strings of random code units are refused or are formulas (seed 20251)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 520 }), (text) => {
      examine(text);
    }),
    { seed: 20251, numRuns: 3000 },
  );
  expect(executions).toBe(0);
});

test('4,000 soups of tokens are refused or are formulas, and none runs code (seed 20252)', () => {
  fc.assert(
    fc.property(soup, (text) => {
      examine(text);
    }),
    { seed: 20252, numRuns: 4000 },
  );
  expect(executions).toBe(0);
});

test('3,000 nearly well-formed strings; both outcomes are common (seed 20253)', () => {
  const outcomes = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(nearly, (text) => {
      outcomes[examine(text)]++;
    }),
    { seed: 20253, numRuns: 3000 },
  );
  expect(Math.min(outcomes.accepted, outcomes.refused)).toBeGreaterThan(300);
  expect(executions).toBe(0);
});

test('the deepest and longest formulas that are allowed derive twice and compile in time', () => {
  for (const text of [
    'x^'.repeat(199) + 'x',
    'sin('.repeat(40) + 'x' + ')'.repeat(40),
    '-'.repeat(399) + 'x',
    'x*'.repeat(199) + 'x',
    '('.repeat(40) + 'x' + '^8)'.repeat(40),
  ]) {
    const started = executionTime();
    expect(examine(text)).toBe('accepted');
    const second = gradient(parseFormula(text, names), names).flatMap((g) => gradient(g, names));
    compile(second, names)(Float64Array.of(0.3, -0.7), new Float64Array(4));
    expect(executionTime() - started).toBeLessThan(2000);
  }
});
