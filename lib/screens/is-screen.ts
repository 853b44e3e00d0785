import { browser } from 'wxt/browser';

/** Whether a message came from a page of ours, and not from a script of ours in somebody's page. */
export function isScreen({ url }: { readonly url?: string | undefined }): boolean {
  return url?.startsWith(browser.runtime.getURL('/')) ?? false;
}
