import { setTimeout as after } from 'node:timers/promises';
import type { Browser, CDPSession, Page, Protocol, Target } from 'puppeteer-core';
import { boxed, unboxed } from './browser-boxed.ts';
import { listenIn } from './browser-chromium-errors.ts';
import { eventually } from './browser-eventually.ts';

type Version = Protocol.ServiceWorker.ServiceWorkerVersion;

/** A worker's target, and who is attached to it: he hears its errors, asks it, and lets it run where it waits for a debugger. */
interface Attached {
  readonly id: string;
  readonly session: CDPSession;
}

/**
 * The extension's service worker in one run of Chromium. A worker that starts in the place of one that somebody was attached to
 * waits until a debugger lets it run, so whoever ends one lets go of it first, and whoever is attached lets it run again and again.
 */
export class ChromiumWorker {
  readonly #browser: Browser;
  readonly #errors: string[];
  readonly #attached = new Map<Target, Promise<Attached>>();
  readonly #watched = new WeakMap<Page, Promise<Watched>>();

  constructor(browser: Browser, errors: string[]) {
    this.#browser = browser;
    this.#errors = errors;
    const meet = (target: Target) => isWorker(target) && void this.#attach(target).catch(() => {});
    browser.on('targetcreated', meet);
    browser.targets().forEach(meet);
    browser.on('targetdestroyed', target => this.#attached.delete(target));
  }

  /** The extension's id, once there is a worker. */
  async host(): Promise<string> {
    const target = await this.#browser.waitForTarget(isWorker, { timeout: 20_000 });
    return new URL(target.url()).host;
  }

  /** Whether it is at work. `beside` is a page of the extension. */
  async isRunning(beside: Page): Promise<boolean> {
    return (await this.#watch(beside)).running() !== undefined;
  }

  /** What an expression gives in it; it is started for it. */
  async ask<T>(beside: Page, expression: string): Promise<T> {
    const giveUpAt = performance.now() + 5000;
    for (;;) {
      try {
        return await evaluated<T>(await this.session(beside), expression);
      } catch (problem) {
        if (!hadEnded.test(String(problem)) || performance.now() > giveUpAt) throw problem;
        await after(100);
      }
    }
  }

  /** Who is attached to the worker that runs; it is started where none does. */
  async session(beside: Page): Promise<CDPSession> {
    const watched = await this.#watch(beside);
    let found: Attached | undefined;
    const look = async () => {
      if (watched.running() === undefined) await watched.start();
      const all = await Promise.all([...this.#attached.values()].map(one => one.catch(() => undefined)));
      found = all.find(one => one?.id === watched.running()?.targetId);
      return found !== undefined;
    };
    await eventually(look, { within: 10_000, every: 50, what: 'the service worker, attached to' });
    if (!found) throw new Error('the service worker ended as it was asked');
    return found.session;
  }

  /** Ends it, as Chromium does with one that had nothing to do. */
  async stop(beside: Page): Promise<void> {
    const watched = await this.#watch(beside);
    const version = watched.running();
    if (version === undefined) return;
    const left = [...this.#attached];
    this.#attached.clear();
    await Promise.all(left.map(async ([, one]) => (await one).session.detach()).map(one => one.catch(() => {})));
    await watched.stop(version);
    // One who was attached as it ended, as those are who look at every target, keeps its place for the next: it may wait already.
    for (const [target] of left) {
      if (this.#browser.targets().includes(target)) await this.#attach(target).catch(() => {});
    }
  }

  #attach(target: Target): Promise<Attached> {
    const attaching = (async () => {
      const session = await target.createCDPSession();
      const { targetInfo } = await session.send('Target.getTargetInfo');
      void letRun(session);
      void listenIn(session, this.#errors).catch(() => {});
      return { id: targetInfo.targetId, session };
    })();
    this.#attached.set(target, attaching);
    return attaching;
  }

  #watch(beside: Page): Promise<Watched> {
    const watched = this.#watched.get(beside) ?? Watched.from(beside);
    this.#watched.set(beside, watched);
    return watched;
  }
}

/** What Chromium says of the extension's workers, to a page of the extension. */
class Watched {
  readonly #versions = new Map<string, Version>();
  readonly #session: CDPSession;
  readonly #scope: string;

  static async from(beside: Page): Promise<Watched> {
    const watched = new Watched(await beside.createCDPSession(), new URL('/', beside.url()).href);
    await watched.#session.send('ServiceWorker.enable');
    return watched;
  }

  private constructor(session: CDPSession, scope: string) {
    this.#session = session;
    this.#scope = scope;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions) this.#versions.set(version.versionId, version);
    });
  }

  /** The version that runs or is about to. */
  running(): Version | undefined {
    return [...this.#versions.values()].find(
      ({ scriptURL, status, runningStatus }) =>
        scriptURL.startsWith(this.#scope) && status !== 'redundant' && /^(?:starting|running)$/.test(runningStatus),
    );
  }

  async start(): Promise<void> {
    await this.#session.send('ServiceWorker.startWorker', { scopeURL: this.#scope });
  }

  async stop({ versionId }: Version): Promise<void> {
    let hasEnded = false;
    const listen = ({ versions }: Protocol.ServiceWorker.WorkerVersionUpdatedEvent) => {
      hasEnded ||= versions.some(one => one.versionId === versionId && one.runningStatus === 'stopped');
    };
    this.#session.on('ServiceWorker.workerVersionUpdated', listen);
    try {
      await this.#session.send('ServiceWorker.stopWorker', { versionId });
      await eventually(() => hasEnded, { within: 10_000, what: 'the end of the service worker' });
    } finally {
      this.#session.off('ServiceWorker.workerVersionUpdated', listen);
    }
  }
}

function isWorker(target: Target): boolean {
  return target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
}

/** What is said of a worker that was gone before it could answer. */
const hadEnded = /ended as it was asked|Target closed|Session closed|[Dd]etached/;

async function evaluated<T>(session: CDPSession, expression: string): Promise<T> {
  const asked = { expression: boxed(expression), awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', asked);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return unboxed<T>(result.value);
}

/** Lets a worker run that waits for a debugger, and every one that takes its place, for as long as the session lives. */
async function letRun(session: CDPSession): Promise<void> {
  try {
    for (;;) {
      // No answer comes while there is no worker; the next one gives it as it starts.
      await session.send('Runtime.runIfWaitingForDebugger');
      await after(200, undefined, { ref: false });
    }
  } catch {
    // The session is over.
  }
}
