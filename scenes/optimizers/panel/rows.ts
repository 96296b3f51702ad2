import { paramsOf, ruleOrNull } from '../../../src/optimizers/index.ts';
import type { DisturbanceNumber, DisturbancePart } from '../state/disturb.ts';
import { disturbanceParams } from '../state/limits.ts';
import { surfaceOf } from '../state/experiment.ts';
import { OWN_RUN } from '../state/runs.ts';
import type { Lab } from '../state/store.ts';
import type { Address } from './address.ts';

/** Parts of the state's table that the panel shows as the table says. */
type TunePart = 'tuneBudget' | 'tuneSearch' | 'tuneSeed';
type FlagName =
  TunePart | 'noiseSeed' | 'plan' | 'swarm' | 'labels' | 'arrows' | 'quadratic' | 'field' | 'near' | 'drape';
export type SectionName =
  'selected' | 'others' | 'surface' | 'schedule' | 'noise' | 'disturbance' | 'view' | 'playback';

/** One row of the panel, as data: which control, and which part of the state it shows. */
export type Row =
  | { readonly kind: 'optimizers' }
  | { readonly kind: 'surface' }
  | { readonly kind: 'start' }
  /** null: whichever is selected. */
  | { readonly kind: 'semantics'; readonly id: string | null }
  | { readonly kind: 'height' }
  | { readonly kind: 'range'; readonly address: Address; readonly log?: boolean }
  /** As the state's table has it. */
  | { readonly kind: 'part'; readonly part: FlagName }
  | { readonly kind: 'loop' }
  | { readonly kind: 'disturbance'; readonly part: DisturbancePart }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'noise-note' }
  | { readonly kind: 'heat' }
  | { readonly kind: 'swarm-note'; readonly id: string }
  | { readonly kind: 'heading'; readonly id: string }
  | { readonly kind: 'section'; readonly section: SectionName }
  | { readonly kind: 'reset' };

export interface PlacedRow {
  readonly key: string;
  readonly row: Row;
  /** The fold it lies in; null: always in sight. */
  readonly section: SectionName | null;
}

/**
 * The panel for a state, top to bottom: what is always in sight first, then the folds. Generated from the registries and their
 * parameter specs alone, so that a new optimizer or surface is in it without another line.
 */
export function rowsOf(lab: Lab): readonly PlacedRow[] {
  const { state, overrides } = lab;
  const rows: PlacedRow[] = [];
  const put = (key: string, row: Row, section: SectionName | null = null) => rows.push({ key, row, section });
  const otherParams = (id: string) => {
    const run = state.runs.find((candidate) => candidate.id === id);
    return run ? Object.keys(paramsOf(run.optimizer, run.semantics)).filter((name) => name !== 'lr') : [];
  };

  put('optimizers', { kind: 'optimizers' });
  put('surface', { kind: 'surface' });
  put('start', { kind: 'start' });
  if (state.selected !== null && state.selected !== OWN_RUN) put('semantics', { kind: 'semantics', id: null });

  if (state.view === 'heat') put('heat', { kind: 'heat' });
  if (state.view === 'tune') {
    for (const part of ['tuneBudget', 'tuneSearch'] as const) put(part, { kind: 'part', part });
    if (state.tuneSearch === 'random') put('tuneSeed', { kind: 'part', part: 'tuneSeed' });
  }

  const { selected } = state;
  if (selected !== null && otherParams(selected).length > 0) {
    put('section-selected', { kind: 'section', section: 'selected' });
    for (const name of otherParams(selected)) {
      put(`selected-${selected}-${name}`, { kind: 'range', address: { of: 'run', id: selected, name } }, 'selected');
    }
  }
  const others = state.runs.filter(({ id, enabled }) => enabled && id !== selected);
  if (others.length > 0) put('section-others', { kind: 'section', section: 'others' });
  for (const { id } of others) {
    put(`other-${id}`, { kind: 'heading', id }, 'others');
    if (id !== OWN_RUN) put(`other-${id}-semantics`, { kind: 'semantics', id }, 'others');
    for (const name of otherParams(id)) {
      put(`other-${id}-${name}`, { kind: 'range', address: { of: 'run', id, name } }, 'others');
    }
  }
  const surfaceParams = Object.keys(surfaceOf(overrides).params ?? {});
  if (surfaceParams.length > 0) put('section-surface', { kind: 'section', section: 'surface' });
  for (const name of surfaceParams) {
    put(`surface-${name}`, { kind: 'range', address: { of: 'surface', name } }, 'surface');
  }
  put('section-schedule', { kind: 'section', section: 'schedule' });
  put('schedule', { kind: 'schedule' }, 'schedule');
  const { schedule } = state.disturbance;
  for (const name of Object.keys(schedule ? disturbanceParams.schedule : {}) as DisturbanceNumber[]) {
    // γ at every update: it has no other length.
    if (schedule?.kind === 'exponential' && name === 'scheduleOver') continue;
    put(name, { kind: 'range', address: { of: 'disturbance', name } }, 'schedule');
  }
  put('section-noise', { kind: 'section', section: 'noise' });
  put('noise', { kind: 'range', address: { of: 'scene', name: 'noise' } }, 'noise');
  put('batch', { kind: 'range', address: { of: 'scene', name: 'batch' } }, 'noise');
  put('noiseSeed', { kind: 'part', part: 'noiseSeed' }, 'noise');
  put('noise-note', { kind: 'noise-note' }, 'noise');
  put('section-disturbance', { kind: 'section', section: 'disturbance' });
  for (const part of ['inject', 'lrChange'] as const) {
    put(part, { kind: 'disturbance', part }, 'disturbance');
    if (!state.disturbance[part]) continue;
    for (const name of Object.keys(disturbanceParams[part]) as DisturbanceNumber[]) {
      put(name, { kind: 'range', address: { of: 'disturbance', name } }, 'disturbance');
    }
  }
  put('section-view', { kind: 'section', section: 'view' });
  put('height', { kind: 'height' }, 'view');
  for (const name of ['exaggeration', 'cut'] as const) {
    put(name, { kind: 'range', address: { of: 'scene', name } }, 'view');
  }
  for (const part of ['drape', 'plan', 'labels', 'arrows', 'quadratic', 'field', 'near', 'swarm'] as const)
    put(part, { kind: 'part', part }, 'view');
  const moving = state.runs.find(({ id }) => id === selected);
  if (state.swarm && moving && ruleOrNull(moving.optimizer, moving.semantics) === null)
    put('swarm-note', { kind: 'swarm-note', id: moving.id }, 'view');
  put('swarmCount', { kind: 'range', address: { of: 'scene', name: 'swarmCount' } }, 'view');
  put('section-playback', { kind: 'section', section: 'playback' });
  for (const name of ['steps', 'speed'] as const) {
    put(name, { kind: 'range', address: { of: 'scene', name } }, 'playback');
  }
  put('loop', { kind: 'loop' }, 'playback');
  put('reset', { kind: 'reset' });
  return rows;
}
