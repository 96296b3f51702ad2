import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { Box } from '../../../src/math/box.ts';
import type { PictureStore } from '../../../src/runs/pictures.ts';
import { catchUp } from '../../../src/view/catchUp.ts';
import type { LabelLayer } from '../../../src/view/LabelLayer.ts';
import type { Palette } from '../../../src/view/palette.ts';
import { pictureBox, takePicture } from '../../../src/view/takePicture.ts';
import type { SharedUniforms } from '../../../src/view/uniforms.ts';

/** Lets the export have this scene's picture for as long as the scene stands. */
export function usePicture(pictures: PictureStore, shared: SharedUniforms, labels: LabelLayer, palette: Palette): void {
  const get = useThree((state) => state.get);
  useEffect(() => {
    const subject = () => {
      catchUp(get());
      const { gl, scene, camera } = get();
      return { gl, scene, camera, shared, labels: labels.painted(), paper: palette.paper };
    };
    const draw = (scale: number, box?: Box) => takePicture(subject(), scale, box);
    pictures.setState({ draw, box: () => pictureBox(subject()) });
    return () => {
      if (pictures.getState().draw === draw) pictures.setState({ draw: null, box: undefined });
    };
  }, [pictures, get, shared, labels, palette]);
}
