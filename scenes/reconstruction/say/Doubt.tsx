import { Phrase } from '../../../src/ui/Phrase.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { useSeen } from '../model.ts';

/** From this part of the held-out pictures on, a picture is called unlike the training: where it was measured (`foreignAbove95` in kin.json). */
const UNLIKE = 0.95;

/** A note where the picture looks unlike what the network was trained on. */
export function Doubt() {
  const t = useText();
  const novelty = useSeen().answer?.novelty ?? null;
  if (novelty === null || novelty < UNLIKE) return null;
  // Never a full hundred: of a finite set nobody can say more than "beyond all of it".
  const all = novelty >= 0.995;
  const part = <strong className="live">{t.number(Math.floor(100 * novelty), 3)} %</strong>;
  return (
    <p className="rec-doubt" role="note">
      <Phrase of={all ? 'rec.doubt.all' : 'rec.doubt'} values={{ part }} />
    </p>
  );
}
