import { useSession } from '../../runs/session.tsx';
import { ManualCopy } from '../controls/ManualCopy.tsx';
import { useCopy } from '../controls/useCopy.ts';
import { useText } from '../useText.ts';
import { cardText } from './texts.ts';
import { tourAsText, tourLinks } from './tour.ts';
import type { CardHead } from './types.ts';

/** Copies the deck: title, link and embedding link of every card. Where the clipboard is refused, shows it selected. */
export function CopyTour({ cards }: { readonly cards: readonly CardHead[] }) {
  const t = useText();
  const { store } = useSession();
  const { copied, copy, forget } = useCopy();
  const deck = () => {
    const page = location.origin + location.pathname;
    return tourAsText(tourLinks(store.rules, cards, page, store.get().overrides, (card) => t(cardText(card, 'title'))));
  };
  return (
    <>
      <button type="button" className="text-button copy-tour" onClick={() => void copy(deck())}>
        {t('tour.copy')}
      </button>
      <span role="status">{copied.kind === 'yes' && t('tour.copied')}</span>
      {copied.kind === 'refused' && (
        <ManualCopy title={t('tour.copy')} label={t('copy.manual')} text={copied.text} onClose={forget} />
      )}
    </>
  );
}
