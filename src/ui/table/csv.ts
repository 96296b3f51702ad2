import type { RunView } from '../../runs/runViews.ts';
import { digits } from './digits.ts';

/** Every run's rows below one another, all digits: `optimizer,semantics,step,x,y,f`. */
export function csvOf(runs: readonly RunView[]): string {
  const lines = ['optimizer,semantics,step,x,y,f'];
  for (const { id, spec, record } of runs) {
    for (let i = 0; i < record.count; i++) {
      const numbers = [record.x[2 * i], record.x[2 * i + 1], record.f[i]] as [number, number, number];
      lines.push([id, spec.semantics, i, ...numbers.map(digits)].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}
