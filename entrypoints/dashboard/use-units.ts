import { useState } from 'react';
import type { WhyFilter } from '@/components/part-words';
import type { ShopDashboard } from '@/lib/log/dashboard';
import type { LogDb } from '@/lib/log/log-db';
import { type Patterns, patternsOf, type Why, why } from '@/lib/log/why';
import { isCostly, partOf } from '@/lib/rates/parts-of';
import type { Verdict } from '@/lib/rates/verdict';
import { useLog } from '@/lib/screens/use-log';

/** Units on a page of the list, and buyers among what costs. */
const page = 50;
const buyers = 10;

/** The units behind what is shown: the list of them, and what they have in common. */
export function useUnits(db: LogDb, shown: ShopDashboard | null, turn: number) {
  const [filter, setFilter] = useState<WhyFilter>('costly');
  const [pages, setPages] = useState(1);
  // What was read for other days or another reading is nothing to show here.
  const subject = shown && JSON.stringify([shown.shop, shown.view.rule, shown.holidays, shown.window]);
  const listed = useLog(
    async () => shown && readWhy(db, shown, filter, pages * page, subject),
    [db, subject, filter, pages, turn],
    null,
  );
  const patterns = useLog(async () => shown && readPatterns(db, shown, subject), [db, subject, turn], null);
  return {
    filter,
    why: listed && listed.subject === subject && listed.filter === filter ? listed.why : null,
    patterns: patterns?.subject === subject ? (patterns?.patterns ?? null) : null,
    onFilter: (next: WhyFilter) => {
      setFilter(next);
      setPages(1);
    },
    onMore: () => setPages(before => before + 1),
  };
}

interface ReadWhy {
  readonly subject: string | null;
  readonly filter: WhyFilter;
  readonly why: Why;
}

async function readWhy(
  db: LogDb,
  { shop, view: { rule }, holidays, window }: ShopDashboard,
  filter: WhyFilter,
  limit: number,
  subject: string | null,
): Promise<ReadWhy> {
  const only = (verdict: Verdict) =>
    filter === 'all' || (filter === 'costly' ? isCostly(verdict, rule) : partOf(verdict) === filter);
  return { subject, filter, why: await why(db, { shop, rule, holidays, window, now: Date.now(), only, limit }) };
}

async function readPatterns(
  db: LogDb,
  { shop, view: { rule }, holidays, window }: ShopDashboard,
  subject: string | null,
): Promise<{ readonly subject: string | null; readonly patterns: Patterns }> {
  return { subject, patterns: await patternsOf(db, { shop, rule, holidays, window, now: Date.now(), buyers }) };
}
