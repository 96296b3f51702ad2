import { linkOf } from '../../runs/history.ts';
import { useLabState, useSession } from '../../runs/lab.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { besideSolo, toggleSolo } from '../commands.ts';
import { useText } from '../useText.ts';

/** Beside the transport where it stands alone: out of the presentation, and out of an embedding page. */
export function SlimActions({ embed }: { readonly embed: boolean }) {
  const t = useText();
  const session = useSession();
  const presenting = useLabState((state) => state.presenting);
  const enabled = useLabState(({ runs }) => runs.filter((run) => run.enabled).length);
  const hasOthers = useLabState(() => besideSolo(session).length > 0);
  const name = useLabState(({ runs, selected }) => runs.find(({ id }) => id === selected)?.name);
  return (
    <>
      {presenting && name !== undefined && (enabled > 1 || hasOthers) && (
        <button
          type="button"
          className="text-button"
          aria-keyshortcuts="I"
          title={t('key.solo')}
          onClick={() => toggleSolo(session)}
        >
          {enabled > 1 ? t('present.solo', { optimizer: name }) : t('present.all')}
        </button>
      )}
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
