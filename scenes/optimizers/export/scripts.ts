import { numpyScript } from '../../../src/io/python/numpy.ts';
import { procedureScript } from '../../../src/io/python/procedures.ts';
import { torchRunScript } from '../../../src/io/python/torch.ts';
import type { ScriptedRun } from '../../../src/io/python/run.ts';
import { besideOf } from '../../../src/jobs/beside.ts';
import { ruleOf } from '../../../src/optimizers/index.ts';
import { isProcedureId } from '../../../src/optimizers/secondOrder/index.ts';
import { linkOf } from '../../../src/runs/history.ts';
import { leastOf } from '../../../src/surfaces/least.ts';
import { ExportFailure } from '../../../src/ui/export/png.ts';
import type { LabSession } from '../model.ts';
import { recordsOf } from '../runs/runViews.ts';

/** The selected run. */
function runOf(session: LabSession): ScriptedRun {
  const { state } = session.store.get();
  const run = recordsOf(state).find(({ id }) => id === state.selected);
  if (!run) throw new ExportFailure('picture');
  return { ...run, beside: besideOf(run.spec), link: linkOf(session) };
}

const python = (text: string) => new Blob([text], { type: 'text/x-python' });

export function numpyOf(session: LabSession): Blob {
  const run = runOf(session);
  const { optimizer, semantics, surface } = run.spec;
  if (isProcedureId(optimizer)) return python(procedureScript(run, optimizer));
  return python(numpyScript(run, ruleOf(optimizer, semantics), leastOf(surface.formula)));
}

export function torchOf(session: LabSession): Blob {
  const text = torchRunScript(runOf(session));
  if (text === null) throw new ExportFailure('picture');
  return python(text);
}
