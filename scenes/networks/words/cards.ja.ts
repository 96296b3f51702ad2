/** 問いの言葉。 */
export const cardsJa = {
  'card.net-plane.title': 'これは本当に「地形」なのか',
  'card.net-plane.ask':
    '訓練を終えたネットを通る、無作為な平面。歩みはこの平面の外からやって来る。出発から時計の 3 目盛り後、本当の損失は、影の落ちた地形の高さと比べてどうか。',
  'card.net-plane.answer.same': 'ほぼ同じ。',
  'card.net-plane.answer.higher': '本当のほうが高い。',
  'card.net-plane.answer.lower': '本当のほうが低い。',
  'card.net-plane.look.start':
    '出発点は平面から {residual} も離れている。本当の損失は {truth}、影の下の地形は {shadow}。',
  'card.net-plane.look':
    '平面から {residual} 離れ、本当の損失は {truth}、影の下の地形は {shadow}。平面が見せるのは、それが通るネットの周りだけ。柱の長さを見よう。',
  'card.net-plane.look.end':
    'ここで経路は平面に入って終わり、どちらも {truth}。更新 {updates} 回のときは、本当の損失が {early}、影の下の地形が {under} だった。平面が見せるのは、それが通るネットの周りだけ。',
  'card.net-wide.title': '広いネットはなぜなめらかに見えるか',
  'card.net-wide.ask':
    '同じ 2 つの月を、幅 3 から 64 までのネットで学ぶ。それぞれの周りの地形で、下へ曲がったところの割合は、幅とともにどうなるか。',
  'card.net-wide.answer.smoother': '減る（なめらかになる）。',
  'card.net-wide.answer.same': '変わらない。',
  'card.net-wide.answer.rougher': '増える（荒くなる）。',
  'card.net-wide.look':
    '幅 {least} では {narrow} %、幅 {most} では {wide} %（終わりの損失 {loss}）。広いネットの周りは、谷の形に近い。',
  'card.net-wall.title': '2 つの良いネットの間に壁はあるか',
  'card.net-wall.ask':
    '違う初期値から同じデータ（2 つの月）を学んだ 2 つのネット。どちらの損失も 0 に近い。重みをまっすぐ混ぜていくと？',
  'card.net-wall.answer.low': 'ずっと低いまま。',
  'card.net-wall.answer.closed': '壁があり、よけられない。',
  'card.net-wall.answer.round': '壁はあるが、回り道がある。',
  'card.net-wall.look':
    '両端の損失は {first} と {second}。まっすぐ行くと {line} まで上がるが、訓練した 2 次ベジエ曲線では {curve} を超えない。',
  'card.net-noise.title': 'バッチの大きさは歩みをどう変えるか',
  'card.net-noise.ask':
    'バッチを 100 倍にすると、勾配の雑音の分散（全データの勾配からのずれの 2 乗）は何分の 1 になるか。',
  'card.net-noise.answer.ten': 'およそ 10 分の 1。',
  'card.net-noise.answer.hundred': 'およそ 100 分の 1。',
  'card.net-noise.answer.none': 'ほとんど変わらない。',
  'card.net-noise.look':
    '両対数の傾きは {slope}、100 倍で {ratio} 分の 1。全データの勾配との角は、1 点で {one}°、100 点で {hundred}°。バッチごとの向きは細い円錐へ集まるが、計算は 100 倍かかる。',
  'card.net-accuracy.title': '正解率か、損失か',
  'card.net-accuracy.ask':
    '出力層の重み 1 つだけを左右に動かす。正解率と損失のうち、傾きをたどって良くしていけるのはどちらか。',
  'card.net-accuracy.answer.both': 'どちらも。',
  'card.net-accuracy.answer.loss': '損失だけ。',
  'card.net-accuracy.answer.accuracy': '正解率だけ。',
  'card.net-accuracy.look':
    '{samples} 点の正解率は階段で、調べた歩幅の {flat} % でまったく動かない。損失が動かないのは {still} %。傾きのないところに、下る道はない。',
  'card.net-losses.title': '二乗誤差か、交差エントロピーか',
  'card.net-losses.ask':
    '同じ平面を 2 つの損失で見る。自信をもって間違えている高いところで、まだ坂が残っているのはどちらか。',
  'card.net-losses.answer.cross': '交差エントロピー。',
  'card.net-losses.answer.squared': '二乗誤差。',
  'card.net-losses.answer.both': '同じくらい。',
  'card.net-losses.look':
    'いちばん高い 1 割の坂は、全体の平均に対して、交差エントロピーで {cross} 倍、二乗誤差で {squared} 倍。間違いが確かなほど、二乗誤差は平らになる。',
  'card.net-edge.title': '学習率が 2/λmax になると？',
  'card.net-edge.ask':
    '全データの勾配降下法が耐えられる曲率は 2/η まで。訓練とともに、経路に沿った最大の曲率 λmax はどうなるか。',
  'card.net-edge.answer.falls': '下がっていく。',
  'card.net-edge.answer.grows': '限界を越えて伸び続ける。',
  'card.net-edge.answer.hovers': '2/η まで上がり、そこにとどまる。',
  'card.net-edge.look.start': 'はじめの λmax は {lambda}、限界 2/η は {limit}。',
  'card.net-edge.look':
    'いま λmax は {lambda}、限界 2/η は {limit}。曲がりの強い谷へ上っては、限界で押し戻される（安定性の縁）。損失はそれでも下がる。',
  'card.net-newton.title': 'なぜガウス・ニュートン法を使わないのか',
  'card.net-newton.ask':
    '重み 46 個のネットを、レーベンバーグ・マーカート法と Adam で 40 歩ずつ。大きなネットで誰も前者を使わないのは？',
  'card.net-newton.answer.slower': '一歩あたりの進みが遅いから。',
  'card.net-newton.answer.memory': '進みは速いが、行列が大きすぎるから。',
  'card.net-newton.answer.worse': 'Adam のほうが低くまで下りるから。',
  'card.net-newton.look':
    '重み {weights} 個では {steps} 歩で {lm}、Adam は {adam}。けれど JᵀJ は重みの 2 乗で、10 万個なら float32 で {gigabytes} GB、50 万個で {largest} GB。',
  'card.net-backprop.title': '誤差逆伝播か、数値微分か',
  'card.net-backprop.ask': 'このネットの勾配を 2 通りに求める。値は同じになるが、数値微分の時間は何倍か。',
  'card.net-backprop.answer.same': 'ほぼ同じ。',
  'card.net-backprop.answer.ten': '10 倍ほど。',
  'card.net-backprop.answer.hundred': '50 倍以上。',
  'card.net-backprop.look':
    '重み {size} 個で、逆伝播 {backward} ms、数値微分 {numerical} ms（この機械で {ratio} 倍）。値の違いは {apart}。',
  'net.study': '実験',
  'net.study.veiled': '予想すると、実験の結果がここに描かれる。',
  'net.study.running': '実験中…',
  'net.study.wide.x': '幅',
  'net.study.wide.y': '下へ曲がった割合（%）',
  'net.study.wall.x': '一方から他方へ',
  'net.study.wall.y': '損失（対数）',
  'net.study.noise.x': 'バッチ（対数）',
  'net.study.noise.y': '分散（対数）',
  'net.study.accuracy.x': '重み',
  'net.study.accuracy.y': '損失と正解率',
  'net.study.newton.x': '歩',
  'net.study.newton.y': '損失（対数）',
  'net.study.backprop.x': '重みの番号',
  'net.study.backprop.y': '勾配',
  'net.study.line.bent': '下へ曲がった割合',
  'net.study.line.line': 'まっすぐ',
  'net.study.line.curve': '曲線',
  'net.study.line.variance': '勾配の分散',
  'net.study.line.loss': '損失',
  'net.study.line.accuracy': '正解率',
  'net.study.line.lm': 'レーベンバーグ・マーカート',
  'net.study.line.adam': 'Adam',
  'net.study.line.backprop': '逆伝播',
  'net.study.line.numerical': '数値微分',
} as const;
