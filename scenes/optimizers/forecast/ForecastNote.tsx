import { useText } from '../../../src/ui/useText.ts';
import { qualitySaid, typedSaid, zonesSaid } from './foretold.ts';
import type { Ahead } from './useForetold.ts';

/** Below a learning rate: which are too large; and how far that can be trusted, behind it how it is made. */
export function ForecastNote({ id, ahead: { found, older } }: { readonly id: string; readonly ahead: Ahead }) {
  const t = useText();
  const { short, how } = qualitySaid(t, found);
  return (
    <div className="rate-note" data-older={older ? '' : undefined}>
      <p id={id}>
        {[zonesSaid(t, found), typedSaid(t, found)].filter((said) => said !== null).join(t('sentence.gap'))}
      </p>
      {how ? (
        <details>
          <summary>{short}</summary>
          <p>{how}</p>
        </details>
      ) : (
        <p>{short}</p>
      )}
    </div>
  );
}
