import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { PictureStore } from '../../../src/runs/pictures.ts';
import type { LabelLayer } from '../../../src/view/LabelLayer.ts';
import type { Palette } from '../../../src/view/palette.ts';
import { takePicture } from '../../../src/view/takePicture.ts';
import type { SharedUniforms } from '../../../src/view/uniforms.ts';

/** Lets the export have this scene's picture for as long as the scene stands. */
export function usePicture(pictures: PictureStore, shared: SharedUniforms, labels: LabelLayer, palette: Palette): void {
  const get = useThree((state) => state.get);
  useEffect(() => {
    const draw = (scale: number) => {
      const { gl, scene, camera } = get();
      return takePicture({ gl, scene, camera, shared, labels: labels.painted(), paper: palette.paper }, scale);
    };
    pictures.setState({ draw });
    return () => {
      if (pictures.getState().draw === draw) pictures.setState({ draw: null });
    };
  }, [pictures, get, shared, labels, palette]);
}
