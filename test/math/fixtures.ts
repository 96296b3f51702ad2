import { readFileSync } from 'node:fs';

/** What tools/fixtures/make_cloud_fixtures.py wrote. */
function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/registration/${name}`, import.meta.url), 'utf8'));
}

export const mathFixture = read('math.json') as {
  readonly motions: readonly Readonly<Record<'omega' | 'v' | 'matrix' | 'principal', number[]>>[];
  readonly kabsch: readonly { readonly name: string; readonly h: number[]; readonly r: number[] }[];
  readonly eigen: readonly { readonly n: number; readonly a: number[]; readonly values: number[] }[];
  readonly streams: readonly { readonly name: [number, ...(string | number)[]]; readonly uniform: number[] }[];
  readonly solve: readonly Readonly<Record<'a' | 'b' | 'x', number[]>>[];
};

export const cloudFixture = read('clouds.json') as {
  readonly points: number[];
  readonly queries: number[];
  readonly k: number;
  readonly indices: number[];
  readonly distances: number[];
  readonly radius: number;
  readonly within: number[][];
  readonly spacing: number;
  readonly voxels: readonly {
    readonly size: number;
    readonly origin: [number, number, number];
    readonly means: number[];
  }[];
  readonly normals: { readonly k: number; readonly normals: number[]; readonly gaps: number[] };
};
