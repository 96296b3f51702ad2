import type { Language } from '../state/common.ts';
import { fetchCode } from '../ui/fetching.ts';
import type { SceneModule } from '../ui/scene.ts';

interface Scene {
  /** For the menu, before anything of the scene is fetched. */
  readonly name: Readonly<Record<Language, string>>;
  /** Its code, rules and page, fetched when it is first opened. `draws`: this browser has WebGL2 for it. */
  readonly load: (draws: boolean) => Promise<SceneModule>;
}

/** The catalogue of scenes under their ids, in the order of the menu. */
export const scenes = {
  optimizers: {
    name: { ja: '最適化手法', en: 'Optimizers' },
    load: async (draws) => {
      // The picture's code comes beside the page's, not after it; should it fail, the page hears of it when it asks itself.
      if (draws)
        fetchCode(() => import('../../scenes/optimizers/relief/OptimizerScene.tsx'), 'relief').catch(() => undefined);
      return (await import('../../scenes/optimizers/scene.ts')).scene;
    },
  },
  registration: {
    name: { ja: '位置合わせ', en: 'Registration' },
    load: async () => (await import('../../scenes/registration/scene.ts')).scene,
  },
  reconstruction: {
    name: { ja: '画像から点群', en: 'Picture → points' },
    load: async () => (await import('../../scenes/reconstruction/scene.ts')).scene,
  },
  sdm: {
    name: { ja: '学習した降下法', en: 'Learned descent' },
    load: async () => (await import('../../scenes/sdm/scene.ts')).scene,
  },
  networks: {
    name: { ja: 'ニューラルネット', en: 'Networks' },
    load: async () => (await import('../../scenes/networks/scene.ts')).scene,
  },
  microscope: {
    name: { ja: '層の顕微鏡', en: 'Microscope' },
    load: async () => (await import('../../scenes/microscope/scene.ts')).scene,
  },
} as const satisfies Readonly<Record<string, Scene>>;

export type SceneId = keyof typeof scenes;
