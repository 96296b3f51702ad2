import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printedBlock, surfaceAsGlb, surfaceAsStl } from '../../scenes/optimizers/export/solids.ts';
import { sceneOf } from '../view/states.ts';

/** What GLTFExporter asks of a browser, and Node lacks. */
class Reader {
  result: ArrayBuffer | null = null;
  onloadend: () => void = () => undefined;
  readAsArrayBuffer(blob: Blob): void {
    void blob.arrayBuffer().then((bytes) => {
      this.result = bytes;
      this.onloadend();
    });
  }
}

interface Gltf {
  readonly nodes: readonly { readonly name: string; readonly mesh?: number }[];
  readonly meshes: readonly { readonly primitives: readonly { readonly attributes: Record<string, number> }[] }[];
  readonly accessors: readonly {
    readonly count: number;
    readonly min: readonly number[];
    readonly max: readonly number[];
  }[];
}

async function gltfOf(blob: Blob): Promise<Gltf> {
  const bytes = await blob.arrayBuffer();
  const view = new DataView(bytes);
  expect(view.getUint32(0, true)).toBe(0x46546c67);
  expect(view.getUint32(8, true)).toBe(bytes.byteLength);
  return JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 20, view.getUint32(12, true)))) as Gltf;
}

describe('the opening experiment as a solid', () => {
  const { state, runs, model } = sceneOf();

  beforeAll(() => {
    Object.assign(globalThis, { FileReader: Reader });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'FileReader');
  });

  test('GLB: surface and one mesh a run by name, in the picture’s own units', async () => {
    const { nodes, meshes, accessors } = await gltfOf(await surfaceAsGlb(state, runs, 'light'));
    expect(nodes.filter(({ mesh }) => mesh !== undefined).map(({ name }) => name)).toEqual([
      'Bowl',
      'SGD',
      'Momentum',
      'AdaGrad',
      'Adam',
    ]);
    const bounds = (name: string) => {
      const { mesh } = nodes.find((node) => node.name === name)!;
      return accessors[meshes[mesh!]!.primitives[0]!.attributes['POSITION']!]!;
    };
    const surface = bounds('Bowl');
    // The rim stands at the height of the cut, the lowest point at 0.
    expect(surface.max[1]).toBeCloseTo(model.display.height, 5);
    expect(surface.min[1]).toBeCloseTo(0, 3);
    // SGD starts at x = −7 with a ball of .24, and the tube keeps to the surface.
    expect(bounds('SGD').min[0]).toBeCloseTo(-7 * model.display.scale - 0.24, 5);
    expect(bounds('SGD').max[1]).toBeLessThan(model.display.height + 0.25);
  });

  test('STL: a block 100 mm long on a foot of 4, one record a triangle', async () => {
    const { vertices, triangles } = printedBlock(state, runs);
    const [x, , z] = [0, 1, 2].map((axis) => vertices.filter((_, i) => i % 3 === axis)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    expect(x.reduce((a, b) => Math.max(a, b))).toBeCloseTo(100, 9);
    expect(z.reduce((a, b) => Math.min(a, b))).toBe(0);
    const bytes = new DataView(await surfaceAsStl(state, runs).arrayBuffer());
    expect(bytes.getUint32(80, true)).toBe(triangles.length / 3);
    expect(bytes.byteLength).toBe(84 + 50 * (triangles.length / 3));
  });
});

test('a surface that is a number nowhere still gives files', async () => {
  const { state, runs } = sceneOf({ formula: 'log(-1 - x^2)', domain: [-1, 1, -1, 1] });
  const block = printedBlock(state, runs);
  expect(block.vertices.every(Number.isFinite)).toBe(true);
});
