import { useText } from '../../../../src/ui/useText.ts';
import type { DigitLook } from '../run/types.ts';
import { Picture } from './Picture.tsx';

/** The training digits that are most like it, nearest first: where the network may have its answer from. */
export function Nearest({ look }: { readonly look: DigitLook }) {
  const t = useText();
  const others = look.nearest.some(({ label }) => label !== look.answer);
  return (
    <figure className="mic-nearest">
      <figcaption>
        {t('mic.digit.nearest')} {others && t('mic.digit.nearest.others')}
      </figcaption>
      <ol>
        {look.nearest.map(({ row, label, distance, pixels }) => (
          <li key={row} title={t('mic.digit.nearest.one', { row, label, distance: t.number(distance, 3) })}>
            <Picture pixels={pixels} />
            <span className="mic-nearest-label" data-wrong={label !== look.answer || undefined}>
              {label}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
