import type { Told } from '../../src/ui/say/told.ts';
import { useKinTold } from './kin/told.tsx';
import { useLossesTold } from './losses/told.tsx';
import { useManyTold } from './many/told.tsx';
import { model } from './model.ts';
import { useMissing } from './say/Missing.tsx';
import { useAnswerTold } from './say/useAnswerTold.tsx';
import type { ViewId } from './state.ts';

/** What each view has to say; the page mounts it anew when another opens. */
const tellers = {
  answer: useAnswerTold,
  losses: useLossesTold,
  kin: useKinTold,
  many: useManyTold,
} as const satisfies Record<ViewId, () => Told>;

export function useTold(): Told {
  const view = model.useState((state) => state.view);
  const useViewTold = tellers[view];
  const told = useViewTold();
  // The toys of the losses are about no picture.
  const urgent = useMissing() !== null && view !== 'losses';
  return { ...told, urgent };
}
