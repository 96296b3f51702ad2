import { expect, test } from 'vitest';
import { simdLandscape } from '../../../src/jobs/landscapeBackend.ts';
import { topEigenvalues } from '../../../src/networks/hessian/index.ts';
import { createGrid } from '../../../src/networks/landscape/grid.ts';
import { pcaPlane } from '../../../src/networks/landscape/pca.ts';
import { projectOn } from '../../../src/networks/landscape/project.ts';
import { float64Evaluator } from '../../../src/networks/landscape/reference.ts';
import { drawn, problemOf, torch } from './torch.ts';

const backends = [
  { backend: float64Evaluator, tolerance: 1e-12 },
  { backend: simdLandscape, tolerance: 1e-5 },
];

test.each(torch.landscapes)(
  'a landscape is PyTorch’s on every backend: $widths, $activation, $loss, $task, batch norm $batchNorm (seed $seed)',
  (given) => {
    const problem = problemOf(given);
    for (const { backend, tolerance } of backends) {
      const spec = { ...problem, alpha: [-1, 1], beta: [-1, 1], size: 5 } as const;
      const grid = createGrid(spec, problem.samples, { evaluator: backend(problem)! });
      while (grid.step(0));
      given.losses.flat().forEach((loss, i) => expect(Math.abs(grid.loss[i]! / loss - 1)).toBeLessThan(tolerance));
    }
  },
);

test.each(torch.landscapes.filter(({ eigenvalues }) => eigenvalues))(
  'the largest eigenvalues are those of PyTorch’s Hessian: $widths, $activation, $loss, batch norm $batchNorm (seed $seed)',
  (given) => {
    const { network: spec, plane, samples, running } = problemOf(given);
    const { values } = topEigenvalues({ spec, running }, plane.origin, samples, 5);
    given.eigenvalues!.forEach((value, k) =>
      expect(Math.abs(values[k]! - value)).toBeLessThan(1e-8 * given.eigenvalues![0]!),
    );
  },
);

const { seed, rows: count, columns, explained, u, v, residuals, shadows } = torch.principal;
const rows = Array.from({ length: count }, (_, i) =>
  drawn(seed, ['rows'], count * columns)
    .slice(i * columns, (i + 1) * columns)
    .map((value, j) => value / (1 + j)),
);

test('the principal plane is that of NumPy’s SVD, to the sign, with what it explains and what it leaves (seed 99)', () => {
  const plane = pcaPlane(rows);
  explained.forEach((share, k) => expect(plane.explained![k]).toBeCloseTo(share, 12));
  u.forEach((value, i) => expect(plane.u[i]).toBeCloseTo(value, 12));
  v.forEach((value, i) => expect(plane.v[i]).toBeCloseTo(value, 12));
  residuals.forEach((residual, i) =>
    expect(Math.abs(projectOn(plane, rows[i]!).residual - residual)).toBeLessThan(1e-12),
  );
});

test('a shadow on a plane whose directions lean is NumPy’s least squares (seed 99)', () => {
  const plane = { kind: 'points', origin: rows[2]!, u: rows[0]!, v: rows[1]!, explained: null } as const;
  for (const [i, expected] of shadows.entries()) {
    const { alpha, beta, residual } = projectOn(plane, rows[i]!);
    [alpha, beta, residual].forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-12));
  }
});
