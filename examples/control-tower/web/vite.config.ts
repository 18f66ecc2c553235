import { defineConfig } from 'vite';

// Built into one folder that the server hands out; JSX is Preact's, as tsconfig.json says.
export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: '../.build-web', emptyOutDir: true, modulePreload: { polyfill: false }, target: 'es2022' },
});
