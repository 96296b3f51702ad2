/** What this browser says of itself and of its machine; read once, when asked for. */
export interface Machine {
  /** The graphics driver's name for itself; null without WebGL2. */
  readonly adapter: string | null;
  readonly vendor: string | null;
  readonly crossOriginIsolated: boolean;
  readonly devicePixelRatio: number;
  readonly viewport: readonly [width: number, height: number];
  readonly browser: string;
  readonly languages: readonly string[];
  readonly processors: number;
}

/** Opens a WebGL2 context of its own for the adapter's name and gives it back at once. */
function adapterOf(): Pick<Machine, 'adapter' | 'vendor'> {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return { adapter: null, vendor: null };
  // Where the extension is withheld, the plain names stand, which browsers make anonymous.
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const adapter = String(context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  const vendor = String(context.getParameter(info ? info.UNMASKED_VENDOR_WEBGL : context.VENDOR));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { adapter, vendor };
}

export function readMachine(): Machine {
  return {
    ...adapterOf(),
    crossOriginIsolated: window.crossOriginIsolated,
    devicePixelRatio: window.devicePixelRatio,
    viewport: [window.innerWidth, window.innerHeight],
    browser: navigator.userAgent,
    languages: navigator.languages,
    processors: navigator.hardwareConcurrency,
  };
}
