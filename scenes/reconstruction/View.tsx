import { lazy } from 'react';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { AnswerView } from './answer/AnswerView.tsx';
import { model } from './model.ts';
import type { ViewId } from './state.ts';

const views = {
  answer: AnswerView,
  losses: lazy(() => import('./losses/LossesView.tsx')),
  kin: lazy(() => import('./kin/KinView.tsx')),
  many: lazy(() => import('./many/ManyView.tsx')),
} as const satisfies Record<ViewId, unknown>;

/** Whichever view is open. */
export function View(props: ViewProps) {
  const Open = views[model.useState((state) => state.view)];
  return <Open {...props} />;
}
