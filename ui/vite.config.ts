import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react(), everyComponentIsDressed()],
  // The window loads the page from its own files: relative addresses work from any scheme.
  base: './',
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    target: 'es2022',
    // Inlined pictures and fonts would be `data:` addresses, which the content security policy refuses for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    // What the first screen needs comes in a few files side by side, and not in the dozens that it shares with the other pages.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              tags: ['$initial'],
              test: /node_modules\/(react|react-dom|scheduler)\//,
              priority: 3,
            },
            { name: 'tanstack', tags: ['$initial'], test: /node_modules\/@tanstack\//, priority: 2 },
            { name: 'libraries', tags: ['$initial'], test: /node_modules\//, priority: 1 },
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['{src,kit}/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    // A test that hangs ends; one on a busy machine may take its time.
    testTimeout: 30_000,
  },
});

/** Refuses to build a page on which one of Mantine's components stands without the styles that `theme/mantine.ts` names. */
function everyComponentIsDressed(): Plugin {
  return {
    name: 'every-component-is-dressed',
    apply: 'build',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? Object.entries(part.modules) : [],
      );
      const styles = new Set([...this.getModuleIds()].map((id) => /core\/styles\/(\w+)\.css/.exec(id)?.[1]));
      for (const [id, { renderedLength }] of modules) {
        const component = /@mantine\/core\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1];
        if (component && renderedLength > 0 && !styles.has(component))
          this.error(`src/theme/mantine.ts must import '@mantine/core/styles/${component}.css'.`);
      }
    },
  };
}
