import { lazy, Suspense } from 'react';
import { useReconstructionState } from './runs/session.tsx';
import { ShapeRow } from './panel/ShapeRow.tsx';
import { Show } from './panel/Show.tsx';
import { InputCard } from './input/InputCard.tsx';

const LossesPanel = lazy(() => import('./losses/LossesPanel.tsx'));
const KinPanel = lazy(() => import('./kin/KinPanel.tsx'));
const ManyPanel = lazy(() => import('./many/ManyPanel.tsx'));

/** The reconstruction scene's settings: the picture, then what the open view lets one set. */
export default function Panel() {
  const view = useReconstructionState((state) => state.view);
  return (
    <div className="rec-panel">
      {view !== 'losses' && (
        <>
          <InputCard />
          <ShapeRow />
        </>
      )}
      {view === 'answer' && <Show />}
      <Suspense>
        {view === 'losses' && <LossesPanel />}
        {view === 'kin' && <KinPanel />}
        {view === 'many' && <ManyPanel />}
      </Suspense>
    </div>
  );
}
