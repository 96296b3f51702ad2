import type { ActivationId } from '../../../networks/activations.ts';
import { EPSILON, MOMENTUM } from '../../../networks/batchNorm.ts';
import { modulesOf, type Module } from '../../../networks/modules.ts';
import type { NetworkSpec } from '../../../networks/types.ts';
import { NetFileError } from '../errors.ts';

/** What torch prints of an activation: `repr(module)`. A step function it has not. */
const activationReprs: Readonly<Record<ActivationId, string>> = {
  identity: 'Identity()',
  step: 'Step()',
  sigmoid: 'Sigmoid()',
  tanh: 'Tanh()',
  relu: 'ReLU()',
  'leaky-relu': 'LeakyReLU(negative_slope=0.01)',
  gelu: "GELU(approximate='none')",
};
const activationOfRepr = new Map(Object.entries(activationReprs).map(([id, repr]) => [repr, id as ActivationId]));

/** As Python prints a float: 1e-05. */
const python = (value: number): string => String(value).replace(/e-(\d)$/, 'e-0$1');

function reprOf(module: Module): string {
  switch (module.kind) {
    case 'linear':
      return `Linear(in_features=${module.inputs}, out_features=${module.outputs}, bias=True)`;
    case 'norm':
      return `BatchNorm1d(${module.width}, eps=${python(EPSILON)}, momentum=${MOMENTUM}, affine=True, track_running_stats=True)`;
    case 'activation':
      return activationReprs[module.activation];
    case 'dropout':
      return `Dropout(p=${python(module.share)}, inplace=False)`;
  }
}

/** `layers` of a file: every module's repr by its name, as JSON. */
export const layersText = (spec: NetworkSpec): string =>
  JSON.stringify(Object.fromEntries(modulesOf(spec).map((module, place) => [String(place), reprOf(module)])));

/** A layer of a file with its name in the state_dict. */
export interface NamedModule {
  readonly name: string;
  readonly module:
    Exclude<Module, { kind: 'linear' | 'norm' }> | { readonly kind: 'linear' } | { readonly kind: 'norm' };
}

/**
 * What `layers` says, in its order; a leading Flatten is left out.
 * @throws NetFileError what is no module of a network here
 */
export function readLayers(text: string): NamedModule[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new NetFileError('no-layers', { part: 'layers' }, { what: 'its layers as JSON' });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new NetFileError('no-layers', { part: 'layers' }, { what: 'its layers by name' });
  }
  return Object.entries(parsed)
    .filter(([, repr]) => !/^Flatten\(/.test(String(repr)))
    .map(([name, repr]) => ({
      name,
      module: moduleOf(String(repr).replace(', inplace=True', '').replace('(inplace=True)', '()')),
    }));
}

function moduleOf(repr: string): NamedModule['module'] {
  if (/^Linear\(/.test(repr)) return { kind: 'linear' };
  const activation = activationOfRepr.get(repr);
  if (activation) return { kind: 'activation', activation };
  const share = Number(/^Dropout\(p=([\d.e-]+)/.exec(repr)?.[1] ?? NaN);
  if (share >= 0 && share < 1) return { kind: 'dropout', share };
  const norm = /^BatchNorm1d\(\d+, eps=([\d.e-]+), .*affine=True, track_running_stats=True\)$/.exec(repr);
  if (norm && Number(norm[1]) === EPSILON) return { kind: 'norm' };
  throw new NetFileError('layer', { part: 'layers' }, { layer: repr.slice(0, 80) });
}

/** The affine layers and normalisations by name, and what the hidden layers have in common. */
export interface Skeleton {
  readonly linears: readonly string[];
  /** As many as there are hidden layers, or none. */
  readonly norms: readonly string[];
  readonly activation: ActivationId;
  readonly dropout: number;
}

/**
 * The order Linear, BatchNorm1d, activation, Dropout of each hidden layer, then a Linear; all hidden layers alike, since that is what a network is here.
 * @throws NetFileError
 */
export function skeletonOf(layers: readonly NamedModule[]): Skeleton {
  const blocks: { name: string; norm?: string; activation?: ActivationId; dropout?: number }[] = [];
  for (const { name, module } of layers) {
    const block = blocks.at(-1);
    if (module.kind === 'linear') {
      if (block && block.activation === undefined) block.activation = 'identity';
      blocks.push({ name });
      continue;
    }
    const late = block?.dropout !== undefined || (module.kind !== 'dropout' && block?.activation !== undefined);
    if (!block || late || (module.kind === 'norm' && block.norm !== undefined)) throw misplaced(name, module.kind);
    if (module.kind === 'norm') block.norm = name;
    else if (module.kind === 'activation') block.activation = module.activation;
    else block.dropout = module.share;
  }
  const output = blocks.pop();
  if (!output) throw new NetFileError('no-weights', null, { found: 'no Linear among its layers' });
  const extra =
    output.norm ?? (output.activation !== undefined || output.dropout !== undefined ? output.name : undefined);
  if (extra !== undefined) throw misplaced(extra, 'last');
  const common = <T>(what: string, values: readonly T[], without: T): T => {
    const value = values[0] ?? without;
    if (values.some((one) => one !== value)) throw new NetFileError('uneven', { part: 'layers' }, { what });
    return value;
  };
  const normed = common(
    'batch normalization',
    blocks.map(({ norm }) => norm !== undefined),
    false,
  );
  return {
    linears: [...blocks, output].map(({ name }) => name),
    norms: normed ? blocks.map(({ norm }) => norm!) : [],
    activation: common(
      'activation',
      blocks.map(({ activation }) => activation!),
      'identity',
    ),
    dropout: common(
      'dropout',
      blocks.map(({ dropout = 0 }) => dropout),
      0,
    ),
  };
}

const misplaced = (layer: string, kind: string) =>
  new NetFileError(
    'order',
    { part: 'layers' },
    {
      layer: `"${layer}"`,
      order:
        kind === 'last'
          ? 'nothing, where it is the last (CrossEntropyLoss takes logits)'
          : 'BatchNorm1d, activation, Dropout',
    },
  );
