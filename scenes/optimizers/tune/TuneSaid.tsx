import { useSyncExternalStore } from 'react';
import { optimizerOf } from '../../../src/optimizers/index.ts';
import { PLACE } from '../../../src/scene/model.ts';
import { number, phrase } from '../../../src/ui/say/said.ts';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { lab } from '../model.ts';
import { rankedBy, theoryText } from './say.ts';
import '../words/later.ts';

/** Who comes lowest, tuned alike, in one sentence. */
export function TuneSaid() {
  const t = useText();
  const { tune } = lab.useSession().own;
  const place = useSyncExternalStore(tune.subscribe, () => tune.getState()[PLACE]);
  const look = place?.value ?? null;
  const best = look && rankedBy(look.tuned)[0]?.best;
  if (place?.problem) return t('tune.failed');
  if (!best) return t(look ? 'tune.gone' : place?.waiting ? 'tune.waiting' : 'tune.nobody');
  const { optimizer, params } = best.run;
  const lr = params['lr'] ?? NaN;
  return (
    <>
      <Speak
        said={phrase(t.language, 'tune.said', {
          optimizer: optimizerOf(optimizer).name,
          lr: number(lr, t.number(lr, 4), { of: optimizer, what: 'lr' }),
          f: number(best.loss, t.number(best.loss, 3), { of: optimizer, what: 'f' }),
        })}
      />{' '}
      {theoryText(t, best)}
    </>
  );
}
