import type { Detail, FormulaError, FormulaErrorCode } from './errors.ts';

const REMEDIES = new Map([
  ['=', 'write only what stands to the right of it'],
  ...['<', '>'].map((c) => [c, 'use max, min or sign in place of a comparison'] as const),
  ['|', 'write abs(x)'],
  ['.', 'a point may only stand inside a number, as in 0.5'],
  ...['[', ']', '{', '}'].map((c) => [c, 'use round parentheses'] as const),
  ['%', 'write the fraction, as in 0.05'],
]);

const describe = {
  empty: (d) => ['The formula is empty', `write one, for example ${d.example}`],
  'too-long': (d) => [`The formula is too long (${d.length} characters)`, `at most ${d.limit} are allowed`],
  'too-nested': (d) => ['The formula is nested too deeply', `at most ${d.limit} parentheses may be open at once`],
  'too-large': (d) => ['The formula is too large', `at most ${d.limit} numbers, names and operations are allowed`],
  'unexpected-character': (d) => [
    `The character "${d.character}" is not part of a formula`,
    'use numbers, names, + - * / ^ and parentheses',
  ],
  forbidden: (d) => [
    `"${d.character}" is not allowed in a formula`,
    REMEDIES.get(String(d.character)) ?? 'only numbers, names, + - * / ^, parentheses and functions are allowed',
  ],
  'unknown-name': (d) => [
    `The name "${d.name}" is unknown`,
    d.suggestion ? `did you mean ${d.suggestion}?` : `known names: ${d.known}`,
  ],
  'unknown-function': (d) => [
    `The function "${d.name}" is unknown`,
    d.suggestion ? `did you mean ${d.suggestion}?` : `known functions: ${d.known}`,
  ],
  'not-a-function': (d) => [`"${d.name}" is not a function`, `write ${d.name}*( for a product`],
  'function-needs-parentheses': (d) => [`"${d.name}" is a function`, `write its argument in parentheses: ${d.name}(x)`],
  'argument-count': (d) => [`"${d.name}" has ${d.given} argument(s)`, `give it ${d.expected}`],
  'missing-value': (d) => [`A value is missing after "${d.after}"`, 'write a number, a name or a parenthesis there'],
  'missing-first-value': (d) => [
    `A value is missing before "${d.before}"`,
    'write a number, a name or a parenthesis there',
  ],
  'missing-operator': (d) => [`An operator is missing before "${d.before}"`, `write *${d.before} for a product`],
  'empty-parentheses': () => ['The parentheses are empty', 'write a value between them'],
  'unclosed-parenthesis': () => ['This parenthesis is never closed', 'add the missing )'],
  'unopened-parenthesis': () => ['This parenthesis was never opened', 'add the missing ( or remove it'],
  'misplaced-comma': () => [
    'A comma may only separate the arguments of a function',
    'write a decimal point as ".", as in 0.5',
  ],
  'malformed-number': (d) => [`"${d.number}" is not a number`, 'write it with one decimal point, as in 1.5 or 2e-3'],
  'number-out-of-range': (d) => [`The number ${d.number} is too large`, 'use numbers below 1.8e308'],
  'ambiguous-product': () => [
    'This product without * stands below a division, which can be read in two ways',
    'write x/(2*y) or x/2*y',
  ],
  'ambiguous-power': () => ['A power of a power can be read in two ways', 'use parentheses: (x^2)^3 or x^(2^3)'],
  syntax: () => ['The formula cannot be read', 'check its operators and parentheses'],
  // What only the lines of an update rule can get wrong.
  'rule-assignment': () => ['This line assigns nothing', 'write name = expression, as in x = x - lr*g'],
  'rule-name': (d) => [`"${d.name}" cannot be a name`, 'use Latin letters, digits and single _, a letter first'],
  'rule-taken': (d) => [`"${d.name}" means something already`, 'choose another name'],
  'rule-undeclared': (d) => [`The name "${d.name}" has no value`, `give it one in a line of its own: ${d.name} = 0.9`],
  'rule-no-x': () => ['No line moves x', 'write one, for example x = x - lr*g'],
  'rule-start': (d) => [`"${d.name}" differs from coordinate to coordinate and begins at 0`, 'remove this line'],
  'rule-order': (d) => [
    `"${d.name}" is the same for x and y and computed before both, but a line above reads it`,
    'move this line up',
  ],
  'rule-sum': () => ['A sum cannot stand within a sum', 'give it a name in a line above'],
  'rule-gradient': () => ['gradient(…) stands alone, and once in a rule', 'write g = gradient(x + …) and go on with g'],
  'rule-place': (d) => [`Where the gradient is taken cannot hang on ${d.name}`, 'use x, g and names that do not'],
  'rule-early': (d) => [
    `"${d.name}" hangs on the gradient at x and is used below the line that takes it elsewhere`,
    'move this line below that one, or give one of the two another name',
  ],
  'rule-least': () => ['No least value is known here', 'do without fmin'],
  'rule-lines': (d) => ['There are too many lines', `at most ${d.limit} are allowed`],
} satisfies Record<FormulaErrorCode, (detail: Detail) => readonly [what: string, remedy: string]>;

/** What is wrong with a formula, where, and what to do, in English: for the command line. (The page has words of its own in both languages.) */
export function sentenceOf({ code, position, detail }: FormulaError): string {
  const explain: (detail: Detail) => readonly string[] = describe[code];
  const [what, remedy] = explain(detail);
  return `${what} (position ${position + 1}): ${remedy}.`.replace(/\?\.$/, '?');
}
