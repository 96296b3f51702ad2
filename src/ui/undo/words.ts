const ja = {
  'undo.replaced': '設定が切り替わりました',
  'undo.undone': '元に戻しました',
  'undo.undo': '元に戻す',
  'undo.redo': 'やり直す',
  'undo.dismiss': '閉じる',
} as const;

const en: Readonly<Record<keyof typeof ja, string>> = {
  'undo.replaced': 'Settings replaced',
  'undo.undone': 'Undone',
  'undo.undo': 'Undo',
  'undo.redo': 'Redo',
  'undo.dismiss': 'Dismiss',
};

declare module '../../i18n/index.ts' {
  interface WordsOf {
    readonly undo: keyof typeof ja;
  }
}

/** The words of the undo, fetched with it. */
export const words = { ja, en };
