import fc from 'fast-check';
import { PerspectiveCamera, Scene, Vector3, type WebGLRenderer } from 'three';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../src/math/box.ts';
import { createPanePainter } from '../../src/view/clouds/drawPanes.ts';
import { framePanes, heightOf, paneAt, shiftOf, widthOf } from '../../src/view/clouds/panes.ts';
import { clipFromWorld, projectTo } from '../../src/view/clouds/project.ts';
import { createCloudUniforms } from '../../src/view/clouds/uniforms.ts';
import { axesOf, FIELD_OF_VIEW, type Direction, type Framing } from '../../src/view/framing.ts';

const canvas = { width: 1200, height: 700 };
const two: readonly Box[] = [
  { left: 10, top: 60, right: 590, bottom: 500 },
  { left: 610, top: 60, right: 1190, bottom: 500 },
];
const direction: Direction = { azimuth: 28, elevation: 14 };

/** The camera as the rig sets it: at the framing's distance, its picture moved by the framing's offset. */
function cameraOf({ target, distance, offsetX, offsetY }: Framing): PerspectiveCamera {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, canvas.width / canvas.height, 0.5, 600);
  const { back } = axesOf(direction);
  camera.position.set(target[0] + distance * back[0], target[1] + distance * back[1], target[2] + distance * back[2]);
  camera.lookAt(...target);
  camera.setViewOffset(canvas.width, canvas.height, -offsetX, -offsetY, canvas.width, canvas.height);
  camera.updateMatrixWorld();
  return camera;
}

/** A renderer that only remembers what it was told. */
function recorder(ratio: number) {
  const drawn: { viewport: number[]; scissor: number[]; scissored: boolean; eye: PerspectiveCamera; pane: number }[] =
    [];
  let [viewport, scissor, scissored]: [number[], number[], boolean] = [[], [], false];
  const cleared: { viewport: number[]; scissored: boolean; alpha: number }[] = [];
  let alpha = 1;
  let pane = -1;
  const gl = {
    autoClear: true,
    getPixelRatio: () => ratio,
    setViewport: (...box: number[]) => (viewport = box),
    setScissor: (...box: number[]) => (scissor = box),
    setScissorTest: (on: boolean) => (scissored = on),
    setClearAlpha: (next: number) => (alpha = next),
    clear: () => cleared.push({ viewport, scissored, alpha }),
    render: (_: Scene, eye: PerspectiveCamera) => {
      eye.updateMatrixWorld();
      drawn.push({ viewport, scissor, scissored, eye: eye.clone(), pane });
    },
  };
  return {
    gl: gl as unknown as WebGLRenderer,
    drawn,
    cleared,
    show: (index: number) => (pane = index),
    after: () => ({ scissored, viewport, autoClear: gl.autoClear }),
  };
}

test('the pane under a place: borders belong to one pane, gaps to none', () => {
  expect(paneAt(two, 10, 60)).toBe(0);
  expect(paneAt(two, 590, 60)).toBe(-1);
  expect(paneAt(two, 600, 200)).toBe(-1);
  expect(paneAt(two, 610, 499)).toBe(1);
  expect(paneAt(two, 700, 500)).toBe(-1);
});

describe('drawing', () => {
  const framing: Framing = { target: [1, 2, -1], distance: 40, offsetX: 30, offsetY: -20 };
  const camera = cameraOf(framing);
  const painter = createPanePainter(createCloudUniforms());
  const world = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -9, max: 9, noNaN: true })));

  test('each pane shows the shared picture, moved by its shift: projecting once is enough for all (seed 2)', () => {
    const { gl, drawn, show } = recorder(2);
    painter.draw(gl, new Scene(), camera, canvas, two, show);
    expect(drawn.map(({ pane }) => pane)).toEqual([0, 1]);
    fc.assert(
      fc.property(world, ([x, y, z]) => {
        const shared = projectTo(clipFromWorld(camera), canvas, x!, y!, z!, { x: 0, y: 0, depth: 0 });
        drawn.forEach(({ eye }, i) => {
          const box = two[i]!;
          const ndc = new Vector3(x, y, z).project(eye);
          const shift = shiftOf(box, canvas);
          // three's and ours multiply in another order; pixels.
          expect(box.left + (ndc.x * 0.5 + 0.5) * widthOf(box)).toBeCloseTo(shared.x + shift.x, 8);
          expect(box.top + (0.5 - ndc.y * 0.5) * heightOf(box)).toBeCloseTo(shared.y + shift.y, 8);
        });
      }),
      { seed: 2 },
    );
  });

  test('clears all once, to nothing, then cuts each pane out; leaves the renderer as fiber wants it', () => {
    const { gl, drawn, cleared, show, after } = recorder(1);
    painter.draw(gl, new Scene(), camera, canvas, [...two, { left: 5, top: 5, right: 5, bottom: 50 }], show);
    expect(cleared).toEqual([{ viewport: [0, 0, 1200, 700], scissored: false, alpha: 0 }]);
    // From the bottom, as GL counts; a pane without width is left out.
    expect(drawn.map(({ viewport }) => viewport)).toEqual([
      [10, 200, 580, 440],
      [610, 200, 580, 440],
    ]);
    for (const { viewport, scissor, scissored } of drawn) expect([scissor, scissored]).toEqual([viewport, true]);
    expect(after()).toEqual({ scissored: false, viewport: [0, 0, 1200, 700], autoClear: true });
  });

  test('near and far ends of the subject, and dots that grow with the root of the picture', () => {
    const uniforms = createCloudUniforms();
    const painter = createPanePainter(uniforms);
    painter.set(10, 1.5);
    const swell = (distance: number) => {
      const { gl, show } = recorder(2);
      painter.draw(
        gl,
        new Scene(),
        cameraOf({ target: [0, 0, 0], distance, offsetX: 0, offsetY: 0 }),
        canvas,
        two,
        show,
      );
      return uniforms.uSwell.value;
    };
    const pixels = (distance: number) => (2 * 10 * 350) / Math.tan((13 * Math.PI) / 180) / distance;
    expect(swell(60)).toBeCloseTo(Math.sqrt(pixels(60) / 520), 9);
    expect(swell(30) / swell(60)).toBeCloseTo(Math.SQRT2, 9);
    expect(uniforms.uDepth.value.toArray().map((d) => Number(d.toFixed(6)))).toEqual([50, 70]);
    expect(uniforms.uRatio.value).toBe(3);
    expect(uniforms.uViewport.value.toArray()).toEqual([1160, 880]);
  });
});

