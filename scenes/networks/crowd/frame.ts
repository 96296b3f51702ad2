import { Group } from 'three';
import { createLine, segmentGeometry } from '../../../src/view/line.ts';
import { order } from '../../../src/view/order.ts';
import { mixHex, type Palette } from '../../../src/view/palette.ts';
import type { SharedUniforms } from '../../../src/view/uniforms.ts';

const CORNERS = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

/** The box of a crowd: the square of its plane at no and at full probability, with its edges. */
export function createFrame(shared: SharedUniforms, palette: Palette) {
  const object = new Group();
  const ends: (() => void)[] = [];
  const line = (data: readonly number[], width: number, strength: number) => {
    const geometry = segmentGeometry(Float32Array.from(data));
    const mesh = createLine(geometry, shared, { value: 1 }, { width, pull: 0 });
    (mesh.material.uniforms['uColour'] as { value: { set(r: number, g: number, b: number): void } }).value.set(
      ...mixHex(palette.paper, palette.ink, strength),
    );
    mesh.renderOrder = order.surface;
    object.add(mesh);
    ends.push(() => {
      geometry.dispose();
      mesh.material.dispose();
    });
  };
  const square = (f: number) =>
    CORNERS.flatMap(([x, y], i) => {
      const [nextX, nextY] = CORNERS[(i + 1) % CORNERS.length]!;
      return [x, y, f, 0, nextX, nextY, f, 1e-6];
    });
  line(square(0), 1.6, 0.6);
  line(square(1), 1, 0.4);
  line(
    CORNERS.flatMap(([x, y]) => [x, y, 0, 0, x, y, 1, 1e-6]),
    1,
    0.25,
  );
  return { object, dispose: () => ends.forEach((end) => end()) };
}
