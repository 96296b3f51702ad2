export const ja = {
  'ownRule.write': '自分で更新則を書く…',
  'ownRule.label': '自分の更新則',
  'ownRule.titled': '自作 {optimizer}',
  'ownRule.note.surface':
    'x は座標、g はその方向の傾き、f はそこでの高さ、fmin はわかっている最小値、t は何回目の更新か。数だけの行はスライダーになる。',
  'ownRule.note.net': 'x は重み、g はその勾配、f はバッチの損失、t は何回目の更新か。',
  'ownRule.note':
    'sum(…) は全座標の和。g = gradient(…) と書くと、別の場所の勾配をとる。書く前に読む名前は次の更新へ持ち越され、0 から始まる。# の行は名前。',
  'ownRule.run': '動かす',
  'ownRule.begin': '手本を開く…',
  'ownRule.remove': '取り除く',
  'ownRule.close': '閉じる',
} as const;
