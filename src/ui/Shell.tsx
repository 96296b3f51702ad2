import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { DeviceReport } from '../gpu/types.ts';
import { useLabState, useSession } from '../runs/lab.tsx';
import type { LinkNotice } from '../state/url.ts';
import { Badge, type SwarmReport } from './Badge.tsx';
import { BottomBar } from './BottomBar.tsx';
import { Dialog } from './controls/Dialog.tsx';
import { FormulaCard } from './formula/FormulaCard.tsx';
import { Header } from './Header.tsx';
import { Help } from './Help.tsx';
import { listenForKeys } from './keys.ts';
import { Parameters } from './Parameters.tsx';
import { useDocument } from './preferences.ts';
import { Caption } from './present/Caption.tsx';
import { Say } from './Say.tsx';
import { Summary } from './Summary.tsx';
import { useText } from './useText.ts';

const MachineDialog = lazy(async () => ({ default: (await import('./machine/MachineDialog.tsx')).MachineDialog }));

export interface ShellProps {
  /** The canvas, the flat plans, or what stands for them; fills the window behind everything else. */
  readonly stage: ReactNode;
  readonly chart: ReactNode;
  /** Mounted only while its dialog is open. */
  readonly table: ReactNode;
  readonly report: DeviceReport | null;
  readonly swarm: SwarmReport | null;
  /** See `BadgeProps`. */
  readonly noDevice?: boolean;
  readonly notices: readonly LinkNotice[];
  /** The first picture stands: what may come after it (leva) is fetched now. */
  readonly ready: boolean;
  /** In an iframe or a slide: the scene with its transport, nothing else. Keys still work. */
  readonly embed: boolean;
}

type Opened = 'help' | 'table' | 'machine' | null;

/** The page around the canvas. */
export function Shell({ stage, chart, table, report, swarm, noDevice, notices, ready, embed }: ShellProps) {
  const t = useText();
  const session = useSession();
  const [opened, setOpened] = useState<Opened>(null);
  const presenting = useLabState((state) => state.presenting);
  useDocument(t('app.title'));
  useEffect(
    () =>
      listenForKeys(window, {
        session,
        openHelp: () => setOpened('help'),
        openTable: () => setOpened('table'),
      }),
    [session],
  );
  const close = () => setOpened(null);
  const openMachine = () => setOpened('machine');
  return (
    <div className={`shell${embed ? ' embedded' : ''}${presenting ? ' presenting' : ''}`}>
      {presenting && <Caption notices={notices} />}
      {!embed && (
        <>
          <a className="skip" href="#parameters" onClick={skip}>
            {t('app.skip')}
          </a>
          <Header onTable={() => setOpened('table')} onHelp={() => setOpened('help')} />
        </>
      )}
      <main className="stage">{stage}</main>
      {!embed && (
        <>
          <div className="left-column">
            <Say notices={notices} />
            <FormulaCard />
          </div>
          <Parameters ready={ready} />
          <Badge report={report} swarm={swarm} noDevice={noDevice} onMachine={openMachine} />
        </>
      )}
      <BottomBar chart={embed || presenting ? null : chart} embed={embed} />
      <Summary />
      {opened === 'help' && <Help onClose={close} onMachine={openMachine} />}
      {opened === 'machine' && (
        <Suspense>
          <MachineDialog report={report} swarm={swarm} onClose={close} />
        </Suspense>
      )}
      {opened === 'table' && (
        <Dialog title={t('header.table')} className="table-dialog" onClose={close}>
          {table}
        </Dialog>
      )}
    </div>
  );
}

/** The fragment holds the lab's state: a jump inside the page must not replace it. */
function skip(event: React.MouseEvent) {
  event.preventDefault();
  document.querySelector<HTMLElement>('#parameters input, #parameters button')?.focus();
}
