import { useState } from 'react';
import type { DeviceReport } from '../../../src/gpu/types.ts';
import { frameTimes } from './frameTimes.ts';
import type { SwarmReport } from '../badge/names.ts';
import { Dialog } from '../../../src/ui/controls/Dialog.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { CopyReport } from './CopyReport.tsx';
import { KernelTimes, SelfTest } from './Kernels.tsx';
import { readMachine } from './readMachine.ts';
import { adviceFor, selfReport } from './selfReport.ts';
import '../words/later.ts';
import './machine.css';

export interface MachineProps {
  /** null until the device has been measured. */
  readonly report: DeviceReport | null;
  readonly swarm: SwarmReport | null;
  readonly onClose: () => void;
}

/** What draws and computes here, why, how fast and how exactly; what to do about it; all of it to copy. */
export function MachineDialog({ report, swarm, onClose }: MachineProps) {
  const t = useText();
  // As it is on opening: numbers that change under the reader's eyes can neither be read nor copied.
  const [machine] = useState(readMachine);
  const [frames] = useState(() => frameTimes.summary());
  const ms = (value: number) => t.number(value, 3);
  return (
    <Dialog title={t('machine.title')} className="machine" onClose={onClose}>
      <p>{t('machine.lead')}</p>
      <h3>{t('machine.do')}</h3>
      <ul>
        {adviceFor(machine, report).map((key) => (
          <li key={key}>{t(key, { adapter: machine.adapter ?? '' })}</li>
        ))}
      </ul>
      <h3>{t('machine.drawing')}</h3>
      <dl>
        <dt>{t('machine.adapter')}</dt>
        <dd lang="en">{machine.adapter ?? t('machine.adapter.none')}</dd>
        <dt>{t('machine.frames')}</dt>
        <dd>
          {frames
            ? t('machine.frames.value', {
                median: ms(frames.median),
                p95: ms(frames.p95),
                longest: ms(frames.longest),
                count: frames.count,
              })
            : t('machine.frames.none')}
        </dd>
        <dt>{t('machine.ratio')}</dt>
        <dd>{t.number(machine.devicePixelRatio, 4)}</dd>
        <dt>{t('machine.browser')}</dt>
        <dd lang="en">{machine.browser}</dd>
      </dl>
      <h3>{t('machine.computing')}</h3>
      <dl>
        <dt>{t('machine.isolated')}</dt>
        <dd>{t(machine.crossOriginIsolated ? 'machine.isolated.yes' : 'machine.isolated.no')}</dd>
        {report ? <KernelTimes report={report} /> : <dd className="whole">{t('machine.waiting')}</dd>}
      </dl>
      {report && <SelfTest backends={report.backends} />}
      <CopyReport json={JSON.stringify(selfReport(machine, report, frames, swarm), null, 2)} />
    </Dialog>
  );
}
