/** Whether this browser draws WebGL2 at all, and by which driver; null: it does not. Its context is given back at once. */
function probeWebgl(): { readonly renderer: string | null } {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return { renderer: null };
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { renderer };
}

export const probe = probeWebgl();
