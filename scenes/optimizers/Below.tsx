import { Suspense } from 'react';
import { later } from '../../src/ui/later.tsx';
import { FormulaCard } from './formula/FormulaCard.tsx';
import { useDraped } from './basins/useDraped.ts';
import { lab } from './model.ts';

const BasinCard = later(async () => ({ default: (await import('./basins/BasinCard.tsx')).BasinCard }));

/** At the left, below the card: what the map means, where there is one, and the rule. */
export function Below() {
  // A question has the room to itself.
  const asked = lab.useState((state) => state.card !== null);
  const draped = useDraped() && !asked;
  return (
    <>
      <Suspense>{draped && <BasinCard />}</Suspense>
      <FormulaCard />
    </>
  );
}
