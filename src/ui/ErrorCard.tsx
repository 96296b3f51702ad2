import { text } from '../i18n/index.ts';
import { languageOfPage } from './languageOfPage.ts';

interface Props {
  readonly error: unknown;
  /** Renders the part again as it was. */
  readonly onRetry?: () => void;
  /** Renders it again from the opening state. */
  readonly onReset?: () => void;
}

/** What an error boundary shows. It needs no session, for that may be what broke; the language is the document's. */
export function ErrorCard({ error, onRetry, onReset }: Props) {
  const language = languageOfPage();
  return (
    <section className="card error-card" role="alert">
      <h2>{text(language, 'error.title')}</h2>
      <p>{text(language, 'error.what')}</p>
      <details>
        <summary>{text(language, 'error.details')}</summary>
        <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
      </details>
      <p className="actions">
        {onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            {text(language, 'error.retry')}
          </button>
        )}
        {onReset && (
          <button type="button" className="button" onClick={onReset}>
            {text(language, 'error.reset')}
          </button>
        )}
      </p>
    </section>
  );
}
