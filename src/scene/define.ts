import { addTexts } from '../i18n/index.ts';
import type { Card, CardEvidence } from '../ui/cards/types.ts';
import { keepVeil } from '../ui/cards/veil.ts';
import type { KeyCommand } from '../ui/keys.ts';
import type { SceneModule } from '../ui/scene.ts';
import type { SceneDef } from './described.ts';
import type { Disposable, Values } from './model.ts';
import { ownKeysOf, pageOf } from './ScenePage.tsx';
import { headsOf } from './tour.tsx';
import type { Entries, OverridesOf, StateTable } from './state/table.ts';

/** A scene as the app opens it, with what its documents are made of. */
export interface DescribedScene extends SceneModule {
  readonly table: StateTable;
  readonly keys: readonly KeyCommand[];
}

/** A scene as the app opens it. */
export function defineScene<
  E extends Entries,
  J extends Disposable,
  R extends Values,
  Own,
  Ev extends CardEvidence,
  C extends Card<Ev>,
>(def: SceneDef<E, J, R, Own, Ev, C>): DescribedScene {
  addTexts(def.words);
  const { model } = def;
  const cards = headsOf(def.cards ?? []);
  return {
    rules: model.table.rules,
    table: model.table,
    cards,
    words: def.words,
    open(overrides: OverridesOf<E>, framed) {
      const session = model.open(overrides, framed);
      keepVeil(session, cards);
      return session;
    },
    keys: ownKeysOf(def),
    Page: pageOf(def),
  };
}
