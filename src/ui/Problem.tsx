import type { ReactNode } from 'react';
import { ErrorCard } from './ErrorCard.tsx';
import { isUnfetched } from './fetching.ts';
import { Unfetched } from './Unfetched.tsx';

interface Props {
  readonly error: unknown;
  /** Another try; rejects where it failed again. */
  readonly retry?: (() => Promise<void>) | undefined;
  /** What else can be done. */
  readonly children?: ReactNode;
}

/** Over the picture: what went wrong with the scene, which may be no more than that it could not be fetched. */
export function Problem({ error, retry, children }: Props) {
  return (
    <div className="problem">
      {retry && isUnfetched(error) ? (
        <section className="card error-card">
          <Unfetched onRetry={retry}>{children}</Unfetched>
        </section>
      ) : (
        // One that fails again is told anew.
        <ErrorCard error={error} {...(retry && { onRetry: () => void retry().catch(() => undefined) })} />
      )}
    </div>
  );
}
