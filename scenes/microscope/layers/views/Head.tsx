import { activations } from '../../../../src/networks/activations.ts';
import { useStep } from '../../../../src/runs/session.tsx';
import { PaneHead } from '../../../../src/scene/parts/PaneHead.tsx';
import { useTheme } from '../../../../src/ui/preferences.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { hueOf, netName, percent, rowAt, updateAt } from '../read.ts';
import type { LayersRun, NetRun } from '../run/types.ts';

interface Props {
  readonly run: LayersRun | null;
  readonly net: NetRun | null;
  readonly prune: boolean;
}

/** Over a net: which it is, how well it does, and what it loses without the neurons that another stands for. */
export function Head({ run, net, prune }: Props) {
  const t = useText();
  const theme = useTheme();
  const step = useStep();
  if (!run || !net) return <PaneHead title={t('mic.net')} way="" />;
  const { spec } = run;
  const row = rowAt(net, step);
  const twins = row.layers.reduce((sum, layer) => sum + layer.twins.length, 0);
  const loss = (value: number) => t.number(value, 3);
  return (
    <PaneHead
      title={netName(t, net)}
      colour={hueOf(theme, net)}
      way={t('mic.net.way', {
        depth: spec.hidden.length,
        width: spec.hidden[0]!,
        activation: activations[spec.activation].name,
        init: t(`mic.init.short.${spec.init}`, { std: t.number(spec.initStd, 2) }),
      })}
      numbers={[
        { id: 'loss', label: t('mic.number.loss'), value: loss(row.trainLoss), first: true },
        {
          ...{ id: 'accuracy', label: t('mic.number.accuracy') },
          value: t('mic.number.accuracies', {
            train: percent(t, row.trainAccuracy),
            test: percent(t, row.testAccuracy),
          }),
        },
        prune && twins > 0
          ? {
              ...{ id: 'pruned', label: t('mic.number.pruned', { count: twins }), what: t('mic.number.pruned.what') },
              value: `${loss(row.whole)} → ${loss(row.pruned)}`,
            }
          : { id: 'twins', label: t('mic.number.twins'), value: String(twins), what: t('mic.number.twins.what') },
        { id: 'update', label: t('mic.number.update'), value: String(updateAt(run, row.row)) },
      ]}
    />
  );
}
