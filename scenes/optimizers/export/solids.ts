import {
  BufferAttribute,
  BufferGeometry,
  Color,
  Curve,
  DoubleSide,
  Mesh,
  MeshStandardMaterial,
  Scene,
  SphereGeometry,
  TubeGeometry,
  Vector3,
} from 'three';
import { GLTFExporter } from 'three/examples/jsm/exporters/GLTFExporter.js';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { STLExporter } from 'three/examples/jsm/exporters/STLExporter.js';
import { sampleSurface } from '../../../src/surfaces/sampled.ts';
import { inkColours } from '../../../src/state/ink.ts';
import type { Theme } from '../../../src/state/common.ts';
import { displayHeight, displayPoint } from '../../../src/view/display.ts';
import { pathSegments } from '../../../src/view/pathGeometry.ts';
import { rampTable } from '../../../src/view/ramp.ts';
import { raiseBead } from '../../../src/view/solids/bead.ts';
import { blockUnder } from '../../../src/view/solids/block.ts';
import { sheetBelow } from '../../../src/view/solids/sheet.ts';
import { seenOf } from '../near/neighbourhood.ts';
import { sceneModelOf, type SceneModel } from '../relief/model.ts';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';

/** The drawn surface and whole runs, as the relief shows them when they have come to their end. */
interface Subject {
  readonly model: SceneModel;
  /** f where the surface is cut at the end. */
  readonly cut: number;
  readonly state: LabState;
}

function subjectOf(whole: LabState, runs: readonly RunView[]): Subject {
  const state = seenOf(whole, runs);
  const model = sceneModelOf(state, runs);
  return { model, cut: model.cuts[model.cuts.length - 1] as number, state };
}

/** Samples a side; the relief of a page has no more. */
const SHEET = 257;
/** World units; the longer side of the domain is 20 of them. */
const TUBE = 0.05;
const BALL = 0.12;
/** Longer runs have no ball at each iterate. */
const MOST_BALLS = 200;

/** Relief in the page's colours and paths as tubes with a ball at each iterate, named as the optimizers are: glTF 2.0, binary, y up. */
export async function surfaceAsGlb(whole: LabState, runs: readonly RunView[], theme: Theme): Promise<Blob> {
  const subject = subjectOf(whole, runs);
  const scene = new Scene();
  scene.name = 'Koubai';
  scene.add(reliefMesh(subject, theme), ...runs.flatMap((run) => pathMesh(subject, run, theme)));
  const file = (await new GLTFExporter().parseAsync(scene, { binary: true })) as ArrayBuffer;
  return new Blob([file], { type: 'model/gltf-binary' });
}

