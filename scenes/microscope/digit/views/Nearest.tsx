import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';
import type { DigitLook } from '../run/types.ts';
import { useMore } from '../useMore.ts';
import { Picture } from './Picture.tsx';

/** The training digits that are most like it, nearest first: where the network may have its answer from. */
export function Nearest({ look }: { readonly look: DigitLook }) {
  const t = useText();
  const now = useMore(look);
  const { value: more } = model.useResult('digitMore');
  // Those of the picture before stay until its own are found: they are most often the same.
  const { nearest = [] } = more ?? {};
  const others = now !== null && nearest.some(({ label }) => label !== look.answer);
  return (
    <figure className="mic-nearest" data-older={now === null || undefined}>
      <figcaption>
        {t('mic.digit.nearest')} {others && t('mic.digit.nearest.others')}
      </figcaption>
      <ol>
        {nearest.map(({ row, label, distance, pixels }) => (
          <li key={row} title={t('mic.digit.nearest.one', { row, label, distance: t.number(distance, 3) })}>
            <Picture pixels={pixels} />
            <span className="mic-nearest-label" data-wrong={(now !== null && label !== look.answer) || undefined}>
              {label}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
