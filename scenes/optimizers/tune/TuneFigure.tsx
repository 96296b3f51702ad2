import { useMemo, useState } from 'react';
import { inkColours, type Ink } from '../../../src/state/ink.ts';
import { useText } from '../../../src/ui/useText.ts';
import { PlanRoom } from '../book/PlanRoom.tsx';
import type { BookLayout } from '../book/useBookLayout.ts';
import { lab } from '../model.ts';
import { lossFloorOf } from '../runs/lossFloor.ts';
import { useRuns } from '../runs/useRuns.ts';
import { setRun } from '../state/actions.ts';
import { tuneChart, type Dot } from './chart.ts';
import type { TuneLook } from './look.ts';
import { rankedBy, trialText } from './say.ts';
import { TuneCaption } from './TuneCaption.tsx';
import { TuneChart } from './TuneChart.tsx';

interface Props {
  readonly look: TuneLook;
  readonly layout: BookLayout;
  readonly scale: number;
}

const PLAIN: Ink = { hue: inkColours.light.length - 1, shape: 0 };

/** The sensitivity curves, with every optimizer's best below them. */
export function TuneFigure({ look, layout, scale }: Props) {
  const t = useText();
  const { store } = lab.useSession();
  const state = lab.useState((s) => s);
  const runs = useRuns();
  const [dot, setDot] = useState<Dot | null>(null);
  const cell = layout.plans.cells[0];
  const { width = 0, height = 0 } = cell?.plot ?? {};
  const floor = lossFloorOf(state, []).value;
  const chart = useMemo(() => tuneChart(look.tuned, floor, width, height), [look, floor, width, height]);
  const ranked = useMemo(() => rankedBy(look.tuned), [look]);
  const inkOf = (optimizer: string) => runs.find(({ spec }) => spec.optimizer === optimizer)?.ink ?? PLAIN;
  const adopt = (optimizer: string, lr: number) => {
    const id = runs.find(({ spec }) => spec.optimizer === optimizer)?.id ?? optimizer;
    const own = store.get().overrides.runs?.[id];
    setRun(store, id, { params: { ...own?.params, lr } });
    store.update({ selected: id }, 'replace');
  };
  if (!cell) return null;
  const title = t('tune.title', { steps: look.spec.base.steps, budget: look.spec.budget });
  const first = ranked[0]?.best;
  return (
    <>
      <PlanRoom layout={layout} scale={scale} label={t('view.tune')}>
        <text className={dot ? 'plan-lr' : 'plan-title'} x={cell.title.x} y={cell.title.y}>
          {dot ? trialText(t, dot.trial) : title}
        </text>
        <g transform={`translate(${cell.plot.x} ${cell.plot.y})`} data-plot>
          <TuneChart
            {...{ chart, width, height, inkOf, dot }}
            rates={runs.flatMap(({ spec: { optimizer, params } }) =>
              params['lr'] === undefined ? [] : [{ id: optimizer, lr: params['lr'] }],
            )}
            label={`${title}${first ? ` ${trialText(t, first)}` : ''}`}
            onDot={setDot}
            onAdopt={({ id, trial }) => adopt(id, trial.run.params['lr']!)}
          />
        </g>
      </PlanRoom>
      <TuneCaption {...{ ranked, inkOf }} onAdopt={({ id, best }) => best && adopt(id, best.run.params['lr']!)} />
    </>
  );
}
