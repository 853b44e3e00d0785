import type { ChatPage } from './browser.ts';

/** A sampled profile of a page's main thread, as Chromium's protocol gives it. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  /** µs since the sample before. */
  readonly timeDeltas?: readonly number[];
}

/** Starts a profile and gives what ends it. Chromium only. */
export async function startProfile(chat: ChatPage): Promise<() => Promise<Profile>> {
  const session = await chat.puppeteer.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 1000 });
  await session.send('Profiler.start');
  return async () => (await session.send('Profiler.stop')).profile;
}

/** The longest time (ms) in which sample after sample was inside scripts whose address matches. */
export function longestStretch({ nodes, samples = [], timeDeltas = [] }: Profile, script: RegExp): number {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const ours = new Set<number>();
  const mark = (id: number, inside: boolean): void => {
    const node = byId.get(id);
    const isOurs = inside || script.test(node?.callFrame.url ?? '');
    if (isOurs) ours.add(id);
    for (const child of node?.children ?? []) mark(child, isOurs);
  };
  const [root] = nodes;
  if (root) mark(root.id, false);
  let longest = 0;
  let stretch = 0;
  samples.forEach((id, index) => {
    // The collector stops whoever runs; its time is that of the stretch it stands in.
    const isCollector = byId.get(id)?.callFrame.functionName === '(garbage collector)';
    stretch = ours.has(id) || (isCollector && stretch > 0) ? stretch + (timeDeltas[index] ?? 0) : 0;
    longest = Math.max(longest, stretch);
  });
  return longest / 1000;
}
