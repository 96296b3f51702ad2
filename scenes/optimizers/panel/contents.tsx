import type { ReactNode } from 'react';
import { optimizerOf } from '../../../src/optimizers/index.ts';
import { PartRow } from '../../../src/scene/panel/PartRow.tsx';
import type { Words } from '../../../src/ui/useText.ts';
import { table } from '../state/rules.ts';
import type { LabState } from '../state/types.ts';
import { HeatRows } from './HeatRows.tsx';
import { Optimizers } from './Optimizers.tsx';
import { RangeRow } from './RangeRow.tsx';
import type { Row, SectionName } from './rows.ts';
import { SemanticsRow } from './SemanticsRow.tsx';
import { ScheduleRow } from './ScheduleRow.tsx';
import { DisturbanceRow, HeadingRow, HeightRow, LoopRow, NoiseNote, ResetRow } from './SmallRows.tsx';
import { StartRow } from './StartRow.tsx';
import { SurfaceRow } from './SurfaceRow.tsx';

/** What stands in a row of the panel; of a fold: its title. */
export function contentOf(row: Row, state: LabState, t: Words): ReactNode {
  switch (row.kind) {
    case 'optimizers':
      return <Optimizers />;
    case 'surface':
      return <SurfaceRow />;
    case 'start':
      return <StartRow />;
    case 'semantics':
      return <SemanticsRow id={row.id} />;
    case 'height':
      return <HeightRow />;
    case 'range':
      return <RangeRow address={row.address} />;
    case 'part':
      return <PartRow table={table} part={row.part} />;
    case 'loop':
      return <LoopRow />;
    case 'disturbance':
      return <DisturbanceRow part={row.part} />;
    case 'schedule':
      return <ScheduleRow />;
    case 'noise-note':
      return <NoiseNote />;
    case 'heat':
      return <HeatRows />;
    case 'swarm-note':
      return <p className="note">{t('swarm.none', { optimizer: optimizerOf(row.id).name })}</p>;
    case 'heading':
      return <HeadingRow id={row.id} />;
    case 'section':
      return titleOf(row.section, state, t);
    case 'reset':
      return <ResetRow />;
  }
}

function titleOf(section: SectionName, { runs, selected, disturbance }: LabState, t: Words): string {
  if (section === 'selected') {
    return t('panel.section.optimizer', { optimizer: runs.find(({ id }) => id === selected)?.name ?? '' });
  }
  // A fold that is closed still says that something in it is at work.
  const disturbed = (disturbance.inject ?? disturbance.lrChange) !== undefined;
  if (section === 'disturbance' && disturbed) return t('panel.section.disturbance.on');
  if (section === 'schedule' && disturbance.schedule) return t('panel.section.schedule.on');
  return t(section === 'noise' && disturbance.noise ? 'panel.section.noise.on' : `panel.section.${section}`);
}
