import { registrationMethods } from '../../../src/registration/methods/index.ts';
import { useRegistrationSession, useRegistrationState, useRuns } from '../runs/session.tsx';
import { kernelIds, searches, type KernelId, type Search } from '../../../src/registration/types.ts';
import { MAX_PANES, paneOf } from '../state/defaults.ts';
import { paneMethodIds, type PaneMethodId, type PaneSettings as Settings } from '../state/types.ts';
import { NumberField } from '../../../src/ui/controls/NumberField.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { coloursOf } from '../read/methods.ts';

const limitSpec = { default: 0, min: 0, max: 100, scale: 'linear', accepts: { min: 0, max: 1e9 } } as const;

/** Which methods stand side by side, and how the selected one is to run. */
export function PaneSettings() {
  const t = useText();
  const theme = useTheme();
  const { store } = useRegistrationSession();
  const panes = useRegistrationState((state) => state.panes);
  const selected = useRegistrationState((state) => state.selected);
  const scene = useRuns((runs) => runs.pair === null || runs.pair.kinds !== null);
  const colours = coloursOf(theme, panes);
  const pane = panes[selected] ?? panes[0]!;
  const { takes } = registrationMethods[pane.method];
  const change = (patch: Partial<Settings>) =>
    store.update({ panes: panes.map((each, k) => (k === selected ? { ...each, ...patch } : each)) });
  return (
    <fieldset className="pane-settings">
      <legend>{t('reg.methods')}</legend>
      <ul className="pane-list">
        {panes.map((each, k) => (
          <li key={k} className={k === selected ? 'selected' : undefined}>
            <button
              type="button"
              aria-pressed={k === selected}
              style={{ color: colours[k] }}
              onClick={() => store.update({ selected: k })}
            >
              {t(`reg.short.${each.method}`)}
            </button>
            {panes.length > 1 && (
              <button
                type="button"
                className="text-button"
                aria-label={t('reg.pane.remove', { method: t(`reg.short.${each.method}`) })}
                onClick={() => store.update({ panes: panes.filter((_, j) => j !== k), selected: 0 })}
              >
                ×
              </button>
            )}
          </li>
        ))}
        {panes.length < MAX_PANES && (
          <li>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                const next = paneMethodIds.find((id) => panes.every(({ method }) => method !== id)) ?? 'icp-point';
                store.update({ panes: [...panes, paneOf(next)], selected: panes.length });
              }}
            >
              {t('reg.pane.add')}
            </button>
          </li>
        )}
      </ul>
      <label className="row">
        <span className="label">{t('reg.method')}</span>
        <select value={pane.method} onChange={(event) => change(paneOf(event.currentTarget.value as PaneMethodId))}>
          {paneMethodIds.map((id) => (
            <option key={id} value={id}>
              {t(`reg.short.${id}`)}
            </option>
          ))}
        </select>
      </label>
      {takes.includes('search') && (
        <label className="row">
          <span className="label">{t('reg.search')}</span>
          <select
            value={pane.search ?? ''}
            onChange={(event) => change({ search: (event.currentTarget.value || null) as Search | null })}
          >
            <option value="">{t('reg.own')}</option>
            {searches.map((id) => (
              <option key={id} value={id}>
                {t(`reg.way.${scene ? 'scene' : 'scan'}.${id}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {takes.includes('kernel') && (
        <label className="row">
          <span className="label">{t('reg.kernel')}</span>
          <select
            value={pane.kernel ?? ''}
            onChange={(event) => change({ kernel: (event.currentTarget.value || null) as KernelId | null })}
          >
            <option value="">{t('reg.own')}</option>
            {kernelIds.map((id) => (
              <option key={id} value={id}>
                {t(`reg.kernel.${id}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {!takes.includes('maps') && (
        <div className="row">
          <span className="label" title={t('reg.limit.what')}>
            {t('reg.limit.label')}
          </span>
          <NumberField
            label={t('reg.limit.label')}
            spec={limitSpec}
            value={pane.maxDistance ?? 0}
            onChange={(value) => change({ maxDistance: value > 0 ? value : null })}
          />
        </div>
      )}
    </fieldset>
  );
}
