import { changePart } from '../../../src/scene/state/change.ts';
import { nextSeed } from '../../../src/scene/state/nextSeed.ts';
import { withdraw } from '../input/tickets.ts';
import type { OwnPicture } from '../input/work.ts';
import type { SceneSession } from '../model.ts';
import { params, table, type GalleryId, type ViewId } from '../state.ts';

/** Takes a picture of the visitor's as the scene's picture, while files and cuts may be under way: the experiment begins anew with it. A drawing takes no photograph's place in the gallery, nor the other way round. */
export function putOwn({ store, own }: SceneSession, picture: OwnPicture): void {
  own.setState(({ picture: before, other }) => ({
    picture,
    other: before && isDrawn(before) !== isDrawn(picture) ? before : other,
  }));
  store.begin({ picture: 'own', category: undefined, seed: undefined, camera: undefined, card: undefined });
}

const isDrawn = ({ tooIntricate }: OwnPicture): boolean => tooIntricate === true;

/** Takes what was drawn as the scene's picture, as its link holds it. */
export function putDrawing({ store }: SceneSession, drawing: string): void {
  store.begin({
    ...{ picture: 'drawing', drawing, category: undefined, seed: undefined, camera: undefined, card: undefined },
    // The toys of the losses are about no picture.
    ...(store.get().state.view === 'losses' && { view: undefined }),
  });
}

/* What is chosen stays: a file or a cut that is still under way does not take its place. */

/** Takes the visitor's picture again. */
export function showOwn(session: SceneSession, picture: OwnPicture): void {
  withdraw(session);
  putOwn(session, picture);
}

/** Takes a drawn shape, or a picture of the gallery by its id. */
export function showShape(session: SceneSession, category: string, seed: number): void {
  withdraw(session);
  session.store.begin({ picture: undefined, category, seed, camera: undefined, card: undefined });
}

/** The next shape of the category; a question that is open is asked of it, too. */
export function anotherShape(session: SceneSession): void {
  withdraw(session);
  const { category, seed } = session.store.get().state;
  session.store.begin(
    { picture: undefined, category, seed: nextSeed(params.seed, seed), camera: undefined },
    'quietly',
  );
}

export function showItem(session: SceneSession, id: GalleryId): void {
  withdraw(session);
  session.store.begin({ picture: id, category: undefined, seed: undefined, camera: undefined, card: undefined });
}

/** Another view begins anew. */
export function showView({ store }: SceneSession, view: ViewId): void {
  changePart(store, table.entries.view, 'view', view);
}
