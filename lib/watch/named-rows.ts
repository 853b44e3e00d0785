import type { Observation, SeenConversation, SeenMessage } from '../chat/observation';
import { nameJoin } from './name-join';
import { oneHome } from './one-home';
import { steadyWaits } from './steady-waits';
import { threadTimes } from './thread-times';

/** What stands between the looks at a page and what is told of them, where its rows name no conversation. */
export interface NamedRows {
  /** What the network told. */
  hear(observations: readonly Observation[]): void;
  /** What is to be told of one look at `at`, ms; and whether it should be taken again soon. */
  sift(
    observations: readonly Observation[],
    at: number,
  ): { readonly told: readonly Observation[]; readonly again: boolean };
  /** Waits that began under our eyes, and of which only the page knows. */
  readonly strangers: number;
}

/** For one page, watched since `startedAt`, ms. */
export function namedRows(startedAt: number): NamedRows {
  const home = oneHome();
  const steady = steadyWaits();
  const names = nameJoin(startedAt);
  const times = threadTimes();
  return {
    hear(observations) {
      home.hear(observations);
      names.hear(observations);
      times.hear(observations);
    },
    sift(observations, at) {
      const { told, withheld } = home.sift(observations);
      const states = told.filter((one): one is SeenConversation => one.is === 'conversation').map(steady);
      const thread = times.better(told.filter((one): one is SeenMessage => one.is === 'message'));
      const others = told.filter(({ is }) => is !== 'conversation' && is !== 'message');
      return { told: [...names.joined(states, at), ...thread, ...others], again: withheld };
    },
    get strangers() {
      return names.strangers;
    },
  };
}
