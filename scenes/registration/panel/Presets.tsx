import { useRegistrationSession, useRegistrationState } from '../model.ts';
import { openingSeed } from '../state/table.ts';
import { useText } from '../../../src/ui/useText.ts';
import { presetAt, presets } from './presets.ts';

/** Scenes worth seeing, one press each. */
export function Presets() {
  const t = useText();
  const { store } = useRegistrationSession();
  const factors = useRegistrationState((state) => state.factors);
  const seed = useRegistrationState((state) => state.seed);
  const now = seed === openingSeed ? presetAt(factors)?.id : undefined;
  return (
    <div className="presets" role="group" aria-label={t('reg.presets')}>
      {presets.map(({ id, label, factors: own }) => (
        <button
          key={id}
          type="button"
          className="button"
          data-preset={id}
          aria-pressed={id === now}
          title={t(`reg.preset.${id}.what`)}
          onClick={() =>
            store.begin({ factors: own, seed: undefined, panes: undefined, start: undefined, card: undefined })
          }
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}
