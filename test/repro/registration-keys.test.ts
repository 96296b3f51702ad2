import { expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import type { KeyContext } from '../../src/ui/keys.ts';
import { curvesOf } from '../../scenes/registration/chart/curves.ts';
import { keyTable } from '../../scenes/registration/keys.ts';
import { openRegistration, type RegistrationSession } from '../../scenes/registration/runs/session.tsx';
import { registrationRules } from '../../scenes/registration/state/rules.ts';
import type { PaneRun } from '../../scenes/registration/runs/runs.ts';
import { sceneOf } from '../scenes/registrationRun.ts';

function press(session: RegistrationSession, key: string): void {
  const command = keyTable.find(({ keys }) => keys.includes(key))!;
  command.run({ session } as KeyContext<RegistrationSession>, key);
}

test('the seed after the last one that a link may hold is the first, and its link is read', () => {
  const last = 2 ** 31;
  const session = openRegistration({ seed: last }, false);
  press(session, 's');
  const link = encodeLink(registrationRules, session.store.get().overrides);
  expect(decodeLink(registrationRules, link)).toEqual({ overrides: { seed: 0 }, notices: [] });
});

test.each(['car', 'room', 'own'] as const)('on %s, where nobody knows the truth, each press of Y shows another curve', (data) => {
  const session = openRegistration({ data }, false);
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
});
