import { methodName } from '../read/methods.ts';
import { useState, useSyncExternalStore } from 'react';
import { letGoOf, PAIRS_NEEDED, takeInHand, type Hand } from '../runs/hand.ts';
import { usePanes, useRegistrationSession, useRegistrationState, useSubject } from '../model.ts';
import { paneOf, type StartPose } from '../state/panes.ts';
import { type MethodId, methodIds, registrationMethods } from '../../../src/registration/methods/index.ts';
import { initOf } from '../runs/startPose.ts';
import type { ParamSpec } from '../../../src/params/spec.ts';
import { NumberField } from '../../../src/ui/controls/NumberField.tsx';
import { useText } from '../../../src/ui/useText.ts';
import './own.css';

const modes = ['gizmo', 'pairs'] as const;

/** In the panel: where the methods start, by handles, by pairs of points or by numbers. */
export function PlaceByHand() {
  const t = useText();
  const { store, own } = useRegistrationSession();
  const { hand } = own;
  const held = useSyncExternalStore(hand.subscribe, hand.getState);
  const start = useRegistrationState((state) => state.start);
  const pair = useSubject((subject) => subject.pair);
  if (!pair) return null;
  return (
    <section className="place" aria-label={t('place.title')}>
      <h2>{t('place.title')}</h2>
      <div className="place-modes">
        {modes.map((mode) => (
          <button
            key={mode}
            type="button"
            className="button"
            aria-pressed={held.mode === mode}
            onClick={() => {
              if (held.mode === mode) letGoOf(hand);
              else takeInHand(hand, mode, initOf(pair, start));
            }}
          >
            {t(`place.${mode}`)}
          </button>
        ))}
        {start !== null && (
          <button
            type="button"
            className="button"
            onClick={() => {
              letGoOf(hand);
              store.begin({ start: undefined });
            }}
          >
            {t('place.reset')}
          </button>
        )}
      </div>
      <How held={held} />
      <Numbers start={start} />
      <Refine />
    </section>
  );
}

/** What to do next. */
function How({ held }: { readonly held: Hand }) {
  const t = useText();
  const { hand } = useRegistrationSession().own;
  const { mode, pairs, half } = held;
  if (mode === 'off') return null;
  const onLine = pairs.length >= PAIRS_NEEDED;
  const undo = () => hand.setState(half ? { half: null } : { pairs: pairs.slice(0, -1) });
  return (
    <>
      <p role="status" data-hand={mode}>
        {mode === 'gizmo'
          ? t('place.gizmo.how')
          : onLine
            ? t('place.pairs.line')
            : t(half ? 'place.pairs.target' : 'place.pairs.source', { number: pairs.length + 1 })}
      </p>
      <p className="own-actions">
        {mode === 'pairs' && (half !== null || pairs.length > 0) && (
          <button type="button" className="button" onClick={undo}>
            {t('place.undo')}
          </button>
        )}
        <button type="button" className="button" onClick={() => letGoOf(hand)}>
          {t('place.done')}
        </button>
      </p>
    </>
  );
}

const axes = ['rx', 'ry', 'rz', 'tx', 'ty', 'tz'] as const;
const turn: ParamSpec = { default: 0, min: -180, max: 180, scale: 'linear', accepts: { min: -180, max: 180 } };
const move: ParamSpec = { default: 0, min: -10, max: 10, scale: 'linear', accepts: { min: -1e9, max: 1e9 } };
const asGiven: StartPose = [0, 0, 0, 0, 0, 0];

/** The largest turn that a rotation vector holds: beyond a half turn it is one the other way round. */
const HALF_TURN = 180;

/** The same for who has no pointer, or no picture. */
function Numbers({ start }: { readonly start: StartPose | null }) {
  const t = useText();
  const { store } = useRegistrationSession();
  const set = (index: number, value: number) => {
    const next = (start ?? asGiven).map((old, i) => (i === index ? value : old));
    const turned = Math.hypot(...next.slice(0, 3));
    const shrink = turned > HALF_TURN ? HALF_TURN / turned : 1;
    store.begin({ start: next.map((n, i) => (i < 3 ? n * shrink : n)) as unknown as StartPose });
  };
  return (
    <details>
      <summary>{t('place.numbers')}</summary>
      <div className="place-numbers">
        {axes.map((axis, i) => (
          <label key={axis} style={{ display: 'contents' }}>
            <span>{t(`place.${axis}`)}</span>
            <NumberField
              label={t(`place.${axis}`)}
              spec={i < 3 ? turn : move}
              value={Number((start ?? asGiven)[i]!.toFixed(4))}
              onChange={(value) => set(i, value)}
            />
          </label>
        ))}
      </div>
    </details>
  );
}

/** The ICP family. */
const refiners = methodIds.filter((id) => registrationMethods[id].recipe).toSorted();

/** From where the clouds were placed a local method is enough: how far its matches may be comes from the result before. */
const FROM_AFAR = 4;

/** Where a pane has found its own start: the same from the one placed by hand, by a method of one's choice. */
function Refine() {
  const t = useText();
  const { store } = useRegistrationSession();
  const data = useRegistrationState((state) => state.data);
  const selected = useRegistrationState((state) => state.selected);
  const chosen = usePanes()[selected]?.run?.answer.chosen;
  const [method, setMethod] = useState<MethodId>('gicp');
  if (data === 'spot') return null;
  const refine = () => {
    const { state } = store.get();
    const limit = chosen?.maxDistance ?? null;
    const pane = { ...paneOf(method), maxDistance: limit === null ? null : Number((FROM_AFAR * limit).toPrecision(3)) };
    const voxel = state.voxel ?? (chosen?.voxel ? Number(chosen.voxel.toPrecision(3)) : undefined);
    store.begin({ voxel, panes: state.panes.map((old, k) => (k === selected ? pane : old)) });
  };
  return (
    <p className="own-actions">
      <button type="button" className="button" onClick={refine}>
        {t('place.refine')}
      </button>
      <select
        aria-label={t('place.refine.method')}
        value={method}
        onChange={(event) => setMethod(event.currentTarget.value as MethodId)}
      >
        {refiners.map((id) => (
          <option key={id} value={id}>
            {methodName(t, id)}
          </option>
        ))}
      </select>
    </p>
  );
}
