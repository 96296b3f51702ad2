/** 本の図の問い。 */
export const figureCardsJa = {
  'card.mic-optimizers.title': '数字で最も速い最適化手法は？',
  'card.mic-optimizers.ask':
    '4 層のネット 4 つが、8,000 枚の数字を 2,000 回の更新で学ぶ。手法は別々で、学習率は本のとおり。終わりに損失が最も低いのはどれだろう。',
  'card.mic-optimizers.answer.sgd': 'SGD',
  'card.mic-optimizers.answer.momentum': 'Momentum',
  'card.mic-optimizers.answer.adagrad': 'AdaGrad',
  'card.mic-optimizers.answer.adam': 'Adam',
  'card.mic-optimizers.look':
    'SGD {sgd}、Momentum {momentum}、AdaGrad {adagrad}、Adam {adam}。あとの 3 つは SGD よりずっと速い。3 つの順は、ネットが変われば入れ替わることもある。',
  'card.mic-saturated.title': 'シグモイド、σ = 1：出力はどこに集まる？',
  'card.mic-saturated.ask':
    '標準正規の入力をシグモイドの 5 層に通す。重みの初期値の標準偏差は 1。第 5 層の出力の多くは、どこにあるだろう。',
  'card.mic-saturated.answer.ends': '0 と 1 の近く',
  'card.mic-saturated.answer.middle': '0.5 の近く',
  'card.mic-saturated.answer.even': '間にまんべんなく',
  'card.mic-saturated.look':
    '割合にして {ends} が、0 と 1 の両端に集まる。そこではシグモイドが平らで、勾配はほとんど戻ってこない。',
  'card.mic-alike.title': 'シグモイド、σ = 0.01：よくなったか？',
  'card.mic-alike.ask':
    '同じ 5 層で、重みの初期値を 100 分の 1 にする。第 5 層のニューロン 100 個は、今度は何を答えるだろう。',
  'card.mic-alike.answer.even': '0 から 1 までさまざま',
  'card.mic-alike.answer.middle': 'どれもほぼ同じ、0.5',
  'card.mic-alike.answer.ends': '0 か 1 のどちらか',
  'card.mic-alike.look':
    '標準偏差は第 1 層で {first}、第 5 層で {last}。どれも 0.5 のあたりを答える。同じことを言う 100 個は、1 個と変わらない。',
  'card.mic-xavier.title': 'Xavier ではどれだけ残る？',
  'card.mic-xavier.ask':
    '今度は、層の入力の数 n から、重みの初期値を 1/√n にする。シグモイドで、第 1 層の標準偏差のうち、第 5 層にどれだけ残るだろう。',
  'card.mic-xavier.answer.most': '5 分の 4 より多く',
  'card.mic-xavier.answer.half': '5 分の 2 から 5 分の 4',
  'card.mic-xavier.answer.little': 'それより少ない',
  'card.mic-xavier.look':
    '第 1 層で {first}、第 5 層で {last}。いくらか狭まるが、0 と 1 からは遠く、広がりも残る。どの層にも言うことがある。',
  'card.mic-begun.title': '初期値が悪いと、どうなる？',
  'card.mic-begun.ask':
    'ReLU の 4 層が、8,000 枚の数字を 2,000 回の更新で学ぶ。初期値は σ = 0.01、Xavier、He の 3 通り。σ = 0.01 の損失はどうなっているだろう。',
  'card.mic-begun.answer.same': 'ほかの 2 つと同じくらい下がる。',
  'card.mic-begun.answer.half': 'はじめの半分くらい。',
  'card.mic-begun.answer.guess': '当てずっぽうのまま。',
  'card.mic-begun.look':
    'σ = 0.01 は {std}、Xavier は {xavier}、He は {he}。10 種の数字を当てずっぽうで答える損失は ln 10 になる。',
  'card.mic-normed.title': 'Batch Norm なしでは、どこまで？',
  'card.mic-normed.ask':
    '5 層が 1,000 枚の数字を 20 エポック学ぶ。重みの初期値は少し小さすぎる。Batch Norm なしの訓練の正解率は、ありに比べてどのくらいだろう。',
  'card.mic-normed.answer.same': 'ほぼ同じ',
  'card.mic-normed.answer.half': '半分くらい',
  'card.mic-normed.answer.quarter': '4 分の 1 くらい',
  'card.mic-normed.look': 'エポック {step} で、なしは {plain}、ありは {normed}。同じ学習率でも、ずっと速く進む。',
  'card.mic-heart.title': '丸暗記したネットは、何を知っている？',
  'card.mic-heart.ask':
    '6 層が 300 枚だけを 201 エポック学び、全部を正しく読めるようになる。テストの数字は、どれだけ正しく読めるだろう。',
  'card.mic-heart.answer.all': '95 % 以上',
  'card.mic-heart.answer.most': '60〜95 %',
  'card.mic-heart.answer.few': '60 % より少ない',
  'card.mic-heart.look': '訓練の正解率は {train}、テストは {test}。この間が過学習の分だ。',
  'card.mic-decay.title': 'Weight decay は何を抑える？',
  'card.mic-decay.ask':
    '同じネットと同じ 300 枚で、Weight decay を λ = 0.1 にする。201 エポックのあと、訓練の数字をどれだけ正しく読めるだろう。',
  'card.mic-decay.answer.all': '97 % 以上',
  'card.mic-decay.answer.most': '80〜97 %',
  'card.mic-decay.answer.few': '80 % より少ない',
  'card.mic-decay.look': '訓練 {train}、テスト {test}。帯が狭いのは、丸暗記が減ったからだ。',
  'card.mic-random.title': 'よい試行に共通するものは？',
  'card.mic-random.ask':
    'ランダムな 100 回の試行。学習率と Weight decay を、どちらも 4 桁の範囲から選ぶ。よいほうの 5 回が 10 倍以内にそろうのは、どれだろう。',
  'card.mic-random.answer.lr': '学習率',
  'card.mic-random.answer.decay': 'Weight decay',
  'card.mic-random.answer.both': '両方',
  'card.mic-random.answer.neither': 'どちらもそろわない',
  'card.mic-random.look':
    '学習率は {lr_low} から {lr_high}、Weight decay は {decay_low} から {decay_high}。こんなに短い訓練では学習率がものを言う。最良は {score}。',
} as const;
