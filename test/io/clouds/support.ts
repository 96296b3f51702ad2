import { readFileSync } from 'node:fs';
import { CloudError } from '../../../src/io/clouds/errors.ts';
import { readCloud } from '../../../src/io/clouds/read.ts';
import type { CloudFile, Field } from '../../../src/io/clouds/types.ts';

export type Values = Readonly<Record<string, readonly (number | null)[]>>;

export interface Summary {
  readonly count: number;
  readonly rows?: number;
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly sum: readonly number[];
  readonly min: readonly number[];
  readonly max: readonly number[];
  readonly triangles?: number;
  readonly area?: number;
}

const fileBytes = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../${path}`, import.meta.url)));

export const fixture = (name: string): Uint8Array => fileBytes(`test/fixtures/clouds/${name}`);
export const asset = (name: string): Uint8Array => fileBytes(`assets/clouds/${name}`);

/** What tools/fixtures/make_cloud_file_fixtures.py wrote beside the files. */
export const expected = JSON.parse(new TextDecoder().decode(fixture('expected.json'))) as {
  readonly table: Values;
  readonly types: Readonly<Record<string, string>>;
  readonly utm: Values;
  readonly feature: readonly (readonly number[])[];
  readonly matrix: readonly number[];
  readonly samples: Readonly<Record<string, Summary>>;
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function read(name: string, bytes: Uint8Array | string): Promise<CloudFile> {
  const file = await readCloud(name, typeof bytes === 'string' ? bytesOf(bytes) : bytes);
  if (!file) throw new Error('stopped by nobody');
  return file;
}

export const readFixture = (name: string): Promise<CloudFile> => read(name, fixture(name));

/** The CloudError that reading ends in. */
export async function refused(name: string, bytes: Uint8Array | string): Promise<CloudError> {
  try {
    await read(name, bytes);
  } catch (error) {
    if (error instanceof CloudError) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}

export function field(file: CloudFile, name: string): Field {
  const found = file.fields.find((one) => one.name === name);
  if (!found) throw new Error(`no field ${name} among ${file.fields.map((one) => one.name).join(', ')}`);
  return found;
}

export const plain = (values: ArrayLike<number>): (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? value : null));

/** Every field as name → values; JSON's null for what is not finite. */
export const plainFields = (file: CloudFile): Values =>
  Object.fromEntries(file.fields.map(({ name, values }) => [name, plain(values)]));

/** Coordinates in the file's own frame. */
export const absolute = ({ positions, origin }: CloudFile): number[] =>
  Array.from(positions, (v, i) => v + origin[i % 3]!);

export const idsOf = (file: CloudFile): string[] => file.notices.map(({ id }) => id);

export function columnOf(values: Values, ...names: readonly string[]): number[] {
  const columns = names.map((name) => values[name]!);
  return columns[0]!.flatMap((_, i) => columns.map((column) => column[i]!));
}
