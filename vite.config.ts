import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { buildStamp } from './tools/build-stamp.mjs';
import { openingPreview } from './tools/previews/opening.mjs';
import { developmentPolicy, isolationHeaders } from './tools/policy.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  // Relative addresses: the same build works under any path of any static host.
  base: './',
  plugins: [react(), buildStamp(root), openingPreview(process.env['KOUBAI_SITE'] ?? '')],
  server: {
    headers: { ...isolationHeaders, 'Content-Security-Policy': developmentPolicy },
  },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // The policy refuses `data:` fonts and scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    // The budgets follow the manifest from the entry (tools/budget.mjs).
    manifest: true,
    // GPU.js and three are larger than Vite's taste; budgets are checked by size-limit.
    chunkSizeWarningLimit: 1200,
  },
});
