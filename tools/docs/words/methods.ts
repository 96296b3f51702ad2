import type { Both } from './types.ts';

/** What each registration method does, in a line; a method may go without. */
export const methodWords: Readonly<Record<string, Both>> = {
  auto: {
    en: 'refines the start and a global one (FPFH and RANSAC) by GICP; a start that fits stays unless the other is clearly better; leaves outliers out, chooses voxel and limit',
    ja: '出発点と大域的に見つけた姿勢（FPFH と RANSAC）を GICP で仕上げる。合っている出発点は、もう一方が明らかによいときだけ捨てる。外れ点を除き、ボクセルと距離の上限も選ぶ',
  },
  'icp-point': { en: 'each point is drawn to its nearest', ja: '各点を、いちばん近い点へ引く' },
  'icp-plane': {
    en: 'each point is drawn to the plane through its nearest',
    ja: '各点を、いちばん近い点を通る面へ引く',
  },
  gicp: {
    en: 'plane to plane: both clouds’ covariances weigh the distances',
    ja: '面と面。両方の点群の共分散で距離に重みをつける',
  },
  'icp-robust': {
    en: 'point-to-point with Welsch weights, whose width shrinks from iteration to iteration',
    ja: '点–点に Welsch の重み。その幅を反復ごとに縮める',
  },
  ransac: {
    en: 'FPFH features, matches drawn by chance, then plane ICP; needs no start',
    ja: 'FPFH の特徴から対応をくじで選び、ICP（点–面）で仕上げる。出発点は要らない',
  },
  do: {
    en: 'learned maps from what the scene looks like to an update of the pose; knows one model',
    ja: 'シーンの特徴を姿勢の更新に変える、学んだ写像。知っているのはひとつのモデル',
  },
  'do-icp': { en: 'DO, then a robust ICP', ja: 'DO のあと、ロバスト ICP' },
};
