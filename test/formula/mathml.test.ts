import { expect, test } from 'vitest';
import { mathNumber, mathSymbol, mathTerms, parseFormula, toMathml, type MathNode } from '../../src/formula/index.ts';

/** MathML as its source, tokens bare: `<msup>x 2</msup>`. */
function source(node: MathNode | string): string {
  if (typeof node === 'string') return node;
  const inner = node.children.map(source).join(' ');
  return ['mi', 'mn', 'mo'].includes(node.tag) ? inner : `<${node.tag}>${inner}</${node.tag}>`;
}

const NAMES = ['x', 'y', 'lr', 'beta1', 't', 'v', 'eps', 'w'];
const typeset = (text: string) =>
  source(
    toMathml(parseFormula(text, NAMES), (name) => mathSymbol(name, { lr: 'η', beta1: 'β₁', eps: 'ε', w: 'η_t' }[name])),
  )
    .replaceAll('\u2062', '⋆')
    .replaceAll('\u2061', '@');

// A row around all is left out.
const row = (text: string) => text.replace(/^<mrow>(.*)<\/mrow>$/, '$1');

test.each([
  ['x - lr*y', 'x − η ⋆ y'],
  ['(x + y)*t', '( x + y ) ⋆ t'],
  ['x - (y - t)', 'x − ( y − t )'],
  ['x - y - t', 'x − y − t'],
  ['x + (-y)', 'x + ( − y )'],
  ['-x + y', '− x + y'],
  ['x*(-y)', 'x ⋆ ( − y )'],
  ['2*3', '2 · 3'],
  ['x*3^y', 'x · <msup>3 y</msup>'],
  ['x*(3/y)', 'x · <mfrac>3 y</mfrac>'],
  ['(x+y)/(x*y)', '<mfrac><mrow>x + y</mrow> <mrow>x ⋆ y</mrow></mfrac>'],
  ['1 - beta1^t', '1 − <msubsup>β 1 t</msubsup>'],
  ['w', '<msub>η t</msub>'],
  ['(x*y)^2', '<msup><mrow>( x ⋆ y )</mrow> 2</msup>'],
  ['(x^2)^y', '<msup><mrow>( <msup>x 2</msup> )</mrow> y</msup>'],
  ['sqrt(v) + eps', '<msqrt>v</msqrt> + ε'],
  ['abs(x)', '| x |'],
  ['exp(-x)', '<msup>e <mrow>− x</mrow></msup>'],
  ['max(x, y)', 'max @ ( x , y )'],
  ['log2(x) + atan(x)', '<msub>log 2</msub> @ ( x ) + arctan @ ( x )'],
  ['x + 1e-7', 'x + <msup>10 <mrow>− 7</mrow></msup>'],
  ['x*2.5e21', 'x · <mrow>2.5 · <msup>10 21</msup></mrow>'],
  ['2*pi', '2 ⋆ π'],
])('%s', (text, expected) => {
  expect(row(typeset(text))).toBe(expected);
});

test('numbers for reading: minus, powers of ten, infinity; a negative one is enclosed as a factor and behind a sign', () => {
  const of = (text: string) => row(source({ tag: 'mrow', children: mathNumber(text).nodes }));
  expect(of('−3.2×10⁻⁷')).toBe('<mrow>− 3.2 · <msup>10 <mrow>− 7</mrow></msup></mrow>');
  expect(of('1×10⁻⁸')).toBe('<msup>10 <mrow>− 8</mrow></msup>');
  expect(of('1,234')).toBe('1,234');
  expect(of('−∞')).toBe('<mrow>− ∞</mrow>');
  const numbers: Record<string, string> = { x: '−0.5', y: '0.9', v: '1.5×10⁻⁷' };
  const line = (text: string) =>
    row(source(toMathml(parseFormula(text, NAMES), (name) => mathNumber(numbers[name]!, name)))).replaceAll(
      /<\/?mrow>/g,
      '',
    );
  expect(line('y*x - x')).toBe('0.9 ⁢ ( − 0.5 ) − ( − 0.5 )');
  expect(line('x^2')).toBe('<msup>( − 0.5 ) 2</msup>');
  expect(line('v^2 + y*y')).toBe('<msup>( 1.5 · <msup>10 − 7</msup> ) 2</msup> + 0.9 · 0.9');
});

test.each([
  ['x - lr*(y - t) + v', ['x', '− lr', '⋆ ( y − t )', '+ v']],
  ['max(x*t, abs(y) + v)', ['max @ ( x', '⋆ t ,', '| y |', '+ v )']],
  ['sign(x) + v', ['sign @ ( x )', '+ v']],
  ['sqrt(x + y)', ['<msqrt>x + y</msqrt>']],
])(
  '%s breaks into its summands and their factors, each with its sign; together they are the whole',
  (text, expected) => {
    const e = parseFormula(text, NAMES);
    const bare = (node: MathNode) =>
      source(node)
        .replaceAll(/<\/?mrow>/g, '')
        .replaceAll('\u2062', '⋆')
        .replaceAll('\u2061', '@');
    const terms = mathTerms(e, mathSymbol).map(bare);
    expect(terms).toEqual(expected);
    expect(terms.join(' ')).toBe(bare(toMathml(e, mathSymbol)));
  },
);

test('what stands for a name says which', () => {
  const names = (node: MathNode | string): string[] =>
    typeof node === 'string' ? [] : [...(node.name === undefined ? [] : [node.name]), ...node.children.flatMap(names)];
  expect(names(toMathml(parseFormula('x - lr*y/(1 - beta1^t)', NAMES)))).toEqual(['x', 'lr', 'y', 'beta1', 't']);
});
