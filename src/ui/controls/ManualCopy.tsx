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
  return (
    <Dialog title={title} onClose={onClose}>
      <label className="manual-copy">
        {label}
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
