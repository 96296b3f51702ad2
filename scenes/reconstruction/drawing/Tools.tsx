import type { ParamSpec } from '../../../src/params/spec.ts';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { Slider } from '../../../src/ui/controls/Slider.tsx';
import { useText } from '../../../src/ui/useText.ts';
import type { Sketch } from './sketch.ts';

const pens = ['shape', 'line', 'erase'] as const;
/** `shape`: what comes back to its beginning is filled. */
export type Pen = (typeof pens)[number];

/** Of the pen, in hundredths of the paper's edge. */
export const breadthSpec: ParamSpec = { default: 4, min: 1, max: 20, scale: 'log', accepts: { min: 0.5, max: 50 } };

interface Props {
  readonly pen: Pen;
  readonly breadth: number;
  readonly history: Sketch['history'];
  readonly blank: boolean;
  readonly onPen: (pen: Pen) => void;
  readonly onBreadth: (breadth: number) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onClear: () => void;
}

/** Pens, their breadth, and the way back. */
export function Tools({ pen, breadth, history, blank, onPen, onBreadth, onUndo, onRedo, onClear }: Props) {
  const t = useText();
  return (
    <div className="rec-draw-tools" role="group" aria-label={t('rec.draw.tools')}>
      <Segmented
        label={t('rec.draw.pen')}
        options={pens.map((value) => ({ value, label: t(`rec.draw.pen.${value}`) }))}
        value={pen}
        onChange={onPen}
      />
      <label className="rec-draw-breadth">
        <span>{t('rec.draw.breadth')}</span>
        <Slider label={t('rec.draw.breadth')} spec={breadthSpec} value={breadth} onChange={onBreadth} />
      </label>
      <span className="rec-draw-history">
        <button type="button" className="button" disabled={history.done.length === 0} onClick={onUndo}>
          {t('rec.edit.undo')}
        </button>
        <button type="button" className="button" disabled={history.undone.length === 0} onClick={onRedo}>
          {t('rec.edit.redo')}
        </button>
        <button type="button" className="button" disabled={blank} onClick={onClear}>
          {t('rec.edit.clear')}
        </button>
      </span>
    </div>
  );
}
