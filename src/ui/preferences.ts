import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useCommonState } from '../runs/session.tsx';
import type { Theme } from '../state/common.ts';
import { useLanguage } from './useText.ts';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => {
        list.removeEventListener('change', changed);
      };
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Below this width (CSS pixels) everything stands in one column; theme.css holds the same number. */
export function usePhone(): boolean {
  return useMedia('(max-width: 719.98px)');
}

/** Little room: a phone, however it is held. Words are a strip there that unfolds; phone.css holds the same numbers. */
export function useCompact(): boolean {
  return useMedia('(max-width: 719.98px), (max-height: 479.98px) and (max-width: 999.98px)');
}

export function useReducedMotion(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)');
}

/** The theme chosen, else the device's. */
export function useTheme(): Theme {
  const chosen = useCommonState((state) => state.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  return chosen ?? (dark ? 'dark' : 'light');
}

/** Tells the document its language and theme, for style sheets and screen readers. */
export function useDocument(title: string): void {
  const language = useLanguage();
  const theme = useTheme();
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset['theme'] = theme;
    document.title = title;
  }, [language, theme, title]);
}
