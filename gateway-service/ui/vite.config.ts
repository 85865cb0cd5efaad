import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const gateway = 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // one chunk of 196 kB gzipped; the budget for the first load is 230. What draws PDFs is loaded when it is asked for
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': gateway, '/auth': gateway } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC' },
    maxWorkers: 2,
    restoreMocks: true,
    // a busy machine is no failure
    testTimeout: 60_000,
    reporters: ['default', 'junit'],
    outputFile: { junit: 'target/vitest-reports/junit.xml' },
  },
});
