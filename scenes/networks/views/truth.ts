import { Group } from 'three';
import { createLine, segmentGeometry } from '../../../src/view/line.ts';
import { order } from '../../../src/view/order.ts';
import { mixHex, rgb, type Palette } from '../../../src/view/palette.ts';
import type { SharedUniforms } from '../../../src/view/uniforms.ts';
import type { PlanePath } from '../landscape/types.ts';

interface Inputs {
  readonly path: PlanePath;
  readonly surface: (alpha: number, beta: number) => number;
  readonly colour: string;
  readonly palette: Palette;
  readonly tallest: number;
  /** What is drawn of a loss. */
  readonly heightOf: (loss: number) => number;
  /** Largest residual on view: its line is the thickest. */
  readonly farthest: number;
}

/** CSS pixels of the line of true losses, by how far its part is from the plane. */
const WIDTHS = [1, 1.8, 2.8, 4] as const;

/** Where a path truly is: its own loss, over (or under) its shadow on the surface, tied to it by posts. Thicker where it is farther from the plane. */
export function createTruth(shared: SharedUniforms, inputs: Inputs, row: { value: number }) {
  const { path, surface, colour, palette, tallest, farthest, heightOf } = inputs;
  const posts: number[] = [];
  const bins: number[][] = WIDTHS.map(() => []);
  const { length } = path.loss;
  const height = (value: number) => Math.min(value, tallest);
  const truths = path.loss.map(heightOf);
  for (let i = 0; i < length; i++) {
    const [a, b, f, s] = [path.alpha[i]!, path.beta[i]!, truths[i]!, surface(path.alpha[i]!, path.beta[i]!)];
    if (![a, b, f, s].every(Number.isFinite)) continue;
    if (i % Math.ceil(length / 40) === 0) posts.push(a, b, height(s), i - 1e-3, a, b, height(f), i);
    if (i + 1 >= length || !Number.isFinite(truths[i + 1]!)) continue;
    const bin = Math.min(Math.floor((path.residual[i]! / (farthest || 1)) * WIDTHS.length), WIDTHS.length - 1);
    bins[bin]!.push(a, b, height(f), i, path.alpha[i + 1]!, path.beta[i + 1]!, height(truths[i + 1]!), i + 1);
  }
  const object = new Group();
  const ends: (() => void)[] = [];
  const line = (data: readonly number[], width: number, tint: readonly [number, number, number], style: object) => {
    if (data.length === 0) return;
    const geometry = segmentGeometry(Float32Array.from(data));
    const mesh = createLine(geometry, shared, row, { width, pull: 0.16, ...style });
    (mesh.material.uniforms['uColour'] as { value: { set(r: number, g: number, b: number): void } }).value.set(...tint);
    mesh.renderOrder = order.mark - 1;
    object.add(mesh);
    ends.push(() => {
      geometry.dispose();
      mesh.material.dispose();
    });
  };
  const pale = mixHex(palette.paper, colour, 0.62);
  line(posts, 1, pale, { opacity: 0.7, cap: false });
  line(posts, 1, pale, { opacity: 0.25, cap: false, behind: true });
  bins.forEach((data, bin) => {
    line(data, WIDTHS[bin]! * 0.8, rgb(colour), { opacity: 0.3, behind: true });
    line(data, WIDTHS[bin]! + 2, rgb(palette.halo), { opacity: 0.8 });
    line(data, WIDTHS[bin]!, rgb(colour), { dash: 3 });
  });
  return { object, dispose: () => ends.forEach((end) => end()) };
}
