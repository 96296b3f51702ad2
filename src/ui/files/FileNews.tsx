import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import { useText } from '../useText.ts';
import './files.css';

interface Props {
  /** While files are dragged over the page: what dropping them does. Null: none are. */
  readonly drop: string | null;
  readonly reading: string | null;
  /** Why the last file was not taken; null: it was. */
  readonly refused: string | null;
  readonly onDismiss: () => void;
}

/** Over the whole page: where files may be dropped, that one is being read, why one was not taken. To be put into the body, as the stage lies under the panels. */
export function FileNews({ drop, reading, refused, onDismiss }: Props): ReactNode {
  const t = useText();
  return (
    <>
      {drop !== null && (
        <div className="file-over" aria-hidden="true">
          <span className="card">{drop}</span>
        </div>
      )}
      <div className="file-news" role="status">
        {reading !== null && <p className="interruption">{reading}</p>}
        {refused !== null && (
          <p className="interruption file-refused">
            <span>{refused}</span>
            <IconButton icon="close" name={t('close')} onClick={onDismiss} />
          </p>
        )}
      </div>
    </>
  );
}
