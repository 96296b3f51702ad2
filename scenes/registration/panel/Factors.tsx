import { perturbationParams, type Perturbation } from '../../../src/clouds/params.ts';
import { useRegistrationSession, useRegistrationState } from '../runs/session.tsx';
import { openingFactors } from '../state/defaults.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { useText } from '../../../src/ui/useText.ts';

/** In the order of what changes the outcome most. */
const order: readonly (keyof Perturbation)[] = [
  'rotation',
  'outliers',
  'missing',
  'structured',
  'noise',
  'translation',
  'points',
];

/** One slider for everything that is done to the scene; each makes it anew at once, and the clock goes on. */
export function Factors() {
  const t = useText();
  const { store } = useRegistrationSession();
  const factors = useRegistrationState((state) => state.factors);
  const seed = useRegistrationState((state) => state.seed);
  const set = (name: keyof Perturbation, value: number) =>
    store.update({ factors: { ...store.get().overrides.factors, [name]: value } }, 'replace');
  return (
    <fieldset className="factors">
      <legend>{t('reg.factors')}</legend>
      {order.map((name) => (
        <RangeControl
          key={name}
          label={t(`reg.factor.${name}`)}
          spec={{ ...perturbationParams[name], default: openingFactors[name] }}
          value={factors[name]}
          onChange={(value) => set(name, value)}
        />
      ))}
      <div className="row">
        <span className="label">{t('reg.seed')}</span>
        <button
          type="button"
          className="button dice"
          aria-keyshortcuts="S"
          title={t('reg.seed.what')}
          onClick={() => store.begin({ seed: seed + 1 })}
        >
          {t('reg.seed.next')} · {seed}
        </button>
      </div>
    </fieldset>
  );
}
