import { addTexts } from '../i18n/index.ts';

const ja = {
  'help.keys': 'キー操作',
  'help.pointer': 'マウスと指',
  'help.orbit': 'ドラッグ（指 1 本）で回す。ホイールやピンチで近づく。右ドラッグ（指 2 本）で動かす。',
  'help.camera': '図にフォーカスがあるときは、Shift + 矢印キーで回し、Page Up・Page Down で近づけたり遠ざけたりする。',
  'help.default':
    'パラメータの名前をダブルクリックすると、既定値に戻る。スライダーは、Shift を押すか、目盛りから離してドラッグすると細かく動く。矢印キーでは 1 % ずつ変わる。',
  'key.play': '再生／一時停止',
  'key.back': '1 ステップ戻る',
  'key.forward': '1 ステップ進む',
  'key.first': '出発点へ',
  'key.last': '最後へ',
  'key.loop': 'くり返しの切り替え',
  'key.faster': '速くする',
  'key.slower': '遅くする',
  'key.chart': 'グラフを大きく／元に（Esc でも）',
  'key.table': 'データ表を開く',
  'key.undo': '元に戻す（Shift と一緒でやり直す）',
  'key.help': 'この使い方を開く',
  'key.name.space': 'スペース',
  'key.card': '次の問い（Shift＋N で前の問い）',
} as const;

const en: Readonly<Record<keyof typeof ja, string>> = {
  'help.keys': 'Keys',
  'help.pointer': 'Mouse and touch',
  'help.orbit':
    'Drag (one finger) to orbit, use the wheel or pinch to zoom, drag with the right button (two fingers) to pan.',
  'help.camera': 'When the picture has the focus, Shift + arrow keys orbit; Page Up and Page Down zoom.',
  'help.default':
    'Double-click a parameter’s name to reset it to its default. Drag a slider with Shift, or away from its track, for fine steps; an arrow key changes it by 1 %.',
  'key.play': 'Play or pause',
  'key.back': 'One step back',
  'key.forward': 'One step forward',
  'key.first': 'To the start',
  'key.last': 'To the end',
  'key.loop': 'Loop on or off',
  'key.faster': 'Faster',
  'key.slower': 'Slower',
  'key.chart': 'Larger chart, and back (Esc too)',
  'key.table': 'Open the data table',
  'key.undo': 'Undo; with Shift, redo',
  'key.help': 'Open this help',
  'key.name.space': 'Space',
  'key.card': 'Next question (Shift+N: previous)',
};

declare module '../i18n/index.ts' {
  interface WordsOf {
    readonly help: keyof typeof ja;
  }
}

/** The words of the help, fetched with it. */
export const words = { ja, en };

addTexts(words);
