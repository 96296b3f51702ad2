import { useStore } from 'zustand';
import { PaneHead } from '../../../../src/scene/parts/PaneHead.tsx';
import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';
import { nameOfNet } from '../own.ts';
import { nameOf, percent, readsOf, second, splitOf } from '../read.ts';
import type { DigitLook, DigitNet } from '../run/types.ts';
import { useMore } from '../useMore.ts';

interface Props {
  readonly look: DigitLook | null;
  readonly net: DigitNet | null;
}

/** Over the picture: the answer, how sure it is, what would change it, and how good the network is at all. */
export function Head({ look, net }: Props) {
  const t = useText();
  const own = useStore(model.useSession().own.digitNet);
  const more = useMore(look);
  if (!look) return <PaneHead title={t('mic.digit.reader')} way={net ? splitOf(t, net) : ''} />;
  const { answer, probabilities } = look;
  const other = second(look);
  return (
    <PaneHead
      title={readsOf(t, answer, nameOfNet(own, look.spec.net))}
      way={nameOf(t, look)}
      numbers={[
        {
          id: 'sure',
          label: t('mic.digit.sure'),
          value: percent(t, probabilities[answer]!),
          first: true,
          outcome: true,
        },
        {
          ...{ id: 'second', label: t('mic.digit.second'), outcome: true },
          value: `${other}: ${percent(t, probabilities[other]!, 2)}`,
        },
        {
          ...{ id: 'smallest', label: t('mic.digit.smallest'), what: t('mic.digit.smallest.what'), outcome: true },
          value: more === null ? '…' : more.smallest === null ? '–' : t.number(more.smallest, 2),
        },
        ...(net
          ? [
              {
                ...{ id: 'test', label: t('mic.digit.accuracy'), what: splitOf(t, net) },
                value: percent(t, net.right / net.test, 4),
              },
            ]
          : []),
      ]}
    />
  );
}
