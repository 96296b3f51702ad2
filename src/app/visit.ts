import type { Session } from '../runs/session.tsx';
import { FIRST_SCENE, sceneAsked, type Decoded, type LinkNotice, type SceneRules } from '../state/link.ts';
import type { SceneModule } from '../ui/scene.ts';
import { embed } from './asked.ts';
import { probe } from './probe.ts';
import { scenes, type SceneId } from './scenes.ts';

/** A scene while it is open. */
export interface Visit {
  /** As links name it. */
  readonly id: string;
  readonly scene: SceneModule;
  readonly session: Session;
  /** The fragment that it was opened from. */
  readonly address: string;
  /** What of the link that opened it could not be used. */
  readonly notices: readonly LinkNotice[];
}

/** The scene that a link opens: the one it asks for, where there is one of that name, else the first, whose codec says so. */
export function sceneOf(link: string): SceneId {
  const asked = sceneAsked(link);
  return Object.hasOwn(scenes, asked) ? (asked as SceneId) : FIRST_SCENE;
}

/** Fetches a scene and opens it with what `read` makes of its rules. */
export async function openScene(id: SceneId, read: (rules: SceneRules) => Decoded): Promise<Visit> {
  const scene = await scenes[id].load(probe.renderer !== null);
  const address = location.hash;
  const { overrides, notices } = read(scene.rules);
  return { id, scene, address, session: scene.open(overrides, embed || window.parent !== window), notices };
}
