/** 最適化の場面の言葉のうち、パネルとグラフだけが使うもの。最初の絵のあとに読み込む。 */
export const laterJa = {
  'panel.limit':
    'η < {limit} なら安定（曲率の最大値 λ = {curvature} による）。これを超えると、振れが大きくなり続ける。',
  'panel.limit.near':
    'η < {limit} なら、最小点 ({x}, {y}) の近くで安定（そこの曲率の最大値 λ = {curvature} による）。これを超えると、そこに落ち着かない。',
  'panel.limit.beyond': '（安定の限界 {limit} を超えている）',
  'panel.section.noise': '勾配のノイズ（確率的勾配）',
  'panel.section.noise.on': '勾配のノイズ（確率的勾配・オン）',
  'panel.noiseSeed': 'ノイズの種',
  'panel.noiseSeed.next': '次の種',
  'panel.noiseSeed.what': '別のノイズで走らせる',
  'panel.noise.note':
    'どの更新も、∇f に平均 0、標準偏差 σ/√B の正規乱数を足した勾配を見る（標本ごとのばらつきが σ のミニバッチ B 個の平均に当たる）。同じ更新では、どの手法も同じノイズを見る。点の群れでは点ごとに違う。',
  'param.noise': 'ノイズの標準偏差',
  'param.batch': 'バッチの大きさ',
  'param.noiseSeed': 'ノイズの種',
  'badge.class.counting': '整数（2²⁴ まで）',
} as const;
