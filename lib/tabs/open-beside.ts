import { browser } from 'wxt/browser';

// Firefox's sidebar, which the types that the browsers share do not know.
type WithSidebar = { readonly sidebarAction?: { open?(): Promise<void> } };

/** Whether this browser can put Lekas beside a page. */
export function canOpenBeside(): boolean {
  return sidebar()?.open !== undefined || browser.sidePanel?.open !== undefined;
}

/** Puts Lekas beside the pages of a window. Called in the click itself: browsers grant it only then. */
export async function openBeside(windowId: number): Promise<void> {
  const firefox = sidebar();
  if (firefox?.open) return firefox.open();
  await browser.sidePanel.open({ windowId });
}

const sidebar = () => (browser as WithSidebar).sidebarAction;
