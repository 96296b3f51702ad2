import { useText } from '../../../src/ui/useText.ts';
import { LevaRows } from '../../../src/scene/panel/LevaRows.tsx';
import { contentOf } from './contents.tsx';
import { rowsOf } from './rows.ts';
import { useLab } from './useNumber.ts';
import '../words/later.ts';
import './panel.css';

/** The panel. Its rows follow the state's shape (which optimizers run, which is selected, which surface), their values the store. */
export default function Panel() {
  const t = useText();
  const lab = useLab();
  const rows = rowsOf(lab).map(({ key, row, section }) => ({
    key,
    content: contentOf(row, lab.state, t),
    is: row.kind === 'section' ? ('fold' as const) : ('row' as const),
    fold: section && `section-${section}`,
  }));
  return <LevaRows rows={rows} />;
}
