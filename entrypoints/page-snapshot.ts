import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageSnapshot } from '@/lib/report/page-snapshot';

// Put into a page when its seller asks how it is made, and no sooner: no page carries it.
export default defineUnlistedScript(() => pageSnapshot(document, location.host, Date.now()));
