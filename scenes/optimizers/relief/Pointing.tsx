import { useCallback } from 'react';
import { onGrid } from '../../../src/surfaces/domain.ts';
import type { Direction, Framing } from '../../../src/view/framing.ts';
import { labelAt } from '../../../src/view/LabelLayer.ts';
import { useDraped } from '../basins/useDraped.ts';
import { lab } from '../model.ts';
import { nearestDot } from '../pointed/nearestDot.ts';
import type { Pointed } from '../pointed/pointed.ts';
import { useGuess } from '../runs/useRuns.ts';
import type { RunView } from '../runs/runViews.ts';
import { setStart } from '../state/actions.ts';
import type { LabState } from '../state/types.ts';
import type { FrameState } from './frameState.ts';
import type { SceneModel } from './model.ts';
import { useCloser } from './useCloser.ts';
import { useDotPlaces } from './useDotPlaces.ts';
import { usePointing } from './usePointing.ts';
import { useStartHandle, type PointedAt } from './useStartHandle.ts';

interface Props {
  /** As it is drawn. */
  readonly state: LabState;
  readonly model: SceneModel;
  readonly runs: readonly RunView[];
  readonly frame: FrameState;
  readonly framing: Framing;
  readonly direction: Direction;
  readonly overlay: HTMLElement;
  readonly onPointed: (next: (before: Pointed | null) => Pointed | null) => void;
}

/** A double click this near to a path means it, CSS pixels. */
const MEANT = 48;
/** On the way to what is pinned nothing else is read, CSS pixels. */
const ON_THE_WAY = 190;
const isNear = (pinned: Pointed, { clientX, clientY }: PointedAt) =>
  Math.hypot(clientX - pinned.clientX, clientY - pinned.clientY) < ON_THE_WAY;

/** What pointer and fingers do on the relief: read, select, set the start or the mark, come closer. Comes after the first picture. */
export function Pointing({ state, model, runs, frame, framing, direction, overlay, onPointed }: Props) {
  const { store, own } = lab.useSession();
  const guess = useGuess();
  const draped = useDraped();
  const { domain } = model.display;
  const onPlace = useCallback(
    (x: number, y: number, begins: boolean) => {
      const at = onGrid([x, y], domain);
      // One entry of the history a drag: back is where the start was before it.
      if (own.guess.getState().placing) own.guess.setState({ at });
      else setStart(store, at, begins ? 'push' : 'replace');
    },
    [own, store, domain],
  );
  const onPointing = usePointing(state.card !== null, model, runs, frame);
  const placesOf = useDotPlaces(model, frame, state.plan);
  const closer = useCloser(framing, direction, model.display, model.objective);
  const held = guess.placing && guess.at ? guess.at : state.start;
  const pointed = ({ clientX, clientY, picked, reach }: PointedAt): Pointed | null => {
    const on = placesOf();
    const dot = nearestDot(runs, frame.row, on.places, on.pixel(clientX, clientY), reach);
    const [x, y] = picked ? [picked.x, picked.y] : [NaN, NaN];
    return dot || picked ? { clientX, clientY, x, y, dot } : null;
  };
  useStartHandle({
    ...{ state, model, frame, held, onPlace, placing: guess.placing },
    // A click on a name means its optimizer, and on any other label nothing: never the place that it covers.
    onClick(at) {
      const label = labelAt(overlay, at.clientX, at.clientY);
      const named = runs.find(({ id }) => label === `head-${id}`);
      if (named) store.update({ selected: named.id });
      const there = label === null ? pointed(at) : null;
      if (there && at.picked && draped) {
        onPlace(at.picked.x, at.picked.y, true);
        return;
      }
      onPointed(() => there && { ...there, pinned: true });
    },
    // Closer to a path, or from the whole to any place; once more where nothing is leads back to the whole.
    onDoubleClick({ clientX, clientY, picked }) {
      onPointed(() => null);
      const { camera } = store.get().state;
      const on = placesOf();
      const dot = nearestDot(runs, frame.row, on.places, on.pixel(clientX, clientY), MEANT);
      const record = runs.find(({ id }) => id === dot?.id)?.record;
      const meant = dot &&
        record && { x: record.x[2 * dot.row]!, y: record.x[2 * dot.row + 1]!, on: 'surface' as const };
      const place = meant ?? (camera && camera.zoom > 1 ? null : picked);
      store.update({ camera: place ? closer(place, camera) : undefined });
    },
    onHover(at, dragging) {
      const there = pointed(at);
      const now = dragging && there ? { ...there, dot: null, start: !guess.placing } : there;
      onPointed((before) => (before?.pinned && !dragging && isNear(before, at) ? before : now));
      onPointing(at.picked && { ...at.picked, clientX: at.clientX, clientY: at.clientY });
    },
    onLeave() {
      onPointed((before) => (before?.pinned ? before : null));
      onPointing(null);
    },
  });
  return null;
}
