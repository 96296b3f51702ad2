import type { Both } from './types.ts';

/** A flag in Japanese, and in English what commander’s own description leaves out; what holds without it, where that description does not say. */
interface FlagWords {
  readonly ja: string;
  readonly en?: string;
  readonly without?: Both;
}
type Commands = Readonly<Record<string, { readonly ja: string; readonly flags: Readonly<Record<string, FlagWords>> }>>;

const json = { ja: '人が読む形ではなく JSON で出す', without: { en: 'text', ja: 'テキスト' } } as const;
const workers = {
  ja: 'スレッドの数。結果は変わらない',
  en: 'their number changes no result',
  without: { en: 'one a core', ja: 'コアの数' },
} as const;
const maps = {
  ja: '`do` と `do-icp` の写像。`train-do` が同じモデル（1 バイトも違わない）で学んだもの',
  en: 'made with this very model, byte for byte',
  without: {
    en: 'the shipped ones, for `assets/clouds/spot.obj` alone',
    ja: '付属のもの。`assets/clouds/spot.obj` のときだけ',
  },
} as const;
const none = { en: 'none', ja: 'なし' } as const;
const required = { en: 'required', ja: '必ず書く' } as const;

/** What says one run of an optimizer: optimize and heatmap have them. */
const run = {
  '--surface': { ja: '`list` にある名前、または x と y の式', without: required },
  '--optimizer': {
    ja: '`list` にある名前、または `"own: x = x - lr*sign(g)"` のような自分の更新則',
    without: required,
  },
  '--semantics': {
    ja: '実装：`torch`、`book`、`paper`',
    without: { en: '`torch` if it has it, else its first', ja: '`torch`。なければその手法の最初の実装' },
  },
  '--lr': { ja: '`--set lr=…` を短くしたもの', without: { en: 'the optimizer’s own default', ja: '手法の既定値' } },
  '--set': {
    ja: '手法か曲面のパラメータ。何度でも書ける',
    without: { en: 'their defaults', ja: 'それぞれの既定値' },
  },
  '--start': {
    ja: '出発点',
    without: { en: 'the surface’s; a formula needs it', ja: '曲面のもの。式のときは必ず書く' },
  },
  '--domain': {
    ja: '地図の範囲',
    without: { en: 'the surface’s; a formula has none', ja: '曲面のもの。式にはない' },
  },
  '--steps': {
    ja: '更新回数。100,000 まで',
    without: { en: 'the surface’s; 200 for a formula', ja: '曲面のもの。式なら 200' },
  },
  '--noise': { ja: 'どの更新が見る勾配にも足す正規乱数の標準偏差 σ', without: none },
  '--batch': { ja: 'バッチの大きさ B。ノイズの標準偏差は σ/√B になる', without: { en: '1', ja: '1' } },
  '--noise-seed': { ja: 'どのノイズか', without: { en: '1', ja: '1' } },
  '--inject': { ja: 'その更新が見る勾配に (gx, gy) を一度だけ足す', without: none },
  '--lr-change': { ja: 'その更新から学習率を何倍にするか', without: none },
  '--schedule': {
    ja: '学習率のスケジュール：`step`、`exponential`、`cosine`、`warmup`、`onecycle` と回数、倍率',
    without: { en: 'lr stays', ja: '一定' },
  },
} as const;

/** Of a network and its data: train and gradcheck have them both. */
/** What trains one: train and train-map have them. */
const trainer = {
  '--batch-norm': { ja: '活性化の前にバッチ正規化を入れる', without: none },
  '--dropout': { ja: '各隠れ層で落とす割合', without: none },
  '--optimizer': { ja: '`list` にある名前、`muon`、または `"own: x = x - lr*sign(g)"` のような自分の更新則' },
  '--semantics': {
    ja: '実装：`torch`、`book`、`paper`',
    without: { en: '`torch` if it has it, else its first', ja: '`torch`。なければその手法の最初の実装' },
  },
  '--lr': { ja: '`--set lr=…` を短くしたもの', without: { en: 'the optimizer’s own default', ja: '手法の既定値' } },
  '--set': { ja: '手法のパラメータ。何度でも書ける', without: { en: 'its defaults', ja: '手法の既定値' } },
  '--batch': { ja: 'バッチの大きさ。0 ならすべてを一度に' },
} as const;

