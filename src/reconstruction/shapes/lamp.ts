import { cos, sin } from '../../math/portable.ts';
import { chance, usual } from './kit.ts';
import type { Corner, Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

interface Plan {
  readonly height: number;
  /** The base's top. */
  readonly foot: number;
  readonly pole: number;
  readonly shade: { readonly radius: number; readonly top: number; readonly height: number };
}

/** A base under a standing lamp (a pole or a vase), a jointed desk lamp or an arc lamp. */
export function lamp(mesh: Mesh, rng: Rng): void {
  const height = usual(rng, 0.7, 1.3);
  const base = usual(rng, 0.1, 0.26);
  const foot = usual(rng, 0.015, 0.08);
  const pole = usual(rng, 0.01, 0.035);
  const radius = usual(rng, 0.14, 0.38);
  const shade = { radius, top: radius * usual(rng, 0.3, 1), height: usual(rng, 0.15, 0.38) };
  if (chance(rng, 0.6)) {
    const [rim, neck] = [base * usual(rng, 0.7, 1), foot * usual(rng, 1, 1.6)];
    mesh.lathe([[0, 0], [base, 0], [rim, foot], [pole, neck]]); // prettier-ignore
  } else {
    mesh.box([0, foot / 2, 0], [1.7 * base, foot, 1.7 * base]);
  }
  const plan = { height, foot, pole, shade };
  const kind = rng.uniform();
  if (kind < 0.66) standing(mesh, rng, plan);
  else if (kind < 0.88) jointed(mesh, rng, plan);
  else arc(mesh, rng, plan);
}

function standing(mesh: Mesh, rng: Rng, { height, foot, pole, shade }: Plan): void {
  if (chance(rng, 0.4)) {
    const belly = usual(rng, 0.05, 0.14);
    const shoulder = belly * usual(rng, 0.3, 1);
    const profile = [
      [pole, foot],
      [belly, foot + 0.2 * height],
      [shoulder, foot + 0.35 * height],
      [pole, height - 0.6 * shade.height],
    ] as const;
    mesh.lathe(profile, { sides: 16 });
  } else {
    mesh.tube([0, foot, 0], [0, height - 0.3 * shade.height, 0], pole);
  }
  const closed = chance(rng, 0.4);
  const rim = [[shade.radius, height - shade.height], [shade.top, height]] as const; // prettier-ignore
  mesh.lathe(closed ? [...rim, [0, height]] : rim, { sides: 24 });
}

function jointed(mesh: Mesh, rng: Rng, { height, foot, pole, shade }: Plan): void {
  const reach = usual(rng, 0.2, 0.55);
  const elbow: Corner = [usual(rng, -0.25, -0.05), height * usual(rng, 0.45, 0.65), 0];
  const head: Corner = [elbow[0] + reach, height * usual(rng, 0.75, 1), 0];
  const turn = usual(rng, -0.5, 1.2);
  const length = 0.8 * shade.height;
  mesh.tube([0, foot, 0], elbow, pole);
  mesh.tube(elbow, head, pole);
  const mouth: Corner = [head[0] + length * sin(turn), head[1] - length * cos(turn), 0];
  mesh.tube(head, mouth, [0.3 * shade.top, 0.6 * shade.radius], 16, false);
}

function arc(mesh: Mesh, rng: Rng, { height, foot, pole, shade }: Plan): void {
  const bend = usual(rng, 0.2, 0.4);
  const spring = height - bend;
  const steps = 8;
  let from: Corner = [0, spring, 0];
  mesh.tube([0, foot, 0], from, pole);
  for (let i = 1; i <= steps; i++) {
    const t = (Math.PI * i) / steps;
    const to: Corner = [bend - bend * cos(t), spring + bend * sin(t), 0];
    mesh.tube(from, to, pole, 6);
    from = to;
  }
  const mouth: Corner = [from[0], from[1] - 0.6 * shade.height, 0];
  mesh.tube(from, mouth, [0.35 * shade.top, 0.6 * shade.radius], 16, false);
}
