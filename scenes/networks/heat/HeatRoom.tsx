import { useMemo } from 'react';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { Progress } from '../../../src/scene/parts/Progress.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { dataNow } from './compute.ts';
import { HeatFigure } from './HeatFigure.tsx';
import { heatPlanOf } from './plan.ts';
import './heat.css';

/** In the panes' stead: what two parameters of the selected optimizer, or of the training, come to, cell by cell. */
export function HeatRoom() {
  const t = useText();
  const state = model.useState((whole) => whole);
  const { value: run, older } = model.useResult('run');
  const { value: look, waiting, part, problem } = model.useResult('heat');
  const data = dataNow(state, run);
  const plan = useMemo(() => data && heatPlanOf(state, data), [state, data]);
  // Another optimizer's map, or one along other axes, tells nothing of this one.
  const fits =
    look && plan && look.spec.run.optimizer === plan.now.optimizer && axesIn(look.spec) === axesIn(plan.spec);
  return (
    <div className="net-heat">
      {fits && run && (
        <HeatFigure key={axesIn(look.spec)} {...{ plan, look, run, older }} samples={run.data.train.count} />
      )}
      {fits && <Progress result="heat" {...{ waiting, part }} name={t('net.heat.running')} stop={t('net.stop')} />}
      {run && !run.spec && <Notice text={t('net.heat.none')} />}
      {problem && <Notice failed text={t(problem.kind === 'stopped' ? 'net.stopped' : 'net.heat.failed')} />}
      {waiting && !fits && <Notice text={t('net.heat.waiting')} part={part} />}
    </div>
  );
}

const axesIn = ({ x, y }: { readonly x: { readonly name: string }; readonly y: { readonly name: string } }) =>
  `${x.name} ${y.name}`;
