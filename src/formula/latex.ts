import { smallIntegerOf, type BinaryExpr, type CallExpr, type Expr } from './ast.ts';
import { functions } from './functions.ts';

const SUM = 1;
const PRODUCT = 2;
const POWER = 3;
const ATOM = 4;

/** LaTeX with how strongly it binds; `opensWithDigit`: a factor before it needs a dot. */
interface Piece {
  readonly text: string;
  readonly level: number;
  readonly opensWithDigit?: boolean;
}

/**
 * LaTeX of a formula as it stands; `symbol` gives the LaTeX of a variable (by default Greek letters by name, digits as
 * a subscript, longer names upright). Quotients become fractions, exp a power of e, and 1e-7 becomes 10⁻⁷.
 */
export function toLatex(e: Expr, symbol: (name: string) => string = latexSymbol): string {
  return piece(e, symbol).text;
}

function piece(e: Expr, symbol: (name: string) => string): Piece {
  const of = (u: Expr, level: number): Piece => enclose(piece(u, symbol), level);
  switch (e.kind) {
    case 'number':
      return e.symbol === undefined ? number(e.value) : { text: e.symbol === 'pi' ? '\\pi' : 'e', level: ATOM };
    case 'variable':
      return { text: symbol(e.name), level: ATOM };
    case 'negation':
      return { text: `-${of(e.arg, PRODUCT).text}`, level: SUM };
    case 'binary':
      return binary(e, of);
    case 'call': {
      const [a = '', b = a] = e.args.map((arg) => of(arg, SUM).text);
      return { text: functions[e.fn].latex(a, b), level: e.fn === 'exp' ? POWER : ATOM };
    }
  }
}

function enclose(inner: Piece, level: number): Piece {
  return inner.level >= level ? inner : { text: `\\left(${inner.text}\\right)`, level: ATOM };
}

function binary(e: BinaryExpr, of: (u: Expr, level: number) => Piece): Piece {
  switch (e.op) {
    case '+':
      // A sum or a negation on the right of a + is safe bare, except for a leading minus: a + (−b).
      return {
        text: `${of(e.left, SUM).text} + ${of(e.right, startsNegative(e.right) ? PRODUCT : SUM).text}`,
        level: SUM,
      };
    case '-':
      return { text: `${of(e.left, SUM).text} - ${of(e.right, PRODUCT).text}`, level: SUM };
    case '*':
      return product(of(e.left, PRODUCT), of(e.right, PRODUCT));
    case '/': {
      const above = of(e.left, SUM);
      // 2·½, not 2½.
      const opensWithDigit = e.left.kind === 'number' && above.opensWithDigit === true;
      return { text: `\\frac{${above.text}}{${of(e.right, SUM).text}}`, level: PRODUCT, opensWithDigit };
    }
    case '^': {
      const exponent = of(e.right, SUM).text;
      const n = smallIntegerOf(e.right);
      // sin⁻¹ would read as the inverse function.
      if (e.left.kind === 'call' && TRIGONOMETRIC.has(e.left.fn) && n !== null && n > 0) {
        return powerOfFunction(e.left, exponent, of);
      }
      const base = of(e.left, ATOM);
      return { text: `{${base.text}}^{${exponent}}`, level: POWER, opensWithDigit: base.opensWithDigit === true };
    }
  }
}

const TRIGONOMETRIC: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh']);

/** sin²(x) rather than sin(x)². */
function powerOfFunction(call: CallExpr, exponent: string, of: (u: Expr, level: number) => Piece): Piece {
  const [arg] = call.args;
  const inner = arg ? of(arg, SUM).text : '';
  return { text: `\\${call.fn}^{${exponent}}\\left(${inner}\\right)`, level: POWER };
}

function startsNegative(e: Expr): boolean {
  if (e.kind === 'number') return e.value < 0;
  if (e.kind === 'negation') return true;
  // A negative factor is enclosed already, so only a sum can begin with a minus.
  return e.kind === 'binary' && (e.op === '+' || e.op === '-') && startsNegative(e.left);
}

function product(left: Piece, right: Piece): Piece {
  const text = right.opensWithDigit ? `${left.text} \\cdot ${right.text}` : `${left.text}\\,${right.text}`;
  return { text, level: PRODUCT, opensWithDigit: left.opensWithDigit === true };
}

function number(value: number): Piece {
  if (value < 0) return { text: `-${number(-value).text}`, level: SUM };
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return { text: mantissa, level: ATOM, opensWithDigit: true };
  const ten = `10^{${Number(exponent)}}`;
  if (mantissa === '1') return { text: ten, level: POWER, opensWithDigit: true };
  return { text: `${mantissa} \\cdot ${ten}`, level: PRODUCT, opensWithDigit: true };
}

const GREEK: ReadonlySet<string> = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi varphi chi psi ' +
    'omega Gamma Delta Theta Lambda Sigma Phi Psi Omega'
  ).split(' '),
);
const CUSTOMARY = new Map([
  ['lr', '\\eta'],
  ['eps', '\\varepsilon'],
]);

/** `beta1` → β₁, `lr` → η, `x` → x, `weight_decay` → upright with its underscore. */
function latexSymbol(name: string): string {
  const customary = CUSTOMARY.get(name);
  if (customary !== undefined) return customary;
  const [, stem = name, digits = ''] = /^(.*?)(\d*)$/u.exec(name) ?? [];
  const letter = GREEK.has(stem) ? `\\${stem}` : /^\p{L}$/u.test(stem) ? stem : null;
  if (letter === null) return `\\mathrm{${name.replaceAll('_', '\\_')}}`;
  return digits === '' ? letter : `${letter}_{${digits}}`;
}
