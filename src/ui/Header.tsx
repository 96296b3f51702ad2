import { useId, useRef, useState, type ReactNode } from 'react';
import type { TextKey } from '../i18n/index.ts';
import { IconButton } from './controls/IconButton.tsx';
import { useFoldAway } from './controls/useFoldAway.ts';
import { CopyLink } from './header/CopyLink.tsx';
import { LanguageSwitch } from './header/LanguageSwitch.tsx';
import { ThemeButton } from './header/ThemeButton.tsx';
import { PresentButton } from './present/PresentButton.tsx';
import { useText } from './useText.ts';

interface Props {
  readonly tagline: TextKey;
  readonly switcher: ReactNode;
  readonly exportMenu: ReactNode;
  readonly onTable: () => void;
  readonly onHelp: () => void;
}

/** Title, scenes, language, theme, link, table, help. On a phone all but title and help wait behind a menu button. */
export function Header({ tagline, switcher, exportMenu, onTable, onHelp }: Props) {
  const t = useText();
  const menuId = useId();
  const [open, setOpen] = useState(false);
  const header = useRef<HTMLElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  // The phone's menu lies over the picture.
  useFoldAway(header, { isOpen: () => open, fold: () => setOpen(false), button: () => menuButton.current });
  return (
    <header ref={header} className="header" data-panel="header">
      <h1>
        <span className="name">
          勾配 <span lang="en">Koubai</span>
        </span>
        <span className="tagline">{t(tagline)}</span>
      </h1>
      <IconButton
        ref={menuButton}
        className="menu-button"
        icon={open ? 'close' : 'menu'}
        name={t('header.menu')}
        aria-expanded={open}
        aria-controls={menuId}
        onClick={() => setOpen(!open)}
      />
      <div
        id={menuId}
        className={open ? 'header-menu open' : 'header-menu'}
        role="group"
        aria-label={t('header.label')}
      >
        {switcher}
        <LanguageSwitch />
        <ThemeButton />
        <CopyLink />
        {exportMenu}
        <button type="button" className="text-button" onClick={onTable}>
          {t('header.table')}
        </button>
        <PresentButton />
      </div>
      <button
        type="button"
        className="icon-button help-button"
        aria-label={t('header.help')}
        title={t('header.help')}
        onClick={onHelp}
      >
        ?
      </button>
    </header>
  );
}
