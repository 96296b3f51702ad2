import { reopening } from '../reopening.ts';
import type { Crew } from './crew.ts';

/** A crew that the first job opens; one whose worker died ends with its job, and the next job opens another. */
export function holdCrew(open: () => Promise<Crew>, onDeath?: () => void) {
  const opened = new Set<Crew>();
  let gone = false;
  const close = (crew: Crew) => {
    opened.delete(crew);
    crew.close();
  };
  const withCrew = reopening<Crew>(
    async () => {
      const crew = await open();
      opened.add(crew);
      return crew;
    },
    (dead, death) => {
      close(dead);
      onDeath?.();
      throw death;
    },
  );
  return {
    run: <R>(job: (crew: Crew) => Promise<R>): Promise<R> =>
      withCrew((crew) => {
        // It came up after its holder had gone.
        if (gone) close(crew);
        return job(crew);
      }),
    dispose() {
      gone = true;
      [...opened].forEach(close);
    },
  };
}
