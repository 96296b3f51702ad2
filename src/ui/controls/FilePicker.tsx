import { useRef } from 'react';

interface Props {
  readonly label: string;
  /** Said besides its label, for who cannot see where it stands. */
  readonly of?: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the browser's own dialog. */
export function FilePicker({ label, of, accept, multiple = false, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const name = of === undefined ? label : `${label} (${of})`;
  return (
    <>
      <button type="button" className="button" aria-label={name} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        aria-label={name}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file again is a change, too.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
