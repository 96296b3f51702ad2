import { pythonNumber } from '../../formula/python.ts';
import type { Rule } from '../../optimizers/types.ts';
import { numpyFrame } from './frame.ts';
import { pythonName } from './names.ts';
import { updateLines } from './rule.ts';
import type { ScriptedRun } from './run.ts';

/** The script of a run by a rule. `rule`: that of the spec. `fmin`: the least f known of the surface, for rules that read it. */
export const numpyScript = (run: ScriptedRun, rule: Rule, fmin = NaN): string =>
  numpyFrame(run, {
    numbers: { ...run.spec.params, ...rule.carried },
    beforeStart: [...(rule.perPoint ? [`fmin = ${pythonNumber(fmin)}`] : []), '# Both coordinates at once.'],
    afterStart: (rule.state ?? []).map((name) => `${pythonName(name)} = np.zeros(2)`),
    update: (disturb) => updateLines(rule, 'np', disturb),
  });
