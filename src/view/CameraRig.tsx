import { OrbitControls } from '@react-three/drei';
import { useFrame, useThree } from '@react-three/fiber';
import { useCallback, useEffect, useRef, type ComponentRef } from 'react';
import type { PerspectiveCamera } from 'three';
import type { CameraState } from '../state/common.ts';
import { axesOf, type Direction, type Framing } from './framing.ts';
import { turned } from './turn.ts';

export interface CameraRigProps {
  readonly framing: Framing;
  readonly direction: Direction;
  /** null: as framed, from `direction`. */
  readonly camera: CameraState | null;
  /** What world it looks at, where the same thing may be drawn at another scale: then the camera flies there. */
  readonly world?: World;
  /** No easing: reduced motion, and the first picture. */
  readonly instant: boolean;
  readonly onCamera: (camera: CameraState) => void;
}

/** A world of scene units: which thing is drawn in it, what of the thing stands in its middle, and how many units a unit of the thing has. */
export interface World {
  readonly of: string;
  readonly centreX: number;
  readonly centreY: number;
  readonly scale: number;
}

/** A flight is at most from so many times as far. */
const FARTHEST = 12;

/** The pose that sees the same of a thing once it is drawn at another scale; where that is too far a way, nearer on the same line. */
export function carried(pose: Pose, from: World, to: World): void {
  const ratio = to.scale / from.scale;
  const kept = Math.min(Math.max(ratio, 1 / FARTHEST), FARTHEST);
  const shifts = [(from.centreX - to.centreX) * to.scale, 0, (to.centreY - from.centreY) * to.scale];
  for (let k = 0; k < 3; k++) {
    for (const o of [0, 3]) pose[o + k] = ((pose[o + k] as number) * ratio + (shifts[k] as number)) * (kept / ratio);
  }
}

/** x, y, z of the eye, of its target, and the target's offset in the window: what eases when the framing changes. */
type Pose = Float64Array;
const SECONDS_TO_HALF = 0.09;

function poseOf(framing: Framing, direction: Direction, camera: CameraState | null, out: Pose): Pose {
  const { back } = axesOf(camera ?? direction);
  const pan = camera?.pan ?? [0, 0, 0];
  const distance = framing.distance / (camera?.zoom ?? 1);
  for (let k = 0; k < 3; k++) {
    const target = (framing.target[k] as number) + (pan[k] as number);
    out[k] = target + distance * (back[k] as number);
    out[3 + k] = target;
  }
  out[6] = framing.offsetX;
  out[7] = framing.offsetY;
  return out;
}

/** What the store keeps of where the visitor turned the camera. */
function stateOf(
  camera: PerspectiveCamera,
  target: { x: number; y: number; z: number },
  framing: Framing,
): CameraState {
  const [x, y, z] = [camera.position.x - target.x, camera.position.y - target.y, camera.position.z - target.z];
  const distance = Math.hypot(x, y, z);
  const degrees = 180 / Math.PI;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    azimuth: round(Math.atan2(x, z) * degrees),
    elevation: round(Math.asin(y / distance) * degrees),
    zoom: round(framing.distance / distance),
    pan: [
      round(target.x - framing.target[0]),
      round(target.y - framing.target[1]),
      round(target.z - framing.target[2]),
    ],
  };
}

/** Orbit, zoom and pan by drei's controls, or by keys while the canvas has the focus; framing and links ease the camera to where they want it, a touch interrupts. */
export function CameraRig({ framing, direction, camera, world, instant, onCamera }: CameraRigProps) {
  const controls = useRef<ComponentRef<typeof OrbitControls>>(null);
  const get = useThree((state) => state.get);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const wanted = useRef<Pose>(new Float64Array(8));
  const pose = useRef<Pose | null>(null);
  const held = useRef(false);
  const easing = useRef(false);
  const drawnIn = useRef(world);

  useEffect(() => {
    poseOf(framing, direction, camera, wanted.current);
    const before = drawnIn.current;
    drawnIn.current = world;
    if (pose.current === null || instant) pose.current = Float64Array.from(wanted.current);
    else if (before && world && before !== world && before.of === world.of) carried(pose.current, before, world);
    easing.current = true;
    invalidate();
  }, [framing, direction, camera, world, size, instant, invalidate]);

  useFrame((_, seconds) => {
    const now = pose.current;
    if (!easing.current || !now || held.current) return;
    const keep = 0.5 ** (Math.min(seconds, 0.1) / SECONDS_TO_HALF);
    let rest = 0;
    for (let k = 0; k < 8; k++) {
      const gap = (wanted.current[k] as number) - (now[k] as number);
      now[k] = Math.abs(gap) * keep < 1e-3 ? (wanted.current[k] as number) : (wanted.current[k] as number) - gap * keep;
      rest += Math.abs((wanted.current[k] as number) - (now[k] as number));
    }
    const { camera } = get() as { camera: PerspectiveCamera };
    camera.position.set(now[0] as number, now[1] as number, now[2]);
    controls.current?.target.set(now[3] as number, now[4] as number, now[5]);
    camera.lookAt(now[3] as number, now[4] as number, now[5] as number);
    camera.setViewOffset(size.width, size.height, -(now[6] as number), -(now[7] as number), size.width, size.height);
    camera.updateMatrixWorld();
    if (rest > 0) invalidate();
    else easing.current = false;
  }, -2);

  const start = useCallback(() => {
    held.current = true;
  }, []);
  const end = useCallback(() => {
    held.current = false;
    const { camera } = get() as { camera: PerspectiveCamera };
    const target = controls.current?.target;
    if (!target || !pose.current) return;
    const now = [...camera.position.toArray(), ...target.toArray()];
    // A click turns nothing: the camera stays as framed.
    if (now.every((value, k) => Math.abs(value - (pose.current?.[k] ?? NaN)) < 1e-9)) return;
    pose.current.set(now);
    onCamera(stateOf(camera, target, framing));
  }, [framing, get, onCamera]);

  const canvas = useThree((state) => state.gl.domElement);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const now: CameraState = camera ?? { ...direction, zoom: 1, pan: [0, 0, 0] };
      const next = turned(now, event.key, event.shiftKey);
      if (!next) return;
      // The page's own keys keep out.
      event.preventDefault();
      onCamera(next);
    };
    canvas.addEventListener('keydown', onKeyDown);
    return () => {
      canvas.removeEventListener('keydown', onKeyDown);
    };
  }, [canvas, camera, direction, onCamera]);

  return (
    <OrbitControls
      ref={controls}
      makeDefault
      enableDamping={false}
      maxPolarAngle={Math.PI / 2 - 0.03}
      minDistance={3}
      maxDistance={300}
      onStart={start}
      onEnd={end}
    />
  );
}
