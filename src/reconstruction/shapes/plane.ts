import { cos, sin } from '../../math/portable.ts';
import { chance, SIDES } from './kit.ts';
import type { Corner, Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

interface Wing {
  readonly span: number;
  /** Chord at the root and at the tip. */
  readonly chords: readonly [number, number];
  /** How far back the tip lies. */
  readonly sweep: number;
  /** Rise of the tip a unit of span. */
  readonly dihedral: number;
  readonly thickness: number;
  /** Height and place of the root's middle along the fuselage. */
  readonly root: readonly [y: number, z: number];
}

/** Fuselage (nose to +z), swept and tapered wings, tailplane (low or on the fin), fin, none to four engines. */
export function plane(mesh: Mesh, rng: Rng): void {
  const length = rng.between(0.8, 1.2);
  const radius = rng.between(0.045, 0.1);
  const nose = length * rng.between(0.1, 0.25);
  const tail = length * rng.between(0.2, 0.4);
  const profile: [number, number][] = [[0, -length / 2]];
  for (let i = 1; i <= 4; i++) profile.push([radius * (0.25 + (0.75 * i) / 4), -length / 2 + (tail * i) / 4]);
  for (let i = 0; i < 4; i++) {
    const t = (Math.PI * i) / 8;
    profile.push([radius * cos(t), length / 2 - nose * (1 - sin(t))]);
  }
  mesh.lathe([...profile, [0, length / 2]], { sides: 16, axis: 'z' });

  const span = rng.between(0.3, 0.72);
  const chord = rng.between(0.16, 0.34);
  const tip = chord * rng.between(0.25, 0.9);
  const sweep = rng.between(-0.02, 0.32);
  const dihedral = rng.between(-0.05, 0.15);
  const z = rng.between(-0.05, 0.12);
  const y = radius * rng.between(-0.7, 0.7);
  wings(mesh, { span, chords: [chord, tip], sweep, dihedral, thickness: 0.03, root: [y, z] });

  const rear = -length / 2 + 0.08;
  const rearChord = rng.between(0.09, 0.16);
  const rearSpan = rng.between(0.13, 0.25);
  const fin = rng.between(0.12, 0.24);
  const root = chance(rng, 0.25) ? ([fin, rear - 0.04] as const) : ([0.2 * radius, rear] as const);
  const chords = [rearChord, 0.6 * rearChord] as const;
  wings(mesh, { span: rearSpan, chords, sweep: 0.4 * sweep, dihedral: 0, thickness: 0.02, root });
  const level = (w: number, h: number, from: number, to: number): Corner[] => [
    [-w, h, rear + from * rearChord],
    [w, h, rear + from * rearChord],
    [w, h, rear + to * rearChord],
    [-w, h, rear + to * rearChord],
  ];
  mesh.hexa([...level(0.012, 0, -0.6, 0.7), ...level(0.008, fin, -0.8, -0.1)]);

  const pairs = rng.integer(3);
  for (let i = 1; i <= pairs; i++) {
    const out = 0.25 + 0.225 * i;
    const engine = rng.between(0.025, 0.045);
    const [ey, ez] = [y - 1.2 * engine, z - sweep * out + 0.3 * chord];
    for (const side of SIDES) {
      const x = side * span * out;
      mesh.tube([x, ey, ez - 0.08], [x, ey, ez + 0.08], [0.8 * engine, engine], 10);
    }
  }
}

function wings(mesh: Mesh, { span, chords: [c0, c1], sweep, dihedral, thickness, root: [y, z] }: Wing): void {
  for (const side of SIDES) {
    const level = (s: number): Corner[] => {
      const [inner, outer] = [y + (s * thickness) / 2, y + span * dihedral + (s * thickness) / 4];
      return [
        [0, inner, z - c0 / 2],
        [side * span, outer, z - sweep - c1 / 2],
        [side * span, outer, z - sweep + c1 / 2],
        [0, inner, z + c0 / 2],
      ];
    };
    mesh.hexa([...level(-1), ...level(1)]);
  }
}
