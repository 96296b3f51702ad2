import { activationOf, type ActivationId } from '../../../networks/activations.ts';
import { modulesOf, type Module } from '../../../networks/modules.ts';
import { optimizerOf, ruleOf } from '../../../optimizers/index.ts';
import { isOwnId } from '../../../optimizers/own/index.ts';
import type { NetworkSpec, Samples, TrainSpec } from '../../../networks/types.ts';
import { digitFileNames } from '../digits.ts';
import dropoutSource from './dropout.py?raw';
import { optimizerText } from './optimizer.ts';
import { ruleFunction } from './ruleFunction.ts';
import orderSource from './order.py?raw';
import { arrayText, numberText } from './python.ts';
import randomSource from './random.py?raw';

/** A training to be run again in PyTorch. */
export interface TorchRun {
  readonly train: TrainSpec;
  /** The training samples; `digits`: the script reads the project's own files. */
  readonly samples: Samples | { readonly kind: 'digits'; readonly count: number; readonly inputs: number };
  /** size: before the first update. */
  readonly weights: ArrayLike<number>;
  /** Training losses by update, ascending; the script prints torch's beside each and asserts the last. */
  readonly losses: readonly { readonly at: number; readonly loss: number }[];
  /** Of the last loss, relative to it or to 1 where it is smaller. What ran in float32 needs more than the default. */
  readonly tolerance?: number;
}

const activationCalls: Readonly<Record<ActivationId, string>> = {
  identity: 'nn.Identity()',
  step: 'Step()',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  'leaky-relu': 'nn.LeakyReLU(0.01)',
  gelu: 'nn.GELU()',
};

const stepSource = `class Step(nn.Module):
    """1 above 0; its slope is 0 everywhere, so that nothing below it learns."""

    def forward(self, x):
        return (x > 0).to(x.dtype) + 0 * x
`;

/** A rule that asks for more than the gradient at x; null: it is a class like torch's. */
function functionText({ optimizer, semantics, params }: TrainSpec): string | null {
  if (optimizer === 'muon') return null;
  const rule = ruleOf(optimizer, semantics);
  if (!isOwnId(optimizer) && rule.gradientAt === undefined) return null;
  return ruleFunction(rule, optimizerOf(optimizer).name, params);
}

/** The lines of an update. */
const BY_TORCH = (loss: string) => `    optimizer.zero_grad()
    loss = ${loss}
    loss.backward()
    optimizer.step()`;
const BY_RULE = (loss: string) => `
    def f_and_slope(point):
        nn.utils.vector_to_parameters(point, model.parameters())
        model.zero_grad()
        loss = ${loss}
        loss.backward()
        return loss.detach(), nn.utils.parameters_to_vector(p.grad for p in model.parameters())

    weights = update(t, weights, f_and_slope)
    nn.utils.vector_to_parameters(weights, model.parameters())`;

/**
 * The whole run as one Python script: data, first weights, network, optimizer, the very batches and masks, and at its end an assertion that torch's last training loss
 * is this one. Needs torch 2 and NumPy; float64 throughout.
 */
