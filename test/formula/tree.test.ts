import fc from 'fast-check';
import { create, parseDependencies, type MathNode } from 'mathjs/number';
import { expect, test } from 'vitest';
import { FormulaError, parseFormula, type Expr } from '../../src/formula/index.ts';

/* The trees are those of mathjs, whose parser is kept for this alone. */

const mathjs = create(parseDependencies ?? {});
const names = ['x', 'y'];

interface Theirs extends MathNode {
  readonly op: string;
  readonly name: string;
  readonly value: number;
  readonly implicit: boolean;
  readonly content: Theirs;
  readonly fn: { readonly name: string };
  readonly args: readonly Theirs[];
}

class Ambiguous extends Error {}

/** A tree with a pair of parentheses around all that has parts. */
function theirs(node: Theirs): string {
  switch (node.type) {
    case 'ParenthesisNode':
      return theirs(node.content);
    case 'ConstantNode':
      return String(node.value);
    case 'SymbolNode':
      return node.name;
    case 'FunctionNode':
      return `${node.fn.name}(${node.args.map(theirs).join(', ')})`;
    case 'OperatorNode': {
      const [left, right] = node.args as [Theirs, Theirs?];
      if (!right) return node.op === '+' ? theirs(left) : `(-${theirs(left)})`;
      if (node.op === '/' && right.type === 'OperatorNode' && right.implicit) throw new Ambiguous();
      return `(${theirs(left)} ${node.op} ${theirs(right)})`;
    }
    default:
      throw new Error(`a ${node.type}`);
  }
}

function ours(e: Expr): string {
  switch (e.kind) {
    case 'number':
      return e.symbol ?? String(e.value);
    case 'variable':
      return e.name;
    case 'negation':
      return `(-${ours(e.arg)})`;
    case 'binary':
      return `(${ours(e.left)} ${e.op} ${ours(e.right)})`;
    case 'call':
      return `${e.fn}(${e.args.map(ours).join(', ')})`;
  }
}

/** Values behind no sign or some, one after another with an operator or none between them. */
const text = fc.letrec<{ formula: string; value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'value' },
    fc.constantFrom('x', 'y', 'pi', 'e', '2', '0.5', '3/4', '2^3'),
    tie('formula').map((inner) => `(${inner})`),
    tie('formula').map((inner) => `sin(${inner})`),
    fc.tuple(tie('formula'), tie('formula')).map((both) => `max(${both.join(', ')})`),
  ),
  formula: fc
    .array(
      fc.tuple(
        fc.constantFrom(' + ', ' - ', '*', '/', '/', '^', ' '),
        fc.constantFrom('', '', '', '-', '+', '--'),
        tie('value'),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) =>
      all
        .map(
          ([operator, sign, value], i) =>
            `${i === 0 ? '' : operator === ' ' && /^\d/.test(value) ? '/' : operator}${sign}${value}`,
        )
        .join(''),
    ),
})).formula;

test('the tree of every formula is that of mathjs, and what is ambiguous to us is a bare product below its division (seed 404)', () => {
  const seen = { formulas: 0, bare: 0, fractions: 0, ambiguous: 0 };
  fc.assert(
    fc.property(text, (source) => {
      const read = () => theirs(mathjs.parse(source) as Theirs);
      try {
        expect(ours(parseFormula(source, names))).toBe(read());
        seen.formulas++;
        if (/[\dxyei)] [xypesm(]/.test(source)) seen.bare++;
        if (/(^|[-+(*^] ?)[\de.]+\/[\de.]+ [xypesm(]/.test(source)) seen.fractions++;
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        expect(error.code).not.toBe('syntax');
        if (error.code !== 'ambiguous-product') return;
        expect(read).toThrow(Ambiguous);
        seen.ambiguous++;
      }
    }),
    { seed: 404, numRuns: 2500 },
  );
  // Every kind of reading is among them often enough.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
});
