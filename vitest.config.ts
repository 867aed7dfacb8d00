// Says which files are tests, how many run at once, and that a stray warning is a failure.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'apps/**/*.test.ts', 'bench/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['tests/support/no-warnings.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    dangerouslyIgnoreUnhandledErrors: false,
    passWithNoTests: false,
  },
});
