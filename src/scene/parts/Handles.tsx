import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Box } from '../../math/box.ts';
import { createHandle, type Handle, type OnHandle } from './handles.ts';
import './handles.css';

interface Props {
  /** As many as there are, always in the same order. */
  readonly handles: readonly Handle[];
  /** The pane in which they stand. */
  readonly box: Box;
  /** What the canvas fills. */
  readonly holder: HTMLElement;
  readonly onChange: OnHandle;
}

/** Handles in a picture: they follow the camera, and stay themselves while what they hold changes. */
export function Handles({ handles, box, holder, onChange }: Props) {
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const ids = handles.map(({ id }) => id).join();
  const shown = useMemo(() => ids.split(',').map(createHandle), [ids]);
  useEffect(() => {
    holder.append(...shown.map(({ element }) => element));
    return () => shown.forEach(({ element }) => element.remove());
  }, [holder, shown]);
  useEffect(() => {
    shown.forEach((handle, place) => handle.set(handles[place]!, onChange));
    invalidate();
  }, [shown, handles, onChange, invalidate]);
  useFrame(() => {
    const { camera, size } = get();
    for (const handle of shown) handle.place(camera as PerspectiveCamera, size, box);
  });
  return null;
}
