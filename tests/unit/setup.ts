import { beforeEach, expect } from 'vitest';

// An assertion that never ran proves nothing (a loop over an empty folder, an unawaited promise).
beforeEach(() => {
  expect.hasAssertions();
});
