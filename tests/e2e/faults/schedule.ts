import { chance } from '../../tools/chance.ts';

/** What people do in a chat. `who` counts the buyers. */
export type Said = {
  readonly is: 'asks' | 'asks-with-a-card' | 'answers' | 'robot-answers' | 'closes';
  readonly who: number;
};

/** What goes wrong meanwhile. */
export const faults = [
  'worker-killed',
  'page-reloaded',
  'page-left-and-opened',
  'frames-held',
  'frames-mixed-and-doubled',
  'socket-dropped',
  'second-window',
  'extension-updated',
  'tab-crashed',
  'browser-restarted',
  'clock-two-hours-forward',
  'clock-two-hours-back',
  'clock-a-day-forward',
  'clock-a-day-back',
  'clock-set-right',
  'room-used-up',
  'room-given',
  'transaction-aborted',
  'log-of-version-1',
  'log-of-version-2',
  'permission-withdrawn',
  'permission-given-back',
  'a-moment',
] as const;
export type Fault = (typeof faults)[number];

export type Step = Said | { readonly is: Fault };

/** How often each fault comes, beside the others: those that take a browser seconds come less often. */
const weights: Readonly<Record<Fault, number>> = {
  'worker-killed': 5,
  'page-reloaded': 3,
  'page-left-and-opened': 2,
  'frames-held': 3,
  'frames-mixed-and-doubled': 3,
  'socket-dropped': 3,
  'second-window': 1,
  'extension-updated': 1,
  'tab-crashed': 1,
  'browser-restarted': 1,
  'clock-two-hours-forward': 1,
  'clock-two-hours-back': 1,
  'clock-a-day-forward': 1,
  'clock-a-day-back': 1,
  'clock-set-right': 2,
  'room-used-up': 2,
  'room-given': 2,
  'transaction-aborted': 3,
  'log-of-version-1': 1,
  'log-of-version-2': 1,
  'permission-withdrawn': 1,
  'permission-given-back': 2,
  'a-moment': 3,
};

const said = ['asks', 'asks', 'asks', 'answers', 'answers', 'asks-with-a-card', 'robot-answers', 'closes'] as const;
const buyers = 4;

/** What happens in one run, by its seed: some twenty things said, and a fault after every second of them. */
export function scheduleOf(seed: number, length = 20): Step[] {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T; // No list here is empty.
  const weighted = faults.flatMap(fault => Array.from({ length: weights[fault] }, () => fault));
  const steps: Step[] = [];
  for (let i = 0; i < length; i++) {
    steps.push({ is: pick(said), who: Math.floor(random() * buyers) });
    if (random() < 0.5) steps.push({ is: pick(weighted) });
  }
  return steps;
}

/** A schedule in one line, which `fromWords` reads. */
export function inWords(steps: readonly Step[]): string {
  return steps.map(step => ('who' in step ? `${step.who} ${step.is}` : `[${step.is}]`)).join(' · ');
}

/** The schedule that was told so. Throws where a word is none of it. */
export function fromWords(words: string): Step[] {
  return words.split(' · ').map(word => {
    const fault = faults.find(one => word === `[${one}]`);
    if (fault) return { is: fault };
    const [who, act] = word.split(' ');
    const is = said.find(one => one === act);
    if (!is || !/^\d$/.test(who ?? '')) throw new Error(`no step of a schedule: ${word}`);
    return { is, who: Number(who) };
  });
}
