/** 二次の手法の言葉（日本語）。second.en.ts も同じ鍵を持つ。 */
export const secondJa = {
  'rule.together': '式の x は二つの座標をまとめたもの。B の連立方程式を解いて、x と y を一緒に動かす。',
  'rule.stopped.singular': 'ここでは B が特異で、一歩が決まらない。',
  'rule.stopped.least': 'この曲面の最小値はわからない。',
  'rule.stopped.residuals': 'この曲面は二乗の和の形をしていない。',
  'rule.told.shift': '曲がりの下限まで足した量',
  'rule.told.share': '進んだ割合',
  'rule.told.evaluations': '直線探索で f を調べた回数',
  'rule.told.lambda': 'ダンピング',
  'rule.told.accepted': '一歩を採用したか（1：採用、0：却下）',
  'panel.squares': '二乗和ではない曲面では動けない',
  'panel.least': '最小値のわからない曲面では動けない',
  'swarm.none': '点の群れは座標ごとの更新則で動く。連立方程式を解く {optimizer} にはない。',
};
