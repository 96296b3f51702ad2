import { useSyncExternalStore } from 'react';
import { PLACE } from '../../../src/scene/model.ts';
import { axisValues } from '../../../src/tuning/axis.ts';
import { number, phrase } from '../../../src/ui/say/said.ts';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { lab } from '../model.ts';
import { bestCell } from '../../../src/scene/heat/scale.ts';
import { valuesInWords } from './say.ts';
import '../words/later.ts';

/** The lowest cell of the heat map, and how many pairs diverge, in one sentence. */
export function MapSaid() {
  const t = useText();
  const { heat } = lab.useSession().own;
  const place = useSyncExternalStore(heat.subscribe, () => heat.getState()[PLACE]);
  const look = place?.value ?? null;
  if (place?.problem) return t('heat.failed');
  if (!look) return t(place?.waiting ? 'heat.waiting' : 'heat.none');
  if (look.stride > 1) return t('heat.waiting');
  const { spec, map } = look;
  const best = bestCell(map.loss);
  if (best < 0) return t('heat.least.none');
  const [x, y] = [axisValues(spec.x)[best % map.columns]!, axisValues(spec.y)[Math.floor(best / map.columns)]!];
  const gone = map.loss.filter(Number.isNaN).length / map.loss.length;
  const from = (what: string) => ({ of: spec.run.optimizer, what });
  return (
    <Speak
      said={phrase(t.language, 'heat.said', {
        steps: String(spec.run.steps),
        at: valuesInWords(t, spec.run, [spec.x, spec.y], [x, y]).join(', '),
        f: number(map.loss[best]!, t.number(map.loss[best]!, 3), from('f')),
        share: number(gone, `${t.fixed(100 * gone, 0)} %`, from('diverged')),
      })}
    />
  );
}
