import { defineContentScript } from 'wxt/utils/define-content-script';
import { startCopying } from '@/lib/page-world/start-copying';
import { wants } from '@/lib/platforms/wants';

// Registered by the background for the hosts that were granted, in the page's own world.
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  runAt: 'document_start',
  main() {
    startCopying(window, url => wants.some(wanted => wanted(url)));
  },
});
