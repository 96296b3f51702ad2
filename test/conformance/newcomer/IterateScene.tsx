import { useEffect, useMemo } from 'react';
import { BufferGeometry, Points, PointsMaterial, Vector3 } from 'three';
import { useRuns } from '../../../scenes/optimizers/runs/useRuns.ts';
import type { RunView } from '../../../scenes/optimizers/runs/runViews.ts';
import { inkColour } from '../../../src/view/palette.ts';
import { Stage } from '../../../src/view/Stage.tsx';

function pointsOf({ record, ink }: RunView): Points<BufferGeometry, PointsMaterial> {
  const at = Array.from(record.f, (f, i) => new Vector3(record.x[2 * i], record.x[2 * i + 1], f - 50));
  const material = new PointsMaterial({ color: inkColour('light', ink), size: 6, sizeAttenuation: false });
  return new Points(new BufferGeometry().setFromPoints(at), material);
}

interface Props {
  readonly onReady: () => void;
  readonly onError: (error: unknown) => void;
}

export function IterateScene({ onReady, onError }: Props) {
  const runs = useRuns();
  const clouds = useMemo(() => runs.map(pointsOf), [runs]);
  useEffect(onReady, [onReady]);
  // Whoever creates a GPU resource disposes of it.
  useEffect(
    () => () => {
      for (const { geometry, material } of clouds) {
        geometry.dispose();
        material.dispose();
      }
    },
    [clouds],
  );
  return (
    <Stage maxPixelRatio={2} label="Iterates" describedBy="summary" onError={onError}>
      {clouds.map((cloud) => (
        <primitive key={cloud.uuid} object={cloud} />
      ))}
    </Stage>
  );
}
