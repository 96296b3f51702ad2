import { Dialog } from './controls/Dialog.tsx';
import { useMedia } from './preferences.ts';
import { keyTable } from './keys.ts';
import { useText } from './useText.ts';

interface Props {
  readonly onClose: () => void;
  /** Asks for the self-report. */
  readonly onMachine: () => void;
}

/** How to use the page; its keys come from the table that the handler obeys. */
export function Help({ onClose, onMachine }: Props) {
  const t = useText();
  // A finger has no keys: they wait below its own help.
  const finger = useMedia('(pointer: coarse)');
  return (
    <Dialog title={t('help.title')} className="help" onClose={onClose}>
      <p>{t('help.words')}</p>
      <h3>{t('help.pointer')}</h3>
      <ul>
        <li>{t('help.orbit')}</li>
        <li>{t('help.start')}</li>
        <li>{t('help.hover')}</li>
        <li>{t('help.default')}</li>
      </ul>
      {finger ? (
        <details>
          <summary>{t('help.keys')}</summary>
          <Keys />
        </details>
      ) : (
        <>
          <h3>{t('help.keys')}</h3>
          <Keys />
        </>
      )}
      <p className="actions">
        <button type="button" className="button" onClick={onMachine}>
          {t('machine.open')}
        </button>
      </p>
    </Dialog>
  );
}

function Keys() {
  const t = useText();
  return (
    <>
      <dl className="key-list">
        {keyTable.map(({ label, shown }) => (
          <div key={label}>
            <dt>
              {shown.map((key) =>
                key === '…' ? ' … ' : <kbd key={key}>{key === 'key.name.space' ? t(key) : key}</kbd>,
              )}
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help.camera')}</p>
    </>
  );
}
