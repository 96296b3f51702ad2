import { perturbationParams, type Perturbation } from '../../../src/clouds/params.ts';
import { defaultsOf, type ParamSpec } from '../../../src/params/spec.ts';
import { choice, custom, flag, maybe, number, params, seed } from '../../../src/scene/state/entries.ts';
import { stateTable, type OverridesOf, type StateOf } from '../../../src/scene/state/table.ts';
import { colourings } from '../../../src/state/colouring.ts';
import { startPriors } from '../../../src/registration/prior.ts';
import { curveIds, curvesFor, dataDefaults, dataIds, type DataId } from './data.ts';
import { MAX_PANES, paneOf, panesInLink, startInLink, type PaneSettings, type StartPose } from './panes.ts';

/** More iterations than any chain of methods makes. */
const MAX_STEPS = 5000;

/** The opening scene: a case in which plain ICP fails and the other two succeed (a test holds it to that). */
export const openingFactors = defaultsOf(perturbationParams) as Perturbation;
export const openingSeed = 14;

const whole = { min: 0, max: 99, scale: 'linear', integer: true } as const;
const seedSpec: ParamSpec = { ...whole, default: openingSeed, accepts: { min: 0, max: 2 ** 31 } };
const paneSpec: ParamSpec = { ...whole, default: 0, accepts: { min: 0, max: MAX_PANES - 1 } };
const edge: ParamSpec = { default: 1, min: 1e-3, max: 10, scale: 'log', accepts: { above: 0, max: 1e6 } };

const panesOf = (data: DataId): readonly PaneSettings[] => dataDefaults[data].methods.map(paneOf);

/** The registration scene's state, in the order of its links. */
export const table = stateTable(
  {
    /** Another choice begins anew with that data's own methods. */
    data: choice('data', dataIds, 'spot', {
      row: false,
      begins: true,
      replaces: true,
      resets: ['panes', 'selected', 'start', 'voxel', 'camera', 'card'],
    }),
    seed: seed('seed', seedSpec, { key: 's', begins: true }),
    /** Of the sample model's scene. */
    factors: params('p', perturbationParams, openingFactors, {
      // What changes the outcome most comes first.
      order: ['rotation', 'outliers', 'missing', 'structured', 'noise', 'translation', 'points'],
    }),
    /** One to four. */
    panes: custom<readonly PaneSettings[]>('m', panesOf('spot'), panesInLink),
    /** Index of a pane: the panel's settings are its. */
    selected: number('sel', paneSpec, { row: false }),
    /** null: as the data has it. */
    start: custom<StartPose | null>('x', null, startInLink),
    /** Edge of the voxels that real scans are averaged in, in the clouds' unit; null: the data's own. */
    voxel: maybe('vox', edge),
    /** All methods in one picture instead of side by side. */
    overlay: flag('ov', false, { key: 'o' }),
    threads: flag('th', true, { key: 't' }),
    /** Source points coloured by their residual. */
    residuals: flag('res', false, { key: 'r' }),
    /** What the points of scans are coloured by. */
    colouring: choice('col', colourings, 'hue', { key: 'f' }),
    /** An inset that magnifies the place where the results of scans differ most. */
    lens: flag('lens', true, { key: 'm' }),
    /** A scanned room's ceiling is drawn, though it hides the room. */
    ceiling: flag('roof', false),
    /** What methods that weigh their start make of it. */
    prior: choice('prior', startPriors, 'try'),
    curve: choice('y', curveIds, 'error', { key: 'y', offered: ({ data }) => curvesFor(data as DataId) }),
  },
  {
    id: 'registration',
    prefix: 'reg',
    maxSteps: MAX_STEPS,
    basis: ['data'],
    settle(state, { panes = panesOf(state.data), voxel = dataDefaults[state.data].voxel }) {
      return { ...state, panes, voxel, selected: Math.min(state.selected, panes.length - 1) };
    },
    clean({ factors, selected, ...rest }) {
      const { data = 'spot', panes = panesOf(data) } = rest;
      return {
        ...rest,
        ...(data === 'spot' && { factors }),
        ...(selected !== undefined && { selected: Math.min(selected, panes.length - 1) }),
      };
    },
  },
);

export type RegistrationState = StateOf<typeof table.entries>;
export type RegistrationOverrides = OverridesOf<typeof table.entries>;
