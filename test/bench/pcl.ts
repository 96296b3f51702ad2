import { createRequire } from 'node:module';
import type { Points } from '../../src/clouds/types.ts';

/** The part of pcl.js 1.16 (PCL 1.13 in WebAssembly) that is used here. */
interface Pcl {
  init(): Promise<void>;
  readonly PointCloud: new () => PclCloud;
  readonly PointXYZ: new (x: number, y: number, z: number) => PclPoint;
  readonly IterativeClosestPoint: new () => PclIcp;
}

interface PclPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

interface Owned {
  readonly manager: { delete(): void };
}

interface PclCloud extends Owned {
  readonly points: { get(index: number): PclPoint };
  addPoint(point: PclPoint): void;
}

interface PclIcp extends Owned {
  setInputSource(cloud: PclCloud): void;
  setInputTarget(cloud: PclCloud): void;
  setMaximumIterations(count: number): void;
  setTransformationEpsilon(squared: number): void;
  setTransformationRotationEpsilon(cosine: number): void;
  align(output: PclCloud): void;
  hasConverged(): boolean;
}

/** What a run stops at: both in the meaning. PCL compares squared translations and cosines of angles. */
export interface Termination {
  readonly maxIterations: number;
  readonly rotationTolerance: number;
  readonly translationTolerance: number;
}

/** Point-to-point ICP from the identity, ready to be timed: the points are in PCL's memory, index and registration are in `align`. */
export interface PclRun {
  align(): void;
  /** Where the last `align` took the source. */
  aligned(): Points;
  free(): void;
}

/** Takes the CommonJS build: the package's ES module for Node asks for `__dirname`. */
export async function loadPcl(): Promise<(source: Points, target: Points, termination: Termination) => PclRun> {
  const require = createRequire(import.meta.url);
  const pcl = require('pcl.js') as Pcl;
  await pcl.init();

  const cloudOf = (points: Points): PclCloud => {
    const cloud = new pcl.PointCloud();
    for (let i = 0; i < points.length; i += 3) {
      cloud.addPoint(new pcl.PointXYZ(points[i]!, points[i + 1]!, points[i + 2]!));
    }
    return cloud;
  };

  return (source, target, termination) => {
    const from = cloudOf(source);
    const to = cloudOf(target);
    const output = new pcl.PointCloud();
    return {
      align() {
        const icp = new pcl.IterativeClosestPoint();
        icp.setInputSource(from);
        icp.setInputTarget(to);
        icp.setMaximumIterations(termination.maxIterations);
        icp.setTransformationEpsilon(termination.translationTolerance ** 2);
        icp.setTransformationRotationEpsilon(Math.cos(termination.rotationTolerance));
        icp.align(output);
        const converged = icp.hasConverged();
        icp.manager.delete();
        if (!converged) throw new Error('pcl.js has not converged');
      },
      aligned: () =>
        Float64Array.from({ length: source.length }, (_, i) => {
          const { x, y, z } = output.points.get(Math.floor(i / 3));
          return [x, y, z][i % 3]!;
        }),
      free: () => [from, to, output].forEach((cloud) => cloud.manager.delete()),
    };
  };
}
