import type { Domain } from '../../../src/surfaces/types.ts';
import { choice, custom, flag, number, seed } from '../../../src/scene/state/entries.ts';
import { sceneParams } from './limits.ts';
import { windowCoder } from './window.ts';
import { quantities } from './quantity.ts';

/** A parameter's name; empty: whichever suits the optimizer. Whether it has it is seen where it is used. */
const parameter = (link: string) =>
  custom(link, '', { write: String, read: (text) => (/^[a-z]\w*$/i.test(text) ? text : undefined) });

/** What of the state depends on nothing else of it; the rest, which follows from the experiment, has rules of its own. */
export const entries = {
  /** `relief`: the 3D surface over its plan. `book`: the book's figure, one flat plan an optimizer. `overlay`: those plans laid over one another. `heat`: what two parameters of the selected optimizer come to. `tune`: what every learning rate comes to, all tuned alike. */
  view: choice('view', ['relief', 'book', 'overlay', 'heat', 'tune'], 'relief', { row: false }),
  height: choice('h', ['linear', 'log'], 'linear', { key: 'h' }),
  exaggeration: number('ex', sceneParams.exaggeration, { row: false }),
  plan: flag('plan', true, { key: 'p' }),
  swarm: flag('swarm', true, { key: 's' }),
  swarmCount: number('k', sceneParams.swarmCount, { row: false }),
  labels: flag('labels', true),
  /** The selected optimizer's own state as arrows at its head. */
  arrows: flag('ar', false, { key: 'a' }),
  /** The way down, all over the surface. */
  field: flag('fl', false, { key: 'f' }),
  /** What lies over the surface and its plan: the basins of the selected optimizer, in the book's figure of each. */
  drape: choice('drape', ['none', 'basins'], 'none', { key: 'w' }),
  /** Drawn is this part of the domain alone; null: all of it. */
  zoom: custom<Domain | null>('zw', null, windowCoder),
  /** The selected run's quadratic model at the step shown, as glass. */
  quadratic: flag('qm', false, { key: 'q' }),
  /** Drawn is the place where the runs end alone, as large as the whole surface is else. */
  near: flag('near', false),
  /** What the chart shows. */
  quantity: choice('ch', quantities, 'loss', { row: false }),
  /** What the heat map varies, and what it shows. */
  heatX: parameter('hx'),
  heatY: parameter('hy'),
  heatOf: choice('hm', ['loss', 'steps'], 'loss', { row: false }),
  /** How the optimizers are tuned: runs of each, how their learning rates are chosen, and which draws. */
  tuneBudget: number('tb', sceneParams.tuneBudget),
  tuneSearch: choice('ts', ['grid', 'random'], 'grid'),
  tuneSeed: seed('tk', sceneParams.tuneSeed),
  /** Noise of the gradients: σ of one example, how many make a step, and which draws. */
  noise: number('ns', sceneParams.noise, { row: false }),
  batch: number('nb', sceneParams.batch, { row: false }),
  noiseSeed: seed('nk', sceneParams.noiseSeed),
};
