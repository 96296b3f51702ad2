import { Suspense } from 'react';
import { useCommonState } from '../runs/session.tsx';
import type { LinkNotice } from '../state/link.ts';
import { CardBody, CardSentence } from '../ui/cards/CardBody.tsx';
import { cardText } from '../ui/cards/texts.ts';
import type { Card, CardEvidence } from '../ui/cards/types.ts';
import { Caption } from '../ui/present/Caption.tsx';
import { Say } from '../ui/Say.tsx';
import { useText } from '../ui/useText.ts';
import type { SceneDef } from './described.ts';
import type { Disposable, Values } from './model.ts';
import type { Entries } from './state/table.ts';
import { headsOf, withCardOf } from './tour.tsx';
import type { usualOf } from './usual.tsx';

const thing = (name: string) => ({ kind: 'thing', name }) as const;

interface Telling {
  readonly notices: readonly LinkNotice[];
  readonly as: 'left' | 'caption';
}

/** What a scene's page says in words beside its picture, and the questions that it asks. */
export function tellersOf<
  E extends Entries,
  J extends Disposable,
  R extends Values,
  Own,
  Ev extends CardEvidence,
  C extends Card<Ev>,
>(
  def: SceneDef<E, J, R, Own, Ev, C>,
  usual: Pick<ReturnType<typeof usualOf<E, J, R, Own, Ev, C>>, 'useTold' | 'useEvidence'>,
) {
  const { named = thing, taskOf, usePart = () => '', Happened } = def;
  const { useTold = usual.useTold, useEvidence = usual.useEvidence } = def;
  const cards = headsOf<C>(def.cards ?? []);
  const WithCard = withCardOf<C>(def.cards ?? []);

  /** A question in one sentence; its title stands already. */
  function Sentence({ id, evidence }: { readonly id: string; readonly evidence: Ev }) {
    return (
      <Suspense>
        <WithCard id={id}>{(card) => <CardSentence {...{ card, named, evidence }} />}</WithCard>
      </Suspense>
    );
  }

  /** Question or sentence, and the tour; while presenting below the picture. */
  function Tells({ notices, as }: Telling) {
    const evidence = useEvidence();
    const told = useTold(evidence);
    if (as === 'caption')
      return (
        <Caption notices={notices} cards={cards} told={told} sentence={(id) => <Sentence {...{ id, evidence }} />} />
      );
    return (
      <Say
        notices={notices}
        cards={cards}
        told={told}
        question={(id) => (
          <Suspense>
            <WithCard id={id}>
              {(card) => <CardBody {...{ card, named, evidence }} task={taskOf?.(card, evidence)} />}
            </WithCard>
          </Suspense>
        )}
      >
        {Happened && <Happened />}
      </Say>
    );
  }

  /** Each part of a scene tells with hooks of its own: another part is mounted anew. */
  function Told(props: Telling) {
    return <Tells key={usePart()} {...props} />;
  }

  /** As `Caption` says it, for a clip. */
  function ClipTold() {
    const t = useText();
    const evidence = useEvidence();
    const told = useTold(evidence);
    const asked = useCommonState((state) => state.card);
    const card = cards.find(({ id }) => id === asked);
    return (
      <>
        <h3>{card ? t(cardText(card, 'title')) : told.title}</h3>
        <p>{card ? <Sentence {...{ id: card.id, evidence }} /> : told.sentence}</p>
      </>
    );
  }

  return { cards, Told, ClipTold };
}
