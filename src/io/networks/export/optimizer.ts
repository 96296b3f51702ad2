import type { TrainSpec } from '../../../networks/types.ts';
import { optimizerOf, ruleOf, type OptimizerId } from '../../../optimizers/index.ts';
import { sumsIn } from '../../../optimizers/sums.ts';
import type { Assignment, Rule, Semantics } from '../../../optimizers/types.ts';
import type { ParamValues } from '../../../params/spec.ts';
import muonSource from './muon.py?raw';
import { numberText } from './python.ts';

/** torch.optim's classes, and what each is told besides the parameters. */
const builtIn: Readonly<Partial<Record<OptimizerId, readonly [name: string, more?: string]>>> = {
  sgd: ['SGD'],
  momentum: ['SGD'],
  nesterov: ['SGD', 'nesterov=True'],
  adagrad: ['Adagrad'],
  rmsprop: ['RMSprop'],
  adadelta: ['Adadelta'],
  adam: ['Adam'],
  amsgrad: ['Adam', 'amsgrad=True'],
  adamw: ['AdamW'],
  adamax: ['Adamax'],
  nadam: ['NAdam'],
  radam: ['RAdam'],
};

export interface OptimizerText {
  /** What stands before the line that makes it; empty for torch's own. */
  readonly definition: string;
  /** Makes it over `model`. */
  readonly call: string;
}

/** `torch.optim.Adam(over, lr=0.1, …)`; null where torch has no such optimizer, or means something else by it. */
export function torchCall(id: string, semantics: Semantics, params: ParamValues, over: string): string | null {
  const known: Readonly<Record<string, readonly [name: string, more?: string]>> = builtIn;
  const [name, more] = (semantics === 'torch' && Object.hasOwn(known, id) ? known[id] : undefined) ?? [];
  return name === undefined
    ? null
    : `torch.optim.${name}(${over}, ${valuesText(params)}${more === undefined ? '' : `, ${more}`})`;
}

/** As torch names them. */
function valuesText({ beta1, beta2, ...rest }: ParamValues): string {
  return [
    ...Object.entries(rest).map(([name, value]) => `${name}=${numberText(value)}`),
    ...(beta1 === undefined || beta2 === undefined ? [] : [`betas=(${numberText(beta1)}, ${numberText(beta2)})`]),
  ].join(', ');
}

type Made = Pick<TrainSpec, 'optimizer' | 'semantics' | 'params'>;

/** torch.optim's class where the semantics are torch's; else the rule itself as Python. */
export function optimizerText({ optimizer: id, semantics, params }: Made): OptimizerText {
  if (id === 'muon') return { definition: muonSource, call: `Muon(model, ${valuesText(params)})` };
  const call = torchCall(id, semantics, params, 'model.parameters()');
  if (call !== null) return { definition: '', call };
  const rule = ruleOf(id, semantics);
  const values = Object.keys(rule.params).map((one) => `${one}=${numberText(params[one]!)}`);
  return {
    definition: ruleText(rule, `${optimizerOf(id).name} (${semantics})`),
    call: `Rule(model.parameters(), ${values.join(', ')})`,
  };
}

const scalarNames: Readonly<Record<string, string>> = { sqrt: 'math.sqrt', abs: 'abs', max: 'max' };
const tensorNames: Readonly<Record<string, string>> = {
  ...{ sqrt: 'torch.sqrt', abs: 'torch.abs', max: 'torch.maximum', sign: 'torch.sign' },
};

const expression = (text: string, functions: Readonly<Record<string, string>>): string =>
  text
    .replaceAll('^', '**')
    .replace(/\b([a-z]+)\(/g, (call, name: string) => (Object.hasOwn(functions, name) ? `${functions[name]!}(` : call));

/** A line of scalars, each sum over all parameters: `each` names what its term sees of one. */
function pointText([name, text]: Assignment, each: readonly string[]): string {
  let [written, at] = ['', 0];
  for (const { from, open, close } of sumsIn(text)) {
    const term = expression(text.slice(open + 1, close), tensorNames);
    written += `${expression(text.slice(at, from), scalarNames)}over(lambda ${each.join(', ')}: ${term})`;
    at = close + 1;
  }
  return `${name} = ${written}${expression(text.slice(at), scalarNames)}`;
}

const OVER = `
        def over(term):
            pairs = zip(self.parameters, self.memory)
            grads = (torch.zeros_like(p) if p.grad is None else p.grad for p in self.parameters)
            return sum(float(term(p, g, **memory).sum()) for (p, memory), g in zip(pairs, grads))

`;

/** A rule's lines as a class like torch.optim's. */
function ruleText(
  { params, carried = {}, perStep = [], perPoint = [], state = [], perCoordinate }: Rule,
  title: string,
): string {
  const names = Object.keys(params);
  const scalars = Object.keys(carried);
  const line = ([name, text]: Assignment, functions: Readonly<Record<string, string>>) =>
    `${name} = ${expression(text, functions)}`;
  return `class Rule:
    """${title}, line by line."""

    def __init__(self, parameters, ${names.join(', ')}):
        self.parameters, self.t = list(parameters), 0
        self.values = dict(${names.map((name) => `${name}=${name}`).join(', ')})
        self.carried = {${Object.entries(carried)
          .map(([name, value]) => `"${name}": ${numberText(value)}`)
          .join(', ')}}
        self.memory = [{${state.map((name) => `"${name}": torch.zeros_like(p)`).join(', ')}} for p in self.parameters]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = None

    @torch.no_grad()
    def step(self):
        self.t += 1
        t = self.t
${names.map((name) => `        ${name} = self.values["${name}"]\n`).join('')}${scalars.map((name) => `        ${name} = self.carried["${name}"]\n`).join('')}${perStep.map((one) => `        ${line(one, scalarNames)}\n`).join('')}${perPoint.length > 0 ? OVER : ''}${perPoint.map((one) => `        ${pointText(one, ['x', 'g', ...state])}\n`).join('')}${scalars.map((name) => `        self.carried["${name}"] = ${name}\n`).join('')}        for p, memory in zip(self.parameters, self.memory):
            x, g = p, torch.zeros_like(p) if p.grad is None else p.grad
${state.map((name) => `            ${name} = memory["${name}"]\n`).join('')}${perCoordinate.map((one) => `            ${line(one, tensorNames)}\n`).join('')}${state.map((name) => `            memory["${name}"] = ${name}\n`).join('')}            p.copy_(x)
`;
}