export function torchScript(run: TorchRun): string {
  const { train, samples, weights, losses, tolerance = 1e-6 } = run;
  const { network, steps, seed } = train;
  const { count } = samples;
  const batch = train.batch === 0 ? count : Math.min(train.batch, count);
  const own = functionText(train);
  const { definition, call } = own === null ? optimizerText(train) : { definition: '', call: '' };
  const last = losses.at(-1);
  if (!last) throw new RangeError('a script needs the loss that it is to end with');
  const loss = `loss_of(model(x[some]), y[some])${decayText(network)}`;
  const drawn = batch < count || network.dropout > 0;
  const body = [
    `def array(text, *shape):
    return torch.tensor(np.frombuffer(base64.b64decode(text), "<f8").reshape(shape))
`,
    dataText(samples),
    ...(drawn ? [randomSource] : []),
    ...(batch < count ? [orderSource] : []),
    ...(network.activation === 'step' ? [stepSource] : []),
    ...(network.dropout > 0 ? [dropoutSource] : []),
    ...(definition === '' ? [] : [definition]),
    `${modelText(network)}
first = ${arrayText(weights, [weights.length])}
nn.utils.vector_to_parameters(first, model.parameters())${own === null ? `\noptimizer = ${call}` : ''}`,
    ...(own === null ? [] : [own]),
    lossText(network),
    `expected = {${losses.map(({ at, loss }) => `${at}: ${numberText(loss)}`).join(', ')}}


def look(t):
    model.eval()
    with torch.no_grad():
        found = loss_of(model(x), y).item()
    model.train()
    if t in expected:
        print(f"update {t}: training loss {found:.9g}, Koubai had {expected[t]:.9g}")
    return found


last = look(0)${own === null ? '' : '\nweights = first.clone()'}
for t in range(1, STEPS + 1):
${network.dropout > 0 ? '    Dropout.update = t\n' : ''}    some = ${batch < count ? 'batch_of(t)' : 'slice(None)'}
${own === null ? BY_TORCH(loss) : BY_RULE(loss)}
    if t in expected:
        last = look(t)
assert abs(last - expected[${last.at}]) <= ${numberText(tolerance)} * max(1, abs(expected[${last.at}])), f"{last} is not {expected[${last.at}]}"
print("The last loss is Koubai's.")`,
  ];
  const used = ['base64', 'gzip', 'json', 'math', 'sys'].filter((name) =>
    body.some((block) => block.includes(`${name}.`)),
  );
  const head = [
    `"""${titleOf(train)}

Koubai's run in PyTorch: the same data, first weights, batches and rule. It ends with an assertion of the last
training loss. Needs torch and NumPy${'kind' in samples ? "; the digits' folder is its argument" : ''}.
"""

import ${used.join(', ')}

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
COUNT, BATCH, STEPS, SEED = ${count}, ${batch}, ${steps}, ${numberText(seed)}`,
  ];
  return `${[...head, ...body].map((block) => block.trimEnd()).join('\n\n\n')}\n`;
}

function titleOf({ network, optimizer, semantics, batch, steps }: TrainSpec): string {
  const { inputs, hidden, outputs, activation, loss } = network;
  const widths = [inputs, ...hidden, outputs].join('-');
  const batches = batch === 0 ? 'all samples at once' : `batches of ${batch}`;
  // A rule's title is anybody's text.
  const by = optimizer.replaceAll('\\', '/').replaceAll('"', "'");
  return `${widths}, ${activationOf(activation).name}, ${loss}; ${by} (${semantics}), ${batches}, ${steps} updates.`;
}

function dataText(samples: TorchRun['samples']): string {
  if ('kind' in samples) {
    return `folder = sys.argv[1] if len(sys.argv) > 1 else "assets/networks"


def idx(name):
    raw = gzip.open(f"{folder}/{name}").read()
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * raw[3])


x = torch.tensor(idx("${digitFileNames.trainImages}").reshape(COUNT, ${samples.inputs}) / 255)
y = torch.tensor(idx("${digitFileNames.trainLabels}").astype(np.int64))`;
  }
  const { count, inputs, outputs, labels, targets } = samples;
  const y = labels ? `torch.tensor([${labels.join(', ')}])` : arrayText(targets, [count, outputs]);
  return `x = ${arrayText(samples.x, [count, inputs])}\ny = ${y}`;
}

function modelText(network: NetworkSpec): string {
  let hidden = -1;
  const call = (module: Module): string => {
    switch (module.kind) {
      case 'linear':
        hidden++;
        return `nn.Linear(${module.inputs}, ${module.outputs})`;
      case 'norm':
        return `nn.BatchNorm1d(${module.width})`;
      case 'activation':
        return activationCalls[module.activation];
      case 'dropout':
        return `Dropout(${numberText(module.share)}, ${hidden})`;
    }
  };
  return `model = nn.Sequential(\n${modulesOf(network)
    .map((module) => `    ${call(module)},\n`)
    .join('')})`;
}

function lossText({ loss, task, outputs }: NetworkSpec): string {
  if (loss === 'cross-entropy') return `def loss_of(output, y):\n    return F.cross_entropy(output, y)`;
  const probabilities =
    task === 'classes' ? 'F.softmax(output, 1) - F.one_hot(y, ' + String(outputs) + ')' : 'output - y';
  return `def loss_of(output, y):\n    return 0.5 * (${probabilities}).square().sum(1).mean()`;
}

const decayText = ({ decay }: NetworkSpec): string =>
  decay > 0
    ? ` + ${numberText(decay / 2)} * sum(m.weight.square().sum() for m in model if isinstance(m, nn.Linear))`
    : '';
