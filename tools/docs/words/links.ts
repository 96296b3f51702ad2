import { both, type Both } from './types.ts';

/** What a key means, and what stands behind its `=`; `{name}` is filled in from the code (links.ts). */
interface LinkWords {
  readonly meaning: Both;
  /** Absent: what the state's table says. */
  readonly values?: Both;
}

const flag = both('{flag}');
const say = (en: string, ja: string, values?: Both | readonly [en: string, ja: string]): LinkWords => ({
  meaning: { en, ja },
  ...(values && { values: 'en' in values ? values : { en: values[0], ja: values[1] } }),
});

const common = {
  v: say('Version of the format', '形式の版', both('`1`')),
  scene: say('The scene', '場面', ['its id; none for the optimizers', '場面の名前。最適化手法では書かない']),
  c: say('Camera', 'カメラ', [
    'azimuth, elevation (degrees), zoom, and where it looks (three numbers), joined by `,`',
    '方位、仰角（度）、拡大率、見る場所（数 3 つ）を `,` でつなぐ',
  ]),
  t: say('Step shown', '見せる更新', [
    '0 … {maxSteps} for the optimizers, else … 5000; with it the page opens at rest',
    '0〜{maxSteps}（ほかの場面では 5000 まで）。書くと、止まった状態で開く',
  ]),
  play: say('Whether it plays', '再生するか', flag),
  sp: say('Speed', '再生の速さ', both('{speed}')),
  loop: say('Loop', 'くり返し', flag),
  present: say('Presentation: panels away, all large', '発表（パネルを隠して大きく映す）', flag),
  card: say('The question that is open', '開いている問い', ['its id', 'その名前']),
  lang: say('Language', '言語', ['`ja`, `en`; as the browser prefers by default', '`ja`、`en`。既定はブラウザの設定']),
  theme: say('Theme', '配色', [
    '`light`, `dark`; as the device prefers by default',
    '`light`、`dark`。既定は端末の設定',
  ]),
} as const;

const optimizers = {
  s: say('Surface', '曲面', ['an id, `bowl` by default', '名前。既定は `bowl`']),
  f: say('Own formula in the place of `s`', '`s` の代わりの自分の式', [
    'in x and y, percent-encoded',
    'x と y の式。% で符号化する',
  ]),
  d: say('Its domain', 'その範囲', both('`x0,x1,y0,y1`')),
  a: say('Parameters of the surface', '曲面のパラメータ', [
    '`anisotropy:10`; more are joined by `;`',
    '`anisotropy:10`。いくつかあれば `;` でつなぐ',
  ]),
  x: say('Start', '出発点', ['`x,y` inside the domain', '範囲の中の `x,y`']),
  n: say('Updates', '更新回数', both('{steps}')),
  inj: say('A wrong gradient: update, gx, gy', 'まちがった勾配：何回目か, gx, gy', [
    '`5,10,0` adds (10, 0) to the gradient that update 5 sees',
    '`5,10,0` は 5 回目の更新が見る勾配に (10, 0) を足す',
  ]),
  lrc: say('lr changes: update, factor', '学習率の変更：何回目か, 倍率', [
    '`10,0.1`: from update 10 on a tenth of it',
    '`10,0.1`：10 回目の更新から 1/10',
  ]),
  rule: say('Own update rule, which runs as `own`', '自分の更新則。`own` の名で動く', [
    '`m = 0.9*m + g; x = x - lr*m`, percent-encoded; a line an assignment, `;` between them, `# name` first if it has one',
    '`m = 0.9*m + g; x = x - lr*m` を % で符号化する。1 行に代入 1 つ、`;` で区切り、名前があれば `# 名前` で始める',
  ]),
  sch: say('Learning-rate schedule: kind, updates, factor', '学習率のスケジュール：種類, 回数, 倍率', [
    '`step`, `exponential`, `cosine`, `warmup` or `onecycle`, as in `cosine,30,0`: over 30 updates to 0',
    '`step`、`exponential`、`cosine`、`warmup`、`onecycle`。`cosine,30,0` なら 30 回かけて 0 まで',
  ]),
  sel: say('The selected optimizer', '選んでいる手法', ['an id', '名前']),
  view: say('View', '見せかた', [
    '`relief`, `book`, `overlay`, `heat`, `tune`',
    '`relief`（立体）、`book`（本の図）、`overlay`（重ねる）、`heat`（地図）、`tune`（調整）',
  ]),
  hx: say('Across the heat map', '地図の横軸', [
    'a parameter of the selected optimizer or of the surface, or `steps`',
    '選んでいる手法か曲面のパラメータ、または `steps`',
  ]),
  hy: say('Up the heat map', '地図の縦軸', ['such a one, too', '同じく']),
  hm: say('What the heat map shows', '地図に見るもの', [
    '`loss` at the end, `steps` until converged',
    '`loss`（最後の f）、`steps`（収束までの更新回数）',
  ]),
  tb: say('Runs that each optimizer is tuned by', '調整で手法ごとに走らせる回数', both('{tuneBudget}')),
  ts: say('How learning rates are chosen', '学習率の選びかた', [
    '`grid` in equal ratios, `random`',
    '`grid`（等比）、`random`（でたらめ）',
  ]),
  tk: say('Which random ones', 'でたらめの種', both('{tuneSeed}')),
  h: say('Height', '高さ', ['`linear`, `log`', '`linear`（そのまま）、`log`（対数）']),
  ex: say('Height scale', '高さの倍率', both('{exaggeration}')),
  cut: say('Where the surface is cut', '切り口の高さ', ['a value of f', 'f の値']),
  plan: say('The plan below', '下の平面図', flag),
  swarm: say('The swarm', '点の群れ', flag),
  k: say('Starts in the swarm', '点の数', both('{swarmCount}')),
  labels: say('Labels', 'ラベル', flag),
  ar: say('The update of the selected optimizer as arrows', '選んでいる手法の更新を矢印で', flag),
  qm: say('The quadratic model at the step shown, as glass', 'いまの地点の二次近似をガラスで', flag),
  fl: say('The field of gradients', '勾配の場', flag),
  near: say('The place where the runs end, as large as the whole surface else', '終点のまわりだけを拡大', flag),
  drape: say('The map on top', '重ねる地図', [
    '`none`, `basins` (where each start ends)',
    '`none`（なし）、`basins`（どの点からどこへ着くか）',
  ]),
  zw: say('Only this part of the domain', '定義域のこの部分だけ', ['`x0,x1,y0,y1`', '`x0,x1,y0,y1`']),
  ch: say('What the chart shows', 'グラフに描くもの', [
    '`loss` (f − f_min), `x`, `y`, `gradient` (|∇f|), `step` (|Δ|), `rateX`, `rateY` (η/√h), `memoryX`, `memoryY` (v, b, m), `scaleX`, `scaleY` (h, s, v)',
    '`loss`（f − f_min）、`x`、`y`、`gradient`（|∇f|）、`step`（|Δ|）、`rateX`、`rateY`（η/√h）、`memoryX`、`memoryY`（v、b、m）、`scaleX`、`scaleY`（h、s、v）',
  ]),
  ns: say('SD of the gradients’ noise, σ', '勾配のノイズの標準偏差 σ', both('{noise}')),
  nb: say('Batch size: the noise’s SD is σ/√B', 'バッチの大きさ B。ノイズの標準偏差は σ/√B', both('{batch}')),
  nk: say('Seed of the noise', 'ノイズの種', both('{noiseSeed}')),
  o: say('Optimizers, joined by `,`', '手法。`,` でつなぐ', [
    '`adam.torch;lr:0.01;beta1:0.8`; `-sgd` switches one off; at most six run',
    '`adam.torch;lr:0.01;beta1:0.8`。`-sgd` はオフにする。オンは 6 つまで',
  ]),
} as const;