test('framing: all of the outline is in every pane, clear of its border, and not small in it (seed 3)', () => {
  const side = fc.integer({ min: 160, max: 560 });
  const point = fc.double({ min: -8, max: 8, noNaN: true });
  fc.assert(
    fc.property(side, side, fc.array(fc.tuple(point, point, point), { maxLength: 20 }), (w, h, points) => {
      for (const end of [-4, 4]) points.push([end, 0, 0], [0, end, 0], [0, 0, end]);
      const boxes: readonly Box[] = [
        { left: 5, top: 40, right: 5 + w, bottom: 40 + h },
        { left: 1195 - w, top: 100, right: 1195, bottom: 100 + h },
      ];
      const framing = framePanes(points.flat(), direction, canvas, boxes, 20);
      const clip = clipFromWorld(cameraOf(framing));
      const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
      for (const [x, y, z] of points) {
        const at = projectTo(clip, canvas, x, y, z, { x: 0, y: 0, depth: 0 });
        for (const box of boxes) {
          const shift = shiftOf(box, canvas);
          expect(at.x + shift.x).toBeGreaterThan(box.left + 19);
          expect(at.x + shift.x).toBeLessThan(box.right - 19);
          expect(at.y + shift.y).toBeGreaterThan(box.top + 19);
          expect(at.y + shift.y).toBeLessThan(box.bottom - 19);
        }
        bounds.left = Math.min(bounds.left, at.x);
        bounds.right = Math.max(bounds.right, at.x);
        bounds.top = Math.min(bounds.top, at.y);
        bounds.bottom = Math.max(bounds.bottom, at.y);
      }
      // It fills the clear part of the pane one way or the other, but for the eighth that centring may cost.
      expect(Math.max(widthOf(bounds) / (w - 40), heightOf(bounds) / (h - 40))).toBeGreaterThan(0.6);
    }),
    { seed: 3, numRuns: 25 },
  );
});

test('what stands over a pane lies over nothing that it shows (seed 4)', () => {
  const point = fc.tuple(...[9, 9, 9].map((most) => fc.double({ min: -most, max: most, noNaN: true })));
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 4, maxLength: 30 }),
      fc.integer({ min: 40, max: 260 }),
      (points, title) => {
        // A title at the left, numbers at the right, a foot: as they stand in each pane, from its middle.
        const [w, h] = [290, 220];
        const covers: readonly Box[] = [
          { left: -w + 8, top: -h + 4, right: -w + 8 + title, bottom: -h + 44 },
          { left: w - 90, top: -h + 4, right: w - 8, bottom: -h + 84 },
          { left: -w + 8, top: h - 70, right: w - 8, bottom: h - 8 },
        ];
        const clip = clipFromWorld(cameraOf(framePanes(points.flat(), direction, canvas, two, 14, covers)));
        for (const [x, y, z] of points as [number, number, number][]) {
          const at = projectTo(clip, canvas, x, y, z, { x: 0, y: 0, depth: 0 });
          const [px, py] = [at.x - canvas.width / 2, at.y - canvas.height / 2];
          const over = covers.find((box) => px > box.left && px < box.right && py > box.top && py < box.bottom);
          expect(over).toBeUndefined();
        }
      },
    ),
    { seed: 4, numRuns: 25 },
  );
});
