import { useReconstructionState } from './runs/session.tsx';
import type { LinkNotice } from '../../src/state/link.ts';
import type { ViewId } from './state/types.ts';
import { Caption } from '../../src/ui/present/Caption.tsx';
import { Say } from '../../src/ui/Say.tsx';
import type { Told } from '../../src/ui/say/told.ts';
import { cards } from './cards/index.ts';
import { highlightNamed } from './cards/named.ts';
import { useEvidence } from './cards/useEvidence.ts';
import { useKinTold } from './kin/told.tsx';
import { useLossesTold } from './losses/told.tsx';
import { useManyTold } from './many/told.tsx';
import { useAnswerTold } from './say/useAnswerTold.tsx';

/** What each view has to say: the one that is open is asked, mounted anew when another opens. */
const tellers = {
  answer: useAnswerTold,
  losses: useLossesTold,
  kin: useKinTold,
  many: useManyTold,
} as const satisfies Record<ViewId, () => Told>;

interface Props {
  readonly notices: readonly LinkNotice[];
}

function SayOf({ notices, view }: Props & { readonly view: ViewId }) {
  const useTold = tellers[view];
  const evidence = useEvidence();
  const told = useTold();
  return <Say notices={notices} cards={cards} named={highlightNamed} evidence={evidence} told={told} />;
}

function CaptionOf({ notices, view }: Props & { readonly view: ViewId }) {
  const useTold = tellers[view];
  const evidence = useEvidence();
  const told = useTold();
  return <Caption notices={notices} cards={cards} named={highlightNamed} evidence={evidence} told={told} />;
}

/** At the left: question or sentence, and the tour. */
export function LeftColumn({ notices }: Props) {
  const view = useReconstructionState((state) => state.view);
  return <SayOf key={view} notices={notices} view={view} />;
}

/** While presenting, and in a frame that shows a card. */
export function SpokenCaption({ notices }: Props) {
  const view = useReconstructionState((state) => state.view);
  return <CaptionOf key={view} notices={notices} view={view} />;
}