const registration = {
  data: say('What is registered', '重ね合わせるもの', [
    '{dataIds}; `own` asks for the files, which no link holds',
    '{dataIds}。`own` はファイルを求める（リンクには入らない）',
  ]),
  seed: say('Seed of all chance', 'すべての乱数の種', both('{whole}')),
  p: say('What is done to the model’s scene, joined by `;`', 'モデルの場面の乱し方。`;` でつなぐ', [
    '`points`, `rotation` (degrees), `translation`, `noise` (in half extents), `outliers`, `structured`, `missing` (0 … below 1)',
    '`points`、`rotation`（度）、`translation` と `noise`（モデルの長辺の半分が 1）、`outliers`、`structured`、`missing`（0 以上 1 未満）',
  ]),
  m: say(
    'One to four methods, joined by `~`',
    '手法 1〜4 個。`~` でつなぐ',
    both('`icp-point;search:target;kernel:huber;limit:0.5`'),
  ),
  sel: say('The selected view', '選んでいる図', ['0 … 3', '0〜3']),
  x: say('Where the source starts', 'source の出発点', [
    'a rotation about its centre (axis × degrees) and a shift: six numbers joined by `,`',
    '中心のまわりの回転（軸 × 度）と移動。6 つの数を `,` でつなぐ',
  ]),
  vox: say('Edge of the voxels that points are averaged in', '点を平均するボクセルの一辺', ['a length', '長さ']),
  ov: say('All in one picture', '1 枚に重ねる', flag),
  th: say('Threads', '糸', flag),
  res: say('Residuals in colour', 'ずれを色で', flag),
  prior: say('What `auto` makes of the start', '`auto` が出発点をどう扱うか', both('{startPriors}')),
  y: say('Chart', 'グラフ', both('{curveIds}')),
} as const;

