/**
 * The one Content-Security-Policy the product works under: no inline code, no eval, no other origin.
 * The hash is the empty string's: leva adds one empty `<style>` and fills it through `insertRule`.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "img-src 'self' data: blob:",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
].join('; ');

/**
 * As near as the development server can come: React's refresh preamble is an inline script, Vite's hot styles are
 * `<style>` elements with text, its updates come over a web socket. A hash in `style-src` would switch
 * 'unsafe-inline' off, so it is left out. Eval and other origins stay forbidden.
 */
export const developmentPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob: ws:",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
].join('; ');

/** Cross-origin isolation: with it the WebAssembly kernels may use threads; without it things work, slower. */
export const isolationHeaders = Object.freeze({
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
});
