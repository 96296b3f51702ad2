import type { ReactNode } from 'react';
import { linkOf } from '../../runs/history.ts';
import { useCommonState, useSession } from '../../runs/session.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { CopyLink } from '../header/CopyLink.tsx';
import { useText } from '../useText.ts';

interface Props {
  readonly embed: boolean;
  /** The scene's own, while presenting. */
  readonly children: ReactNode;
}

/** Beside the transport where it stands alone: out of the presentation, and out of an embedding page. */
export function SlimActions({ embed, children }: Props) {
  const t = useText();
  const session = useSession();
  const presenting = useCommonState((state) => state.presenting);
  return (
    <>
      {presenting && children}
      {presenting && !embed && <CopyLink />}
      {presenting && (
        <IconButton
          icon="close"
          name={t('present.leave')}
          onClick={() => session.store.update({ presenting: undefined })}
        />
      )}
      {embed && (
        <a
          className="text-button open-link"
          href={linkOf(session)}
          target="_blank"
          rel="noopener"
          // The clock goes on; the link is that of the moment in which it is followed.
          onClick={(event) => {
            event.currentTarget.href = linkOf(session);
          }}
        >
          {t('embed.open')}
        </a>
      )}
    </>
  );
}
