// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allOverview, emptyRate, glance, minute, now, overview, rateView, shopLine, waitingRow } from './sample';
import { calibration, dashboard, judgedNext, typedOfficial, why } from './sample-dashboard';
import { showDashboard, showPopup, showSettings, showWelcome } from './show';

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'Lekas';
});
afterEach(cleanup);

// jsdom draws nothing, so contrast cannot be judged here.
async function faults(off: readonly string[] = []) {
  const rules = Object.fromEntries(['color-contrast', ...off].map(id => [id, { enabled: false }]));
  const { violations } = await axe.run(document.documentElement, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

const forty = Array.from({ length: 40 }, (_, i) =>
  waitingRow({ conversation: `c${i}`, deadline: now + (i - 2) * 20 * minute, robotAnswered: i % 3 === 0 && 'surely' }),
);

describe('axe finds nothing wrong', () => {
  it.each([
    ['with forty waiting', { overview: overview({ waiting: forty }) }],
    ['with nobody waiting', { overview: overview({ waiting: [] }) }],
    ['signed out', { overview: overview({ health: { state: 'signed-out' } }) }],
    ['with two shops', { overview: overview({}, [shopLine({ shop: 'tiktok-shop/VN/1', waiting: 2 })]) }],
    [
      'with all shops',
      {
        overview: allOverview([glance(), glance({ shop: 'tiktok-shop/VN/1', health: { state: 'closed' } })], {
          waiting: forty,
        }),
      },
    ],
    ['without a shop', { overview: { at: now, shops: [], shown: null } }],
    ['before anything was read', { overview: null }],
    ['after a failure', { overview: null, failure: { key: 'log_full_error' } }],
  ] as const)('in the popup %s', async (_, props) => {
    showPopup(props);
    expect(await faults()).toEqual([]);
  });

  it('in the popup without a value', async () => {
    showPopup({ overview: overview({ rates: [emptyRate] }) });
    // A meter ought to have a value; one that has none must not be given one.
    expect(await faults(['aria-required-attr'])).toEqual([]);
  });

  it.each([{}, { refused: true }, { revoked: true }])('on the welcome page with %j', async props => {
    showWelcome(props);
    expect(await faults()).toEqual([]);
  });

  it('in the popup with its keys', async () => {
    showPopup();
    await userEvent.keyboard('?');
    expect(await faults()).toEqual([]);
  });

  it.each([
    {},
    { used: null },
    { importing: { is: 'working', progress: { step: 'adding', rows: 1, of: 2 } } },
    { importing: { is: 'failed', failure: { key: 'import_notOurs_error' } } },
  ] as const)('in the settings with %j', async props => {
    showSettings(props);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['with all it has', {}],
    ['before anything was read', { dashboard: null, why: null, patterns: null }],
    [
      'with readings compared and a judgement to come',
      {
        dashboard: dashboard({ officials: [typedOfficial], view: rateView({ judgedNext: judgedNext() }) }),
        compared: typedOfficial,
        calibration: calibration(),
      },
    ],
    ['before the units were read', { why: null, patterns: null }],
    ['with nothing to list', { why: why({ rows: [] }) }],
    ['while a rule is counted again', { dashboard: dashboard({ again: { done: 1, of: 2 } }) }],
    ['without a shop', { dashboard: { at: now, shops: [], shown: null } }],
    ['after a failure', { dashboard: null, failure: { key: 'log_unreadable_error' } }],
  ] as const)('on the dashboard %s', async (_, props) => {
    showDashboard(props);
    expect(await faults()).toEqual([]);
  });
});
