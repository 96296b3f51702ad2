import type { ReactNode } from 'react';
import { readingAt } from '../runs/reading.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { MethodId } from '../../../src/registration/methods/index.ts';
import { Phrase } from '../../../src/ui/Phrase.tsx';
import { errorNumber, lengthInWords } from '../read/lengths.ts';
import { methodName } from '../read/methods.ts';
import { reasonText } from '../read/reason.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { Saying } from './saying.ts';

/** What to look at now in one sentence, its numbers from the records. */
export function Sentence({ saying }: { readonly saying: Saying }) {
  const t = useText();
  const step = useStep();
  const strong = (shown: string | number): ReactNode => <strong className="live">{shown}</strong>;
  const off = (error: number) => strong(`${errorNumber(t, error)} %`);
  const name = (method: MethodId) => methodName(t, method);
  const names = (methods: readonly MethodId[]) => t.list(methods.map(name));
  switch (saying.kind) {
    case 'waiting':
      return <>{t('reg.say.waiting')}</>;
    case 'empty':
      return <>{t('reg.say.empty')}</>;
    case 'threads':
      return (
        <Phrase
          of={saying.method === 'icp-robust' ? 'reg.say.threads.robust' : 'reg.say.threads'}
          values={{
            method: name(saying.method),
            nothing: strong(saying.nothing),
            all: strong(saying.all),
            error: off(saying.error),
          }}
        />
      );
    case 'map':
      return (
        <Phrase
          of={saying.map === 0 ? 'reg.say.map.start' : saying.map <= 30 ? 'reg.say.map' : 'reg.say.map.last'}
          values={{ method: name(saying.method), map: strong(saying.map), error: off(saying.error) }}
        />
      );
    case 'moving':
      return <Phrase of="reg.say.moving" values={{ method: name(saying.method), error: off(saying.error) }} />;
    case 'blind': {
      const { run } = saying;
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
            of={`reg.say.${saying.kind}`}
            values={{
              right: strong(names(saying.right)),
              wrong: strong(names(saying.wrong)),
              error: off(saying.error),
            }}
          />
          {saying.kind === 'none' && saying.far && t('sentence.gap') + t('reg.say.far')}
        </>
      );
  }
}
