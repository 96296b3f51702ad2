/** 問いの言葉。 */
export const cardsJa = {
  'card.mic-init.title': '初期値はランダムなら十分？',
  'card.mic-init.ask':
    '重みを標準偏差 0.01 の正規乱数にした、5 層 × 100 の ReLU。層 1 の出力の標準偏差に比べて、層 5 ではどれくらい残っているだろう。',
  'card.mic-init.answer.same': 'だいたい同じ。',
  'card.mic-init.answer.tenth': '10 分の 1 くらい。',
  'card.mic-init.answer.nothing': 'ほとんど何も残らない。',
  'card.mic-init.look':
    '標準偏差は層 1 で {first}、層 {depth} で {last}。どの数字を見せても同じ答えになり、損失は {loss} のまま動かない。初期値を He に替えてみよう。',
  'card.mic-gradient.title': '勾配はなぜ消える？',
  'card.mic-gradient.ask':
    'シグモイドの 8 層を Xavier で始める。奥の山は、各層に戻ってくる勾配の大きさ（対数）。層 1 に届く勾配は、層 8 の何分の 1 だろう。',
  'card.mic-gradient.answer.same': 'だいたい同じ。',
  'card.mic-gradient.answer.tenth': '10 分の 1 から 100 分の 1。',
  'card.mic-gradient.answer.thousandth': '1000 分の 1 にも満たない。',
  'card.mic-gradient.look':
    '中央値は層 {depth} で {last}、層 1 で {first}。シグモイドの傾きは高々 1/4 で、1 層戻るたびに掛け算される。山は奥から手前へ、少しずつ左へずれていく。',
  'card.mic-twins.title': '隣と同じことをするニューロンは要る？',
  'card.mic-twins.ask':
    '訓練の終わりに、相関 .99 を超える双子の片方をすべて外し、その仕事を相方に任せる。損失はどうなるだろう。',
  'card.mic-twins.answer.same': 'ほとんど変わらない。',
  'card.mic-twins.answer.doubles': '2 倍ほどになる。',
  'card.mic-twins.answer.forgets': '何も分からなくなる。',
  'card.mic-twins.look':
    '訓練のあと双子 {count} 個を外すと、損失は {whole} から {pruned} へ。同じ値しか出さないニューロンは、表現力を増やしていない。',
  'card.mic-batch.title': 'Batch Norm か、ミニバッチか？',
  'card.mic-batch.ask':
    'バッチを 20 まで小さくして、更新の回数を 2 倍にする。σ = 0.01 のネットは、Batch Norm なしでも学べるようになるだろうか。',
  'card.mic-batch.answer.both': 'どちらも学べる。',
  'card.mic-batch.answer.norm': 'Batch Norm ありだけが学べる。',
  'card.mic-batch.answer.none': 'どちらも学べない。',
  'card.mic-batch.look':
    '損失は Batch Norm なしで {without}、ありで {norm}。層 {depth} の標準偏差は {std} と {other}。小さなバッチは勾配を揺らすだけで、つぶれた信号は戻らない。Batch Norm はバッチの統計で山を広げ直す。2 つは別の仕事だ。',
} as const;
