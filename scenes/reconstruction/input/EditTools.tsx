import type { ParamSpec } from '../../../src/params/spec.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { addEdit, redoEdit, undoEdit } from './editing.ts';
import type { Work, MaskFrom } from './work.ts';
import { cutAnew } from './bring.ts';

export const tools = ['paint', 'erase', 'fill'] as const;
export type Tool = (typeof tools)[number];

/** Of a stroke, in hundredths of the picture's longest edge. */
export const breadthSpec: ParamSpec = { default: 4, min: 1, max: 30, scale: 'log', accepts: { min: 0.2, max: 100 } };
const loosenessSpec: ParamSpec = { default: 1, min: 0.25, max: 4, scale: 'log', accepts: { min: 0.05, max: 20 } };

interface Props {
  readonly work: Work;
  readonly tool: Tool;
  readonly breadth: number;
  readonly onTool: (tool: Tool) => void;
  readonly onBreadth: (breadth: number) => void;
}

/** How the object was found, and what the hand does to that. */
export function EditTools({ work, tool, breadth, onTool, onBreadth }: Props) {
  const t = useText();
  const session = model.useSession();
  const { kind, from, looseness, transparent, history } = work;
  const ways: readonly MaskFrom[] = transparent ? ['alpha', 'border', 'hand'] : ['border', 'hand'];
  return (
    <div className="rec-edit-tools">
      {kind === 'file' && (
        <div className="rec-edit-by">
          <span className="label">{t('rec.edit.by')}</span>
          <Segmented
            label={t('rec.edit.by')}
            options={ways.map((value) => ({ value, label: t(`rec.edit.by.${value}`) }))}
            value={from}
            onChange={(value) => void cutAnew(session, value, looseness)}
          />
        </div>
      )}
      {kind === 'file' && from === 'border' && (
        <RangeControl
          label={t('rec.edit.looseness')}
          spec={loosenessSpec}
          value={looseness}
          onChange={(value) => void cutAnew(session, 'border', value)}
        />
      )}
      <Segmented
        label={t('rec.edit.tool')}
        options={tools.map((value) => ({ value, label: t(`rec.edit.tool.${value}`) }))}
        value={tool}
        onChange={onTool}
      />
      <div className="rec-edit-history">
        <button type="button" className="button" disabled={history.done.length === 0} onClick={() => undoEdit(session)}>
          {t('rec.edit.undo')}
        </button>
        <button
          type="button"
          className="button"
          disabled={history.undone.length === 0}
          onClick={() => redoEdit(session)}
        >
          {t('rec.edit.redo')}
        </button>
        <button type="button" className="button" onClick={() => addEdit(session, { mode: 'clear' })}>
          {t('rec.edit.clear')}
        </button>
      </div>
      <RangeControl label={t('rec.edit.breadth')} spec={breadthSpec} value={breadth} onChange={onBreadth} />
    </div>
  );
}
