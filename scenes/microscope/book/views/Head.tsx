import { useStep } from '../../../../src/runs/session.tsx';
import { PaneHead } from '../../../../src/scene/parts/PaneHead.tsx';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { about, type BookId } from '../ids.ts';
import { hueOf, seriesName, valueText } from '../read.ts';
import type { BookResult } from '../run/types.ts';
import { stepText } from '../values.ts';
import type { Swarm } from '../picture/types.ts';
import { bestOf } from './swarm.ts';

/** Over the picture: which experiment, with what parameters, and where the clock is. */
export function Head({ id, result }: { readonly id: BookId; readonly result: BookResult | null }) {
  const t = useText();
  const step = useStep();
  const { of, x } = about[id];
  const numbers =
    result && (of === 'curves' || of === 'race')
      ? [{ id: 'step', label: t(`mic.book.axis.${x}`), value: stepText(id, step), first: true }]
      : [];
  return <PaneHead title={t(`mic.experiment.${id}`)} way={t(`mic.book.way.${id}`)} numbers={numbers} />;
}

interface SwarmHeadProps {
  readonly id: BookId;
  readonly swarm: Swarm;
}

/** Over a search: how good its best trial is by now, and where. */
export function SwarmHead({ id, swarm: { name, series, trials } }: SwarmHeadProps) {
  const t = useText();
  const theme = useTheme();
  const step = useStep();
  const best = bestOf(trials, step + 1);
  return (
    <PaneHead
      title={name === null ? t(`mic.experiment.${id}`) : seriesName(t, name)}
      {...(name !== null && { colour: hueOf(theme, series) })}
      way={name === null ? t(`mic.book.way.${id}`) : ''}
      numbers={
        best
          ? [
              { id: 'best', label: t('mic.book.best'), value: valueText(t, 'accuracy', best.score), first: true },
              { id: 'lr', label: 'lr', value: t.number(best.point.lr, 2) },
              { id: 'decay', label: 'λ', value: t.number(best.point.decay, 2) },
              { id: 'trial', label: t('mic.book.axis.trials'), value: String(Math.min(step + 1, trials.length)) },
            ]
          : []
      }
    />
  );
}
