import fc from 'fast-check';
import { PerspectiveCamera } from 'three';
import { describe, expect, test } from 'vitest';
import { identity, multiply, transformPoints } from '../../src/math/matrix4.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { dragAmount, gripAt, type GizmoView } from '../../src/view/clouds/gizmoDrag.ts';
import { handles, onRing } from '../../src/view/clouds/gizmoHandles.ts';
import { createGizmoView } from '../../src/view/clouds/gizmoView.ts';
import { clipFromWorld, projectTo } from '../../src/view/clouds/project.ts';
import { createSpace } from '../../src/view/clouds/space.ts';
import { createCloudUniforms } from '../../src/view/clouds/uniforms.ts';

const canvas = { width: 800, height: 600 };
const boxes = [{ left: 0, top: 0, right: 800, bottom: 600 }];
const space = createSpace({ min: [-1, -1, -1], max: [1, 1, 1] }, 'y');
const camera = new PerspectiveCamera(26, 800 / 600, 0.5, 600);
camera.position.set(20, 16, 36);
camera.lookAt(0, 0, 0);
camera.updateMatrixWorld();
const gizmo = createGizmoView(createCloudUniforms());

function viewOf(pose = identity(), centre: readonly [number, number, number] = [0, 0, 0], panes = boxes): GizmoView {
  gizmo.place(space, pose, centre, camera, canvas, panes);
  return { clip: multiply(clipFromWorld(camera), gizmo.matrix), viewport: canvas };
}
const pixel = ({ clip, viewport }: GizmoView, p: readonly [number, number, number]) => {
  const { x, y } = projectTo(clip, viewport, ...p, { x: 0, y: 0, depth: 0 });
  return [x, y] as const;
};

test('rings turn right-handed about their axis: x takes y to z, y takes z to x, z takes x to y', () => {
  for (const k of [0, 1, 2]) {
    const omega = [0, 0, 0];
    omega[k] = 0.7;
    const turned = transformPoints(expSe3(omega, [0, 0, 0]), Float64Array.from(onRing(k, 0.4)));
    onRing(k, 1.1).forEach((c, r) => expect(turned[r]).toBeCloseTo(c, 12));
  }
});

test('stands at the source’s middle as posed, 92 pixels in radius, smaller in a small pane', () => {
  const pose = expSe3([0.2, 0.5, 0], [0.3, -0.2, 0.1]);
  const view = viewOf(pose, [0.1, 0.2, 0.3]);
  const world = transformPoints(space.worldFromTarget, transformPoints(pose, Float64Array.of(0.1, 0.2, 0.3)));
  const seen = projectTo(clipFromWorld(camera), canvas, world[0]!, world[1]!, world[2]!, { x: 0, y: 0, depth: 0 });
  const [x, y] = pixel(view, [0, 0, 0]);
  expect([x, y].map((c) => Number(c.toFixed(3)))).toEqual([seen.x, seen.y].map((c) => Number(c.toFixed(3))));
  // The farthest place of the three rings on screen: a sphere's outline, a few per cent larger through perspective.
  const radius = (v: GizmoView) =>
    Math.max(
      ...[0, 1, 2].flatMap((k) =>
        Array.from({ length: 90 }, (_, i) => {
          const [px, py] = pixel(v, onRing(k, (i * Math.PI) / 45));
          const [mx, my] = pixel(v, [0, 0, 0]);
          return Math.hypot(px - mx, py - my);
        }),
      ),
    );
  expect(radius(viewOf())).toBeGreaterThan(85);
  expect(radius(viewOf())).toBeLessThan(100);
  expect(radius(viewOf(identity(), [0, 0, 0], [{ left: 0, top: 0, right: 170, bottom: 600 }]))).toBeCloseTo(
    (radius(viewOf()) * 170 * 0.27) / 92,
    -1,
  );
});

describe('dragging', () => {
  const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  const way = fc.double({ min: -1, max: 1, noNaN: true });

  test('the gripped place of a ring goes with a pointer that follows the ring (seed 7)', () => {
    const view = viewOf();
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), angle, way, (k, angleRad, u) => {
        const [ax, ay] = pixel(view, onRing(k, angleRad));
        const step = 0.02 * u;
        const [bx, by] = pixel(view, onRing(k, angleRad + step));
        const long = Math.hypot(
          ...[1e-3].flatMap((h) => {
            const [cx, cy] = pixel(view, onRing(k, angleRad + h));
            return [(cx - ax) / h, (cy - ay) / h];
          }),
        );
        const amount = dragAmount(view, { id: (['rx', 'ry', 'rz'] as const)[k], angleRad }, bx - ax, by - ay);
        // Second order in the step; and where the ring is seen nearly from its edge the turn is damped on purpose.
        if (long > 20) expect(Math.abs(amount - step)).toBeLessThan(0.05 * Math.abs(step) + 1e-6);
        else expect(Math.abs(amount)).toBeLessThanOrEqual(Math.abs(step) * 1.2 + 1e-6);
      }),
      { seed: 7 },
    );
  });

  test('an arrow’s tip goes with the pointer along it, and not with what is across', () => {
    const view = viewOf();
    const [ax, ay] = pixel(view, [1, 0, 0]);
    const [bx, by] = pixel(view, [1.02, 0, 0]);
    expect(dragAmount(view, { id: 'tx', angleRad: 0 }, bx - ax, by - ay)).toBeCloseTo(0.02, 3);
    expect(dragAmount(view, { id: 'tx', angleRad: 0 }, -(by - ay), bx - ax)).toBeCloseTo(0, 3);
  });
});

describe('taking hold', () => {
  test('each handle is had at its own place: rings, both arrows of each axis, the ball', () => {
    const view = viewOf();
    const tips: [string, readonly [number, number, number]][] = [1, -1].flatMap((s) => [
      ['tx', [1.42 * s, 0, 0]],
      ['ty', [0, 1.42 * s, 0]],
      ['tz', [0, 0, 1.42 * s]],
    ]);
    for (const [id, p] of tips) expect(gripAt(view, ...pixel(view, p), 11)?.id).toBe(id);
    expect(gripAt(view, ...pixel(view, [0, 0, 0]), 11)?.id).toBe('view');
    for (const k of [0, 1, 2]) {
      // On the near half, away from where rings cross.
      const near = Array.from({ length: 72 }, (_, i) => (i * Math.PI) / 36).filter((a) => {
        const [p, q, r] = onRing(k, a);
        return p * 20 + q * 16 + r * 36 > 15 && [p, q, r].filter((c) => Math.abs(c) > 0.3).length === 2;
      });
      expect(near.length).toBeGreaterThan(3);
      for (const a of near) {
        const grip = gripAt(view, ...pixel(view, onRing(k, a)), 11);
        expect(grip?.id).toBe((['rx', 'ry', 'rz'] as const)[k]);
        expect(grip?.angleRad).toBeCloseTo(a, 9);
      }
    }
  });

  test('a finger covers 44 pixels: 22 away from a tip is still the tip; beyond is nothing', () => {
    const view = viewOf();
    const [x, y] = pixel(view, [0, 1.42, 0]);
    expect(gripAt(view, x, y - 21, 22)?.id).toBe('ty');
    expect(gripAt(view, x, y - 23, 22)).toBeNull();
    expect(gripAt(view, x, y - 12, 11)).toBeNull();
  });

  test('there is a handle for each axis and kind', () => {
    expect(handles.map(({ id }) => id)).toEqual(['rx', 'ry', 'rz', 'tx', 'ty', 'tz', 'view']);
  });
});
