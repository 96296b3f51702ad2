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
  'card.zigzag.title': 'なぜ SGD はジグザグに進むのか',
  'card.momentum.title': 'Momentum は何を足すのか',
  'card.adagrad.title': 'AdaGrad のブレーキはかかったままか',
  'card.adam.title': 'なぜここで Adam は行き過ぎるのか',
  'card.too-large.title': '学習率はどこから大きすぎるのか',
  'card.semantics.title': '本の Momentum と PyTorch の Momentum は同じか',
  'card.second-order.title': '二次の手法なら、学習率は要らないか',
  'card.redundancy.title': '余分なパラメータは、なぜ敵なのか',
  'card.border.title': '髪の毛一本の差で、行き先は変わるか',
  'card.stability.title': 'Momentum は、もっと大きな学習率に耐えるか',
  'card.tuning.title': '同じだけ調整したら、Adam が一番か',
  'card.schedule.title': 'なぜ途中で学習率を下げるのか',
  'card.batch.title': 'バッチを大きくすると、何が得られるか',
  'card.own-rate.title': '学習率の要らない手法はあるか',
  'card.plateau.title': '平らなところでは、どうなるか',
} as const;
