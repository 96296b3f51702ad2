/** The larger modulus of the roots of z² − b z + c. */
export function largestRoot(b: number, c: number): number {
  const under = b * b - 4 * c;
  return under < 0 ? Math.sqrt(c) : (Math.abs(b) + Math.sqrt(under)) / 2;
}
