/**
 * 日本語。『ゼロから作るDeep Learning』の読者に向けて書く。ほかの言語は同じ鍵を持つ（`satisfies` と test/i18n が確かめる）。
 * `{name}` は差し込み。
 */
export const ja = {
  // 全体
  'app.title': '勾配 Koubai',
  'app.skip': '操作パネルへ移る',

  // 上の帯
  'header.label': 'ページの操作',
  'header.menu': 'メニュー',
  'scene.switch': '場面',
  'panes.webgl': 'このブラウザでは WebGL2 が使えないため、図なしで、数値とグラフだけを表示します。',
  'header.language': '言語',
  'header.theme': '配色：{theme}',
  'header.theme.auto': '端末の設定',
  'header.theme.light': '明るい',
  'header.theme.dark': '暗い',
  'header.copy': 'リンクをコピー',
  'header.copied': 'コピーしました',
  'copy.insecure': 'http のページはクリップボードを使えません。https か localhost なら使えます。',
  'copy.manual': 'コピーできませんでした。ここから選んでコピーしてください：',
  'header.table': 'データ表',
  'header.help': '使い方とキー操作',
  close: '閉じる',

  // 文と文のあいだ
  'sentence.gap': '',

  // 見どころ
  'say.label': '見どころ',
  'say.fold': 'たたむ',
  'say.unfold': 'ひらく',
  'say.title.none': '手法をひとつ選ぶ',
  'say.and': 'と',

  // リンクについての知らせ
  'notice.label': 'リンクについて',
  'notice.unknown': 'リンクの「{part}」は不明な項目なので、無視しました。',
  'notice.invalid': 'リンクの「{part}={value}」は使えない値なので、既定値に戻しました。',
  'notice.newer': 'このリンクは新しい版（v{value}）で作られています。読めるところだけ使いました。',
  'notice.dismiss': '知らせを閉じる',

  // パネル
  'panel.label': 'パラメータ',
  'panel.open': 'パラメータを開く',
  'panel.fold': 'パラメータをたたむ',
  'panel.loading': 'パネルを読み込んでいます…',
  'panel.formula': '式',
  'panel.default': 'ダブルクリックで既定値 {value} に戻る',
  'panel.value.of': '{label}の値',

  // パラメータの名前
  'param.lr': '学習率',
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
  'param.speed': '再生の速さ',

  // 受けつけない値
  'refusal.number': '数を入力してください（例：0.01、1e-3）。',
  'refusal.integer': '整数にしてください。',
  'refusal.min': '{bound} 以上にしてください。',
  'refusal.max': '{bound} 以下にしてください。',
  'refusal.above': '{bound} より大きくしてください。',
  'refusal.below': '{bound} より小さくしてください。',

  // 再生
  'transport.label': '再生',
  'transport.play': '再生',
  'transport.pause': '一時停止',
  'transport.back': '1 ステップ戻る',
  'transport.forward': '1 ステップ進む',
  'transport.reset': '出発点に戻る',
  'transport.scrub': 'ステップ',
  'transport.position': '{steps} 中 {step}',
  'transport.there': '今 {there} まで',
  'transport.speed': '再生の速さ',
  'transport.loop': 'くり返し',
  'transport.chart.hide': 'グラフを隠す',
  'transport.chart.show': 'グラフを出す',
  'transport.chart.larger': 'グラフを大きく',
  'transport.chart.smaller': 'グラフを元の大きさに',
  'transport.table.hide': '表を隠す',
  'transport.table.show': '表を出す',

  // キー操作
  'help.title': '使い方',

  // 言葉による要約
  'summary.label': '場面の要約',
  'summary.playing': '再生中。',

  // うまくいかないとき
  'error.title': 'この部分で問題が起きました',
  'error.what': '表示を続けられませんでした。ほかの部分はそのまま使えます。',
  'error.details': '詳しい内容',
  'error.retry': 'もう一度試す',
  'fetch.failed': 'この部分を読み込めませんでした。表示中のものはそのまま使えます。',
  'fetch.failed.again': 'まだ読み込めません。ネットワークの接続と、サーバーが動いているかを確かめてください。',
  'fetch.stay': 'この場面にとどまる',
  'error.reset': 'はじめの状態でやり直す',

  // 平面図・グラフ・データ表
  'chart.quantity': 'グラフに描くもの',
  'chart.hint': '触れると値を表示',
  'chart.veiled': 'ステップごとの曲線。続きは、問いに答えると見えます。',
  'chart.keys': '左右の矢印キーで値を読み、Enter でそのステップへ移る。',
  'chart.start': '出発点',
  'table.step': 'ステップ',
  'table.veiled': 'このあとの値は、問いに答えると見えます。',

  // 教室で見せる・書き出す
  'present.start': 'プレゼン',
  'present.leave': 'プレゼン表示を終える（Esc）',
  'present.caption': 'いまの見どころ',
  'key.present': 'プレゼン表示：パネルを隠して大きく映す（Esc で終わる）',
  'embed.open': 'Koubai で開く',
  'export.title': '書き出す',
  'take.waiting': 'まだ計算中です',

  // 自分の曲面
  'formula.own': '自分の式',
  'formula.draw': '描く',
  'formula.names': '続きの候補',
  'formula.position': '{position} 文字目：',
  'formula.nowhere': 'この範囲のどこでも、描ける値になりません。',

  // 計算のようす
  'badge.label': '計算のしかた',
  'machine.open': 'この端末のようすを見る',

  // 途中で止まったものと、その後
  'endure.context.lost': 'GPU が 3D の描画を中断しました。回復しだい続きから描きます。グラフと数値はそのまま使えます。',
  'endure.silent': '{seconds} 秒間、計算から応答がありません。まだ計算中かもしれません。待つか、起動し直してください。',
  'endure.silent.anew': '起動し直す',
  'endure.worker.restarted': '曲面と点の群れを計算するワーカーが止まったので、起動し直しました。',
  'endure.worker.given-up':
    'ワーカーが何度も止まるので、曲面と点の群れをページ本体で計算しています。少し遅くなります。',
  'endure.dismiss': 'この知らせを閉じる',

  // 問いのカード。<sgd>…</sgd> の中の言葉は、それが指すものといっしょに光る
  'tour.label': '問いのツアー',
  'tour.closed': '{count} つの問い',
  'tour.start': 'ツアーを始める',
  'tour.sets': '問いを開くと設定が変わります。「戻る」で元に戻せます。',
  'tour.sets.framed': '問いを開くと設定が変わります。',
  'tour.open': '問い {n} / {count}',
  'tour.next': '次の問い',
  'tour.previous': '前の問い',
  'tour.leave': 'ツアーを終える（場面はこのまま）',
  'tour.copy': 'ツアーのリンクをコピー',
  'tour.copied': 'リンクをコピーしました',
  'tour.unknown': 'このリンクのカード「{card}」は、この場面にはありません。',
  'card.predict': '予想する',
  'card.computing': '予想：{answer}（答えを計算している）',
  'card.waiting': '予想：{answer}（{step} 回目の更新で答えが出る）',
  'card.right': '予想どおり。{answer}',
  'card.wrong': '予想とは違った。{answer}',
  'card.undecided': 'いまの設定では、この問いの答えは決まりません。',
  'card.changed': '問いの設定から変わっているので、ここでは見どころを示せません。',
  'card.scene': 'この問いに合わせて、設定を切り替えました。',
  'card.again': '問いの設定に戻す',
} as const;
