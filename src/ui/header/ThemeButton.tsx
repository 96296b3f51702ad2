import { useCommonState, useSession } from '../../runs/session.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useText } from '../useText.ts';

const order = ['auto', 'light', 'dark'] as const;
const icons = { auto: 'theme', light: 'sun', dark: 'moon' } as const;

/** As the device, light, dark, in turn. */
export function ThemeButton() {
  const t = useText();
  const { store } = useSession();
  const chosen = useCommonState((state) => state.theme) ?? 'auto';
  const next = order[(order.indexOf(chosen) + 1) % order.length] as (typeof order)[number];
  const name = t('header.theme', { theme: t(`header.theme.${chosen}`) });
  return (
    <button
      type="button"
      className="icon-button theme-button"
      aria-label={name}
      title={name}
      onClick={() => store.update({ theme: next === 'auto' ? undefined : next }, 'replace')}
    >
      <Icon name={icons[chosen]} />
      <span className="menu-label">{name}</span>
    </button>
  );
}
