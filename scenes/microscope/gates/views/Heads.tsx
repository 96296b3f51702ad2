import { useStep } from '../../../../src/runs/session.tsx';
import { PaneHead } from '../../../../src/scene/parts/PaneHead.tsx';
import type { GateId } from '../../../../src/networks/microscope/truths.ts';
import type { Perceptron } from '../../../../src/networks/microscope/gates.ts';
import { useText } from '../../../../src/ui/useText.ts';
import { activationName, gateName, percent, stageName, stageShown } from '../read.ts';
import type { Fold, XorFold } from '../run/types.ts';

/** Over a perceptron: its sum, and how many corners it gets right. */
export function PlaneHead({ gate, fold, of }: { readonly gate: GateId; readonly fold: Fold; readonly of: Perceptron }) {
  const t = useText();
  const { w1, w2, b } = of;
  const signed = (value: number) => `${value < 0 ? '−' : '+'} ${t.number(Math.abs(value), 3)}`;
  return (
    <PaneHead
      title={t('mic.gates.one', { gate: gateName(gate) })}
      way={`s = ${t.number(w1, 3)} x₁ ${signed(w2)} x₂ ${signed(b)}`}
      numbers={[
        { id: 'right', label: t('mic.gates.corners'), value: t('mic.gates.of4', { right: fold.right }), first: true },
      ]}
    />
  );
}

/** Over a net: its activation, the stage that it is at, and how far its sheet is from flat. */
export function LayersHead({ fold }: { readonly fold: XorFold }) {
  const t = useText();
  const stage = stageShown(useStep(), fold.stages.length);
  return (
    <PaneHead
      title={activationName(fold)}
      way={stageName(t, fold, stage)}
      numbers={[
        {
          ...{ id: 'right', label: t('mic.gates.corners'), outcome: true, first: true },
          value: t('mic.gates.of4', { right: fold.right }),
        },
        {
          ...{ id: 'bend', label: t('mic.gates.bend'), what: t('mic.gates.bend.what'), outcome: true },
          value: percent(t, fold.bend < 1e-9 ? 0 : fold.bend),
        },
        { id: 'layers', label: t('mic.gates.widths'), value: [2, ...fold.hidden, 1].join(' – ') },
        ...(fold.starts > 0 && fold.right === 4
          ? [
              {
                id: 'starts',
                label: t('mic.gates.starts'),
                what: t('mic.gates.starts.what'),
                value: String(fold.starts),
              },
            ]
          : []),
      ]}
    />
  );
}
