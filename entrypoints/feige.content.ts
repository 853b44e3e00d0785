import { defineContentScript } from 'wxt/utils/define-content-script';
import { feige } from '@/lib/platforms/feige/feige';
import { namedRows } from '@/lib/watch/named-rows';
import { watchFor } from '@/lib/watch/watch-for';

// Registered by the background for the hosts that were granted.
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  // A page could forge that message and silence us with it.
  noScriptStartedPostMessage: true,
  main: ctx => watchFor(feige, ctx, { rows: namedRows }),
});