const reconstruction = {
  pic: say('Where the picture comes from', '画像の出どころ', [
    '`shape` by default; {gallery}; `own` asks for it',
    '既定は `shape`。ほかに {gallery}。`own` は画像を求める',
  ]),
  draw: say('A drawing, for `pic=drawing`', '描いた絵（`pic=drawing` のとき）', [
    'what was drawn, all of it, in some 200 letters (2,000 at most)',
    '描いた絵のすべて。200 文字ほど（上限 2,000）',
  ]),
  cat: say('Category of the generator’s shape', '生成する形の種類', both('{categories}')),
  seed: say('Which shape of the category', 'その種類の、どの形か', both('{shapeSeed}')),
  view: say('View', '見るもの', both('{viewIds}')),
  panes: say('Clouds side by side, joined by `,`', '並べる点群。`,` でつなぐ', both('{paneIds}')),
  mir: say('Ask its mirror image, too; on by default', '左右反転した画像でも尋ねる。既定はオン', flag),
  pul: say('Pull strays onto the picture; on by default', 'はみ出した点を画像の中へ寄せる。既定はオン', flag),
  col: say('What colours the points', '点の色', [
    '`picture`: as the picture shows them, grey where it does not; `cloud`: one hue each',
    '`picture` は画像の色（写っていない点は灰色）、`cloud` は点群ごとの色',
  ]),
  err: say('Colour by distance to the truth', '正解からの距離を色で', flag),
  th: say('Threads', '糸', both('{threadIds}')),
  size: say('Size of the dots', '点の大きさ', both('{size}')),
  toy: say('The losses’ toy: shape', '損失のおもちゃ：形'),
  mo: say('Which optimizer looks for its mean shape', 'その平均の形を探す手法', ['an optimizer’s id', '手法の名前']),
  mlr: say('Its learning rate', 'その学習率', both('{meanLr}')),
  ms: say('Its seed', 'その種', both('{meanSeed}')),
  mn: say('Its points', 'その点の数', both('{meanPoints}')),
  n: say('Many answers: how many', 'いくつもの答え：個数', both('{samples}')),
  ns: say('Their seed', 'その種', both('{sampleSeed}')),
  with: say('What is kept to be compared, in the view `kin`', '比べるために置いた形（`kin` で）', [
    'a shape, as `mug:10`; {gallery}; or a drawing, as `draw` has it',
    '`mug:10` のような形、{gallery}、または `draw` と同じ書き方の絵',
  ]),
  mc: say('Their colour', 'その色'),
} as const;

const networks = {
  pts: say('Points of your own', '自分の点', ['seven letters a point: place and class', '1 点につき 7 文字：場所と組']),
  o: say('One to four optimizers, joined by `~`', '手法 1〜4 個。`~` でつなぐ', both('`sgd~momentum~adam`')),
  rule: say('Own update rule, which trains as `own`', '自分の更新則。`own` の名で訓練する', [
    'as in the optimizer scene, without `fmin`',
    '最適化手法の場面と同じ。ただし `fmin` は使えない',
  ]),
  orp: say(
    'Its numbers, where they are not the ones that it says',
    'その中の値を変えたもの',
    both('`lr:0.1;beta:0.8`'),
  ),
  lr: say('Their learning rates', 'その学習率', both('`sgd:0.5;adam:0.01`')),
  sel: say('The selected optimizer', '選んでいる手法', ['an id', '名前']),
  pc: say('Three nets that the plane goes through', '平面が通る 3 つのネット', [
    '`adam~sgd~start`: an optimizer’s end, `start`; the third may be `bend`',
    '`adam~sgd~start`。手法の終わり、`start`。3 つ目は `bend` でもよい',
  ]),
  op: say('What their rules have besides', '手法のほかのパラメータ', [
    '`momentum.momentum:0.5`; more are joined by `;`',
    '`momentum.momentum:0.5`。いくつかあれば `;` でつなぐ',
  ]),
  hx: say('Across the map of trainings', '学習の地図の横軸', [
    'a parameter of the selected optimizer, or `batch`, `width`, `depth`, `decay`, `dropout`',
    '選んでいる手法のパラメータ、または `batch`、`width`、`depth`、`decay`、`dropout`',
  ]),
  hy: say('Up the map', '地図の縦軸', ['such a one, too', '同じく']),
  st: say('The landscape in the colours of where trainings from it end', '地形の色を、そこから学習した行き先にする'),
  hk: say('Updates of each training of the map', '地図の学習ひとつの更新回数'),
  ho: say('Whose loss the map shows', '地図に見る損失'),
} as const;

/** By scene and key; `common` is every scene’s. */
const microscope = {
  dr: say('A digit that is drawn, instead of a test digit', 'テスト数字の代わりに書いた数字', [
    'four letters a point: x and y; strokes apart by `-`',
    '1 点につき 4 文字：x と y。線と線の間に `-`',
  ]),
};

export const linkWords: Readonly<Record<string, Readonly<Record<string, LinkWords>>>> = {
  common,
  optimizers,
  registration,
  reconstruction,
  networks,
  microscope,
};

/** A link of each scene, to show what they look like; a scene without one opens as it is at first. */
export const exampleLinks: Readonly<Record<string, string>> = {
  optimizers: 'v=1&s=beale&o=adam;lr:0.1,-sgd&t=20',
  registration: 'v=1&scene=registration&p=missing:0.7&m=icp-robust~do~do-icp',
  reconstruction: 'v=1&scene=reconstruction&cat=lamp&seed=3&panes=network,truth&th=emd',
};
