/** 本の実験の問いの言葉。 */
export const bookCardsJa = {
  'card.mic-relu.title': 'ReLU の初期値は何がよいか',
  'card.mic-relu.ask':
    'ReLU の 5 層に標準正規の入力を通す。重みの初期値は σ = 0.01、Xavier、He の 3 通り。5 層目の出力の広がりが 1 層目とほぼ同じに保たれるのはどれか。',
  'card.mic-relu.answer.std': 'σ = 0.01',
  'card.mic-relu.answer.xavier': 'Xavier',
  'card.mic-relu.answer.he': 'He',
  'card.mic-relu.look':
    '5 層目の標準偏差は σ = 0.01 で {std}、Xavier で {xavier}、He で {he}。ReLU は半分を 0 にするので、分散が 2 倍いる。',
  'card.mic-scales.title': 'Batch Norm は初期値を選ぶか',
  'card.mic-scales.ask':
    '重みの標準偏差を 1 から 0.0001 まで 16 通りに変え、20 エポック訓練する。Batch Norm なしで正解率が 0.25 を超えるのは何通りか。',
  'card.mic-scales.answer.few': '4 通りまで。',
  'card.mic-scales.answer.half': '8 通りほど。',
  'card.mic-scales.answer.most': '12 通り以上。',
  'card.mic-scales.look':
    'なしでは {scales} 通りのうち {plain}、ありでは {normed}。Batch Norm は、どんな大きさで始めても層の出力を広げ直す。',
  'card.mic-dropout.title': 'Dropout は過学習をどれだけ抑えるか',
  'card.mic-dropout.ask':
    '300 枚だけで 6 層を 301 エポック訓練する。0.2 の Dropout で、訓練とテストの正解率の差はどうなるか。',
  'card.mic-dropout.answer.shrinks': '半分ほどか、もっと小さくなる。',
  'card.mic-dropout.answer.same': 'あまり変わらない。',
  'card.mic-dropout.answer.grows': '大きくなる。',
  'card.mic-dropout.look':
    'なしでは {plain_train} と {plain_test}、Dropout では {dropout_train} と {dropout_test}。差は縮むが、学ぶのも遅くなる。テストの正解率が上がるわけではない。',
  'card.mic-speed.title': 'バッチ 100 は 10 倍速いか',
  'card.mic-speed.ask':
    '順伝播を、1 枚ずつと 100 枚ずつで測る。この機械でいちばん速い計算では、1 枚あたり何倍速くなるか。',
  'card.mic-speed.answer.less': '5 倍まで。',
  'card.mic-speed.answer.ten': '10 倍ほど（5 倍から 20 倍）。',
  'card.mic-speed.answer.more': '20 倍より速い。',
  'card.mic-speed.look':
    'この機械では {fast} 倍（{one} µs から {hundred} µs）、素直なループでは {plain} 倍。100 枚から 1,000 枚にすると、さらに {more} 倍。速さはバッチそのものではなく、計算のしかたから来る。',
  'card.mic-sizes.title': 'ミニバッチは小さすぎるか、大きすぎるか',
  'card.mic-sizes.ask':
    'どれも 600 回あまり更新する。1,000 枚ずつは 100 枚ずつより 10 倍多く数字を見る。損失はどれだけ小さくなるか。',
  'card.mic-sizes.answer.same': 'ほとんど同じ。',
  'card.mic-sizes.answer.half': '半分になる。',
  'card.mic-sizes.answer.tenth': '10 分の 1 になる。',
  'card.mic-sizes.look':
    '100 枚ずつで {b100}、1,000 枚ずつで {b1000}。10 倍の手間で得るものはわずか。1 枚ずつは勾配が揺れすぎて {b1}、10 枚ずつで {b10}。',
  'card.mic-race.title': 'いちばん先に着くバッチは？',
  'card.mic-race.ask':
    '1 枚ずつから 1,000 枚全部まで、10 通りのバッチで損失 0.3 まで学ぶ。この機械で、かかる時間がいちばん短いのはどれだろう。',
  'card.mic-race.answer.few': '1〜5 枚',
  'card.mic-race.answer.tens': '10〜50 枚',
  'card.mic-race.answer.hundreds': '100 か 200 枚',
  'card.mic-race.answer.most': '500 か 1,000 枚',
  'card.mic-race.look':
    '{best} 枚ずつが {least} ms。1,000 枚全部では {ms1000} ms。100 枚でも揺らぎは勾配の {n100} 倍あるのに、更新は {u100} 回で、1,000 枚の {u1000} 回とほとんど変わらない。小さな一歩を重ねるうちに、揺らぎも平均される。10 枚では {u10} 回。',
  'card.mic-overfit.title': '今なら Batch Norm か Dropout か',
  'card.mic-overfit.ask': '300 枚だけで 6 層を 201 エポック訓練する。テストの正解率がいちばん高いのはどれか。',
  'card.mic-overfit.answer.plain': 'どちらもなし',
  'card.mic-overfit.answer.dropout': 'Dropout',
  'card.mic-overfit.answer.normed': 'Batch Norm',
  'card.mic-overfit.answer.both': '両方',
  'card.mic-overfit.look':
    'どちらもなし {plain_test}、Dropout {dropout_test}、Batch Norm {normed_test}、両方 {both_test}。訓練とテストの差が小さいことと、テストがよいことは別のこと。この小さなデータと 0.01 の学習率での話。',
  'card.mic-search.title': 'ランダムか、遺伝的か',
  'card.mic-search.ask':
    '学習率と Weight decay を探す。どれも 40 回試す。種 3 通りの平均で、最良の正解率がほかより 0.05 以上高くなるのはどれか。',
  'card.mic-search.answer.random': 'ランダム',
  'card.mic-search.answer.grid': '格子',
  'card.mic-search.answer.genetic': '遺伝的',
  'card.mic-search.answer.none': 'どれも抜け出さない。',
  'card.mic-search.look':
    'ランダム {random}、格子 {grid}、遺伝的 {genetic}。種による違いは {random_low} から {random_high} まであり、方法の差より大きい。遺伝的はよい場所に集まるが、最良の値はほぼ同じ。',
} as const;
