import { useEffect, useRef, type MouseEvent } from 'react';
import type { Language } from '../../state/common.ts';
import { openingLink } from '../../state/link.ts';
import { useText } from '../useText.ts';

interface Props<Id extends string> {
  readonly scenes: readonly { readonly id: Id; readonly name: Readonly<Record<Language, string>> }[];
  /** The scene on view. */
  readonly open: string;
  /** It has just been chosen here: the focus stays where it was, though the page around it is a new one. */
  readonly focused: boolean;
  readonly onOpen: (id: Id) => void;
}

/** From scene to scene. Links for those who want another in another tab, a choice for the others. */
export function SceneSwitch<Id extends string>({ scenes, open, focused, onOpen }: Props<Id>) {
  const t = useText();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focused) current.current?.focus({ preventScroll: true });
  }, [focused]);
  const choose = (event: MouseEvent, id: Id) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(id);
  };
  return (
    <nav className="scene-switch" aria-label={t('scene.switch')}>
      {scenes.map(({ id, name }) => (
        <a
          key={id}
          ref={id === open ? current : undefined}
          href={`#${openingLink(id)}`}
          data-scene={id}
          aria-current={id === open ? 'page' : undefined}
          onClick={(event) => choose(event, id)}
        >
          {name[t.language]}
        </a>
      ))}
    </nav>
  );
}
