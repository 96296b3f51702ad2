import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { closes, marked, type PenStroke } from '../../../src/reconstruction/drawing/marks.ts';
import { brushed } from '../../../src/reconstruction/cutout/brush.ts';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { Dialog } from '../../../src/ui/controls/Dialog.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model, useOwn } from '../model.ts';
import { goBack, lookAtIt, quitRoom } from './enter.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { Growing } from './Growing.tsx';
import { createLive, type Live } from './live.ts';
import { Paper } from './Paper.tsx';
import { CANVAS, isBlank, redone, undone, withMark, type Sketch } from './sketch.ts';
import { Told } from './Told.tsx';
import { breadthSpec, Tools, type Pen } from './Tools.tsx';
import './room.css';

/** The whole page is paper and answer: one draws, the other grows. */
export default function Room() {
  const sketch = useOwn((own) => own.sketch);
  const jobs = useJobsOf(model);
  return sketch && jobs && <Opened sketch={sketch} jobs={jobs} />;
}

function Opened({ sketch, jobs }: { readonly sketch: Sketch; readonly jobs: Jobs }) {
  // One for as long as the room is open: the page keeps its jobs.
  const [live] = useState(() => createLive(jobs));
  useEffect(() => live.dispose, [live]);
  const t = useText();
  const session = model.useSession();
  const reading = useOwn((own) => own.reading);
  const [pen, setPen] = useState<Pen>('shape');
  const [breadth, setBreadth] = useState(breadthSpec.default);
  const mask = useLiveMask(sketch, live);

  const close = () => goBack(session);
  // A file was dropped: that is what the scene is to show.
  useEffect(() => {
    if (reading !== null) quitRoom(session);
  }, [reading, session]);

  const put = (next: Sketch) => session.own.setState({ sketch: next });
  const widen = (factor: number) =>
    setBreadth(Number(Math.min(breadthSpec.max, Math.max(breadthSpec.min, breadth * factor)).toPrecision(3)));
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    if (control && key === 'z' && !event.shiftKey) put(undone(sketch));
    else if (control && (key === 'y' || key === 'z')) put(redone(sketch));
    else if (key === '[') widen(1 / 1.25);
    else if (key === ']') widen(1.25);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('rec.draw.title')} className="rec-room" onClose={close}>
      <div className="rec-draw" onKeyDown={onKeyDown}>
        <Tools
          pen={pen}
          breadth={breadth}
          history={sketch.history}
          blank={isBlank(sketch)}
          onPen={setPen}
          onBreadth={setBreadth}
          onUndo={() => put(undone(sketch))}
          onRedo={() => put(redone(sketch))}
          onClear={() => put(withMark(sketch, { mode: 'clear' }))}
        />
        <Paper
          sketch={sketch}
          pen={pen}
          radius={(breadth / 200) * CANVAS}
          onStroke={mask.grow}
          onMark={(stroke) => put(withMark(sketch, stroke))}
        />
        <Growing live={live} />
        <footer>
          <Told live={live} />
          <button type="button" className="button rec-use" onClick={() => lookAtIt(session)}>
            {t('rec.draw.done')}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}

/** The canvas as it is now, the stroke that is still being drawn included; the answer follows it. */
function useLiveMask(sketch: Sketch, live: Live) {
  const now = useRef({ of: sketch, mask: sketch.mask, stroke: null as PenStroke | null });
  useEffect(() => {
    now.current = { of: sketch, mask: sketch.mask, stroke: null };
    live.follow(() => sketch.mask);
  }, [sketch, live]);
  return {
    /** Only what is new of a stroke is painted; what it encloses, when an answer is asked for. */
    grow(stroke: PenStroke | null) {
      const { mask } = now.current;
      if (!stroke) now.current = { of: sketch, mask: sketch.mask, stroke };
      else now.current = { of: sketch, mask: brushed(mask, [{ ...stroke, points: stroke.points.slice(-4) }]), stroke };
      live.follow(() => {
        const { mask: inked, stroke: open } = now.current;
        return open && closes(open) ? marked(inked, open) : inked;
      });
    },
  };
}
