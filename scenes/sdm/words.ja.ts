declare module '../../src/i18n/index.ts' {
  interface WordsOf {
    readonly sdm: keyof typeof ja;
  }
}

/** 教師あり降下法の場面の言葉。場面といっしょに読み込まれる。 */
export const ja = {
  'sdm.tagline': '下り方そのものを学ぶ',
  'sdm.about':
    'h(x) = y となる x を探す。教師あり降下法（SDM）は、出発点の例から「一歩の写像」を順に学び、どの出発点も同じ写像で動かす。ニュートン法は、いる場所の傾き h′ で一歩を決める。',
  'sdm.tip.thread': '糸 1 本が出発点 1 つ。右へ 1 目盛りで更新 1 回、高さが x。手前ほど x の小さい出発点。',
  'sdm.tip.map': '下の図：写像は h の上に引いた 1 本の直線。直線上の出発点は、その写像 1 回で x* に着く。',
  'sdm.tip.number': '数値の意味は、数値を指すと出る。',
  'sdm.canvas': '出発点 × 更新 × 値の糸。左は SDM、右はニュートン法',
  'sdm.h': '関数 h',
  'sdm.h.sin': 'sin x',
  'sdm.h.cube': 'x³',
  'sdm.h.erf': 'erf x',
  'sdm.h.exp': 'eˣ',
  'sdm.h.own': '自分の式',
  'sdm.formula.use': 'この式で学ぶ',
  'sdm.target': '目標',
  'sdm.maps': '写像の数',
  'sdm.samples': '出発点の数',
  'sdm.lambda': 'リッジ',
  'sdm.reach': '試す範囲（訓練の何倍か）',
  'sdm.low': '訓練の範囲の下端',
  'sdm.high': '訓練の範囲の上端',
  'sdm.seed': '乱数の種',
  'sdm.seed.next': 'ほかの出発点',
  'sdm.seed.what': '出発点を選び直す（S）',
  'sdm.training': '訓練の糸も描く',
  'sdm.more': '訓練の範囲と表示',
  'sdm.key.h': 'つぎの関数',
  'sdm.key.seed': '出発点を選び直す',
  'sdm.key.training': '訓練の糸',
  'sdm.title.test': '教師あり降下法（SDM）',
  'sdm.title.newton': 'ニュートン法',
  'sdm.way.test': '初めて見る {starts} 点、褐色の細い糸は訓練の {starts} 点',
  'sdm.way.newton': '初めて見る {starts} 点、h(x) = {formula}',
  'sdm.rms': '誤差',
  'sdm.rms.what': 'x − x* の二乗平均平方根（RMS）。1 点でも失われると数でなくなる。',
  'sdm.arrived': '到着',
  'sdm.arrived.what': 'x* との差が、訓練の範囲の幅の 1 % 以下になった出発点。',
  'sdm.outside': '枠の外',
  'sdm.outside.what': 'いま枠の外にある出発点（失われたものを含む）。糸は枠で切り、頭は縁に描く。',
  'sdm.axis.update': '更新 →',
  'sdm.axis.starts': '出発点',
  'sdm.map': '写像 {map}',
  'sdm.map.what': '太線に乗る点は、この写像 1 回で x* に着く。横線は、そのあとに残る誤差。',
  'sdm.onward.title': '同じ考えを SE(3) で',
  'sdm.onward':
    '判別的最適化（DO）は、点群を重ねる回転と移動を、学んだ 30 枚の写像で求める。x は姿勢に、h(x) − y は点の分布に変わる。',
  'sdm.line.test': 'SDM',
  'sdm.line.train': 'SDM（訓練）',
  'sdm.line.newton': 'ニュートン',
  'sdm.chart': '更新ごとの誤差（対数目盛）。初めて見る出発点と訓練の出発点の SDM、ニュートン法。',
  'sdm.chart.axis': '誤差（RMS、対数）',
  'sdm.table': 'h(x) = {formula}、y = {target}、x* = {answer}。各行の写像と、それを使ったあとの誤差（RMS）。',
  'sdm.column.slope': '傾き r',
  'sdm.column.bias': '切片 b',
  'sdm.column.train': '訓練',
  'sdm.column.test': '初見',
  'sdm.column.newton': 'ニュートン',
  'sdm.export.csv': '誤差と写像（CSV）',
  'sdm.summary': 'h(x) = {formula}、y = {target}。更新 {step} / {maps}。',
  'sdm.summary.pane': '{who}：誤差 {error}、到着 {arrived} / {starts}、枠の外 {outside} / {starts}。',
  'sdm.say.title': '出発点はどこへ行くか',
  'sdm.say.waiting': '学び終えるとすぐに始まる。',
  'sdm.say.start': '{formula} = {target} の解は x* = {answer}。{starts} 個の出発点を、まず同じ 1 枚の写像で動かす。',
  'sdm.say':
    '写像 {map} 枚で {arrived} / {starts} 点が x* に着き、誤差は {error}。ニュートン法は {newton} / {starts} 点。',
  'sdm.say.gone':
    '写像 {map} 枚で {arrived} / {starts} 点が x* に着いた（誤差 {error}）。ニュートン法は {outside} 点が枠の外へ跳んでいる。',
  'sdm.error.parameter': '設定を使えない：{name} {reason}。',
  'sdm.error.empty-range': '訓練の範囲 {low} … {high} が空。下端を上端より小さくする。',
  'sdm.error.no-answer':
    '{low} ≤ x ≤ {high} に h(x) = {target} の解はない（h は {least} から {greatest} まで）。目標か訓練の範囲を変える。',
  'sdm.error.not-finite': 'x = {x} で h の値が数にならない。そこを含まない範囲にする。',
  'sdm.error.lost':
    '学ぶ途中、出発点が x = {x} まで飛ばされ、h の値が数にならない。範囲を狭めるか、リッジを大きくする。',
  'card.sdm-steps.title': '学ぶのは一歩。費用ではない',
  'card.sdm-steps.ask':
    '写像は傾き 1 つと切片 1 つ。出発点が「平均して」x* に近づくように当てはめたもので、何かの費用を下げるわけではない。最初の写像で、どの点も x* に近づくだろうか。',
  'card.sdm-steps.answer.every': 'すべて近づく。',
  'card.sdm-steps.answer.average': '遠ざかる点もある。',
  'card.sdm-steps.look.start': 'はじめは {starts} 点で誤差 {error}。全部を同じ写像で動かす。',
  'card.sdm-steps.look':
    '写像 {map} で {starts} 点中 {away} 点は x* から遠ざかった。それでも全体の誤差は {error}。点ごとの費用でなく、全体の一歩を学んでいる。',
  'card.sdm-newton.title': 'ニュートン法が失敗し SDM が失敗しないのは？',
  'card.sdm-newton.ask': '同じ出発点から、右のニュートン法では枠の外へ跳ぶ点がある。どこから跳ぶのだろう。',
  'card.sdm-newton.answer.flat': 'h の平らなところ（h′ が小さい）。',
  'card.sdm-newton.answer.far': '解から遠いところ。',
  'card.sdm-newton.answer.nowhere': 'どこからも跳ばない。',
  'card.sdm-newton.look.start':
    'ニュートンの一歩は (h − y) / h′。{starts} 点の糸が枠を出る一歩では |h′| の中央値が {leaps}、ほかでは {usual} になる。',
  'card.sdm-newton.look':
    'ニュートン法では {starts} 点中 {outside} 点が枠の外。枠を出る一歩の |h′| は中央値 {leaps}（ほかは {usual}）。SDM は h′ で割らず、{arrived} 点が着いた。',
  'card.sdm-newton.look.none': '枠を出る点はない。SDM は {starts} 点中 {arrived} 点が着いた。',
  'card.sdm-range.title': '訓練した範囲の外では？',
  'card.sdm-range.ask':
    '訓練は −1.5 から 1.5 まで（左端の太い線）。その倍の幅から出発させると、外から出た点も x* に着くだろうか。',
  'card.sdm-range.answer.all': 'すべて着く。',
  'card.sdm-range.answer.some': '一部だけ着く。',
  'card.sdm-range.answer.none': 'ひとつも着かない。',
  'card.sdm-range.look.start': '訓練の範囲の中から {inside} 点、外から {outside} 点が出発する。',
  'card.sdm-range.look':
    '着いたのは、中から出た {inside} 点のうち {insideArrived} 点、外から出た {outside} 点のうち {outsideArrived} 点。写像は訓練で見た一歩しか知らない。',
  'card.sdm-ridge.title': 'なぜリッジを足すのか',
  'card.sdm-ridge.ask':
    'x³ の写像を、わずか 3 点から、リッジなし（λ = 0）で学ぶ。訓練の誤差は 0 になる。初めて見る 3 点は？',
  'card.sdm-ridge.answer.too': '同じように着く。',
  'card.sdm-ridge.answer.slower': '遅れるが近づく。',
  'card.sdm-ridge.answer.thrown': '出発したときより遠くへ飛ばされる。',
  'card.sdm-ridge.look.start': '訓練は {starts} 点。写像は 3 点ならほぼぴったり合う。',
  'card.sdm-ridge.look':
    '訓練の誤差は {train}、初めて見る点では {test}。λ = {lambda} なら傾きが抑えられて {ridge}。出発点が多ければ λ = 0 でもうまくいき、リッジは終わりを遅らせる。',
} as const;
