import './words.help.ts';
import type { TextKey } from '../i18n/index.ts';
import { Dialog } from './controls/Dialog.tsx';
import { useMedia } from './preferences.ts';
import type { KeyCommand } from './keys.ts';
import { useText } from './useText.ts';

export interface HelpProps {
  /** What the scene is about. */
  readonly about: TextKey;
  readonly keys: readonly Pick<KeyCommand, 'label' | 'shown'>[];
  /** Of mouse and touch. */
  readonly tips: readonly TextKey[];
  readonly onClose: () => void;
  /** Asks for the self-report; null: there is none. */
  readonly onMachine: (() => void) | null;
}

/** How to use the page; its keys come from the table that the handler obeys. */
export default function Help({ about, keys, tips, onClose, onMachine }: HelpProps) {
  const t = useText();
  // A finger has no keys: they wait below its own help.
  const finger = useMedia('(pointer: coarse)');
  return (
    <Dialog title={t('help.title')} className="help" onClose={onClose}>
      <p>{t(about)}</p>
      <h3>{t('help.pointer')}</h3>
      <ul>
        {tips.map((tip) => (
          <li key={tip}>{t(tip)}</li>
        ))}
      </ul>
      {finger ? (
        <details>
          <summary>{t('help.keys')}</summary>
          <Keys keys={keys} />
        </details>
      ) : (
        <>
          <h3>{t('help.keys')}</h3>
          <Keys keys={keys} />
        </>
      )}
      {onMachine && (
        <p className="actions">
          <button type="button" className="button" onClick={onMachine}>
            {t('machine.open')}
          </button>
        </p>
      )}
    </Dialog>
  );
}

function Keys({ keys }: Pick<HelpProps, 'keys'>) {
  const t = useText();
  return (
    <>
      <dl className="key-list">
        {keys.map(({ label, shown }) => (
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
