import { Suspense, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type { TextKey } from '../i18n/index.ts';
import { useCommonState, useVeiled, type Session } from '../runs/session.tsx';
import { BottomBar } from './BottomBar.tsx';
import { turnCard } from './cards/tour.ts';
import type { CardHead } from './cards/types.ts';
import { useChartSize } from './chartSize.ts';
import './cards/cards.css';
import { Dialog } from './controls/Dialog.tsx';
import { Header } from './Header.tsx';
import type { HelpProps } from './Help.tsx';
import { listenForKeys, type KeyCommand } from './keys.ts';
import { later } from './later.tsx';
import { useDocument } from './preferences.ts';
import { useText } from './useText.ts';

const Help = later(() => import('./Help.tsx'), { Frame: EmptyHelp });

function EmptyHelp({ onClose, children }: HelpProps & { readonly children: ReactNode }) {
  return (
    <Dialog title={useText()('help.title')} onClose={onClose}>
      {children}
    </Dialog>
  );
}

/** Where picture and panels stand: around a relief that fills the window, beside flat figures, or beside panes. */
export type Layout = 'relief' | 'flat' | 'panes';

export interface ShellProps<S extends Session> {
  readonly session: S;
  readonly layout: Layout;
  /** Which part of the scene is open, for styles; absent: it has one. */
  readonly part?: string;
  /** In an iframe or a slide: the scene with its transport, nothing else. Keys still work. */
  readonly embed: boolean;
  /** The canvas, the flat plans, or what stands for them; fills the window behind everything else. */
  readonly stage: ReactNode;
  /** What stands at the left, one card below the other: `Say` first. */
  readonly left: ReactNode;
  /** `Caption`: said instead while presenting, and in a frame that shows a card. */
  readonly caption: ReactNode;
  /** `Parameters`, at the right. */
  readonly parameters: ReactNode;
  /** Over the transport; null: this scene has none. */
  readonly chart: ReactNode | null;
  readonly chartIs?: 'chart' | 'table' | undefined;
  /** At the lower right of the free room, over the picture. */
  readonly corner?: ReactNode;
  /** Mounted only while its dialog is open. */
  readonly table: ReactNode;
  /** Bottom left: what computes the picture. */
  readonly badge: (openMachine: () => void) => ReactNode;
  /** The self-report in its dialog, mounted to open it; null: this scene has none. */
  readonly machine: ((close: () => void) => ReactNode) | null;
  /** `Summary`: the scene in words for those who do not see it. */
  readonly summary: ReactNode;
  /** `ExportMenu`, in the header. */
  readonly exportMenu: ReactNode;
  /** From scene to scene, in the header; null where there is one. */
  readonly switcher: ReactNode;
  /** Beside the transport while presenting. */
  readonly slimActions?: ReactNode;
  readonly tagline: TextKey;
  /** The scene's tour of questions. */
  readonly cards: readonly CardHead[];
  /** `keyTableOf` the scene's own keys. */
  readonly keys: readonly KeyCommand<S>[];
  /** What the help says of mouse and touch. */
  readonly tips: readonly TextKey[];
  /** How the help begins: what the scene is about. */
  readonly about: TextKey;
}

type Opened = 'help' | 'table' | 'machine' | null;

/** The page around the canvas, the same for every scene. */
export function Shell<S extends Session>(props: ShellProps<S>) {
  const { session, embed, stage, left, caption, parameters, chart, table, badge, machine, summary } = props;
  const { exportMenu, switcher, slimActions, tagline, cards, keys, tips, about, chartIs, layout, part, corner } = props;
  const t = useText();
  const [opened, setOpened] = useState<Opened>(null);
  const [chartSize, setChartSize] = useChartSize();
  const resizeChart = useEffectEvent(() => setChartSize(chartSize === 'large' ? 'usual' : 'large'));
  const presenting = useCommonState((state) => state.presenting);
  // A page of a lecture deck says its question.
  const veiled = useVeiled();
  const onCard = useCommonState((state) => state.card !== null);
  useDocument(t('app.title'));
  useEffect(
    () =>
      listenForKeys(window, keys, {
        session,
        openHelp: () => setOpened('help'),
        openTable: () => setOpened('table'),
        turnCard: (direction) => turnCard(session, cards, direction),
        resizeChart: () => resizeChart(),
      }),
    [session, cards, keys],
  );
  const close = () => setOpened(null);
  const openMachine = () => setOpened('machine');
  return (
    <div
      className={`shell${embed ? ' embedded' : ''}${presenting ? ' presenting' : ''}`}
      data-layout={layout}
      data-veiled={veiled || undefined}
      data-scene={session.store.rules.id}
      data-part={part || undefined}
    >
      {(presenting || (embed && onCard)) && caption}
      {!embed && (
        <>
          <a className="skip" href="#parameters" onClick={skip}>
            {t('app.skip')}
          </a>
          <Header
            tagline={tagline}
            switcher={switcher}
            exportMenu={exportMenu}
            onTable={() => setOpened('table')}
            onHelp={() => setOpened('help')}
          />
        </>
      )}
      <main className="stage">{stage}</main>
      {!embed && corner && (
        <div className="corner">
          <Suspense>{corner}</Suspense>
        </div>
      )}
      {!embed && (
        <>
          <div className="left-column">{left}</div>
          {parameters}
          {badge(openMachine)}
        </>
      )}
      <BottomBar
        chart={embed || presenting ? null : chart}
        chartIs={chartIs}
        size={chartSize}
        onSize={setChartSize}
        embed={embed}
        actions={slimActions}
      />
      {summary}
      {opened === 'help' && (
        <Suspense>
          <Help about={about} keys={keys} tips={tips} onClose={close} onMachine={machine && openMachine} />
        </Suspense>
      )}
      {opened === 'machine' && machine?.(close)}
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
