import type { Browser, CDPSession } from 'puppeteer-core';

/** Collects the uncaught errors that come from the extension's own files, in every tab. */
export function listenInTabs(browser: Browser, errors: string[]): void {
  browser.on('targetcreated', target => {
    if (target.type() !== 'page') return;
    void target
      .createCDPSession()
      .then(session => listenIn(session, errors))
      .catch(() => {
        // The target went away while we turned to it.
      });
  });
}

/** The same in whatever the session is attached to. */
export async function listenIn(session: CDPSession, errors: string[]): Promise<void> {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const text = exceptionDetails.exception?.description ?? exceptionDetails.text;
    const from = `${exceptionDetails.url ?? ''} ${exceptionDetails.stackTrace?.callFrames[0]?.url ?? ''} ${text}`;
    if (from.includes('chrome-extension://')) errors.push(text);
  });
  // What was thrown before is told as well.
  await session.send('Runtime.enable');
}
