import { semanticsOf } from '../../../src/optimizers/index.ts';
import { lab } from '../model.ts';
import { setSemantics } from '../state/actions.ts';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { useText } from '../../../src/ui/useText.ts';

/** Whose rules a run follows: the book's, PyTorch's, the paper's. */
export function SemanticsRow({ id }: { id: string | null }) {
  const t = useText();
  const { store } = lab.useSession();
  const selected = lab.useState((state) => state.selected);
  const wanted = id ?? selected;
  const run = lab.useState((state) => state.runs.find((candidate) => candidate.id === wanted));
  if (!run) return null;
  const label = t('panel.semantics.of', { optimizer: run.name });
  const choices = semanticsOf(run.optimizer);
  return (
    <div className="row">
      <span className="label">{id === null ? label : t('panel.semantics')}</span>
      {choices.length > 1 ? (
        <Segmented
          label={label}
          options={choices.map((value) => ({ value, label: t(`semantics.${value}`) }))}
          value={run.semantics}
          onChange={(semantics) => setSemantics(store, run.id, semantics)}
        />
      ) : (
        <span>{t(`semantics.${run.semantics}`)}</span>
      )}
    </div>
  );
}
