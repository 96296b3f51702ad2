import type { ReactNode } from 'react';
import { readingAt } from '../runs/reading.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { PaneMethodId } from '../state/types.ts';
import { Phrase } from '../../../src/ui/Phrase.tsx';
import { errorNumber, lengthInWords } from '../read/lengths.ts';
import { reasonText } from '../read/reason.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { Look } from './look.ts';

/** What to look at now in one sentence, its numbers from the records. */
export function Sentence({ look }: { readonly look: Look }) {
  const t = useText();
  const step = useStep();
  const strong = (shown: string | number): ReactNode => <strong className="live">{shown}</strong>;
  const off = (error: number) => strong(`${errorNumber(t, error)} %`);
  const name = (method: PaneMethodId) => t(`reg.short.${method}`);
  const names = (methods: readonly PaneMethodId[]) => methods.map(name).join(t('say.and'));
  switch (look.kind) {
    case 'waiting':
      return <>{t('reg.say.waiting')}</>;
    case 'empty':
      return <>{t('reg.say.empty')}</>;
    case 'threads':
      return (
        <Phrase
          of={look.method === 'icp-robust' ? 'reg.say.threads.robust' : 'reg.say.threads'}
          values={{
            method: name(look.method),
            nothing: strong(look.nothing),
            all: strong(look.all),
            error: off(look.error),
          }}
        />
      );
    case 'map':
      return (
        <Phrase
          of={look.map === 0 ? 'reg.say.map.start' : look.map <= 30 ? 'reg.say.map' : 'reg.say.map.last'}
          values={{ method: name(look.method), map: strong(look.map), error: off(look.error) }}
        />
      );
    case 'moving':
      return <Phrase of="reg.say.moving" values={{ method: name(look.method), error: off(look.error) }} />;
    case 'blind': {
      const { run } = look;
      const { judgement } = run.answer;
      const { ended, rmse, fitness } = readingAt(run, step);
      const values = {
        method: name(run.settings.method),
        rmse: strong(lengthInWords(t, run.pair, rmse)),
        fitness: strong(t.fixed(fitness, 2)),
        ...(judgement && {
          verdict: strong(t(`reg.verdict.${judgement.verdict}`)),
          reason: reasonText(t, run.pair, judgement),
        }),
      };
      return <Phrase of={ended && judgement ? 'reg.say.blind.end' : 'reg.say.blind'} values={values} />;
    }
    case 'all':
    case 'some':
    case 'none':
      return (
        <>
          <Phrase
            of={`reg.say.${look.kind}`}
            values={{ right: strong(names(look.right)), wrong: strong(names(look.wrong)), error: off(look.error) }}
          />
          {look.kind === 'none' && look.far && t('sentence.gap') + t('reg.say.far')}
        </>
      );
  }
}