const network = {
  '--data': {
    ja: '`spirals`、`moons`、`circles`、`xor`、`and`、`or`、`nand`、`wave`、`digits`、またはファイル（x, y, label の CSV か、x と y の `.npz`）',
    en: 'CSV with x, y, label, or `.npz` with x and y',
    without: required,
  },
  '--samples': { ja: '描くデータの訓練サンプルの数。テスト用も同じ数' },
  '--noise': { ja: '描くデータに足すノイズの標準偏差' },
  '--layers': { ja: '隠れ層の幅を `,` でつなぐ。`none` なら隠れ層なし' },
  '--activation': { ja: '活性化関数：`identity`、`step`、`sigmoid`、`tanh`、`relu`、`leaky-relu`、`gelu`' },
  '--init': { ja: '重みの初期値：`zero`、`std`、`xavier`、`he`' },
  '--init-std': { ja: '`--init std` の標準偏差' },
  '--loss': {
    ja: '損失：`cross-entropy`、`squared-error`',
    without: {
      en: 'cross-entropy for classes, squared-error for values',
      ja: 'クラスなら cross-entropy、値なら squared-error',
    },
  },
  '--seed': { ja: '整数。種が同じなら結果も同じ' },
} as const;
const netData = {
  ja: 'ファイルがデータを持たないときのデータ：`digits` かファイル',
  without: { en: 'the file’s own', ja: 'ファイルのもの' },
} as const;
const netSamples = {
  ja: '訓練サンプルのうち、はじめのこの数だけを使う',
  without: { en: 'all', ja: 'すべて' },
} as const;

