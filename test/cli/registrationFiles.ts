import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tools/ensure.mjs';
import { digits } from '../../src/io/digits.ts';

/** A file of assets/clouds. */
export const shipped = (name: string): string => join(root, 'assets/clouds', name);

export interface Scratch {
  readonly folder: string;
  path(name: string): string;
  /** Writes a file and answers its path. */
  write(name: string, content: string | Uint8Array): string;
  /** x y z a line, all digits. */
  xyz(name: string, points: Float64Array): string;
  /** 4 × 4, row major. */
  matrix(name: string, numbers: ArrayLike<number>): string;
  remove(): void;
}

/** A folder of one test file's own. */
export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'koubai-registration-'));
  const path = (name: string) => join(folder, name);
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(path(name), content);
    return path(name);
  };
  const table = (numbers: ArrayLike<number>, columns: number) =>
    Array.from({ length: numbers.length / columns }, (_, row) =>
      Array.from({ length: columns }, (_, c) => digits(numbers[columns * row + c]!)).join(' '),
    ).join('\n') + '\n';
  return {
    folder,
    path,
    write,
    xyz: (name, points) => write(name, table(points, 3)),
    matrix: (name, numbers) => write(name, table(numbers, 4)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What `register --json` prints. */
export interface Printed {
  readonly targetFromSource: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
  readonly fitness: number;
  readonly inlierRmse: number;
  readonly verdict: string;
  readonly reason: string;
  readonly chosen: { readonly voxel: number | null; readonly maxDistance: number | null };
  readonly milliseconds: number;
  readonly rotationErrorDegrees?: number;
  readonly translationError?: number;
  /** Only `auto` weighs starts. */
  readonly start: null | {
    readonly prior: string;
    readonly given: boolean;
    readonly kept: string;
    readonly global: null | { readonly targetFromSource: readonly number[] };
  };
  readonly outliers: null | { readonly source: null | { readonly removed: number; readonly of: number } };
  readonly overlap: null | { readonly source: number; readonly target: number; readonly limit: number };
  readonly covariance: null | {
    readonly matrix: readonly number[];
    readonly about: readonly number[];
    readonly sigma: number;
    readonly matches: number;
  };
  readonly notices: readonly { readonly of: string; readonly id: string; readonly text: string }[];
}
