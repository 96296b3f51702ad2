import { recordsOf } from '../../scenes/optimizers/runs/runViews.ts';
import type { RunView } from '../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { LabState, Overrides } from '../../scenes/optimizers/state/types.ts';

/** f along SGD on the opening bowl (x²/20 + y² from (−7, 2)) in closed form: x shrinks by 1 − lr/10 a step, y by 1 − 2lr. */
export function closedForm(lr: number, steps: number) {
  return Array.from({ length: steps + 1 }, (_, n) => {
    const [x, y] = [-7 * (1 - lr / 10) ** n, 2 * (1 - 2 * lr) ** n];
    return { x, y, f: x ** 2 / 20 + y ** 2 };
  });
}

/** SGD alone at a learning rate, and whatever else. */
export function sgdAt(
  lr: number,
  rest: Overrides = {},
): { readonly state: LabState; readonly runs: readonly RunView[] } {
  const off = Object.fromEntries(['momentum', 'adagrad', 'adam'].map((id) => [id, { enabled: false }]));
  const state = resolve({ ...rest, runs: { ...off, sgd: { params: { lr } }, ...rest.runs } });
  return { state, runs: recordsOf(state) };
}
