/** 問いのカードの言葉（題は最初の画面といっしょに届く）。<sgd>…</sgd> の中の言葉は、それが指すものといっしょに光る。 */
export const cardsJa = {
  'card.mark.right':
    '予想どおり。{optimizer} は ({x}, {y}) にいて、印との距離は {distance}（それまでの道のりの {share} %）。',
  'card.mark.wrong':
    '印の場所ではなかった。{optimizer} は ({x}, {y}) にいて、印との距離は {distance}（それまでの道のりの {share} %）。{near} % までなら正解とする。',
  'card.zigzag.ask': '谷の底は y = 0。学習率 0.95 の <sgd>SGD</sgd> の y は、更新のたびにどう変わるだろう。',
  'card.zigzag.answer.same-side': 'y は正のまま、0 に近づいていく。',
  'card.zigzag.answer.flips': 'y の符号が毎回入れ替わる。',
  'card.zigzag.answer.now-and-then': 'y の符号はときどき入れ替わる。',
  'card.zigzag.look':
    '<steep>急な壁</steep>では<g>勾配</g>のほとんどが y 向きで、一歩ごとに谷を飛び越える。いま y = {y}。−∇f は最小点への向きから <angle>{angle}</angle> ずれている。',
  'card.zigzag.look.plain': 'いま y = {y}。−∇f は最小点への向きから <angle>{angle}</angle> ずれている。',
  'card.momentum.ask':
    '10 回目の更新で、<momentum>Momentum</momentum> が x 方向に進む長さは、<g>勾配</g>だけで進む長さ（−η∂f/∂x）と比べてどうだろう。',
  'card.momentum.answer.as-long': 'ほぼ同じ長さ。',
  'card.momentum.answer.longer': 'ずっと長い。',
  'card.momentum.answer.shorter': 'もっと短い。',
  'card.momentum.look.start': '<v>速度 v</v> はまだ 0。最初の一歩は<g>勾配</g>だけで決まる。',
  'card.momentum.look':
    '<v>速度 v</v> に過去の勾配がたまり、x 方向には勾配だけのときの {gain} 倍進んだ。y 方向では打ち消し合う：谷を越えたのは {crossings} 回、<sgd>SGD</sgd> は {sgd} 回。',
  'card.momentum.look.against':
    '<v>速度 v</v> に過去の勾配がたまり、x 方向にはいまの<g>勾配</g>に逆らって、勾配だけのときの {gain} 倍進んだ。y 方向では打ち消し合う：谷を越えたのは {crossings} 回、<sgd>SGD</sgd> は {sgd} 回。',
  'card.momentum.look.plain':
    'x の動きは、<g>勾配</g>だけの動き −η∂f/∂x の {gain} 倍。y の符号が変わったのは、ここまでに {crossings} 回、<sgd>SGD</sgd> は {sgd} 回。',
  'card.adagrad.ask':
    '8 回目の更新で、誤った大きな勾配が一度だけ混ざる。60 回目までに、更新の大きさ η/√h が元の半分以上に戻るのはどれだろう。',
  'card.adagrad.answer.both': '両方とも戻る。',
  'card.adagrad.answer.only-rmsprop': 'RMSProp だけが戻る。',
  'card.adagrad.answer.neither': 'どちらも戻らない。',
  'card.adagrad.look.before':
    '<adagrad>AdaGrad</adagrad> と <rmsprop>RMSProp</rmsprop> が並んで進む。{step} 回目の更新に注目。',
  'card.adagrad.look.plain':
    'x 方向の η/√h は、誤った勾配が混ざる前に比べて <adagrad>AdaGrad</adagrad> が {adagrad} %、<rmsprop>RMSProp</rmsprop> が {rmsprop} %。',
  'card.adagrad.look':
    'x 方向の η/√h は、誤った勾配が混ざる前に比べて <adagrad>AdaGrad</adagrad> が {adagrad} %、<rmsprop>RMSProp</rmsprop> が {rmsprop} %。AdaGrad の h は足されるだけで、忘れない。',
  'card.adam.ask': '<adam>Adam</adam> は 8 回目の更新で谷の底 y = 0 を越える。そのあと y 方向にはどう動くだろう。',
  'card.adam.answer.turns': '越えたらすぐに引き返す。',
  'card.adam.answer.goes-on': '何回かの更新のあいだ、さらに先へ進む。',
  'card.adam.answer.stops': '底で止まる。',
  'card.adam.look':
    'y 方向では、平均した勾配 <m>m</m> = {m} と、いまの<g>勾配</g> = {g} の符号が同じ。<adam>Adam</adam> は坂を下っている。',
  'card.adam.look.against':
    'y 方向の<g>勾配</g>は {g} と逆を向いたのに、平均した勾配 <m>m</m> はまだ {m}。<adam>Adam</adam> は m の向きに進むので、すぐには曲がれない。',
  'card.adam.look.plain': 'y 方向では、平均した勾配 <m>m</m> が {m}、いまの<g>勾配</g>が {g}。',
  'card.too-large.ask': '<lr>学習率 η</lr> を 0.95 から 1.02 に上げた。<sgd>SGD</sgd> の y の振れ幅はどうなるだろう。',
  'card.too-large.answer.shrinks': 'だんだん小さくなる。',
  'card.too-large.answer.even': 'ずっと同じ大きさ。',
  'card.too-large.answer.grows': 'だんだん大きくなる。',
  'card.too-large.look.start': '更新のたびに y は 1 − 2η 倍になる。',
  'card.too-large.look.shrinks':
    '<lr>η</lr> = {lr} では、y は更新のたびに {factor} 倍。大きさが 1 より小さいので、y は 0 に近づいていく。',
  'card.too-large.look.even':
    '<lr>η</lr> = {lr} では、y は更新のたびに {factor} 倍。大きさがちょうど 1 なので、y は 0 に近づきも遠ざかりもしない。',
  'card.too-large.look.grows':
    '<lr>η</lr> = {lr} では、y は更新のたびに {factor} 倍。<steep>急な壁</steep>では η が 1 を超えると 1 − 2η の大きさが 1 を超え、飛び越すたびに高く登る。',
  'card.semantics.ask':
    '10 回目の更新で学習率を 1/10 に下げる。20 回目に、本の <momentum>Momentum</momentum> と PyTorch の Momentum はどれだけ離れているだろう。',
  'card.semantics.answer.rounding': '最後の桁までほとんど同じ（丸め誤差だけ）。',
  'card.semantics.answer.a-little': 'わずかにずれる。図では見えない。',
  'card.semantics.answer.apart': '目に見えて離れる。',
  'card.semantics.look.constant':
    '学習率が一定のあいだ、二つの実装の差は {distance}。同じ式を別の順に計算した丸め誤差だけだ。',
  'card.semantics.look.plain': '本と PyTorch の <momentum>Momentum</momentum> の差は、いま {distance}。',
  'card.semantics.look':
    '{step} 回目で学習率が変わり、いまの差は {distance}。本の <v>v</v> には変える前の η が掛かったまま残るが、PyTorch はためた勾配に新しい η を掛ける。',
  'card.second-order.ask':
    'Gauss–Newton 法は Rosenbrock を、学習率なしで 2 歩で解く。では Beale を (1, 1) から。<newton>Newton</newton>、<gauss-newton>Gauss–Newton</gauss-newton>、<levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> のうち、最小点に着くのは？',
  'card.second-order.answer.all': '三つとも着く。',
  'card.second-order.answer.only-damped': 'ダンピングのある Levenberg–Marquardt だけ。',
  'card.second-order.answer.none': 'どれも着かない。',
  'card.second-order.look.plain':
    'いまの f は <newton>Newton</newton> {newton}、<gauss-newton>Gauss–Newton</gauss-newton> {gauss}、<levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> {damped}（λ = {lambda}）。',
  'card.second-order.look':
    'いまの f は <newton>Newton</newton> {newton}、<gauss-newton>Gauss–Newton</gauss-newton> {gauss}、<levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> {damped}（λ = {lambda}）。Newton は傾き 0 の鞍で捕まり、Gauss–Newton は J の列が 0 で動けない。学習率の代わりを、ダンピング λ が務めている。',
  'card.redundancy.ask':
    '傾き x·y の直線を当てはめる。効くのは積 x·y だけで、パラメータは一つ余分。答えは曲線 x·y = 1 の上のどこでもよい。<gauss-newton>Gauss–Newton</gauss-newton> はどうなるだろう。',
  'card.redundancy.answer.finds': '答えの一つを見つける。',
  'card.redundancy.answer.no-step': '一歩も動けない。',
  'card.redundancy.answer.flies': '遠くへ飛んでいく。',
  'card.redundancy.look.plain':
    '曲率に λ = {lambda} を足す <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> は x·y = {product} まで来た。',
  'card.redundancy.look':
    'パラメータは 2 つなのに、JᵀJ の階数は {rank}：底は点ではなく樋になり、<gauss-newton>Gauss–Newton</gauss-newton> の一歩は決まらない。λ = {lambda} を足した <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> は x·y = {product} まで来た。',
  'card.border.ask':
    '<momentum>Momentum</momentum> は (−4, 4) から始まる。スタートを x 方向に 1000 分の 1 だけずらすと、どこに着くだろう。',
  'card.border.answer.same': '同じ最小点。',
  'card.border.answer.another': '別の最小点。',
  'card.border.answer.none': 'どの最小点にも着かない。',
  'card.border.look':
    'スタートを {hair} ずらした <momentum>Momentum</momentum> は、いまここから {distance} 離れたところにいる。',
  'card.border.look.parted':
    'スタートを {hair} ずらした <momentum>Momentum</momentum> は、いま {distance} 離れていて、({x}, {y}) に着く。勢いで尾根を越えるので、地図の色は縞になり、どこまでも細かく入り組む。谷へ下りるだけの <sgd>SGD</sgd> は、どちらからも同じ最小点に着く。',
  'card.stability.ask':
    'このお椀では、η が 1 を超えると <sgd>SGD</sgd> は飛び出す。<momentum>Momentum</momentum> は一歩一歩をためていく。η = 1.8、μ = 0.9 のとき、飛び出すのはどちらだろう。',
  'card.stability.answer.both': '両方とも飛び出す。',
  'card.stability.answer.only-sgd': 'SGD だけ。',
  'card.stability.answer.only-momentum': 'Momentum だけ。',
  'card.stability.look.plain': 'いまの f は <sgd>SGD</sgd> が {sgd}、<momentum>Momentum</momentum> が {momentum}。',
  'card.stability.look':
    'いまの f は <sgd>SGD</sgd> が {sgd}、<momentum>Momentum</momentum> が {momentum}。最大の曲率を λ とすると、安定なのは SGD が η < 2/λ = {limit}、Momentum が η < 2(1 + μ)/λ = {higher}（破線）。谷を飛び越える速度が、次のひと跳びを縮めるからだ。',
  'card.tuning.ask':
    'どの手法にも Rosenbrock で同じ 60 回を試させ、一番よい学習率で走らせる。300 回の更新のあと、f が一番低いのはどれだろう。',
  'card.tuning.answer.sgd': 'SGD が一番低い。',
  'card.tuning.answer.momentum': 'Momentum が一番低い。',
  'card.tuning.answer.adam': 'Adam が一番低い。',
  'card.tuning.look.plain':
    'いまの f は <sgd>SGD</sgd> が {sgd}、<momentum>Momentum</momentum> が {momentum}、<adam>Adam</adam> が {adam}。',
  'card.tuning.look':
    '60 通りから選んだ学習率で、<momentum>Momentum</momentum> が {momentum}、<adam>Adam</adam> が {adam}、<sgd>SGD</sgd> が {sgd}。曲面が変われば順位も変わる。比べるのは、同じ手間で調整してから。曲線は、学習率ごとの結果を示す。',
  'card.schedule.ask':
    '勾配には雑音がある。81 回目と 161 回目の更新で、η を 1/5 に下げる。<sgd>SGD</sgd> の損失はどうなるだろう。',
  'card.schedule.answer.drops': '下げるたびに、もっと低いところまで落ちる。',
  'card.schedule.answer.stays': '同じ高さのまま。',
  'card.schedule.answer.rises': '上がる。',
  'card.schedule.look.plain': 'いまの <lr>η</lr> は {lr}。損失がどの高さで揺れるようになるかに注目。',
  'card.schedule.look':
    '<lr>η</lr> = {lr} で、最近 {count} 回の f の平均は {level}。更新のたびに η × 雑音が足されるので、それより下へは落ちない。η が小さいほど遅いが、その床は低い。だから初めは大きく、あとで小さく。',
  'card.batch.ask':
    '1 つの例ではなく 16 の例で勾配を平均すると、雑音は 1/4 になる。損失の揺れる高さが 1/10 より低くなるのは、どちらだろう。',
  'card.batch.answer.both': '両方とも。',
  'card.batch.answer.only-sgd': 'SGD だけ。',
  'card.batch.answer.neither': 'どちらもそこまで下がらない。',
  'card.batch.look.plain': 'バッチサイズは {batch}。損失がどの高さで揺れるようになるかに注目。',
  'card.batch.look.levels':
    '最近の f の平均は <sgd>SGD</sgd> が {sgd}（バッチサイズ 1 なら {sgdOne}）、<adam>Adam</adam> が {adam}（{adamOne}）。',
  'card.batch.look':
    '最近の f の平均は <sgd>SGD</sgd> が {sgd}（バッチサイズ 1 なら {sgdOne}）、<adam>Adam</adam> が {adam}（{adamOne}）。雑音はバッチサイズの平方根に反比例し、ここでは 1 のときの {share} 倍。SGD の歩幅も同じだけ縮む。Adam は √v で割るが、ここの v はほとんど雑音なので、歩幅は変わらない。',
  'card.own-rate.ask':
    '本のお椀に合わせた学習率（<sgd>SGD</sgd> は 0.95、<adam>Adam</adam> は 0.3）のまま、別のお椀 Booth へ。<polyak>Polyak</polyak> には学習率がない。100 回の更新で f が 0.1 を切るのはどれだろう。',
  'card.own-rate.answer.all': '三つとも。',
  'card.own-rate.answer.all-but-sgd': 'Adam と Polyak。',
  'card.own-rate.answer.only-polyak': 'Polyak だけ。',
  'card.own-rate.look.plain':
    'いまの f は <sgd>SGD</sgd> が {sgd}、<adam>Adam</adam> が {adam}、<polyak>Polyak</polyak> が {polyak}。',
  'card.own-rate.look':
    'いまの f は <sgd>SGD</sgd> が {sgd}、<adam>Adam</adam> が {adam}、<polyak>Polyak</polyak> が {polyak}。SGD が耐える η は曲率で決まり、ここでは {limit} まで。Adam の η は長さ。Polyak はその場で率を決める（いまは (f − f_min)/|∇f|² = {rate}）が、f_min を知らなければならない。',
  'card.plateau.ask':
    'Easom は、穴が一つだけある平原。スタートの傾きは 3·10⁻⁷ しかない。60 回の更新で 0.1 より遠くへ動くのはどれだろう。',
  'card.plateau.answer.all': '三つとも。',
  'card.plateau.answer.only-adam': 'Adam だけ。',
  'card.plateau.answer.none': 'どれも動かない。',
  'card.plateau.look.plain':
    'スタートから動いた距離は <sgd>SGD</sgd> が {sgd}、<momentum>Momentum</momentum> が {momentum}、<adam>Adam</adam> が {adam}。',
  'card.plateau.look':
    'スタートから動いた距離は <sgd>SGD</sgd> が {sgd}、<momentum>Momentum</momentum> が {momentum}、<adam>Adam</adam> が {adam}。Adam はこれまでの勾配の大きさで割るので、急でも平らでも同じように歩く。',
  'card.plateau.look.end':
    '動いた距離は <sgd>SGD</sgd> が {sgd}、<momentum>Momentum</momentum> が {momentum}、<adam>Adam</adam> が {adam}。Adam は勾配の大きさで割るので平らでも歩けるが、下りしか知らない。着いたのは浅いくぼみ（f = {f}）で、穴（f = −1）ではない。',
} as const;
