import { isProcedure, methodOf } from '../../../src/optimizers/index.ts';
import type * as scripts from './scripts.ts';
import type { LabSession } from '../model.ts';
import type { RunState } from '../state/types.ts';

type Scripts = typeof scripts;

interface ScriptItem {
  readonly label: 'export.numpy' | 'export.torch';
  readonly ending: string;
  readonly make: (scripts: Scripts, session: LabSession) => Blob;
}

const numpy: ScriptItem = { label: 'export.numpy', ending: 'py', make: ({ numpyOf }, session) => numpyOf(session) };
const torch: ScriptItem = {
  label: 'export.torch',
  ending: 'torch.py',
  make: ({ torchOf }, session) => torchOf(session),
};

/** The scripts that there are of a run: NumPy's, and PyTorch's where a rule is torch's. */
export function scriptsFor(run: Pick<RunState, 'optimizer' | 'semantics'> | undefined): readonly ScriptItem[] {
  if (!run) return [];
  const hasTorch = run.semantics === 'torch' && !isProcedure(methodOf(run.optimizer, run.semantics));
  return hasTorch ? [numpy, torch] : [numpy];
}
