import { useEffect, useRef, useState, type MouseEvent, type RefObject } from 'react';
import type { Language } from '../../state/common.ts';
import { openingLink } from '../../state/link.ts';
import { Icon } from '../controls/Icon.tsx';
import { useFoldAway } from '../controls/useFoldAway.ts';
import { useText } from '../useText.ts';
import { useRowFits } from './useRowFits.ts';

interface Props<Id extends string> {
  readonly scenes: readonly { readonly id: Id; readonly name: Readonly<Record<Language, string>> }[];
  /** The scene on view. */
  readonly open: string;
  /** It has just been chosen here: the focus stays where it was, though the page around it is a new one. */
  readonly focused: boolean;
  readonly onOpen: (id: Id) => void;
}

/** From scene to scene: a row where there is room for all of them, else the name of the one on view, under which the others unfold. */
export function SceneSwitch<Id extends string>({ scenes, open, focused, onOpen }: Props<Id>) {
  const t = useText();
  const { room, row, fits } = useRowFits();
  const [unfolded, setUnfolded] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const current = useRef<HTMLAnchorElement>(null);
  useFoldAway(nav, { isOpen: () => unfolded, fold: () => setUnfolded(false), button: () => button.current });
  const measured = fits !== null;
  useEffect(() => {
    if (focused && measured) (current.current ?? button.current)?.focus({ preventScroll: true });
  }, [focused, measured]);
  const names = scenes.map(({ id, name }) => ({ id, name: name[t.language] }));
  const links = <Links {...{ names, open, onOpen, current }} />;
  return (
    <nav ref={nav} className={fits === false ? 'scene-switch folded' : 'scene-switch'} aria-label={t('scene.switch')}>
      <div ref={room} className="scene-room">
        <div ref={row} className="scene-row" aria-hidden={!fits}>
          {fits ? links : names.map(({ id, name }) => <span key={id}>{name}</span>)}
        </div>
      </div>
      {fits === false && (
        <button
          ref={button}
          type="button"
          className="text-button"
          data-scene={open}
          aria-current="page"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {names.find(({ id }) => id === open)?.name}
          <Icon name="chevron" />
        </button>
      )}
      {fits === false && unfolded && <div className="scene-list">{links}</div>}
    </nav>
  );
}

interface LinksProps<Id extends string> extends Pick<Props<Id>, 'open' | 'onOpen'> {
  readonly names: readonly { readonly id: Id; readonly name: string }[];
  readonly current: RefObject<HTMLAnchorElement | null>;
}

/** Links for those who want another scene in another tab, a choice for the others. */
function Links<Id extends string>({ names, open, onOpen, current }: LinksProps<Id>) {
  const choose = (event: MouseEvent, id: Id) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(id);
  };
  return names.map(({ id, name }) => (
    <a
      key={id}
      ref={id === open ? current : undefined}
      href={`#${openingLink(id)}`}
      data-scene={id}
      aria-current={id === open ? 'page' : undefined}
      onClick={(event) => choose(event, id)}
    >
      {name}
    </a>
  ));
}
