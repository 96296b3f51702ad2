import { create, parseDependencies } from 'mathjs/number';
import type { BinaryOperator, Expr, NumberExpr, VariableExpr } from './ast.ts';
import { check, type Word } from './check.ts';
import { FormulaError } from './errors.ts';
import { tokenise } from './tokens.ts';

const MAX_LENGTH = 500;
const MAX_NODES = 400;

const { parse } = create(parseDependencies ?? {});

/** What we read of mathjs's nodes. */
type TreeNode =
  | { readonly type: 'ParenthesisNode'; readonly content: TreeNode }
  | { readonly type: 'ConstantNode' | 'SymbolNode' }
  | { readonly type: 'FunctionNode'; readonly args: readonly TreeNode[] }
  | {
      readonly type: 'OperatorNode';
      readonly op: string;
      readonly implicit: boolean;
      readonly args: readonly TreeNode[];
    };

const OPERATORS: ReadonlyMap<string, BinaryOperator> = new Map(
  (['+', '-', '*', '/', '^'] as const).map((op) => [op, op]),
);

/** A number, name or function of the formula: what the parser's leaves stand for, in the same order. */
type Leaf = Exclude<Word, { kind: 'symbol' }>;

/**
 * Reads a formula over `names`, as written: nothing is simplified, and powers associate to the right (−x² is −(x²)).
 * `2x`, `2(x+1)` and `x y` are products; a variable called like a constant wins over it.
 *
 * mathjs gives the tree and nothing else. It never sees a name that the visitor typed: names are checked here and
 * handed to it as aliases (`n0`, `n1` …), so that none can mean anything to it.
 *
 * @throws {FormulaError} and nothing else, for any text.
 */
export function parseFormula(text: string, names: readonly string[]): Expr {
  if (text.length > MAX_LENGTH) {
    throw new FormulaError('too-long', MAX_LENGTH, { length: text.length, limit: MAX_LENGTH });
  }
  const words = check(tokenise(text), names, text.length);
  const leaves = words.filter((word): word is Leaf => word.kind !== 'symbol');
  const beyond = words.filter((word) => word.text !== '(' && word.text !== ')')[MAX_NODES];
  if (beyond) throw new FormulaError('too-large', beyond.at, { limit: MAX_NODES });
  return convert(treeOf(aliased(words)), leaves);
}

function aliased(words: readonly Word[]): string {
  const aliases = new Map<string, string>();
  return words
    .map((word) => {
      if (word.kind === 'symbol' || word.kind === 'number') return word.text;
      const alias = aliases.get(word.text) ?? `n${aliases.size}`;
      aliases.set(word.text, alias);
      return alias;
    })
    .join(' ');
}

function treeOf(source: string): TreeNode {
  try {
    return parse(source) as unknown as TreeNode;
  } catch {
    // `check` lets nothing through that the parser refuses; should it ever, the visitor gets our error all the same.
    throw new FormulaError('syntax', 0);
  }
}

/** Our own tree from the parser's, whose leaves come in the order in which they were written. */
function convert(root: TreeNode, leaves: readonly Leaf[]): Expr {
  let next = 0;
  const leaf = (): Leaf => {
    const word = leaves[next++];
    if (!word) throw new FormulaError('syntax', 0);
    return word;
  };
  const refuse = (): never => {
    throw new FormulaError('syntax', leaves[next]?.at ?? 0);
  };
  const walk = (node: TreeNode): Expr => {
    switch (node.type) {
      case 'ParenthesisNode':
        return walk(node.content);
      case 'ConstantNode':
      case 'SymbolNode':
        return leafExpr(leaf());
      case 'FunctionNode': {
        const word = leaf();
        return word.kind === 'function' ? { kind: 'call', fn: word.fn, args: node.args.map(walk) } : refuse();
      }
      case 'OperatorNode': {
        const [first, second] = node.args;
        const op = OPERATORS.get(node.op);
        if (!first || op === undefined || node.args.length > 2) return refuse();
        const left = walk(first);
        if (!second) return op === '+' ? left : op === '-' ? { kind: 'negation', arg: left } : refuse();
        if (op === '/' && second.type === 'OperatorNode' && second.op === '*' && second.implicit) {
          throw new FormulaError('ambiguous-product', leaves[next]?.at ?? 0);
        }
        return { kind: 'binary', op, left, right: walk(second) };
      }
      default:
        return refuse();
    }
  };
  return walk(root);
}

function leafExpr(word: Leaf): NumberExpr | VariableExpr {
  switch (word.kind) {
    case 'number':
      return { kind: 'number', value: Number(word.text) };
    case 'constant':
      return { kind: 'number', value: word.constant === 'pi' ? Math.PI : Math.E, symbol: word.constant };
    case 'variable':
      return { kind: 'variable', name: word.text };
    case 'function':
      throw new FormulaError('function-needs-parentheses', word.at, { name: word.text });
  }
}
