import { expect, test } from 'vitest';
import { meshGlb } from '../../../src/io/clouds/glb.ts';
import { ballsOf, GUESSED_RGB } from '../../../src/reconstruction/balls.ts';
import { surfelsOf } from '../../../src/reconstruction/visible.ts';

/* Read as the specification has it: 12 bytes of header, the JSON, the numbers. */
function read(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const text = (at: number, length: number) => new TextDecoder().decode(bytes.subarray(at, at + length));
  expect([text(0, 4), view.getUint32(4, true), view.getUint32(8, true)]).toEqual(['glTF', 2, bytes.length]);
  const length = view.getUint32(12, true);
  expect([text(16, 4), length % 4]).toEqual(['JSON', 0]);
  const json = JSON.parse(text(20, length));
  const at = 20 + length;
  expect([view.getUint32(at, true), text(at + 4, 4)]).toEqual([json.buffers[0].byteLength, 'BIN\0']);
  expect(at + 8 + json.buffers[0].byteLength).toBe(bytes.length);
  const part = (index: number) => {
    const { byteOffset, byteLength } = json.bufferViews[json.accessors[index].bufferView];
    expect(byteOffset % 4).toBe(0);
    return bytes.slice(at + 8 + byteOffset, at + 8 + byteOffset + byteLength).buffer;
  };
  return {
    json,
    positions: new Float32Array(part(0)),
    normals: new Float32Array(part(1)),
    colours: new Uint8Array(part(2)),
    indices: new Uint32Array(part(3)),
  };
}

test('a mesh is read back as it was written; its box is that of its corners', () => {
  const mesh = {
    name: 'a',
    positions: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 2, -1),
    normals: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1),
    colours: Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255),
    indices: Uint32Array.of(0, 1, 2),
  };
  const { json, ...parts } = read(meshGlb(mesh));
  const { name, ...written } = mesh;
  expect(parts).toEqual(written);
  expect(json.nodes[0].name).toBe(name);
  expect(json.accessors[0]).toMatchObject({ count: 3, min: [0, 0, -1], max: [1, 2, 0] });
  expect(json.accessors[3].count).toBe(3);
});

test('each point is a closed ball about its place, set upright; what is guessed is grey and smaller', () => {
  // Along the ground away from a viewer who stands above it: z of the upright frame, as he sees it.
  const elevation = 0.4;
  const seen = (u: number) => [0, -u * Math.sin(elevation), u * Math.cos(elevation)];
  const places = [0, 0.1, 0.2, 0.3, 0.4, 0.5];
  const points = Float64Array.from(places.flatMap(seen));
  const cloud = surfelsOf(points);
  const flags = Uint8Array.of(1, 1, 1, 0, 0, 0);
  const colours = new Uint8Array(18).fill(255, 0, 9);
  const balls = ballsOf(cloud, { colours, seen: flags }, elevation);
  places.forEach((z, i) => {
    const corners = Array.from({ length: 12 }, (_, k) => balls.positions.slice(3 * (12 * i + k), 3 * (12 * i + k) + 3));
    const mean = [0, 1, 2].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]! / 12, 0));
    expect(mean).toEqual([expect.closeTo(0, 6), expect.closeTo(0, 6), expect.closeTo(z, 6)]);
    const size = Math.hypot(...corners[0]!.map((value, axis) => value - mean[axis]!));
    expect(size / cloud.radius).toBeCloseTo(flags[i] ? 0.55 : 0.55 * 0.7, 5);
  });
  // White stays white; the grey is darker in linear light.
  expect([...balls.colours.slice(0, 4)]).toEqual([255, 255, 255, 255]);
  expect(balls.colours[48 * 3]!).toBeLessThan(GUESSED_RGB[0]);
  // Every edge of a ball is walked once each way.
  const edges = new Set<string>();
  for (let f = 0; f < 20; f++) {
    const [a, b, c] = balls.indices.slice(3 * f, 3 * f + 3);
    for (const edge of [`${a} ${b}`, `${b} ${c}`, `${c} ${a}`]) edges.add(edge);
  }
  expect(edges.size).toBe(60);
  for (const edge of edges) expect(edges.has(edge.split(' ').reverse().join(' '))).toBe(true);
});
