import type { ReactNode } from 'react';

export interface PaneNumber {
  /** Names it for tests. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What it says, on hovering. */
  readonly what?: string | undefined;
  /** It says what came of it, whatever step is shown: hidden while a question is open. */
  readonly outcome?: boolean;
  /** It is the one that counts: larger, and part of the PNG. */
  readonly first?: boolean;
}

interface Props {
  readonly title: ReactNode;
  readonly colour?: string | undefined;
  /** Below the title: how, or of what. */
  readonly way: ReactNode;
  readonly wayTitle?: string | undefined;
  readonly numbers?: readonly PaneNumber[];
  readonly children?: ReactNode;
}

/** What stands in a pane, in its hue, and its numbers. */
export function PaneHead({ title, colour, way, wayTitle, numbers = [], children }: Props) {
  return (
    <header className="pane-head">
      <div className="pane-names">
        <h2 data-painted="" style={colour === undefined ? undefined : { color: colour }}>
          {title}
        </h2>
        <p className="pane-way" data-painted="" title={wayTitle}>
          {way}
        </p>
      </div>
      {numbers.length > 0 && (
        <dl className="pane-numbers">
          {numbers.map(({ id, label, value, what, first = false, outcome = false }) => (
            <div key={id} className={first ? 'pane-error' : undefined} title={what} data-outcome={outcome || undefined}>
              <dt>{label}</dt>
              <dd data-value={id} data-painted={first ? '' : undefined}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </header>
  );
}
