import { expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import type { KeyContext } from '../../src/ui/keys.ts';
import { curvesOf } from '../../scenes/registration/chart/curves.ts';
import { scene } from '../../scenes/registration/scene.ts';
import { model } from '../../scenes/registration/model.ts';
import type { RegistrationSession } from '../../scenes/registration/runs/session.ts';
import { table } from '../../scenes/registration/state/table.ts';
import type { PaneRun } from '../../scenes/registration/runs/paneRuns.ts';
import { sceneOf } from '../scenes/registrationRun.ts';

function press(session: RegistrationSession, key: string): void {
  const command = scene.keys.find(({ keys }) => keys.includes(key))!;
  command.run({ session } as unknown as KeyContext, key);
}

test('the seed after the last one that a link may hold is the first, and its link is read', () => {
  const last = 2 ** 31;
  const session = model.open({ seed: last }, false);
  press(session, 's');
  const link = encodeLink(table.rules, session.store.get().overrides);
  expect(decodeLink(table.rules, link)).toEqual({ overrides: { seed: 0 }, notices: [] });
});

test.each(['car', 'room', 'own'] as const)(
  'on %s, where nobody knows the truth, each press of Y shows another curve',
  (data) => {
    const session = model.open({ data }, false);
    // A run as the scans give it: without errors.
    const runs = sceneOf({ panes: [{ method: 'icp-point', search: null, kernel: null, maxDistance: null }] }).runs.map(
      (run): PaneRun => {
        const { errors: _, ...answer } = run.answer;
        return { ...run, answer };
      },
    );
    const shown = () => curvesOf(runs, session.store.get().state.curve).which;
    const seen = [shown()];
    for (let presses = 0; presses < 2; presses++) {
      press(session, 'y');
      seen.push(shown());
    }
    expect(seen).toEqual(['rmse', 'fitness', 'rmse']);
  },
);
