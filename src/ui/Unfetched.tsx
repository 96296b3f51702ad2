import { useState, type ReactNode } from 'react';
import { text } from '../i18n/index.ts';
import { languageOfPage } from './languageOfPage.ts';

interface Props {
  /** Another try; rejects where it failed again. */
  readonly onRetry: () => Promise<void>;
  /** Other ways out, beside it. */
  readonly children?: ReactNode;
}

/** Something could not be fetched: what that means, and another try. It needs no session: a whole scene may be what is missing. */
export function Unfetched({ onRetry, children }: Props) {
  const language = languageOfPage();
  const [trying, setTrying] = useState(false);
  const [tries, setTries] = useState(0);
  const retry = () => {
    setTrying(true);
    onRetry().catch(() => {
      setTrying(false);
      setTries(tries + 1);
    });
  };
  return (
    <div className="unfetched" role="alert" aria-busy={trying}>
      {/* Said anew after each try. */}
      <p key={tries}>{text(language, tries === 0 ? 'fetch.failed' : 'fetch.failed.again')}</p>
      <p className="actions">
        <button type="button" className="button" disabled={trying} onClick={retry}>
          {text(language, 'error.retry')}
        </button>
        {children}
      </p>
    </div>
  );
}
