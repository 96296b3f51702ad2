import { isAbort } from '../../../src/scene/results/results.ts';
import { shownOf } from '../../../src/scene/model.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { model } from '../model.ts';
import { dataFor } from '../run/data.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import { specOf } from '../state.ts';
import { writePoints } from './points.ts';
import type { Brought } from './read.ts';

type Session = ReturnType<typeof model.open>;

let count = 0;
/** Of two files in a row the newest is taken, whichever is read first. */
let latest = 0;

/** Takes a file of the reader's own: a training takes the place of the page's, points become its data; what cannot be read says why and changes nothing. */
export async function bringFile(session: Session, jobs: Jobs, file: Blob, name: string): Promise<void> {
  const { files } = session.own;
  const asked = ++latest;
  files.setState({ reading: name, refused: null });
  try {
    const brought = await jobs.read(name, file, await dataOnView(session, jobs));
    if (asked === latest) take(session, name, brought);
  } catch (error) {
    if (isAbort(error) || asked !== latest) return;
    const message = error instanceof Error ? error.message : String(error);
    files.setState({ refused: { name, why: { kind: 'refused', code: 'other', where: null, detail: {}, message } } });
  } finally {
    if (asked === latest) files.setState({ reading: null });
  }
}

/** What a training that comes without its data may have been made on: the reader's own points as they came, else the page's set. */
async function dataOnView({ own, store, results }: Session, jobs: Jobs): Promise<DataSet | null> {
  const { state } = store.get();
  const { came } = own.files.getState();
  if (came && state.data === 'own' && writePoints(came.points) === writePoints(state.points)) return came.data;
  const spec = specOf(state);
  return spec ? dataFor(spec, (most) => jobs.digits(most)) : (shownOf(results.run).value?.data ?? null);
}

function take(session: Session, name: string, brought: Brought): void {
  const { files } = session.own;
  switch (brought.kind) {
    case 'refused':
      files.setState({ refused: { name, why: brought } });
      return;
    case 'points':
      files.setState({ run: null, came: { points: brought.points, data: brought.asTheyAre } });
      session.store.begin({ data: 'own', points: brought.points });
      return;
    case 'run':
      files.setState({ run: { run: brought.run, number: ++count } });
      session.store.begin({ card: undefined, plane: undefined });
  }
}

/** Back to what the page trains. */
export function leaveRun(session: Session): void {
  session.own.files.setState({ run: null });
  session.store.begin({ card: undefined });
}
