import { languageNames } from '../../i18n/index.ts';
import { useSession } from '../../runs/session.tsx';
import type { Language } from '../../state/common.ts';
import { useText } from '../useText.ts';

/** Each language under its own name. */
export function LanguageSwitch() {
  const t = useText();
  const { store } = useSession();
  return (
    <div className="language-switch" role="group" aria-label={t('header.language')}>
      {(Object.keys(languageNames) as Language[]).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className="text-button"
          aria-pressed={language === t.language}
          onClick={() => store.update({ language }, 'replace')}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}
