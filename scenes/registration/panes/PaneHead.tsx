import { useStore } from 'zustand';
import { useStep } from '../../../src/runs/session.tsx';
import { PaneHead as Head, type PaneNumber } from '../../../src/scene/parts/PaneHead.tsx';
import { glyphPath } from '../../../src/ui/chart/glyph.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { useRegistrationSession } from '../model.ts';
import { alternativeInWords } from '../read/alternatives.ts';
import { errorInWords, lengthInWords } from '../read/lengths.ts';
import { titleOf, wayOf } from '../read/methods.ts';
import { readingBeside, shownBeside } from '../runs/beside.ts';
import type { Pair } from '../runs/pair.ts';
import type { PaneRun, PaneView } from '../runs/paneRuns.ts';
import { readingAt, type Reading } from '../runs/reading.ts';
import { truthOf } from '../runs/truth.ts';

interface Props {
  readonly pane: PaneView;
  readonly pair: Pair | null;
  readonly colour: string;
  /** It stands with others in one picture, where nothing stands at the foot. */
  readonly together: boolean;
  /** Of its dots there. */
  readonly shape: number;
}

/** A method's name in its hue, which cloud it lets search, and its numbers at the clock's step. */
export function PaneHead({ pane: { settings, run }, pair, colour, together, shape }: Props) {
  const t = useText();
  const step = useStep();
  const of = run?.pair ?? pair;
  const { beside } = useRegistrationSession().own;
  const all = useStore(beside);
  const alternative = run && shownBeside(run, all, step);
  const reading = run && (alternative ? readingBeside(run, alternative) : readingAt(run, step));
  const ended = together && reading?.ended ? run : null;
  const truth = ended && truthOf(ended);
  const verdict = ended?.answer.judgement?.verdict;
  return (
    <Head
      title={
        <>
          {together && (
            <svg className="pane-shape" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
              <path d={glyphPath(shape, 5)} fill="currentColor" />
            </svg>
          )}
          {titleOf(t, settings, of)}
        </>
      }
      colour={colour}
      way={
        run && alternative
          ? t('reg.beside.of', { what: alternativeInWords(t, run, alternative, all.shown[run.key]!) })
          : wayOf(t, settings, of)
      }
      numbers={run && reading ? numbersOf(t, run, reading) : []}
    >
      {truth && (
        <span className={`pane-word ${truth.right ? 'good' : 'failed'}`} data-painted="">
          {t(truth.right ? 'reg.truth.right' : 'reg.truth.wrong')}
        </span>
      )}
      {verdict && (
        <span className={`pane-word ${verdict}`} data-painted="">
          {truth && <span className="pane-reason">{t('reg.blindly')} </span>}
          {t(`reg.verdict.${verdict}`)}
        </span>
      )}
    </Head>
  );
}

function numbersOf(t: Words, { pair }: PaneRun, { error, rmse, fitness, within }: Reading): readonly PaneNumber[] {
  const known: PaneNumber | null =
    error === null
      ? null
      : {
          id: 'error',
          label: t('reg.error'),
          value: errorInWords(t, pair, error),
          what: t(pair.unit === 'size' ? 'reg.error.what' : 'reg.error.what.scan'),
          first: true,
        };
  const limit = lengthInWords(t, pair, within);
  return [
    ...(known ? [known] : []),
    {
      id: 'rmse',
      label: t('reg.rmse'),
      value: lengthInWords(t, pair, rmse),
      what: t('reg.rmse.what', { within: limit }),
    },
    {
      id: 'fitness',
      label: t('reg.fitness'),
      value: Number.isFinite(fitness) ? t.fixed(fitness, 2) : '–',
      what: t('reg.fitness.what', { within: limit }),
    },
    { id: 'within', label: t('reg.within'), value: t('reg.within.value', { limit }), what: t('reg.within.what') },
  ];
}
