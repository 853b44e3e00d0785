import { defineContentScript } from 'wxt/utils/define-content-script';
import { feigeNumbers } from '@/lib/platforms/feige/numbers';
import { watchNumbers } from '@/lib/watch/watch-numbers';

// Registered by the background where the page of the platform's own numbers was granted.
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  // A page could forge that message and silence us with it.
  noScriptStartedPostMessage: true,
  main: ctx => watchNumbers(feigeNumbers, ctx),
});
