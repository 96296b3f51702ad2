import { defineScene } from '../../src/scene/define.ts';
import { model } from './model.ts';
import { later } from '../../src/ui/later.tsx';

const ja = {
  'new.about': '正多角形の頂点',
  'new.corners': '頂点の数',
  'new.now': '頂点は {corners} 個',
  'new.turned': '半分ずらす',
  'new.key.turned': '頂点を半分ずらす',
};
const en: typeof ja = {
  'new.about': 'The corners of a regular polygon',
  'new.corners': 'Corners',
  'new.now': '{corners} corners',
  'new.turned': 'Turned by half a corner',
  'new.key.turned': 'Turn it by half a corner',
};

declare module '../../src/i18n/index.ts' {
  interface WordsOf {
    readonly newcomer: keyof typeof ja;
  }
}

export const scene = defineScene({
  model,
  words: { ja, en },
  layout: 'panes',
  tagline: 'new.about',
  about: 'new.about',
  tips: ['help.orbit'],
  View: later(() => import('./View.tsx')),
  summary: (t, { store }) => t('new.now', { corners: store.get().state.corners }),
});
