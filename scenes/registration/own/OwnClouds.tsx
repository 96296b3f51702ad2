import { useRegistrationState } from '../model.ts';
import { FilePicker } from '../../../src/ui/controls/FilePicker.tsx';
import { CLOUD_FILES } from './SlotCard.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { Slots } from './Slots.tsx';
import { useHandedOver, useOwn, useTakeFiles } from './useOwn.ts';

/** Over the stage until both clouds are there: where to drop them, and what became of each. */
export function OwnClouds() {
  const t = useText();
  const { pair } = useOwn();
  const take = useTakeFiles();
  const handed = useHandedOver();
  const shown = useRegistrationState((state) => state.data === 'own');
  if (!shown || pair) return null;
  return (
    <section className="own-drop card" aria-label={t('own.title')}>
      <h2>{t('own.drop')}</h2>
      {handed && <p role="status">{t('own.handed')}</p>}
      <p>
        <FilePicker label={t('own.choose')} accept={CLOUD_FILES} multiple onFiles={(files) => take(files)} />
      </p>
      <p className="own-note">
        {t('own.drop.what')} {t('own.drop.paste')}
      </p>
      <Slots />
      <p className="own-note">{t('own.link')}</p>
    </section>
  );
}
