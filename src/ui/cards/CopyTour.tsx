import { useState } from 'react';
import { useSession } from '../../runs/lab.tsx';
import { Dialog } from '../controls/Dialog.tsx';
import { useText } from '../useText.ts';
import { cardText } from './texts.ts';
import { tourAsText, tourLinks } from './tour.ts';
import type { Card } from './types.ts';

/** Copies the deck: title, link and embedding link of every card. Where the clipboard is refused, shows it selected. */
export function CopyTour({ cards }: { readonly cards: readonly Card[] }) {
  const t = useText();
  const { store } = useSession();
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const copy = async () => {
    const page = location.origin + location.pathname;
    const text = tourAsText(tourLinks(cards, page, store.get().overrides, (card) => t(cardText(card, 'title'))));
    try {
      // Missing where the page is not secure, refused in some frames.
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setRefused(text);
    }
  };
  return (
    <>
      <button type="button" className="text-button copy-tour" onClick={() => void copy()}>
        {t('tour.copy')}
      </button>
      <span role="status">{copied && t('tour.copied')}</span>
      {refused !== null && (
        <Dialog title={t('tour.copy')} onClose={() => setRefused(null)}>
          <label className="manual-copy">
            {t('tour.refused')}
            <textarea readOnly autoFocus rows={12} value={refused} onFocus={(event) => event.currentTarget.select()} />
          </label>
        </Dialog>
      )}
    </>
  );
}
