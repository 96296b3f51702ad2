import type { ViewProps } from '../../src/scene/viewProps.ts';
import { AnswerView } from './answer/AnswerView.tsx';
import { model } from './model.ts';
import type { ViewId } from './state.ts';
import { later } from '../../src/ui/later.tsx';

const views = {
  answer: AnswerView,
  losses: later(() => import('./losses/LossesView.tsx')),
  kin: later(() => import('./kin/KinView.tsx')),
  many: later(() => import('./many/ManyView.tsx')),
} as const satisfies Record<ViewId, unknown>;

/** Whichever view is open. */
export function View(props: ViewProps) {
  const Open = views[model.useState((state) => state.view)];
  return <Open {...props} />;
}
