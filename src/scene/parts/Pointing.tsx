import { useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { Vector3, type PerspectiveCamera } from 'three';
import type { Drawn } from '../stage.ts';
import { panePointer, reachOf } from '../../view/clouds/pointer.ts';
import { clipFromWorld, projectTo } from '../../view/clouds/project.ts';
import type { Mutable3 } from '../../view/display.ts';

/** Where the pointer looks: its ray in the world, and how far a place is from it on the screen. */
export interface Ray {
  readonly origin: Mutable3;
  readonly direction: Mutable3;
  /** CSS pixels to a place of the world; NaN behind the eye. */
  readonly distanceTo: (place: Mutable3) => number;
  readonly reach: number;
}

/** The numbers of what is pointed at. */
export interface Pointed {
  readonly title: string;
  readonly colour?: string | undefined;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  /** The place of what is drawn there, where a press sets something: of an input plane, say. */
  readonly input?: readonly [x: number, y: number];
}

/** What each pane answers. */
export type Pointables = Map<number, (ray: Ray) => Pointed | null>;

export interface PointedAt extends Pointed {
  readonly clientX: number;
  readonly clientY: number;
}

interface Props {
  readonly drawn: Drawn;
  readonly pointables: Pointables;
  readonly onPointed: (pointed: PointedAt | null) => void;
  /** A click or tap; not the end of a drag that turned the picture. */
  readonly onPress: (pointed: PointedAt) => void;
}

const CLICK_TRAVEL = 5;

/** Asks the pane under the pointer what is there. */
export function Pointing({ drawn, pointables, onPointed, onPress }: Props) {
  const get = useThree((state) => state.get);
  const canvas = useThree((state) => state.gl.domElement);
  const { boxes } = drawn;
  const newest = useRef({ boxes, onPointed, onPress });
  useEffect(() => {
    newest.current = { boxes, onPointed, onPress };
  });
  const asked = useMemo(
    () => (event: PointerEvent) => {
      const { camera, size } = get();
      const at = panePointer(event, canvas, size, newest.current.boxes);
      const answer = at && pointables.get(at.pane);
      if (!at || !answer) return null;
      const seer = camera as PerspectiveCamera;
      seer.updateMatrixWorld();
      const clip = clipFromWorld(seer);
      const spot = { x: 0, y: 0, depth: 0 };
      const far = new Vector3((2 * at.x) / size.width - 1, 1 - (2 * at.y) / size.height, 0.5).unproject(seer);
      const pointed = answer({
        origin: seer.position,
        direction: far.sub(seer.position).normalize(),
        distanceTo({ x, y, z }) {
          projectTo(clip, size, x, y, z, spot);
          return spot.depth > 0 ? Math.hypot(spot.x - at.x, spot.y - at.y) : NaN;
        },
        reach: reachOf(event, 11, 22),
      });
      return pointed && { ...pointed, clientX: event.clientX, clientY: event.clientY };
    },
    [get, canvas, pointables],
  );
  useEffect(() => {
    let press: { readonly x: number; readonly y: number } | null = null;
    const down = (event: PointerEvent) => {
      press = event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
      newest.current.onPointed(null);
    };
    const move = (event: PointerEvent) => {
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      newest.current.onPointed(asked(event));
    };
    const up = (event: PointerEvent) => {
      const travel = press ? Math.hypot(event.clientX - press.x, event.clientY - press.y) : Infinity;
      press = null;
      const at = travel < CLICK_TRAVEL ? asked(event) : null;
      newest.current.onPointed(at);
      if (at) newest.current.onPress(at);
    };
    // A finger that lifts leaves, too: what it touched stays to be read.
    const leave = ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') newest.current.onPointed(null);
    };
    const all = [
      ['pointerdown', down],
      ['pointermove', move],
      ['pointerup', up],
      ['pointerleave', leave],
    ] as const;
    for (const [name, listener] of all) canvas.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of all) canvas.removeEventListener(name, listener);
    };
  }, [canvas, asked]);
  return null;
}

/** What a pane answers, for as long as it stands. */
export function usePointable(pointables: Pointables, box: number, answer: (ray: Ray) => Pointed | null): void {
  const newest = useRef(answer);
  useEffect(() => {
    newest.current = answer;
  });
  useEffect(() => {
    const own = (ray: Ray) => newest.current(ray);
    pointables.set(box, own);
    return () => {
      if (pointables.get(box) === own) pointables.delete(box);
    };
  }, [pointables, box]);
}
