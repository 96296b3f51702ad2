import fc from 'fast-check';

/** Two variables and numbers with an exact float32, so that a kernel's inputs are the reference's. */
const leaf = fc.oneof(
  fc.constantFrom('x', 'y'),
  fc.integer({ min: -16, max: 16 }).map((n) => (n < 0 ? `(-${-n / 8})` : String(n / 8))),
);

/**
 * Random formulas in x and y, defined and smooth for all real x and y except at the kinks of abs, min, max and sign:
 * where a function needs it, its argument is made positive or bounded first.
 */
export const formulaText: fc.Arbitrary<string> = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'formula' },
    leaf,
    fc.tuple(fc.constantFrom('+', '-', '*'), tie('formula'), tie('formula')).map(([op, a, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `(${a} / (1 + ${b}^2))`),
    tie('formula').map((a) => `(-${a})`),
    fc.tuple(tie('formula'), fc.constantFrom(2, 3, 4)).map(([a, n]) => `sin(${a})^${n}`),
    fc.tuple(tie('formula'), fc.constantFrom(-1, -2, -3, 0.5, -1.5)).map(([a, n]) => `(1.5 + cos(${a}))^(${n})`),
    tie('formula').map((a) => `(1.5 + sin(${a}))^atan(${a})`),
    fc.tuple(fc.constantFrom('sin', 'cos', 'atan', 'tanh', 'abs'), tie('formula')).map(([f, a]) => `${f}(${a})`),
    fc.tuple(fc.constantFrom('exp', 'sinh', 'cosh', 'tan'), tie('formula')).map(([f, a]) => `${f}(sin(${a}))`),
    fc.tuple(fc.constantFrom('sqrt', 'log', 'log2', 'log10'), tie('formula')).map(([f, a]) => `${f}(1.25 + sin(${a}))`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('formula'), tie('formula')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `(${a} * sign(${b}))`),
  ),
})).formula;

/** Coordinates with an exact float32. */
export const coordinate: fc.Arbitrary<number> = fc.integer({ min: -2048, max: 2048 }).map((n) => n / 1024);

export const surfaceFormulas = {
  bowl: 'x^2/20 + y^2',
  rosenbrock: '(1-x)^2 + 100*(y-x^2)^2',
  beale: '(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2',
  himmelblau: '(x^2+y-11)^2 + (x+y^2-7)^2',
  rastrigin: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
  ackley: '-20*exp(-0.2*sqrt(0.5*(x^2+y^2))) - exp(0.5*(cos(2*pi*x)+cos(2*pi*y))) + e + 20',
  twoGaussians: '-exp(-((x-1)^2+y^2)) - 1.5*exp(-((x+1.5)^2+(y-1)^2)/2)',
  camel: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2',
} as const;
