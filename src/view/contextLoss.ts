import { Texture, type Material, type Mesh, type Object3D, type ShaderMaterial } from 'three';

/** A context comes back within a second or two where it comes back at all; a graphics driver's restart takes the longest. */
const PATIENCE_MILLISECONDS = 8000;

export interface ContextListener {
  /** The context is gone; the last picture with it. */
  readonly lost: () => void;
  /** It is there again, empty: everything must be uploaded and drawn anew. */
  readonly restored: () => void;
  /** It did not come back while the page was in sight. */
  readonly gone: () => void;
}

/** Asks for a lost context back and tells how that goes. Returns a function that ends it. */
export function watchContext(
  canvas: HTMLCanvasElement,
  listener: ContextListener,
  patience = PATIENCE_MILLISECONDS,
): () => void {
  const page = canvas.ownerDocument;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  const stop = () => {
    waiting = false;
    clearTimeout(timer);
    page.removeEventListener('visibilitychange', start);
  };
  // Out of sight (a machine asleep, another tab) a context may be kept away for as long as that lasts.
  const start = () => {
    clearTimeout(timer);
    if (!waiting || page.hidden) return;
    timer = setTimeout(() => {
      stop();
      listener.gone();
    }, patience);
  };
  const lost = (event: Event) => {
    // Without this it would not be given back.
    event.preventDefault();
    stop();
    waiting = true;
    listener.lost();
    page.addEventListener('visibilitychange', start);
    start();
  };
  const restored = () => {
    stop();
    listener.restored();
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', restored);
  return () => {
    stop();
    canvas.removeEventListener('webglcontextlost', lost);
    canvas.removeEventListener('webglcontextrestored', restored);
  };
}

/**
 * Lets three forget what it holds on the GPU for `scene`; the next frame uploads it anew. To be called while the context is lost:
 * once it is back, three would take what the lost one held for its own, and free it there.
 */
export function letGo(scene: Object3D): void {
  scene.traverse((object) => {
    const { geometry, material } = object as Partial<Mesh>;
    geometry?.dispose();
    const materials: readonly Material[] = Array.isArray(material) ? material : material ? [material] : [];
    for (const one of materials) {
      for (const { value } of Object.values((one as Partial<ShaderMaterial>).uniforms ?? {})) {
        if (value instanceof Texture) value.dispose();
      }
      one.dispose();
    }
  });
}
