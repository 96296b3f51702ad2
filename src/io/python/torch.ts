import { pythonNumber, pythonProgram } from '../../formula/python.ts';
import { objectiveOf } from '../../surfaces/objective.ts';
import { torchCall } from '../networks/export/optimizer.ts';
import { indented, pythonName } from './names.ts';
import { addedLines, assertionLines, headOf, pairText, type ScriptedRun } from './run.ts';
import { factorLines } from './schedule.ts';

/** torch differentiates and rounds by its own order. */
const TOLERANCE = 1e-9;

/** A script over torch.optim's own optimizer that repeats a run and asserts its last point; null where torch has no such optimizer. */
export function torchRunScript(run: ScriptedRun): string | null {
  const { spec, record } = run;
  const { formula, params } = spec.surface;
  const call = torchCall(spec.optimizer, spec.semantics, spec.params, '[point]');
  if (call === null) return null;
  const { lines, outputs } = pythonProgram(
    [objectiveOf(formula, params).expression],
    'torch',
    pythonName,
    (i) => `_${i}`,
  );
  const added = addedLines(run, (rows) => `torch.tensor(${rows}, dtype=torch.float64)`);
  const factor = factorLines(spec.disturbance ?? {});
  const lr = pythonNumber(spec.params['lr'] ?? NaN);
  return [
    ...headOf(run, 'PyTorch'),
    'import numpy as np',
    'import torch',
    '',
    '',
    'def tensor(value):',
    '    return torch.as_tensor(value, dtype=torch.float64)',
    '',
    '',
    ...Object.entries(params).map(([name, value]) => `${pythonName(name)} = tensor(${pythonNumber(value)})`),
    '',
    '',
    'def f(point):',
    '    x, y = point',
    ...lines.map(([name, source]) => `    ${name} = ${source}`),
    `    return ${outputs[0]}`,
    '',
    '',
    ...factor,
    `point = torch.tensor(${pairText(...spec.start)}, dtype=torch.float64, requires_grad=True)`,
    `optimizer = ${call}`,
    ...added,
    `for t in range(1, ${record.count}):`,
    ...indented([
      'optimizer.zero_grad()',
      'f(point).backward()',
      ...(added.length > 0 ? ['point.grad += added[t - 1]'] : []),
      ...(factor.length > 0 ? ['optimizer.param_groups[0]["lr"] = ' + `${lr} * lr_factor(t)`] : []),
      'optimizer.step()',
    ]),
    '',
    'x = point.detach().numpy()',
    ...assertionLines(run, 'x', TOLERANCE),
    '',
  ].join('\n');
}
