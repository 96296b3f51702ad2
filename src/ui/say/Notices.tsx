import { Suspense, useState } from 'react';
import { hasText } from '../../i18n/index.ts';
import type { LinkNotice } from '../../state/link.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { later } from '../later.tsx';
import { useText } from '../useText.ts';

/** The words for what can be wrong with a formula come with its editors. */
const WrongInLink = later(() => import('../formulaField/WrongInLink.tsx'));

/** What of a link could not be used, until it is dismissed or the next link comes. */
export function Notices({ notices }: { notices: readonly LinkNotice[] }) {
  const t = useText();
  const [dismissed, setDismissed] = useState<readonly LinkNotice[] | null>(null);
  if (notices.length === 0 || dismissed === notices) return null;
  return (
    <div className="notices" role="status" aria-label={t('notice.label')}>
      <ul>
        {notices.map(({ part, value, reason, wrong }, index) => (
          <li key={index}>
            {t(`notice.${reason}`, { part: shortened(part), value: shortened(value) })}
            {wrong && 'sentence' in wrong && hasText(wrong.sentence) && <> {t(wrong.sentence, wrong.values)}</>}
            <Suspense>{wrong && 'error' in wrong && <WrongInLink {...wrong} />}</Suspense>
          </li>
        ))}
      </ul>
      <IconButton icon="close" name={t('notice.dismiss')} onClick={() => setDismissed(notices)} />
    </div>
  );
}

/** Junk may be long. */
function shortened(part: string): string {
  return part.length > 40 ? `${part.slice(0, 39)}…` : part;
}
