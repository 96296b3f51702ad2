/** What `watchDrawing` leaves on the page's global object. */
export interface DrawnFrames {
  /** When the first two animation frames in which WebGL drew something began: two frames make a moving picture. */
  readonly first: number[];
  /** Settles once the next frame has been drawn, the GPU's work included, with the time. */
  next: () => Promise<number>;
}

/** Runs in the page before its scripts: notes what WebGL draws onto canvases that the document shows. */
export function watchDrawing(): void {
  const first: number[] = [];
  let waiting: ((ms: number) => void)[] = [];
  const next = () => new Promise<number>((resolve) => waiting.push(resolve));
  Object.assign(globalThis, { koubaiDrawn: { first, next } satisfies DrawnFrames });

  const noted = (gl: WebGL2RenderingContext): void => {
    if (!(gl.canvas instanceof HTMLCanvasElement) || !gl.canvas.isConnected) return;
    const now = document.timeline.currentTime as number;
    if (first.length < 2 && first.at(-1) !== now) first.push(now);
    const told = waiting;
    if (told.length === 0) return;
    waiting = [];
    // A microtask runs when the frame's callback is over, so after its last draw call.
    queueMicrotask(() => {
      gl.finish();
      for (const tell of told) tell(performance.now());
    });
  };
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const) {
    const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...args: unknown[]) => void>;
    const original = prototype[name];
    if (!original) throw new Error(`WebGL2 has no ${name}`);
    prototype[name] = function (this: WebGL2RenderingContext, ...args: unknown[]): void {
      original.apply(this, args);
      noted(this);
    };
  }
}