function reliefMesh({ model, cut, state }: Subject, theme: Theme): Mesh {
  const { display, objective, rect } = model;
  const sheet = sheetBelow(sampleSurface(objective, rect, SHEET), cut);
  const ramp = rampTable(theme);
  const positions = new Float32Array(sheet.vertices.length);
  const colours = new Float32Array(sheet.vertices.length);
  const place = new Vector3();
  const colour = new Color();
  sheet.f.forEach((f, k) => {
    displayPoint(display, sheet.vertices[3 * k]!, sheet.vertices[3 * k + 1]!, f, place).toArray(positions, 3 * k);
    const height = Math.min(Math.max(place.y / Math.max(display.height, 1e-9), 0), 1);
    // As shaders/surface has it.
    const entry = 4 * Math.round(255 * (display.log ? height : Math.sqrt(height)));
    colour.setRGB(ramp[entry]! / 255, ramp[entry + 1]! / 255, ramp[entry + 2]! / 255, 'srgb').toArray(colours, 3 * k);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('color', new BufferAttribute(colours, 3));
  geometry.setIndex(new BufferAttribute(sheet.triangles, 1));
  geometry.computeVertexNormals();
  const material = new MeshStandardMaterial({ vertexColors: true, roughness: 0.85, side: DoubleSide });
  const mesh = new Mesh(geometry, material);
  mesh.name = state.surface.name;
  return mesh;
}

function pathMesh({ model, cut }: Subject, { record, ink, name }: RunView, theme: Theme): Mesh[] {
  const { display, objective } = model;
  const { data, count, firstOfRow } = pathSegments(record, objective, display.domain, cut);
  const at = (k: number) => displayPoint(display, data[k]!, data[k + 1]!, data[k + 2]!, new Vector3());
  // A path that leaves the map and comes back is several tubes.
  const pieces: Vector3[][] = [];
  for (let s = 0; s < count; s++) {
    const [from, to] = [at(8 * s), at(8 * s + 4)];
    const open = pieces.at(-1)?.at(-1)?.equals(from) ? pieces.at(-1)! : pieces[pieces.push([from]) - 1]!;
    if (!to.equals(from)) open.push(to);
  }
  const tubes = pieces
    .filter((points) => points.length > 1)
    .map((points) => new TubeGeometry(new Polyline(points), points.length - 1, TUBE, 8));
  const ball = (k: number, radius: number) => {
    const { x, y, z } = at(k);
    return new SphereGeometry(radius, 16, 12).translate(x, y, z);
  };
  const iterates = record.count > MOST_BALLS ? [] : [...new Set(firstOfRow)].filter((s) => s < count);
  const balls =
    count > 0 ? [ball(0, 2 * BALL), ball(8 * count - 4, 2 * BALL), ...iterates.map((s) => ball(8 * s, BALL))] : [];
  if (tubes.length + balls.length === 0) return [];
  const material = new MeshStandardMaterial({ color: inkColours[theme][ink.hue] as string, roughness: 0.5 });
  const mesh = new Mesh(mergeGeometries([...tubes, ...balls]), material);
  mesh.name = name;
  return [mesh];
}

/** Straight from point to point, which stand evenly along it: TubeGeometry then has a ring at each of them. */
class Polyline extends Curve<Vector3> {
  private readonly points: readonly Vector3[];

  constructor(points: readonly Vector3[]) {
    super();
    this.points = points;
  }

  override getPointAt(u: number, out = new Vector3()): Vector3 {
    const along = u * (this.points.length - 1);
    const i = Math.min(Math.floor(along), this.points.length - 2);
    return out.lerpVectors(this.points[i]!, this.points[i + 1]!, along - i);
  }

  override getTangentAt(u: number, out = new Vector3()): Vector3 {
    const i = Math.round(u * (this.points.length - 1));
    const before = this.points[Math.max(i - 1, 0)]!;
    const after = this.points[Math.min(i + 1, this.points.length - 1)]!;
    // Where a path turns back on itself its own line has no direction: that of the step which comes is as good.
    return before.equals(after)
      ? out.subVectors(after, this.points[i]!).normalize()
      : out.subVectors(after, before).normalize();
  }
}

/** What a printer makes: millimetres, the longer side 100, z up. */
const PRINTED = { side: 100, foot: 4, bead: 0.8, samples: 301 } as const;

/** One closed block of the relief with a bead along each path, flat where the surface is cut: binary STL. */
export function surfaceAsStl(whole: LabState, runs: readonly RunView[]): Blob {
  const { vertices, triangles } = printedBlock(whole, runs);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(vertices), 3));
  geometry.setIndex(new BufferAttribute(triangles, 1));
  const file = new STLExporter().parse(new Mesh(geometry), { binary: true });
  return new Blob([file.buffer], { type: 'model/stl' });
}

export function printedBlock(whole: LabState, runs: readonly RunView[]): ReturnType<typeof blockUnder> {
  const { model, cut } = subjectOf(whole, runs);
  const { display, objective, rect } = model;
  const [x0, x1, y0, y1] = rect;
  const { f, size } = sampleSurface(objective, rect, PRINTED.samples);
  const millimetres = PRINTED.side / Math.max(x1 - x0, y1 - y0);
  const up = (value: number) => (displayHeight(display, value) * millimetres) / display.scale;
  const heights = {
    columns: size,
    rows: size,
    step: [((x1 - x0) * millimetres) / (size - 1), ((y1 - y0) * millimetres) / (size - 1)] as const,
    // What is no number is a pole.
    height: f.map((value) => up(value <= cut ? value : cut)),
  };
  for (const { record } of runs) {
    const { data, count } = pathSegments(record, objective, display.domain, cut);
    const lines = new Float64Array(6 * count);
    for (let end = 0; end < 2 * count; end++) {
      const [x, y, value] = data.subarray(4 * end, 4 * end + 3) as unknown as [number, number, number];
      lines.set([(x - x0) * millimetres, (y - y0) * millimetres, up(value)], 3 * end);
    }
    raiseBead(heights, lines, PRINTED.bead);
  }
  return blockUnder(heights, PRINTED.foot);
}
