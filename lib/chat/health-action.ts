import type { Health } from './health';

/**
 * The one thing a seller can do about a health. `show` brings the tab to the front, which also wakes it; `reload` loads it anew,
 * and an unsent reply in it is lost: only ever by his own click.
 */
export type HealthAction = 'show' | 'open' | 'sign-in' | 'reload' | 'allow';

export const healthActions = ['show', 'open', 'sign-in', 'reload', 'allow'] as const satisfies readonly HealthAction[];

/** What only a page that is loaded anew mends, and its words ask for. */
const reloaded: readonly string[] = ['no-network', 'no-live', 'no-rows', 'open-before', 'dropped'];

export function healthAction(health: Health): HealthAction {
  switch (health.state) {
    case 'closed':
      return 'open';
    case 'signed-out':
      return 'sign-in';
    case 'not-allowed':
      return 'allow';
    case 'not-recognised':
      return 'reload';
    case 'stopped':
      return health.why === 'crashed' || health.why === 'cut-off' ? 'reload' : 'show';
    case 'partly':
      return reloaded.includes(health.why) ? 'reload' : 'show';
    case 'watching':
      return 'show';
  }
}
