import type { ParamSpec } from '../../../src/params/spec.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { addEdit, redoEdit, undoEdit } from './editing.ts';
import { cutAnew } from './recut.ts';
import { tools, type Tool } from './tools.ts';
import type { Work } from './work.ts';

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
  const { history } = work;
  return (
    <div className="rec-edit-tools">
      <Ways work={work} />
      <Segmented
        label={t('rec.edit.tool')}
        className="rec-edit-tool"
        options={tools.map((value) => ({ value, label: t(`rec.edit.tool.${value}`) }))}
        value={tool}
        onChange={onTool}
      />
      {(tool === 'paint' || tool === 'erase') && (
        <RangeControl label={t('rec.edit.breadth')} spec={breadthSpec} value={breadth} onChange={onBreadth} />
      )}
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
        <button type="button" className="button" onClick={() => addEdit(session, { mode: 'invert' })}>
          {t('rec.edit.invert')}
        </button>
        <button type="button" className="button" onClick={() => addEdit(session, { mode: 'clear' })}>
          {t('rec.edit.clear')}
        </button>
      </div>
    </div>
  );
}

/** What the mask starts from. */
function Ways({ work }: Pick<Props, 'work'>) {
  const t = useText();
  const session = model.useSession();
  const { looseness, transparent, history } = work;
  const from = history.done.some(({ mode }) => mode === 'box') ? 'box' : work.from;
  const ways = transparent ? (['alpha', 'border', 'box'] as const) : (['border', 'box'] as const);
  return (
    <>
      <div className="rec-edit-by">
        <span className="label">{t('rec.edit.by')}</span>
        <Segmented
          label={t('rec.edit.by')}
          options={ways.map((value) => ({ value, label: t(`rec.edit.by.${value}`) }))}
          value={from}
          onChange={(value) => void cutAnew(session, value, looseness)}
        />
      </div>
      {from === 'border' && (
        <RangeControl
          label={t('rec.edit.looseness')}
          spec={loosenessSpec}
          value={looseness}
          onChange={(value) => void cutAnew(session, 'border', value)}
        />
      )}
    </>
  );
}
