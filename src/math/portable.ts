/*
 * Elementary functions by additions, multiplications, divisions and square roots alone, which every engine rounds alike. `Math.exp`, `sin`, `log` and
 * `atan2` differ by an ulp for some 3–10 % of their arguments between Node 20 and Chromium 156: seeded scenes and trained maps would
 * not be the same in a page and on the command line. Within 2 ulp; coefficients of fdlibm (Sun Microsystems 1993), freely redistributable.
 */

/** ln 2 in two parts; the first has 21 trailing zero bits, so that its products with small whole numbers are exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** π/2 in two parts; the first has 33 bits. */
const HALF_PI_HIGH = 1.57079632673412561417;
const HALF_PI_LOW = 6.07710050650619224932e-11;

/** 1/n!, the largest n first. */
const inverseFactorials = (...ns: readonly number[]): readonly number[] =>
  ns.map((n) => {
    let factorial = 1;
    for (let i = 2; i <= n; i++) factorial *= i;
    return 1 / factorial;
  });

const EXP = inverseFactorials(13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
/** (sin r − r)/r³ and (cos r − 1 + r²/2)/r⁴ in powers of −r². */
const SIN = inverseFactorials(17, 15, 13, 11, 9, 7, 5, 3);
const COS = inverseFactorials(18, 16, 14, 12, 10, 8, 6, 4);

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = coefficients[0]!;
  for (let i = 1; i < coefficients.length; i++) sum = sum * x + coefficients[i]!;
  return sum;
}

const HALVINGS = 1075;
const powersOfHalf = new Float64Array(HALVINGS + 1);
powersOfHalf[0] = 1;
for (let k = 1; k <= HALVINGS; k++) powersOfHalf[k] = powersOfHalf[k - 1]! / 2;

/** exp(x) for x ≤ 0. */
export function exp(x: number): number {
  const k = Math.floor(0.5 - x / Math.LN2);
  if (k > HALVINGS) return 0;
  return polynomial(EXP, x + k * LN2_HIGH + k * LN2_LOW) * powersOfHalf[k]!;
}

/** sin(x + quarters · π/2), |x| < 10⁵. */
function sine(x: number, quarters: number): number {
  const n = Math.round(x / (Math.PI / 2));
  const r = x - n * HALF_PI_HIGH - n * HALF_PI_LOW;
  const z = r * r;
  const turn = (((n + quarters) % 4) + 4) % 4;
  let value: number;
  if (turn % 2 === 0) {
    value = r - r * z * polynomial(SIN, -z);
  } else {
    const most = 1 - z / 2;
    value = most + (1 - most - z / 2 + z * z * polynomial(COS, -z));
  }
  return turn < 2 ? value : -value;
}

/** |x| < 10⁵. */
export const sin = (x: number): number => sine(x, 0);
/** |x| < 10⁵. */
export const cos = (x: number): number => sine(x, 1);

const LOG = [
  1.47981986051165859e-1, 1.53138376992093733e-1, 1.81835721616180501e-1, 2.222219843214978396e-1,
  2.857142874366239149e-1, 3.999999999940941908e-1, 6.66666666666673513e-1,
];

/** Natural logarithm; x positive and finite. */
export function log(x: number): number {
  let m = x;
  let k = 0;
  for (; m < Math.SQRT1_2; k--) m *= 2;
  for (; m > Math.SQRT2; k++) m /= 2;
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const half = (f * f) / 2;
  return k * LN2_HIGH - (half - (s * (half + z * polynomial(LOG, z)) + k * LN2_LOW) - f);
}

const ATAN = [
  1.62858201153657823623e-2, -3.6531572744216915527e-2, 4.97687799461593236017e-2, -5.83357013379057348645e-2,
  6.66107313738753120669e-2, -7.69187620504482999495e-2, 9.09088713343650656196e-2, -1.1111110405462355788e-1,
  1.42857142725034663711e-1, -1.99999999998764832476e-1, 3.33333333333329318027e-1,
];

/** Where the arc tangent is expanded, from which t on (in sixteenths), and its value there in two parts. */
const AROUND = [
  { from: 7, c: 0.5, high: 4.63647609000806093515e-1, low: 2.26987774529616870924e-17 },
  { from: 11, c: 1, high: 7.85398163397448278999e-1, low: 3.06161699786838301793e-17 },
  { from: 19, c: 1.5, high: 9.82793723247329054082e-1, low: 1.39033110312309984516e-17 },
] as const;

/** The angle of (x, y) from the x-axis, 0 … π/2, for x ≥ 0 and y ≥ 0, not both 0. */
export function atan2(y: number, x: number): number {
  const t = y / x;
  if (t >= 39 / 16) return Math.PI / 2 - (small(x / y) - 6.12323399573676603587e-17);
  const around = AROUND.findLast(({ from }) => t >= from / 16);
  if (!around) return small(t);
  const { c, high, low } = around;
  return high + (low + small((t - c) / (1 + c * t)));
}

/** The arc tangent of t, |t| ≤ 7/16. */
function small(t: number): number {
  const z = t * t;
  return t - t * z * polynomial(ATAN, z);
}
