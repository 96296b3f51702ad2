import { useText } from '../useText.ts';
import { Dialog, firstFocus } from './Dialog.tsx';

interface Props {
  readonly title: string;
  /** Says that copying was refused and what to do. */
  readonly label: string;
  readonly text: string;
  readonly onClose: () => void;
}

/** Where the clipboard is refused: the text, selected, to copy by hand. */
export function ManualCopy({ title, label, text, onClose }: Props) {
  const t = useText();
  return (
    <Dialog title={title} onClose={onClose}>
      <label className="manual-copy">
        {label}
        {!window.isSecureContext && <small>{t('copy.insecure')}</small>}
        <textarea
          readOnly
          ref={firstFocus}
          rows={Math.min(Math.max(text.split('\n').length, 4), 12)}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
    </Dialog>
  );
}
