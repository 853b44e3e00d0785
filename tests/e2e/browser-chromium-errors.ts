import type { Browser, CDPSession, Target } from 'puppeteer-core';

/** Collects the uncaught errors that come from the extension's own files, in every tab and every service worker. */
export function listenForErrors(browser: Browser, errors: string[]): void {
  browser.on('targetcreated', (target: Target) => {
    void listenIn(target, errors).catch(() => {
      // The target went away while we turned to it.
    });
  });
}

async function listenIn(target: Target, errors: string[]) {
  const session = await sessionOf(target);
  session?.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const text = exceptionDetails.exception?.description ?? exceptionDetails.text;
    const from = `${exceptionDetails.url ?? ''} ${exceptionDetails.stackTrace?.callFrames[0]?.url ?? ''} ${text}`;
    if (from.includes('chrome-extension://')) errors.push(text);
  });
  // What was thrown before is told as well.
  await session?.send('Runtime.enable');
}

async function sessionOf(target: Target): Promise<CDPSession | undefined> {
  if (target.type() === 'service_worker') return (await target.worker())?.client;
  return target.type() === 'page' ? target.createCDPSession() : undefined;
}
