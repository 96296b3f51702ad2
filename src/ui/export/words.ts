import { addTexts } from '../../i18n/index.ts';

const ja = {
  'export.png': '画像（PNG、2 倍）',
  'export.svg': '図（SVG）',
  'export.glb': '立体（GLB、面と経路）',
  'export.stl': '3D プリント用（STL、100 mm）',
  'export.csv': '経路の数値（CSV）',
  'export.json': '経路の数値（JSON）',
  'export.numpy': '選んだ手法を Python で（NumPy）',
  'export.torch': '選んだ手法を Python で（PyTorch）',
  'export.embed': '埋め込みコードをコピー',
  'export.embed.copied': '埋め込みコードをコピーしました',
  'export.part': '{part} %',
  'export.cancel': 'やめる',
  'export.saved': '{file} を保存しました',
  'export.failed.picture':
    'まだ描かれた図がありません。図が出てから、もう一度試してください。3D が使えないときは「本の図」から書き出せます。',
  'export.failed.encode': '画像にできませんでした。ウィンドウを小さくして、もう一度試してください。',
  'export.failed.other': '書き出せませんでした（{reason}）。ページを再読み込みして、もう一度試してください。',
} as const;

const en: Readonly<Record<keyof typeof ja, string>> = {
  'export.png': 'Picture (PNG, 2×)',
  'export.svg': 'Figure (SVG)',
  'export.glb': 'Solid (GLB: surface and paths)',
  'export.stl': 'For a 3D printer (STL, 100 mm)',
  'export.csv': 'Numbers of the paths (CSV)',
  'export.json': 'Numbers of the paths (JSON)',
  'export.numpy': 'The selected run in Python (NumPy)',
  'export.torch': 'The selected run in Python (PyTorch)',
  'export.embed': 'Copy embed code',
  'export.embed.copied': 'Embed code copied',
  'export.part': '{part} %',
  'export.cancel': 'Cancel',
  'export.saved': 'Saved {file}',
  'export.failed.picture':
    'There is no picture yet. Try again once it is drawn. Without 3D, export from “As in the book”.',
  'export.failed.encode': 'The browser could not encode the picture. Make the window smaller and try again.',
  'export.failed.other': 'The export failed ({reason}). Reload the page and try again.',
};

declare module '../../i18n/index.ts' {
  interface WordsOf {
    readonly export: keyof typeof ja;
  }
}

/** The words of the export menu's list, fetched with it. */
export const words = { ja, en };

addTexts(words);
