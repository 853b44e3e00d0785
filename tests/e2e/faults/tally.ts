import type { PlayedOne } from './lane.ts';
import { inWords } from './schedule.ts';

const secondsIn = (ms: number) => (ms / 1000).toFixed(1);

/** One schedule in a line; one that failed whole, with how it is played again. */
export function told({ browser, name, steps, after, seconds, waitedMs, problem, sent, ...log }: PlayedOne): string {
  const head = `${browser}, ${name}: `;
  if (problem === null) {
    return `${head}ok, ${sent} messages, all logged ${secondsIn(waitedMs)} s after the last opening (${seconds.toFixed(1)} s)`;
  }
  const before = after.length === 0 ? 'a new browser' : `the browser of ${after.join(', ')}`;
  return [
    `${head}FAILED in ${before}; ${sent} messages sent, ${log.logged} logged, ${log.lost.length} lost, ${log.invented.length} too many`,
    `  npm run faults -- --browser ${browser} --play '${inWords(steps)}'`,
    problem.replace(/^/gm, '  '),
  ].join('\n');
}

/** All of them in a line. */
export function summed(all: readonly PlayedOne[]): string {
  const failed = all.filter(({ problem }) => problem !== null);
  const sum = (count: (played: PlayedOne) => number) => all.reduce((total, played) => total + count(played), 0);
  const counts = [
    `${sum(({ sent }) => sent)} messages sent`,
    `${sum(({ logged }) => logged)} logged`,
    `${sum(({ lost }) => lost.length)} lost`,
    `${sum(({ invented }) => invented.length)} twice or never sent`,
  ];
  const names = failed.length > 0 ? ` (${failed.map(({ name, browser }) => `${browser} ${name}`).join(', ')})` : '';
  return `${all.length} schedules, ${failed.length} failed${names}: ${counts.join(', ')}`;
}
