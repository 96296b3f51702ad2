import type { ActivationId } from '../networks/activations.ts';

/** The activation of a variable as kernels have it, without Math.tanh: not every backend of gpu.js has it. */
export function activationText(activation: ActivationId, z: string): string {
  const sigmoid = (x: string) => `1.0 / (1.0 + Math.exp(Math.min(80.0, -(${x}))))`;
  const written: Readonly<Record<ActivationId, string>> = {
    identity: z,
    step: `(${z} > 0.0 ? 1.0 : 0.0)`,
    sigmoid: sigmoid(z),
    tanh: `2.0 * (${sigmoid(`2.0 * ${z}`)}) - 1.0`,
    relu: `Math.max(${z}, 0.0)`,
    'leaky-relu': `Math.max(${z}, 0.01 * ${z})`,
    gelu: gelu(z),
  };
  return written[activation];
}

/** As in `landscape/simd/vectorMaths.ts`: x Φ(x) by Abramowitz & Stegun 7.1.26. */
function gelu(z: string): string {
  const t = `(1.0 / (1.0 + ${0.3275911 * Math.SQRT1_2} * Math.abs(${z})))`;
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
    .map((a) => (a / 2).toString())
    .reduce((sum, a) => `(${sum} * ${t} + ${a})`);
  const tail = `(${series} * ${t} * Math.exp(Math.max(-80.0, -0.5 * ${z} * ${z})))`;
  return `${z} * (${z} > 0.0 ? 1.0 - ${tail} : ${tail})`;
}
