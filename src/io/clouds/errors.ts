import { Refused, type Detail, type Sentences } from '../../params/refused.ts';

/** Where in the file: a 1-based line of a text, a 0-based byte of a binary; null: the file as a whole. */
export type Where = { readonly line: number } | { readonly byte: number } | null;

const describe = {
  empty: () => ['The file is empty', 'choose a file with points in it'],
  'too-large': (d) => [`The file has ${d.bytes} bytes`, `at most ${d.limit} are read here: thin the cloud out first`],
  'too-many': (d) => [`The file promises ${d.count} ${d.what}`, `at most ${d.limit} are read here: thin it out first`],
  'unknown-format': (d) => ['This is no cloud file known here', `known are ${d.known}`],
  'foreign-format': (d) => [`${d.format} files are not read here`, `save it as ${d.remedy} first`],
  'foreign-cloud': (d) => [
    `${d.format} files are not read here`,
    `save it as ${d.remedy} first, with ${d.program} for example`,
  ],
  encoding: (d) => [`The text is encoded as ${d.encoding}`, 'save it as UTF-8'],
  binary: () => [
    'A text was expected and binary data found',
    'the header says "ascii", or the file was damaged: export it anew',
  ],
  header: (d) => [`The header ${d.problem}`, 'export the file anew'],
  'no-coordinates': (d) => [`There is no field named ${d.missing}`, `name three fields x, y and z (found: ${d.found})`],
  'duplicate-field': (d) => [`Two fields are named "${d.name}"`, 'give each field its own name'],
  'unknown-type': (d) => [`"${d.type}" is no type of a value`, `known are ${d.known}`],
  'too-short': (d) => [
    `The header promises ${d.promised} and the file ends before`,
    'it was cut off or its header is wrong: copy or export it anew',
  ],
  surplus: (d) => [
    `Data is left over after the ${d.promised} that the header promises`,
    'its header is wrong or the file was damaged: export it anew',
  ],
  'cut-off': (d) => [`The file ends within ${d.within}`, 'it was cut off: copy or export it anew'],
  'no-points': () => ['The file holds no points', 'choose a file with points in it'],
  'not-finite': (d) => [`None of the ${d.rows} points has finite coordinates`, 'export the file anew'],
  'not-a-number': (d) => [`"${d.text}" is not a number`, 'write numbers with a decimal point, as in 1.5 or 2e-3'],
  'column-count': (d) => [`The line has ${d.found} value(s), not ${d.expected}`, 'give each point the same columns'],
  'out-of-range': (d) => [`${d.value} does not fit ${d.type} (${d.name})`, 'declare a wider type or export anew'],
  index: (d) => [`A face refers to vertex ${d.index} of ${d.count}`, 'export the mesh anew'],
  'bad-list': (d) => [`A face of ${d.length} vertices`, 'a face needs at least 3: export the mesh anew'],
  compressed: () => ['The compressed data is damaged', 'copy or export the file anew'],
  grammar: (d) => [`"${d.expected}" was expected, not "${d.found}"`, 'export the file anew'],
  matrix: (d) => [`This is no 4 × 4 matrix: ${d.problem}`, 'write four lines of four numbers, target ← source'],
  'matrix-not-rigid': (d) => [
    `The matrix is no rigid motion: ${d.problem}`,
    'it needs a rotation, a translation and 0 0 0 1 in its last row',
  ],
} satisfies Sentences<string>;

export type CloudErrorCode = keyof typeof describe;

/** What is wrong with a file that somebody handed in, where, and what to do: the only error that readers throw. */
export class CloudError extends Refused<CloudErrorCode> {
  override readonly name = 'CloudError';
  readonly where: Where;

  constructor(code: CloudErrorCode, where: Where = null, detail: Detail = {}) {
    super(
      describe,
      code,
      detail,
      where === null ? '' : 'line' in where ? ` (line ${where.line})` : ` (byte ${where.byte})`,
    );
    this.where = where;
  }
}
