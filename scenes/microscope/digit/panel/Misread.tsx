import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';
import { splitOf } from '../read.ts';
import { Picture } from '../views/Picture.tsx';

/** All test digits that the network reads wrongly: press one to look at it. */
export function Misread() {
  const t = useText();
  const { store } = model.useSession();
  const { value: net } = model.useResult('digitNet');
  const digit = model.useState((state) => (state.strokes.length > 0 ? -1 : state.digit));
  if (!net) return <p className="note">{t('mic.digit.waiting')}</p>;
  return (
    <div className="mic-misread">
      <p className="note">{splitOf(t, net)}</p>
      <ul>
        {net.misread.map(({ row, label, answer, pixels }) => (
          <li key={row}>
            <button
              type="button"
              aria-pressed={row === digit}
              aria-label={t('mic.digit.misread.one', { row, label, answer })}
              title={t('mic.digit.misread.one', { row, label, answer })}
              onClick={() => store.update({ digit: row, strokes: undefined, epsilon: undefined })}
            >
              <Picture pixels={pixels} />
              <span aria-hidden="true">
                {label} → {answer}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
