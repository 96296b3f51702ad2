import { expose } from 'comlink';
import type { PointCloud } from '../../../src/clouds/types.ts';
import { prepareDo, type PreparedDo } from '../../../src/registration/do/infer.ts';
import { decodeMaps } from '../../../src/registration/do/maps.ts';
import type { RegisterAnswer, RegisterAsk, RegistrationWorkerApi } from './api.ts';
import { laidBy, yardstickOf, type Yardstick } from '../../../src/registration/laid.ts';
import { errorsOf } from '../../../src/registration/recordErrors.ts';
import { measure, register } from '../../../src/registration/register.ts';

/* The page's registration worker. What it holds is sent again to the one that takes its place. */

const clouds = new Map<string, PointCloud>();
const maps = new Map<string, PreparedDo>();

function held<T>(things: ReadonlyMap<string, T>, id: string): T {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`nothing is kept as "${id}"`);
  return thing;
}

let yardstick: { readonly key: string; readonly of: Yardstick } | null = null;

/** The same for all methods that lay the same two clouds over one another. */
function yardstickFor({ source, target, spec: { voxel } }: RegisterAsk): Yardstick {
  const key = JSON.stringify([source, target, voxel]);
  if (yardstick?.key !== key) {
    yardstick = { key, of: yardstickOf(held(clouds, source), held(clouds, target), voxel) };
  }
  return yardstick.of;
}

/** What can be sent: of what was prepared the trees, for a run that is to be looked at. */
function sendable({ prepared: { source, target }, ...measured }: ReturnType<typeof measure>): RegisterAnswer {
  return measured.record ? { ...measured, trees: { source: source.tree(), target: target.tree() } } : measured;
}

expose({
  open: () => undefined,
  keep(id, kept) {
    if (kept.kind === 'cloud') clouds.set(id, kept.cloud);
    else maps.set(id, prepareDo(decodeMaps(kept.bytes)));
  },
  forget(id) {
    clouds.delete(id);
    maps.delete(id);
  },
  register(ask) {
    const target = held(clouds, ask.target);
    const source = held(clouds, ask.source);
    const context = {
      maps: ask.maps === null ? null : held(maps, ask.maps),
      record: ask.record,
      // Nobody can reach a thread that computes: the page ends it.
      stop: { aborted: false },
      now: () => performance.now(),
    };
    const result: RegisterAnswer =
      ask.judge === false
        ? sendable(measure(ask.spec, source, target, context))
        : register(ask.spec, source, target, context);
    const { record } = result;
    if (!record) return result;
    return {
      ...result,
      ...(ask.truth && { errors: errorsOf(record, target.points, Float64Array.from(ask.truth)) }),
      laid: laidBy(yardstickFor(ask), record),
    };
  },
} satisfies RegistrationWorkerApi);
