import { useEffect, useState, type ReactNode } from 'react';
import type { DeviceReport } from '../gpu/types.ts';
import { useLabState, useSession } from '../runs/lab.tsx';
import type { LinkNotice } from '../state/url.ts';
import { Badge, type SwarmReport } from './Badge.tsx';
import { BottomBar } from './BottomBar.tsx';
import { turnCard } from './cards/tour.ts';
import type { Card } from './cards/types.ts';
import './cards/cards.css';
import { Dialog } from './controls/Dialog.tsx';
import { FormulaCard } from './formula/FormulaCard.tsx';
import { Header } from './Header.tsx';
import { Help } from './Help.tsx';
import { listenForKeys } from './keys.ts';
import { Machine } from './machine/Machine.tsx';
import { Parameters } from './Parameters.tsx';
import { useDocument } from './preferences.ts';
import { Caption } from './present/Caption.tsx';
import { Say } from './Say.tsx';
import { Summary } from './Summary.tsx';
import { useText } from './useText.ts';

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
  /** The scene's tour of questions. */
  readonly cards: readonly Card[];
  /** The first picture stands: what may come after it (leva) is fetched now. */
  readonly ready: boolean;
  /** In an iframe or a slide: the scene with its transport, nothing else. Keys still work. */
  readonly embed: boolean;
}

type Opened = 'help' | 'table' | 'machine' | null;

/** The page around the canvas. */
export function Shell({ stage, chart, table, report, swarm, noDevice, notices, cards, ready, embed }: ShellProps) {
  const t = useText();
  const session = useSession();
  const [opened, setOpened] = useState<Opened>(null);
  const presenting = useLabState((state) => state.presenting);
  // A page of a lecture deck says its question.
  const onCard = useLabState((state) => state.card !== null);
  useDocument(t('app.title'));
  useEffect(
    () =>
      listenForKeys(window, {
        session,
        openHelp: () => setOpened('help'),
        openTable: () => setOpened('table'),
        turnCard: (direction) => turnCard(session, cards, direction),
      }),
    [session, cards],
  );
  const close = () => setOpened(null);
  const openMachine = () => setOpened('machine');
  return (
    <div className={`shell${embed ? ' embedded' : ''}${presenting ? ' presenting' : ''}`}>
      {(presenting || (embed && onCard)) && <Caption notices={notices} cards={cards} />}
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
            <Say notices={notices} cards={cards} />
            <FormulaCard />
          </div>
          <Parameters ready={ready} />
          <Badge report={report} swarm={swarm} noDevice={noDevice} onMachine={openMachine} />
        </>
      )}
      <BottomBar chart={embed || presenting ? null : chart} embed={embed} />
      <Summary />
      {opened === 'help' && <Help onClose={close} onMachine={openMachine} />}
      {opened === 'machine' && <Machine report={report} swarm={swarm} onClose={close} />}
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
