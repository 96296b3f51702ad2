/** Of clips; fetched with what makes them. */
export const ja = {
  'clip.make': '動画クリップ（6 秒）',
  'clip.shape': 'クリップの形',
  'clip.shape.square': '正方形',
  'clip.shape.upright': '縦長',
  'clip.shape.wide': '横長',
  'clip.title': 'クリップを作成中',
  'clip.what': '再生を初めから終わりまで、1 コマずつ描いています。終わると元の位置に戻ります。',
  'clip.nothing': '再生できるものが、まだありません。計算が終わってから、もう一度試してください。',
} as const;
