import { registrationMethods, shownMethodIds, type MethodId } from '../../../src/registration/methods/index.ts';
import { kernelIds, searches } from '../../../src/registration/types.ts';
import { SelectRow } from '../../../src/scene/panel/SelectRow.tsx';
import { NumberField } from '../../../src/ui/controls/NumberField.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { useRegistrationSession, useRegistrationState, useSubject } from '../model.ts';
import { coloursOf, methodName } from '../read/methods.ts';
import { MAX_PANES, needsMaps, paneOf, type PaneSettings as Settings } from '../state/panes.ts';

const limitSpec = { default: 0, min: 0, max: 100, scale: 'linear', accepts: { min: 0, max: 1e9 } } as const;

/** Which methods stand side by side, and how the selected one is to run. */
export function PaneSettings() {
  const t = useText();
  const { store } = useRegistrationSession();
  const panes = useRegistrationState((state) => state.panes);
  const selected = useRegistrationState((state) => state.selected);
  const where = useSubject(({ pair }) => (pair === null || pair.kinds !== null ? 'scene' : 'scan'));
  const pane = panes[selected] ?? panes[0]!;
  const { takes } = registrationMethods[pane.method];
  const change = (patch: Partial<Settings>) =>
    store.update({ panes: panes.map((each, k) => (k === selected ? { ...each, ...patch } : each)) });
  /** A choice that the method may make itself. */
  const choice = <T extends string>(
    label: string,
    ids: readonly T[],
    word: (id: T) => string,
    name: 'search' | 'kernel',
  ) => (
    <SelectRow
      label={label}
      options={[{ value: '', label: t('reg.own') }, ...ids.map((id) => ({ value: id, label: word(id) }))]}
      value={pane[name] ?? ''}
      onChange={(value) => change({ [name]: value === '' ? null : value })}
    />
  );
  return (
    <fieldset className="pane-settings">
      <legend>{t('reg.methods')}</legend>
      <PaneList />
      <SelectRow
        label={t('reg.method')}
        options={shownMethodIds.map((id) => ({ value: id, label: methodName(t, id) }))}
        value={pane.method}
        onChange={(method) => change(paneOf(method as MethodId))}
      />
      {takes.includes('search') && choice(t('reg.search'), searches, (id) => t(`reg.way.${where}.${id}`), 'search')}
      {takes.includes('kernel') && choice(t('reg.kernel'), kernelIds, (id) => t(`reg.kernel.${id}`), 'kernel')}
      {!needsMaps(pane) && (
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

/** The methods, to select one, to take one away or to add one. */
function PaneList() {
  const t = useText();
  const { store } = useRegistrationSession();
  const panes = useRegistrationState((state) => state.panes);
  const selected = useRegistrationState((state) => state.selected);
  const colours = coloursOf(useTheme(), panes);
  const add = () => {
    const next = shownMethodIds.find((id) => panes.every(({ method }) => method !== id)) ?? shownMethodIds[0]!;
    store.update({ panes: [...panes, paneOf(next)], selected: panes.length });
  };
  return (
    <ul className="pane-list">
      {panes.map(({ method }, k) => (
        <li key={k} className={k === selected ? 'selected' : undefined}>
          <button
            type="button"
            aria-pressed={k === selected}
            style={{ color: colours[k] }}
            onClick={() => store.update({ selected: k })}
          >
            {methodName(t, method)}
          </button>
          {panes.length > 1 && (
            <button
              type="button"
              className="text-button"
              aria-label={t('reg.pane.remove', { method: methodName(t, method) })}
              onClick={() => store.update({ panes: panes.filter((_, j) => j !== k), selected: 0 })}
            >
              ×
            </button>
          )}
        </li>
      ))}
      {panes.length < MAX_PANES && (
        <li>
          <button type="button" className="text-button" onClick={add}>
            {t('reg.pane.add')}
          </button>
        </li>
      )}
    </ul>
  );
}
