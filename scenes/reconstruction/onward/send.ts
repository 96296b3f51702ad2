import type { Points } from '../../../src/clouds/types.ts';
import { pointsPly } from '../../../src/io/clouds/pointsPly.ts';
import { handOver, type Handed } from '../../../src/runs/handedOver.ts';
import { onwardLink } from '../../../src/state/link.ts';
import type { SceneSession } from '../model.ts';
import { rememberOwn } from '../own.ts';
import { clearName } from '../read/names.ts';

export const plyFile = (name: string, points: Points): File =>
  new File([pointsPly(points) as Uint8Array<ArrayBuffer>], name, { type: 'application/octet-stream' });

/** Opens the registration scene with clouds in hand; Back returns, and finds the reader's own picture again. */
export function sendOn({ store, own }: SceneSession, clouds: readonly Handed[]): void {
  handOver(clouds);
  rememberOwn(own);
  // The way that a link goes: the app opens the scene that the address names.
  location.hash = onwardLink('registration', 'data=own', store.get().overrides);
}

/** A cloud in the viewer's frame, by what its file is called. */
export interface Named {
  readonly name: string;
  readonly points: Points;
}

/** The network's answer is laid over another cloud: it is what moves. */
export function layOver(session: SceneSession, answer: Points, { name, points }: Named): void {
  const source = plyFile(`koubai-${clearName(session)}-network.ply`, answer);
  sendOn(session, [
    { file: source, side: 'source', up: 'y' },
    { file: plyFile(`koubai-${name}.ply`, points), side: 'target', up: 'y' },
  ]);
}
