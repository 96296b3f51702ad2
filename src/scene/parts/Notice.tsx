import { useText } from '../../ui/useText.ts';
import { useComputing } from '../computing.tsx';

interface Props {
  /** What is going on, or what went wrong. */
  readonly text: string;
  /** Part of it that is done; null: it does not say. */
  readonly part?: number | null;
  /** It went wrong: it is said at once, and can be tried again. `onRetry`: besides what the page tries again. */
  readonly failed?: boolean;
  readonly onRetry?: () => void;
}

/** Over the picture: how far it has come, or why there is none, with another try. */
export function Notice({ text, part = null, failed = false, onRetry }: Props) {
  const t = useText();
  const computing = useComputing();
  if (failed) {
    return (
      <div className="clouds-notice card" role="alert">
        <p>{text}</p>
        <button type="button" className="button" onClick={() => (onRetry?.(), computing?.retry())}>
          {t('error.retry')}
        </button>
      </div>
    );
  }
  return (
    <div className="clouds-notice card" role="status">
      {part === null ? (
        <p>{text}</p>
      ) : (
        <label>
          {text}
          <progress max={1} value={part} />
        </label>
      )}
    </div>
  );
}
