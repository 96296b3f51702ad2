import { theoreticalRate, type Trial, type Tuned } from '../../../src/jobs/tuning/tune.ts';
import { optimizerOf } from '../../../src/optimizers/index.ts';
import type { Words } from '../../../src/ui/useText.ts';

/** The rate of convergence that was fitted, and that of theory where there is one; empty where none was. */
export function theoryText(t: Words, trial: Trial): string {
  const theory = theoreticalRate(trial.run);
  if (Number.isNaN(trial.rate)) return '';
  const fitted = t.number(trial.rate, 4);
  return Number.isNaN(theory)
    ? t('tune.rate', { rate: fitted })
    : t('tune.rate.theory', { rate: fitted, theory: t.number(theory, 4) });
}

/** One run, in words. */
export function trialText(t: Words, { run, loss, converged, ...trial }: Trial): string {
  const said = { optimizer: optimizerOf(run.optimizer).name, lr: t.number(run.params['lr']!, 4) };
  if (Number.isNaN(loss)) return t('tune.trial.diverged', said);
  return [t('tune.trial', { ...said, f: t.number(loss, 3) }), theoryText(t, { run, loss, converged, ...trial })]
    .filter(Boolean)
    .join(' ');
}

/** Lowest first; whoever always diverged last. */
export function rankedBy(tuned: readonly Tuned[]): readonly Tuned[] {
  const end = ({ best }: Tuned) => best?.loss ?? Infinity;
  return [...tuned].sort((a, b) => end(a) - end(b) || (a.best?.converged ?? 0) - (b.best?.converged ?? 0) || 0);
}
