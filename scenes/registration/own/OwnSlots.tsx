import { useRegistrationState } from '../model.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Slots } from './Slots.tsx';
import { useOwn } from './useOwn.ts';

/** In the panel, once both clouds are there: which they are, and what their numbers mean. */
export function OwnSlots() {
  const t = useText();
  const { pair } = useOwn();
  const shown = useRegistrationState((state) => state.data === 'own');
  if (!shown || !pair) return null;
  return (
    <section className="own-panel" aria-label={t('own.title')}>
      <h2>{t('own.title')}</h2>
      <Slots />
      <p className="own-note">{t('own.link')}</p>
    </section>
  );
}
