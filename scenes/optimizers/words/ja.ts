/** 最適化手法の場面の言葉（日本語）。en.ts も同じ鍵を持つ。`{name}` は差し込み。 */
export const ja = {
  // 全体
  'app.tagline': '勾配降下を、手にとって見る',

  // 見どころ
  'say.title.zigzag': 'なぜ {optimizer} はジグザグに進むのか',
  'say.title.heading': '{optimizer} は最小点へ向かっているか',
  'say.title.gone': 'なぜ {optimizer} は飛び出すのか',
  'say.title.descent': '{optimizer} はどこまで下るのか',
  'say.none': 'パネルで手法をオンにすると、ここから経路が始まる。',
  'say.title.heat': '{optimizer} の値をどう選ぶか',
  'say.title.tune': '同じ回数で調整すると、どの手法が低く着くか',
  'say.valley': '谷は {steep} 方向に急で、{gentle} 方向はゆるやか。',
  'say.angle': '−∇f は最小点を指さず、いま {angle} ずれている。',
  'say.angle.straight': '−∇f はいま、最小点をほぼまっすぐ指している（ずれ {angle}）。',
  'say.across': '次の一歩は長く、谷底を飛び越える：{axis} = {from} → {to}。',
  'say.across.plain': '一歩（η × 勾配）は長く、谷底を飛び越える：{axis} = {from} → {to}。',
  'say.across.last': '最後の一歩は谷底を飛び越えた：{axis} = {from} → {to}。',
  'say.growing': '一歩ごとに、前の {factor} 倍の遠くへ飛んでいる。ここでは η = {lr} が大きすぎる。',
  'say.rising': '{optimizer} はいまの一歩で上った（f = {before} → {f}）。',
  'say.angle.step': '最小点への向きから、−∇f は {angle}、{optimizer} の次の一歩は {stepAngle} ずれている。',
  'say.arrived': '{optimizer} は最小点のすぐそば、残り {distance} のところにいる。',
  'say.value': 'この曲面に底はない。{optimizer} はいま f = {f}、傾きの大きさは {slope}。',
  'say.still': '{optimizer} は勾配がほとんど 0 の場所にいる（f = {f}）。',
  'say.stopped': '{optimizer} は {step} 回目の更新で発散し、ここで途切れている。学習率を下げるとどうなるだろう。',
  'say.stopped.rateless': '{optimizer} は {step} 回目の更新で発散し、ここで途切れている。',
  'say.singular': '{optimizer} は {step} 回目の地点で立ち往生。行列が特異で逆行列がなく、次の一歩が決まらない。',
  'say.least':
    '{optimizer} は、f が最小値からどれだけ高いかで一歩を決める。この曲面の最小値はわからないので、動けない。',
  'say.residuals': '{optimizer} は二乗和の関数だけのもの。この曲面は二乗の和の形をしていないので、動けない。',
  'say.lowest': 'いま最も低いのは{optimizer}（f − f_min = {f}）。',
  'say.first': 'f − f_min = {level} を最初に下回ったのは{optimizer}（{step} 回目の更新）。',
  'say.first.none': 'f − f_min = {level} を下回った手法はまだない。',
  'say.all': 'すべて（同点）',

  // 出来事
  'event.label': '起きたこと',
  'event.rim': '{optimizer}：{step} 回目の更新で縁を越えた（f\u00a0=\u00a0{f}）',
  'event.left': '{optimizer}：{step} 回目の更新で図の外に出た',
  'event.diverged': '{optimizer}：{step} 回目の更新で発散した',
  'event.singular': '{optimizer}：{step} 回目の地点で行列が特異、次の一歩がない',
  'event.least': '{optimizer}：この曲面の最小値がわからない',
  'event.residuals': '{optimizer}：この曲面は二乗和ではない',
  'event.show': '{step} 回目の更新を見る',

  // 表示
  'view.label': '表示',
  'view.relief': '立体',
  'view.book': '本の図',
  'view.overlay': '重ねる',
  'view.heat': '地図',
  'view.tune': '調整',

  // パネル
  'panel.height.linear': 'そのまま',
  'panel.height.log': '対数',
  'panel.noiseSeed': 'ノイズの種',
  'panel.noiseSeed.next': '次の種',
  'panel.noiseSeed.what': '別のノイズで走らせる',
  'panel.inject': '誤った勾配を一度だけ混ぜる',
  'panel.lrChange': '途中で η を変える',
  'panel.plan': '下の平面図',
  'panel.swarm': '点の群れ',
  'panel.labels': 'ラベル',
  'panel.arrows': '更新の矢印',
  'panel.quadratic': '二次近似のガラス',
  'quadratic.bowl': '二次近似の底',
  'quadratic.dome': '二次近似の頂上',
  'quadratic.saddle': '二次近似（鞍）',
  'quadratic.trough': '二次近似（樋）',
  'quadratic.eigen': '曲がり {value}',
  'panel.field': '勾配の場',
  'semantics.book': '書籍版',
  'semantics.torch': 'PyTorch',
  'semantics.paper': '論文',
  'semantics.own': '自作',

  // パラメータの名前
  'param.momentum': 'モーメンタム係数',
  'param.alpha': '二乗平均の減衰率',
  'param.rho': '移動平均の減衰率',
  'param.beta1': '1次モーメントの減衰率',
  'param.beta2': '2次モーメントの減衰率',
  'param.beta3': '二乗平均の減衰率',
  'param.eps': '0 除算を防ぐ値',
  'param.r_eps': '最初の距離（相対）',
  'param.d0': '最初に仮定する距離',
  'param.beta': '平均への寄せかた',
  'param.radius': '登る半径',
  'param.weight_decay': '荷重減衰（weight decay）',
  'param.momentum_decay': 'モーメンタムの立ち上がり',
  'param.floor': '曲がりの下限',
  'param.armijo': '十分な減少の係数',
  'param.damping': '最初のダンピング',
  'param.factor': 'ダンピングの倍率',
  'param.history': '覚えておく歩数',
  'param.anisotropy': '谷の細長さ',
  'param.steps': '更新回数',
  'param.injectStep': '混ぜる更新',
  'param.injectX': '∂f/∂x に足す値',
  'param.injectY': '∂f/∂y に足す値',
  'param.lrChangeStep': '変え始める更新',
  'param.lrChangeFactor': 'η にかける値',
  'param.exaggeration': '高さの倍率',
  'param.cut': '切り口の高さ',
  'param.swarmCount': '点の数',

  // キー操作
  'key.solo': '選んだ手法だけにする、もとに戻す',

  // 計算の札
  'badge.idle': '数値はすべて float64',
  'badge.float64': 'float64（代替）',

  // 言葉による要約
  'summary.scene': '{surface}、{view}。出発点 ({x}, {y})。',
  'summary.step': '{steps} 回中 {step} 回目の更新。',
  'summary.run': '{optimizer} は ({x}, {y})、損失 {f}。',
  'summary.run.stopped': '{optimizer} は {step} 回目の更新で発散した。',
  'summary.none': '描いている手法はない。',

  // うまくいかないとき
  'webgl.title': 'WebGL2 が使えないため、3D を描けません',
  'webgl.lost.title': '3D の描画が止まりました',
  'webgl.why': 'このブラウザか端末では WebGL2 が無効になっているか、対応していません。',
  'webgl.lost.why': 'GPU の描画コンテキストが失われ、戻りませんでした。',
  'webgl.what': '試せること',
  'webgl.do.reload': 'ページを再読み込みする。',
  'webgl.do.acceleration': 'ブラウザの設定で「ハードウェア アクセラレーション」をオンにする。',
  'webgl.do.driver': 'GPU のドライバとブラウザを新しくする。',
  'webgl.do.check': 'chrome://gpu や about:support で WebGL2 の状態を確かめる。',
  'webgl.still': '損失のグラフ、データ表、「本の図」、すべての数値はこのまま使えます。',
  'webgl.book': '「本の図」を見る',
  'webgl.reload': '再読み込み',

  // 平面図・グラフ・データ表
  'chart.floor.minima': 'f_min = {f}（知られている最小値）',
  'chart.floor.samples': 'f_min = {f}（格子と経路の上でいちばん小さい f）',
  // 立体の図
  'panel.near': '終点のまわりを拡大',
  'scene.canvas':
    '{surface} の立体図。数値は要約とデータ表にもある。Shift + 矢印キーで回り、Page Up・Page Down で近づいたり離れたりする。',
  'scene.start': '出発点 ({x}, {y})',
  'scene.guess': 'あなたの予想',
  'scene.swarm': '{count} 点が {optimizer} で動く',
  'scene.cut': '曲面の切り口 f = {f}',
  'scene.cut.raised': '曲面の切り口を f = {from} から {f} に上げた',
  'scene.log': '高さは log(f − f_min)',
  'arrow.gradient': '−η∇f',
  'arrow.memory': '−η{symbol}（速度）',
  'arrow.memory.baked': '{symbol}（速度）',
  'arrow.step': '次の一歩',
  'arrow.step.last': '最後の一歩',
  'arrow.angle': '{angle} のずれ',
  'scene.rim': '{optimizer} {step} 回目の更新で縁を越えた（f = {f}）',
  'scene.left': '{optimizer} {step} 回目の更新で図の外に出た',

  // 教室で見せる・書き出す
  'present.solo': '{optimizer} だけ',
  'present.all': 'すべて表示',
  // 自分の曲面
  'say.value.own': '{optimizer} はいま f = {f}、傾きの大きさは {slope}。',

  // この端末のようす
  'machine.title': 'この端末のようす',

  // 更新則と数値
  'rule.label': '更新則',
  'rule.title': '{optimizer} の更新則（{semantics}）',
  'rule.next': 'ここから次の更新：{from} 回目 → {to} 回目。',
  'rule.last': '最後の更新：{from} 回目 → {to} 回目。',
  // 問いのカード。<sgd>…</sgd> の中の言葉は、それが指すものといっしょに光る
  'card.mark.right':
    '予想どおり。{optimizer} は ({x}, {y}) にいて、印との距離は {distance}（それまでの道のりの {share} %）。',
  'card.mark.wrong':
    '印の場所ではなかった。{optimizer} は ({x}, {y}) にいて、印との距離は {distance}（それまでの道のりの {share} %）。{near} % までなら正解とする。',
  'card.zigzag.title': 'なぜ SGD はジグザグに進むのか',
  'card.zigzag.ask': '谷の底は y = 0。学習率 0.95 の <sgd>SGD</sgd> の y は、更新のたびにどう変わるだろう。',
  'card.zigzag.answer.same-side': 'y は正のまま、0 に近づいていく。',
  'card.zigzag.answer.flips': 'y の符号が毎回入れ替わる。',
  'card.zigzag.answer.now-and-then': 'y の符号はときどき入れ替わる。',
  'card.zigzag.look':
    '<steep>急な壁</steep>では<g>勾配</g>のほとんどが y 向きで、一歩ごとに谷を飛び越える。いま y = {y}。−∇f は最小点への向きから <angle>{angle}</angle> ずれている。',
  'card.zigzag.look.plain': 'いま y = {y}。−∇f は最小点への向きから <angle>{angle}</angle> ずれている。',
  'card.momentum.title': 'Momentum は何を足すのか',
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
  'card.adagrad.title': 'AdaGrad のブレーキはかかったままか',
  'card.adagrad.ask':
    '8 回目の更新で、誤った大きな勾配が一度だけ混ざる。60 回目までに、更新の大きさ η/√h が元の半分以上に戻るのはどれだろう。',
  'card.adagrad.answer.both': '両方とも戻る。',
  'card.adagrad.answer.only-rmsprop': 'RMSProp だけが戻る。',
  'card.adagrad.answer.neither': 'どちらも戻らない。',
  'card.adagrad.look.before':
    '<adagrad>AdaGrad</adagrad> と <rmsprop>RMSProp</rmsprop> が並んで進む。{step} 回目の更新に注目。',
  'card.adagrad.look':
    'x 方向の η/√h は、誤った勾配が混ざる前に比べて <adagrad>AdaGrad</adagrad> が {adagrad} %、<rmsprop>RMSProp</rmsprop> が {rmsprop} %。AdaGrad の h は足されるだけで、忘れない。',
  'card.adam.title': 'なぜここで Adam は行き過ぎるのか',
  'card.adam.ask': '<adam>Adam</adam> は 8 回目の更新で谷の底 y = 0 を越える。そのあと y 方向にはどう動くだろう。',
  'card.adam.answer.turns': '越えたらすぐに引き返す。',
  'card.adam.answer.goes-on': '何回かの更新のあいだ、さらに先へ進む。',
  'card.adam.answer.stops': '底で止まる。',
  'card.adam.look':
    'y 方向では、平均した勾配 <m>m</m> = {m} と、いまの<g>勾配</g> = {g} の符号が同じ。<adam>Adam</adam> は坂を下っている。',
  'card.adam.look.against':
    'y 方向の<g>勾配</g>は {g} と逆を向いたのに、平均した勾配 <m>m</m> はまだ {m}。<adam>Adam</adam> は m の向きに進むので、すぐには曲がれない。',
  'card.adam.look.plain': 'y 方向では、平均した勾配 <m>m</m> が {m}、いまの<g>勾配</g>が {g}。',
  'card.too-large.title': '学習率はどこから大きすぎるのか',
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
  'card.semantics.title': '本の Momentum と PyTorch の Momentum は同じか',
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
  'card.second-order.title': '二次の手法なら、学習率は要らないか',
  'card.second-order.ask':
    'Gauss–Newton 法は Rosenbrock を、学習率なしで 2 歩で解く。では Beale を (1, 1) から。<newton>Newton</newton>、<gauss-newton>Gauss–Newton</gauss-newton>、<levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> のうち、最小点に着くのは？',
  'card.second-order.answer.all': '三つとも着く。',
  'card.second-order.answer.only-damped': 'ダンピングのある Levenberg–Marquardt だけ。',
  'card.second-order.answer.none': 'どれも着かない。',
  'card.second-order.look.plain':
    'いまの f は <newton>Newton</newton> {newton}、<gauss-newton>Gauss–Newton</gauss-newton> {gauss}、<levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> {damped}（λ = {lambda}）。',
  'card.second-order.look':
    'いまの f は <newton>Newton</newton> {newton}、<gauss-newton>Gauss–Newton</gauss-newton> {gauss}、<levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> {damped}（λ = {lambda}）。Newton は傾き 0 の鞍で捕まり、Gauss–Newton は J の列が 0 で動けない。学習率の代わりを、ダンピング λ が務めている。',
  'card.redundancy.title': '余分なパラメータは、なぜ敵なのか',
  'card.redundancy.ask':
    '傾き x·y の直線を当てはめる。効くのは積 x·y だけで、パラメータは一つ余分。答えは曲線 x·y = 1 の上のどこでもよい。<gauss-newton>Gauss–Newton</gauss-newton> はどうなるだろう。',
  'card.redundancy.answer.finds': '答えの一つを見つける。',
  'card.redundancy.answer.no-step': '一歩も動けない。',
  'card.redundancy.answer.flies': '遠くへ飛んでいく。',
  'card.redundancy.look':
    'パラメータは 2 つなのに、JᵀJ の階数は {rank}：底は点ではなく樋になり、<gauss-newton>Gauss–Newton</gauss-newton> の一歩は決まらない。λ = {lambda} を足した <levenberg-marquardt>Levenberg–Marquardt</levenberg-marquardt> は x·y = {product} まで来た。',
} as const;
