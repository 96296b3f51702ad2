import type { ReactNode } from 'react';
import type { BookLayout } from './useBookLayout.ts';

interface PlanRoomProps {
  readonly layout: BookLayout;
  readonly scale: number;
  readonly label: string;
  readonly children: ReactNode;
}

/** The drawing of a flat figure, in the room that it has; where that is too small it scrolls, for whoever has only a keyboard too. */
export function PlanRoom({ layout: { scrolls, plans }, scale, label, children }: PlanRoomProps) {
  return (
    <div className={scrolls ? 'book-room scrolls' : 'book-room'}>
      <svg
        width={plans.width * scale}
        height={plans.height * scale}
        viewBox={`0 0 ${plans.width} ${plans.height}`}
        role="group"
        aria-label={label}
        tabIndex={scrolls ? 0 : undefined}
      >
        {children}
      </svg>
    </div>
  );
}
