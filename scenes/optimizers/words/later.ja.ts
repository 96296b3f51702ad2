/** 最適化の場面の言葉のうち、パネルとグラフだけが使うもの。最初の絵のあとに読み込む。 */
export const laterJa = {
  'panel.limit':
    'η < {limit} なら安定（曲率の最大値 λ = {curvature} による）。これを超えると、振れが大きくなり続ける。',
  'panel.limit.near':
    'η < {limit} なら、最小点 ({x}, {y}) の近くで安定（そこの曲率の最大値 λ = {curvature} による）。これを超えると、そこに落ち着かない。',
  'panel.limit.beyond': '（安定の限界 {limit} を超えている）',
} as const;
