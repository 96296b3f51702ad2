import { FormulaError, functionsByName } from '../../formula/index.ts';
import { refusal, type ParamSpec } from '../../params/spec.ts';
import { beta1, beta2, eps, lr, momentum, weightDecay } from '../params.ts';

/** Latin, for a name becomes an identifier of kernels and of Python; GLSL keeps names with __ to itself. */
const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;
const MAX_NAME = 24;
/** What means something in every rule, and what the swarm's kernel calls its own numbers. */
const TAKEN = /^(?:t|y|f|fmin|e|pi|p\d+)$/;

/** Throws FormulaError for what cannot be the name of a line; `at`: where it stands. */
export function checkName(name: string, at: number): void {
  if (!NAME.test(name) || name.length > MAX_NAME) throw new FormulaError('rule-name', at, { name });
  if (TAKEN.test(name) || functionsByName.has(name) || name in {}) throw new FormulaError('rule-taken', at, { name });
}

const known: Readonly<Record<string, (value: number) => ParamSpec>> = {
  lr,
  momentum,
  beta1,
  beta2,
  eps,
  weight_decay: weightDecay,
};

const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  eps: 'ε',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  psi: 'ψ',
  omega: 'ω',
};

/** `beta2` → `β₂`. */
function symbolFor(name: string): string | undefined {
  const [, stem = '', digits = ''] = /^([a-z]+?)_?(\d*)$/i.exec(name) ?? [];
  const letter = GREEK[stem];
  return letter && letter + [...digits].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
}

/** A parameter of a rule that somebody wrote: as torch's where it is called so, else any number, on a slider around its value. */
export function ownParam(name: string, value: number): ParamSpec {
  const like = Object.hasOwn(known, name) ? known[name]?.(value) : undefined;
  if (like && refusal(like, value) === null) return like;
  const symbol = like?.symbol ?? symbolFor(name);
  const reach = Math.abs(value) <= 1 ? 1 : 2 * Math.abs(value);
  const [min, max] = value < 0 ? [-reach, 0] : [0, reach];
  return { default: value, min, max, scale: 'linear', ...(symbol !== undefined && { symbol }) };
}
