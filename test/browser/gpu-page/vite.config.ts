import { defineConfig } from 'vite';

/* As the app is built, so that minifier and policy have their say. */
export default defineConfig({
  base: './',
  logLevel: 'error',
  worker: { format: 'es' },
  build: { emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
});