/** By command and long flag: tools/docs/flags.ts holds it to commander’s definitions. */
export const commandWords: Commands = {
  optimize: {
    ja: '手法を曲面の上で動かし、経路を出す',
    flags: {
      ...run,
      '--link': { ja: '上のすべての代わりに、リンクの中でオンになっている手法全部' },
      '--json': { ja: 'JSON で出す（既定）' },
      '--csv': { ja: 'CSV で出す', without: { en: 'JSON', ja: 'JSON' } },
    },
  },
  basin: {
    ja: '格子のどの点から出発しても手法を動かし、行き着く先を数える',
    flags: {
      '--surface': { ja: '`list` にある名前、または x と y の式。式には --domain が要る', without: required },
      '--optimizer': run['--optimizer'],
      '--semantics': run['--semantics'],
      '--lr': run['--lr'],
      '--set': run['--set'],
      '--domain': {
        ja: '極小点を探す範囲',
        without: { en: 'the surface’s; a formula has none', ja: '曲面のもの。式にはない' },
      },
      '--window': { ja: '出発点を並べる範囲' },
      '--steps': { ja: '更新回数。10,000 まで', en: 'at most 10,000' },
      '--size': { ja: '一辺の出発点の数。4096 まで' },
      '--backend': { ja: '`webasm`、`cpu`、`float64`' },
      '--workers': workers,
      '--out': { ja: '地図を .png か .npy に書き出す', without: none },
      '--theme': { ja: '絵の色：`light`、`dark`' },
      '--json': json,
    },
  },
  heatmap: {
    ja: 'ふたつのパラメータの値の組すべてで手法を動かし、最後の損失を表にする',
    flags: {
      ...run,
      '--x': {
        ja: '横に並べるパラメータと、その値：`名前=から:まで:個数`。等比なら `:log` を付ける',
        without: { en: 'lr, 64 values about one that suits the surface', ja: 'lr。曲面に合う学習率のまわりの 64 個' },
      },
      '--y': {
        ja: '縦に並べるパラメータと、その値',
        without: { en: 'the optimizer’s first other parameter, 64 values', ja: '手法の、lr の次のパラメータ。64 個' },
      },
      '--of': { ja: '`loss`：最後の損失だけ。`steps`：収束までの更新回数も' },
      '--workers': workers,
      '--json': json,
    },
  },
  tune: {
    ja: '同じ回数だけ走らせて、手法の学習率を公平に調整する',
    flags: {
      '--surface': { ...run['--surface'] },
      '--optimizers': {
        ja: '手法の名前を `,` でつなぐ。lr を持つもの',
        without: { en: 'all first-order ones that have an lr', ja: 'lr を持つ一次の手法すべて' },
      },
      '--start': { ...run['--start'] },
      '--steps': { ...run['--steps'] },
      '--budget': { ja: '手法ごとに走らせる回数' },
      '--search': { ja: '`random`：lr をでたらめに選ぶ。`grid`：等比に並べる' },
      '--second': {
        ja: 'もうひとつのパラメータ（momentum、beta1 など）も探す',
        without: { en: 'lr alone', ja: 'lr だけ' },
      },
      '--seed': { ja: '整数。種が同じなら結果も同じ' },
      '--workers': workers,
      '--json': json,
    },
  },
  register: {
    ja: '一方の点群をもう一方に重ね、姿勢を判定とともに出す',
    flags: {
      '--method': { ja: '`auto`、`icp-point`、`icp-plane`、`gicp`、`icp-robust`、`ransac`、`do`、`do-icp`' },
      '--kernel': {
        ja: 'ICP のロバストカーネル：`none`、`trimmed`、`huber`、`tukey`、`welsch`、`truncated`',
        without: { en: 'the method’s own', ja: '手法ごとのもの' },
      },
      '--max-distance': {
        ja: 'これより遠い対応を捨てる。ファイルの単位',
        without: { en: 'none is rejected (`auto` chooses)', ja: '捨てない（`auto` は自分で選ぶ）' },
      },
      '--max-iterations': { ja: 'ICP の反復の上限', without: { en: '200', ja: '200' } },
      '--search': {
        ja: '`source`：source の各点が最も近い target の点を探す。`target`：その逆',
        without: { en: '`source`', ja: '`source`' },
      },
      '--init': {
        ja: '出発点。4×4、target ← source。テキストか、`--json` の出力。`ransac` には要らない',
        en: 'target ← source, as `--json` prints it too; `ransac` needs none',
        without: { en: 'the clouds as they lie', ja: '置かれたまま' },
      },
      '--start': {
        ja: '`auto` が出発点をどう扱うか。`try`：合っていれば、明らかによい姿勢が見つからない限り残す。`trust`：出発点だけを仕上げる。`ignore`：使わない',
        en: '`try`: kept where it fits, unless something clearly better is found; `trust`: it alone is refined; `ignore`: not used',
        without: { en: '`try`', ja: '`try`' },
      },
      '--filter': {
        ja: '`auto` の前に外れ点を除くか：`auto`（多いときだけ）、`on`、`off`',
        en: '`auto`: where there are many',
        without: { en: '`auto`', ja: '`auto`' },
      },
      '--maps': maps,
      '--voxel': {
        ja: 'この大きさのボクセルごとに点を平均してから始める',
        without: { en: 'the clouds as they are (`auto` chooses)', ja: '点群そのまま（`auto` は自分で選ぶ）' },
      },
      '--seed': { ja: 'すべての乱数の種。種が同じなら結果も同じ' },
      '--no-refine': {
        ja: '`ransac` のあとの ICP（点–面）を省く',
        without: { en: 'plane ICP', ja: 'ICP（点–面）で仕上げる' },
      },
      '--out': {
        ja: '合わせた source を PLY で書く。ファイルの全部の点と項目を、float64 で動かす',
        en: 'moved in float64',
        without: none,
      },
      '--truth': { ja: '比べる 4×4 のテキスト。そこからどれだけ離れているかを出す', without: none },
      '--json': json,
    },
  },
  'train-do': {
    ja: 'モデルのための Discriminative Optimization の写像を学ぶ',
    flags: {
      '--out': { ja: '書き出す写像のファイル。`--maps` に渡す', without: required },
      '--samples': { ja: '学習する場面の数' },
      '--maps': { ja: '次々に当てる写像の数' },
      '--seed': { ja: '整数' },
      '--workers': workers,
      '--json': json,
    },
  },
  sweep: {
    ja: 'モデルを乱した場面の条件をひとつ変え、手法ごとの成功を数える',
    flags: {
      '--model': { ja: 'メッシュか点群', without: required },
      '--over': { ja: '条件と、a から b までの n 個の値', without: required },
      '--methods': { ja: '手法の名前を `,` でつなぐ' },
      '--maps': maps,
      '--trials': { ja: '値ごとの場面の数' },
      '--seed': { ja: '整数' },
      '--workers': workers,
      '--json': json,
    },
  },
  reconstruct: {
    ja: 'ひとつの物の画像を 1,024 点に変える',
    flags: {
      '--mask': {
        ja: '画像と同じ大きさの PNG、JPEG か WebP。その透明度、なければ白い所が物体',
        en: 'of the picture’s size: its transparency, or else white, is the object',
        without: {
          en: 'cut out as in the scene: by transparency, by the border’s colour, or in a guessed box',
          ja: '場面と同じに切り抜く（透明度か縁の色で。だめなら推測した枠の中で）',
        },
      },
      '--drawing': {
        ja: '画像の代わりに、ページで描いた絵。リンクの `draw=` の後の文字列、またはそのリンク',
        en: 'the text after `draw=`, or the whole link',
        without: { en: 'an image is read', ja: '画像を読む' },
      },
      '--box': {
        ja: '物体を囲む枠：左、上、幅、高さ。画像に対する割合か、どれかが 1 を超えるなら画素',
        en: 'left, top, width, height; pixels where one of them is above 1',
        without: {
          en: 'guessed, where neither transparency nor border tells the object',
          ja: '透明度も縁の色も頼れないときだけ推測する',
        },
      },
      '--samples': {
        ja: '違う答えを出すように学習した頭の答えを n 個。`cloud-1.ply` … `cloud-n.ply` に書く',
        en: 'of the head that was trained to differ, to `cloud-1.ply` … `cloud-n.ply`',
        without: { en: 'the network’s one answer', ja: 'ネットワークの答え 1 つ' },
      },
      '--seed': { ja: 'その雑音の種（答えが 1 つのときは何も変えない）' },
      '--no-mirror': {
        ja: '左右反転した画像では尋ねない',
        without: { en: 'both answers are united', ja: '両方の答えを合わせる' },
      },
      '--no-pull': {
        ja: '画像の物体からはみ出す点をそのままにする',
        without: { en: 'they are pulled onto it', ja: '物体の上へ寄せる' },
      },
      '--out': {
        ja: '点を PLY（double）で書く。名前が `.glb` で終われば小さな球として',
        en: 'double',
        without: none,
      },
      '--json': json,
    },
  },
  compare: {
    ja: 'ひとつの点群がもうひとつからどれだけ離れているか：Chamfer 距離、EMD、F 値',
    flags: { '--json': json },
  },
  shapes: {
    ja: '生成した形を書き出す：画像、点、メッシュ',
    flags: {
      '--category': { ja: '形の種類', without: required },
      '--seed': { ja: '整数。どの形を、どちらから、どの光で' },
      '--count': { ja: 'この種から続けていくつ' },
      '--out': { ja: '書き出すフォルダー。なければ作る', without: required },
      '--json': json,
    },
  },
  evaluate: {
    ja: '見たことのない形で、ネットワークを検索、平均、下限と並べて測る',
    flags: {
      '--set': {
        ja: '`procedural`、または `NAME.png`（`.jpg`、`.webp`）と `NAME.ply` の対のフォルダー。種類は NAME の最後の `-` より前',
        en: 'the category is NAME before its last dash',
      },
      '--count': { ja: '個数', without: { en: '1,000; of a folder all', ja: '1,000。フォルダーならすべて' } },
      '--seed': { ja: '手続き生成のどの組か' },
      '--categories': { ja: '名前を `,` でつなぐ。または `five`（はじめの 5 種類）、`all`' },
      '--crop-shift': {
        ja: '切り取りを 64 画素のうちこれだけずらす。向きは名前で決まる',
        without: { en: '0', ja: '0' },
      },
      '--crop-scale': { ja: '物体をこれだけ大きく見せる', without: { en: '1', ja: '1' } },
      '--silhouette': { ja: '陰影なし', without: { en: 'with shading', ja: '陰影つき' } },
      '--samples': {
        ja: '`"many": {"samples", "one", "bestByOracle"}` を加える：n 個の答えの CD の平均と、いちばんよいもの（正解を見て選ぶ）',
        en: 'adds `"many": {"samples", "one", "bestByOracle"}`: mean CD of one answer, and of the best',
        without: none,
      },
      '--no-mirror': {
        ja: '左右反転した画像では尋ねない',
        without: { en: 'both answers are united', ja: '両方の答えを合わせる' },
      },
      '--no-pull': {
        ja: '画像の物体からはみ出す点をそのままにする',
        without: { en: 'they are pulled onto it', ja: '物体の上へ寄せる' },
      },
      '--workers': workers,
      '--json': json,
    },
  },
  sdm: {
    ja: 'h(x) = y のための、教師あり降下法（SDM）の写像を学ぶ',
    flags: {
      '--function': { ja: '関数 h：`sin`、`cube`、`erf`、`exp`', without: { en: '`--formula`', ja: '`--formula`' } },
      '--formula': { ja: 'その代わりに、x の式で書いた自分の h', without: { en: '`--function`', ja: '`--function`' } },
      '--target': { ja: '届きたい y', without: { en: 'one that suits h', ja: 'h に合うもの' } },
      '--range': {
        ja: '出発点を取る範囲',
        without: { en: 'where h is usually looked at', ja: 'その h でよく使われる範囲' },
      },
      '--maps': { ja: '次々に当てる写像の数' },
      '--samples': { ja: '学習する出発点の数。試すのも同じ数' },
      '--lambda': { ja: 'リッジの強さ' },
      '--reach': { ja: '試すときの範囲は、学習の範囲の何倍か' },
      '--seed': { ja: '整数' },
      '--json': json,
    },
  },
  train: {
    ja: 'ニューラルネットワークを学習し、損失を出す',
    flags: {
      ...network,
      ...trainer,
      '--epochs': {
        ja: 'データを何巡するか',
        en: 'times through the data',
        without: { en: '500; of the digits 5', ja: '500。`digits` なら 5' },
      },
      '--record': {
        ja: '重みと損失を、この回数の更新ごとに残す',
        without: {
          en: 'a hundred records; of a large net fewer, but ten',
          ja: '100 個。大きなネットワークなら減らして、少なくとも 10 個',
        },
      },
      '--jitter': {
        ja: '画像を見せるたびに、どれだけ強く変形するか：0 … 1。回転、せん断、拡大縮小、移動',
        en: 'turned, sheared, scaled and moved at random',
      },
      '--precision': {
        ja: '計算の精度：`float64`、`float32`（大きなネットワークでは何倍も速い）',
        en: '`float32` is several times as fast on a large net',
      },
      '--out': { ja: '学習に沿った重みを `.npz` で書く', without: none },
      '--only-last': {
        ja: '最後の記録だけを書く。途中経過ではなく、使うためのネットワーク',
        without: { en: 'all records', ja: 'すべての記録' },
      },
      '--resume': { ja: 'Ctrl-C が残した FILE.part から続ける', without: { en: 'from the start', ja: 'はじめから' } },
      '--json': json,
    },
  },
  'train-map': {
    ja: 'ふたつの値の組すべてでニューラルネットワークを学習し、最後の損失を表にする',
    flags: {
      ...network,
      ...trainer,
      '--updates': { ja: '学習ひとつの更新回数' },
      '--precision': {
        ja: '計算の精度：`float64`、`float32`（大きなネットワークでは何倍も速い）',
        en: '`float32` is several times as fast on a large net',
      },
      '--x': {
        ja: '横に並べるもの（手法のパラメータ、または `batch`、`width`、`depth`、`decay`、`dropout`、`updates`）と、その値：`名前=から:まで:個数`。等比なら `:log` を付ける',
        en: 'a parameter of the optimizer, or batch, width, depth, decay, dropout, updates',
        without: { en: 'lr, 24 values about `--lr`', ja: 'lr。`--lr` のまわりの 24 個' },
      },
      '--y': {
        ja: '縦に並べるものと、その値',
        without: { en: 'the optimizer’s first other parameter, 24 values', ja: '手法の、lr の次のパラメータ。24 個' },
      },
      '--workers': workers,
      '--json': json,
    },
  },
  landscape: {
    ja: '学習したネットワークの損失を、重みを通る平面の上で計算する。学習の経路つき',
    flags: {
      '--directions': {
        ja: '平面：`random`（フィルターで正規化した乱数の 2 方向）、`pca`（経路の主成分）、`points`（3 つの記録を通る）',
      },
      '--grid': { ja: '一辺の点の数' },
      '--range': {
        ja: '一辺の半分',
        without: { en: '1 for `random`, else fitted to the path', ja: '`random` なら 1、ほかは経路に合わせる' },
      },
      '--points': {
        ja: '`points` の 3 つの記録を、更新の番号で',
        without: { en: 'the first, the middle one, the last', ja: '最初、まん中、最後' },
      },
      '--seed': { ja: '乱数の方向の種' },
      '--data': netData,
      '--samples': netSamples,
      '--backend': {
        ja: '`simd`（float32）、`float64`',
        without: { en: '`simd`: float32, where the machine has it', ja: '`simd`（float32）。なければ `float64`' },
      },
      '--workers': workers,
      '--json': json,
    },
  },
  gradcheck: {
    ja: '誤差逆伝播の勾配を数値微分と比べ、それぞれの時間を測る',
    flags: { ...network, '--json': json },
  },
  hessian: {
    ja: '学習したネットワークの、損失のヘッセ行列の大きい固有値を出す',
    flags: {
      '--top': { ja: 'いくつ出すか' },
      '--at': { ja: 'どの記録で。更新の番号', without: { en: 'the last', ja: '最後' } },
      '--data': netData,
      '--samples': netSamples,
      '--json': json,
    },
  },
  experiment: {
    ja: '本の実験をひとつ、手書き数字で動かし、曲線を出す',
    flags: { '--seed': { ja: '整数。種が同じなら結果も同じ' }, '--json': json },
  },
  search: {
    ja: '手書き数字のネットワークの、重み減衰と学習率を探す',
    flags: {
      '--data': { ja: '`digits`', without: { en: 'digits', ja: '`digits`' } },
      '--subset': { ja: '使う訓練データの数' },
      '--layers': { ja: '隠れ層の幅を `,` でつなぐ' },
      '--trials': { ja: '試行の数' },
      '--epochs': { ja: '試行ごとのエポック数' },
      '--strategy': { ja: '探し方：`random`、`grid`、`genetic`' },
      '--population': { ja: '`genetic` の、1 世代の試行の数' },
      '--seed': { ja: '整数。種が同じなら結果も同じ' },
      '--workers': workers,
      '--out': { ja: '試行を JSON で書き出す', without: none },
      '--resume': { ja: 'Ctrl-C で残った FILE.part から続ける', without: { en: 'from the start', ja: 'はじめから' } },
      '--json': json,
    },
  },
  activations: {
    ja: '重みの初期値が、層ごとの活性をどうするかを見る',
    flags: {
      '--init': network['--init'],
      '--init-std': network['--init-std'],
      '--activation': network['--activation'],
      '--layers': { ja: '層の幅を `,` でつなぐ' },
      '--inputs': { ja: 'サンプルの数' },
      '--batch-norm': { ja: '活性化の前にバッチ正規化を入れる。統計はこのサンプルのもの', without: none },
      '--bins': { ja: 'ヒストグラムの階級の数' },
      '--seed': { ja: '重みとサンプルの種' },
      '--json': json,
    },
  },
  classify: {
    ja: '描いた数字を読む',
    flags: {
      '--net': {
        ja: '数字で学習したもの：`.npz` か `.safetensors`',
        without: { en: 'the shipped one', ja: '付属のもの' },
      },
      '--json': json,
    },
  },
  list: { ja: '曲面、最適化手法、位置合わせの手法を並べる', flags: { '--json': json } },
};
