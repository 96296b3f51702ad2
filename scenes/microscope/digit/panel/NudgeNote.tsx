import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';
import { inSteps } from '../read.ts';
import { useMore } from '../useMore.ts';

/** What the smallest nudge is that changes the answer, and the way there. */
export function NudgeNote() {
  const t = useText();
  const { store } = model.useSession();
  const { value: look } = model.useResult('digit');
  const { value: more } = model.useResult('digitMore');
  // That of the picture before stays until its own is found, so that nothing jumps under a pen.
  const now = useMore(look);
  if (!look || !more) return null;
  const { smallest } = more;
  if (smallest === null)
    return (
      <p className="note" data-outcome="">
        {t('mic.digit.nudge.never')}
      </p>
    );
  return (
    <div className="mic-nudge" data-outcome="">
      <p className="note">
        {t('mic.digit.nudge', { epsilon: t.number(smallest, 2), steps: t.number(inSteps(smallest), 2) })}
      </p>
      <button
        type="button"
        className="button"
        disabled={now === null}
        onClick={() => store.update({ epsilon: Math.ceil(smallest * 1e4) / 1e4 })}
      >
        {t('mic.digit.nudge.there')}
      </button>
    </div>
  );
}
