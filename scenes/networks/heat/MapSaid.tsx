import { bestCell } from '../../../src/scene/heat/scale.ts';
import { axisValues } from '../../../src/tuning/axis.ts';
import { number, phrase } from '../../../src/ui/say/said.ts';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { endsOf } from './look.ts';
import { valuesIn } from './say.ts';

/** The lowest cell of the map, and how many end above where they began, in one sentence. */
export function MapSaid() {
  const t = useText();
  const { value: look, fresh, problem } = model.useResult('heat');
  const of = model.useState((state) => state.heatOf);
  if (problem) return t(problem.kind === 'stopped' ? 'net.stopped' : 'net.heat.failed');
  if (!look || !fresh) return t('net.heat.waiting');
  const { spec, map } = look;
  const { loss: ends, first } = endsOf(map, of);
  const best = bestCell(ends);
  if (best < 0) return t('net.heat.least.none');
  const at = [axisValues(spec.x)[best % map.columns]!, axisValues(spec.y)[Math.floor(best / map.columns)]!];
  const above = ends.filter((loss, cell) => !(loss <= first[cell]!)).length / ends.length;
  const from = (what: string) => ({ of: spec.run.optimizer, what });
  return (
    <Speak
      said={phrase(t.language, 'net.heat.said', {
        of: t(`net.heatOf.${of}`),
        updates: String(spec.run.steps),
        at: valuesIn(t, spec.run, [spec.x, spec.y], at),
        loss: number(ends[best]!, t.number(ends[best]!, 3), from(of)),
        share: number(above, `${t.fixed(100 * above, 0)} %`, from('above')),
      })}
    />
  );
}
