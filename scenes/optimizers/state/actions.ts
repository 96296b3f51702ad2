import type { Semantics } from '../../../src/optimizers/types.ts';
import type { Domain, Point2 } from '../../../src/surfaces/types.ts';
import { compactText } from '../../../src/optimizers/own/index.ts';
import { MAX_ENABLED } from './defaults.ts';
import { OWN_RUN } from './runs.ts';
import type { LabStore } from './store.ts';
import type { ChangeKind } from '../../../src/state/sceneStore.ts';
import type { RunOverrides } from './types.ts';

/** What a surface brings with it; another surface brings its own. */
const surfaceBound = {
  surface: undefined,
  formula: undefined,
  domain: undefined,
  surfaceParams: undefined,
  start: undefined,
  steps: undefined,
  cut: undefined,
  inject: undefined,
  lrChange: undefined,
  // Its updates are those of the run before.
  schedule: undefined,
  // σ is in the gradient's unit.
  noise: undefined,
  batch: undefined,
  camera: undefined,
  near: undefined,
  zoom: undefined,
  // A card's question is about its own surface.
  card: undefined,
} as const;

function withoutLearningRates(store: LabStore): Readonly<Record<string, RunOverrides>> {
  const runs: Record<string, RunOverrides> = {};
  for (const [id, run] of Object.entries(store.get().overrides.runs ?? {})) {
    const params = Object.fromEntries(Object.entries(run.params ?? {}).filter(([name]) => name !== 'lr'));
    // The semantics go too: those of the book belong to the book's experiment.
    runs[id] = { enabled: run.enabled, params };
  }
  return runs;
}

/** Another surface is another experiment: its own start, steps, learning rates and cut; which optimizers run and their other parameters stay. */
export function setSurface(store: LabStore, surface: string): void {
  store.begin({ ...surfaceBound, runs: withoutLearningRates(store), surface });
}

/** The caller has parsed `formula` already. */
export function setFormula(store: LabStore, formula: string, domain: Domain): void {
  store.begin({ ...surfaceBound, runs: withoutLearningRates(store), formula, domain });
}

export function setSurfaceParam(store: LabStore, name: string, value: number, kind: ChangeKind = 'replace'): void {
  store.update({ surfaceParams: { ...store.get().overrides.surfaceParams, [name]: value } }, kind);
}

export function setStart(store: LabStore, start: Point2, kind: ChangeKind = 'replace'): void {
  store.update({ start }, kind);
}

export function setRun(store: LabStore, id: string, change: RunOverrides, kind: ChangeKind = 'push'): void {
  const runs = store.get().overrides.runs ?? {};
  store.update({ runs: { ...runs, [id]: { ...runs[id], ...change } } }, kind);
}

/** False when it would be one path too many. */
export function toggleRun(store: LabStore, id: string, enabled: boolean): boolean {
  const { state } = store.get();
  if (enabled && state.runs.filter((run) => run.enabled).length >= MAX_ENABLED) return false;
  setRun(store, id, { enabled });
  return true;
}

export function setSemantics(store: LabStore, id: string, semantics: Semantics): void {
  setRun(store, id, { semantics });
}

export function setParam(store: LabStore, id: string, name: string, value: number, kind: ChangeKind = 'replace'): void {
  setRun(store, id, { params: { ...store.get().overrides.runs?.[id]?.params, [name]: value } }, kind);
}

/** Runs the visitor's own rule and selects it. False when it would be one path too many. The caller has checked `text`. */
export function setOwnRule(store: LabStore, text: string): boolean {
  const { state, overrides } = store.get();
  if (state.runs.filter(({ id, enabled }) => enabled && id !== OWN_RUN).length >= MAX_ENABLED) return false;
  // Its parameters are other ones now.
  store.update({ rule: compactText(text), runs: { ...overrides.runs, [OWN_RUN]: {} }, selected: OWN_RUN });
  return true;
}

export function removeOwnRule(store: LabStore): void {
  const others = Object.entries(store.get().overrides.runs ?? {}).filter(([id]) => id !== OWN_RUN);
  store.update({ rule: undefined, runs: Object.fromEntries(others), selected: undefined });
}
