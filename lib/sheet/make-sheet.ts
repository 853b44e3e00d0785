import { casesShown } from '../log/cases-query';
import type { LogDb } from '../log/log-db';
import { overview } from '../log/overview-query';
import { rulesBy } from '../settings/rules-by';
import { loadSettings, readSettings } from '../settings/settings';
import { troubleOf } from '../storage/log-troubles';
import { goodUntil, type Sheet, settingsMark } from './sheet';

/** Reads a sheet from the log, as of `now` (ms). What cannot be read is `null` on it; it never rejects. */
export async function makeSheet(db: LogDb, now: number): Promise<Sheet> {
  const settings = await loadSettings().catch(() => readSettings(undefined));
  const { shop, days, reminding } = settings;
  const { leads, names } = reminding;
  const [read, cases, trouble] = await Promise.all([
    overview(db, { shop, days, rulesOf: rulesBy(settings), leads, names, now }).catch(unread),
    casesShown(db, now, leads).catch(unread),
    troubleOf(db, now),
  ]);
  const isWhole = read !== null && cases !== null;
  return {
    at: now,
    // What could not be read is asked for again, by whoever looks.
    goodUntil: isWhole ? goodUntil(read, now) : now,
    by: settingsMark(settings),
    overview: read,
    cases,
    trouble,
  };
}

function unread(problem: unknown): null {
  console.error('Lekas could not read its log', problem);
  return null;
}
