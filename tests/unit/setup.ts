import { beforeEach, expect } from 'vitest';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { locales } from '@/lib/i18n/locale';

// An assertion that never ran proves nothing (a loop over an empty folder, an unawaited promise).
beforeEach(() => {
  expect.hasAssertions();
});

// Where nothing is laid out, nothing scrolls.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView ??= () => {};

// A page has its language before it is drawn; so has every test.
await Promise.all(locales.map(loadCatalogue));
