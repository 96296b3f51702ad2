import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { TextKey } from '../../../src/i18n/index.ts';
import { pictureOfSilhouette } from '../../../src/reconstruction/drawing/silhouette.ts';
import { readDrawing } from '../../../src/reconstruction/drawing/text.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Thumb } from './Thumb.tsx';
import { withdraw } from './tickets.ts';
import { model, useOwn, useWanted } from '../model.ts';
import { galleryIds } from '../state.ts';
import { galleryShapes, loadItem, loadShape } from '../picture/gallery.ts';
import { putDrawing, showItem, showOwn, showShape } from '../picture/choose.ts';

/** Pixels of a thumbnail's edge. */
const SIZE = 88;

type Entry =
  | { readonly key: string; readonly category: string; readonly seed: number }
  | { readonly key: string; readonly item: (typeof galleryIds)[number] };

const entries: readonly Entry[] = [
  ...galleryShapes.map(({ category, seed }) => ({ key: `${category} ${seed}`, category, seed })),
  ...galleryIds.map((item) => ({ key: item, item })),
];

/** Drawn once for the page. */
const drawn = new Map<string, Picture>();

async function draw(entry: Entry): Promise<Picture> {
  return 'item' in entry ? loadItem(entry.item, SIZE) : loadShape(entry.category, entry.seed, SIZE);
}

/** The thumbnails, drawn one after another so that the page never waits for them. */
function useThumbs(): ReadonlyMap<string, Picture> {
  const [thumbs, setThumbs] = useState<ReadonlyMap<string, Picture>>(() => new Map(drawn));
  useEffect(() => {
    const ending = new AbortController();
    void (async () => {
      for (const entry of entries) {
        if (drawn.has(entry.key)) continue;
        await new Promise((resolve) => setTimeout(resolve));
        if (ending.signal.aborted) return;
        drawn.set(entry.key, await draw(entry));
        setThumbs(new Map(drawn));
      }
      // What cannot be drawn says so when it is chosen.
    })().catch(() => undefined);
    return () => ending.abort();
  }, []);
  return thumbs;
}

/** Pictures to try: a shape of each category, things that no generator of ours made, and the visitor's own. */
export function Gallery() {
  const t = useText();
  const session = model.useSession();
  const thumbs = useThumbs();
  const wanted = useWanted();
  const { picture, other } = useSyncExternalStore(session.own.subscribe, session.own.getState);
  const owns = [picture, ...(other === picture ? [] : [other])].filter((own) => own !== null);
  return (
    <ul className="rec-gallery" aria-label={t('rec.input.gallery')}>
      {entries.map((entry) =>
        'item' in entry ? (
          <Choice
            key={entry.key}
            name={t(`rec.input.item.${entry.item}`)}
            picture={thumbs.get(entry.key) ?? null}
            chosen={wanted.from === 'item' && wanted.id === entry.item}
            onChoose={() => showItem(session, entry.item)}
          />
        ) : (
          <Choice
            key={entry.key}
            name={`${t(`rec.category.${entry.category}` as TextKey)} ${entry.seed}`}
            picture={thumbs.get(entry.key) ?? null}
            chosen={wanted.from === 'shape' && wanted.category === entry.category && wanted.seed === entry.seed}
            onChoose={() => showShape(session, entry.category, entry.seed)}
          />
        ),
      )}
      {owns.map((own) => (
        <Choice
          key={own.id}
          name={own.tooIntricate ? t('rec.input.drawing') : t('rec.input.own.item', { name: own.name })}
          picture={own.picture}
          chosen={wanted.from === 'own' && wanted.own === own}
          onChoose={() => showOwn(session, own)}
          own
        />
      ))}
      <DrawingChoice />
    </ul>
  );
}

/** What is drawn, in the link or on the paper. */
function DrawingChoice() {
  const t = useText();
  const session = model.useSession();
  const shown = model.useState((state) => (state.picture === 'drawing' ? state.drawing : null));
  const kept = useOwn(({ sketch }) => sketch?.text ?? null);
  const text = shown ?? kept;
  const picture = useMemo(() => (text === null ? null : pictureOfSilhouette(readDrawing(text))), [text]);
  if (text === null) return null;
  return (
    <Choice
      name={t('rec.input.drawing')}
      picture={picture}
      chosen={shown !== null}
      onChoose={() => {
        withdraw(session);
        putDrawing(session, text);
      }}
      own
    />
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly picture: Picture | null;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly own?: boolean;
}

function Choice({ name, picture, chosen, onChoose, own = false }: ChoiceProps) {
  return (
    <li className={own ? 'own' : undefined}>
      <button type="button" aria-label={name} title={name} aria-pressed={chosen} onClick={onChoose}>
        <Thumb picture={picture} />
      </button>
    </li>
  );
}
