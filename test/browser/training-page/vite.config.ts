export { default } from '../gpu-page/vite.config.ts';
