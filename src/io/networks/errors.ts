import { Refused, type Detail, type Sentences } from '../../params/refused.ts';

/** Where in what was handed in: a 1-based line of a text, a 0-based byte, a named array or part; null: the whole of it. */
export type NetFileWhere = { readonly line: number } | { readonly byte: number } | { readonly part: string } | null;

const anew = 'it was cut off or damaged: copy or export it anew';

const describe = {
  empty: () => ['The file is empty', 'choose a file with something in it'],
  'too-large': (d) => [`${d.what} would take ${d.bytes} bytes`, `at most ${d.limit} are read here: keep less of it`],
  'cut-off': (d) => [`${d.expected} bytes of data were expected and ${d.found} are there`, anew],
  'unknown-file': () => [
    'This is no file known here',
    'known are .npz and .npy (NumPy), .safetensors and CSV with x, y, label',
  ],
  // IDX
  'not-idx': (d) => [`This is no IDX file (it begins with ${d.found})`, 'take the files of MNIST, gzipped or not'],
  'idx-kind': (d) => [`These are no ${d.what}: ${d.found}`, `${d.what} of bytes with ${d.axes} axes are read here`],
  'image-label-counts': (d) => [`${d.images} images and ${d.labels} labels`, 'take images and labels of one set'],
  'image-size': (d) => [
    `The images are ${d.found}, those before ${d.expected}`,
    'take training and test set of one size',
  ],
  'label-range': (d) => [`Label ${d.label} is beyond ${d.most}`, 'take labels that count from 0'],
  // gzip and zip
  compressed: () => ['The compressed data is damaged', 'copy or export the file anew'],
  checksum: () => ['The checksum is not that of the data', anew],
  'not-zip': () => ['This is no .npz: the directory of a zip archive is missing at its end', anew],
  'zip-feature': (d) => [`The archive is ${d.feature}`, 'write it with numpy.savez or numpy.savez_compressed'],
  twice: (d) => [`"${d.name}" stands there twice`, 'give each array its own name'],
  // NumPy and safetensors
  'not-npy': () => ['This is no .npy array', 'write it with numpy.save or numpy.savez'],
  header: (d) => [`The header ${d.problem}`, 'write the file anew with NumPy or safetensors'],
  dtype: (d) => [`Values of type ${d.type} are not read here`, 'convert them to float32, float64 or integers first'],
  shape: (d) => [`The shape is ${d.found}`, `${d.expected} is needed`],
  'not-finite': (d) => [`${d.what} is not a finite number`, d.remedy as string],
  // Points and grids as text
  'column-count': (d) => [`The line has ${d.found} value(s), not ${d.expected}`, 'give each line the same columns'],
  'not-a-number': (d) => [`"${d.text}" is not a number`, 'write numbers with a decimal point, as in 1.5 or 2e-3'],
  'no-rows': () => ['There is no line with numbers', 'write one point a line: x, y, label'],
  'too-few-columns': (d) => [`There is only ${d.found} column`, 'write one point a line: x, y, label'],
  'too-many': (d) => [`There are ${d.found} ${d.what}`, `at most ${d.limit} are read here`],
  'too-few-points': (d) => [`There are only ${d.found} points`, `at least ${d.least} are needed`],
  'no-label': () => ['The point has no label', 'write its class as the last column'],
  'one-class': (d) => [`All points have the label "${d.label}"`, 'at least two labels are needed'],
  'many-classes': (d) => [
    `There are more than ${d.limit} labels (${d.found} among the first ${d.rows} points)`,
    'write the class as the last column; at most ten classes are read here',
  ],
  // Training runs and grids of losses
  'no-weights': (d) => [`No layer's weights are in it (${d.found})`, 'write them as the PyTorch snippet does'],
  'no-layers': (d) => [`It does not say ${d.what}`, 'write "layers" as the PyTorch snippet does'],
  layer: (d) => [
    `The layer ${d.layer} is not known here`,
    'Linear, BatchNorm1d, Dropout and the activations of the page are',
  ],
  order: (d) => [`The layer ${d.layer} stands where it cannot`, `after a Linear come ${d.order}`],
  uneven: (d) => [`The hidden layers differ in their ${d.what}`, 'nets whose hidden layers are alike are read here'],
  chain: (d) => [
    `"${d.name}" takes ${d.found} inputs and ${d.expected} come from before`,
    'write the layers in their order',
  ],
  missing: (d) => [`"${d.name}" is missing`, d.remedy as string],
  rows: (d) => [`"${d.name}" has ${d.found} rows, others ${d.expected}`, d.remedy as string],
  task: (d) => [`${d.loss} does not go with ${d.targets}`, d.remedy as string],
  'no-data': () => ['The run comes without its data', 'give it x and y, or choose the data set that it was trained on'],
  'data-shape': (d) => [
    `The network takes ${d.takes} and the data has ${d.has}`,
    'choose the data that it was trained on',
  ],
  'no-grid': (d) => [`There is no grid of losses in it (${d.found})`, 'write it as "loss", rows of β, columns of α'],
  'no-loss': () => ['Not one loss is a finite number', 'compute the grid anew'],
  ascending: () => ['The places are not ascending', 'write the smallest first, each once'],
  'other-net': (d) => [
    `The file says that its loss was ${d.theirs} and the network of its layers has ${d.ours}`,
    'layers must be modules (nn.Tanh(), not torch.tanh in forward), each run once and in their order',
  ],
  'other-data': (d) => [
    `The file says that its loss was ${d.theirs}, and on the data at hand it is ${d.ours}`,
    'choose the data that it was trained on, or write x and y into the file',
  ],
  foreign: (d) => [`It holds ${d.found}`, d.remedy as string],
} satisfies Sentences<string>;

export type NetFileErrorCode = keyof typeof describe;

const placeOf = (where: NetFileWhere): string => {
  if (where === null) return '';
  if ('line' in where) return ` (line ${where.line})`;
  return 'byte' in where ? ` (byte ${where.byte})` : ` (${where.part})`;
};

/** What is wrong with a file of a network, of its data or of its losses, where, and what to do: the only error that these readers throw. */
export class NetFileError extends Refused<NetFileErrorCode> {
  override readonly name = 'NetFileError';
  readonly where: NetFileWhere;

  constructor(code: NetFileErrorCode, where: NetFileWhere = null, detail: Detail = {}) {
    super(describe, code, detail, placeOf(where));
    this.where = where;
  }
}
