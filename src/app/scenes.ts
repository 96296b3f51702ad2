import type { TextKey } from '../i18n/index.ts';
import type { SceneModule } from '../ui/scene.ts';

interface Scene {
  readonly name: TextKey;
  /** Its code, rules and page, fetched when it is first opened. `draws`: this browser has WebGL2 for it. */
  readonly load: (draws: boolean) => Promise<SceneModule>;
}

/** The catalogue of scenes under their ids, in the order of the menu. */
export const scenes = {
  optimizers: {
    name: 'scene.name.optimizers',
    load: async (draws) => {
      // The picture's code comes beside the page's, not after it; should it fail, the page hears of it when it asks itself.
      if (draws) import('../../scenes/optimizers/OptimizerScene.tsx').catch(() => undefined);
      return (await import('../../scenes/optimizers/index.ts')).optimizerScene;
    },
  },
  registration: {
    name: 'scene.name.registration',
    load: async () => (await import('../../scenes/registration/index.ts')).registrationScene,
  },
  reconstruction: {
    name: 'scene.name.reconstruction',
    load: async () => (await import('../../scenes/reconstruction/index.ts')).reconstructionScene,
  },
} as const satisfies Readonly<Record<string, Scene>>;

export type SceneId = keyof typeof scenes;
