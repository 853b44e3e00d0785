import { useEffect, useState } from 'react';
import { type Calibration, calibrate } from '@/lib/log/calibrate';
import type { OfficialBeside, ShopDashboard } from '@/lib/log/dashboard';
import type { LogDb } from '@/lib/log/log-db';
import type { Counting } from '@/lib/rules/counting';
import { listedId } from '@/lib/rules/listed-id';
import { readingsOf } from '@/lib/rules/readings-of';

/** The comparison that the seller asked for: every reading against one figure of the platform's. `onFailed`: it cannot be made. */
export function useCalibration(db: LogDb, shown: ShopDashboard | null, counting: Counting, onFailed: () => void) {
  const [asked, setAsked] = useState<string | null>(null);
  const [found, setFound] = useState<{ readonly subject: string; readonly calibration: Calibration } | null>(null);
  const official = shown?.officials.find(one => nameOf(one) === asked) ?? null;
  const subject =
    shown && official && JSON.stringify([shown.shop, listedId(shown.view.rule), official, counting, shown.holidays]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject names all that the comparison depends on.
  useEffect(() => {
    if (!shown || !official || !subject) return;
    const end = new AbortController();
    const { shop, holidays } = shown;
    const readings = readingsOf(shop, counting, listedId(shown.view.rule));
    calibrate(db, { shop, official, readings, holidays, signal: end.signal }).then(
      calibration => calibration && !end.signal.aborted && setFound({ subject, calibration }),
      (problem: unknown) => {
        console.error('Lekas could not compare the readings', problem);
        if (!end.signal.aborted) onFailed();
      },
    );
    return () => end.abort();
  }, [db, subject]);

  return {
    official,
    calibration: found?.subject === subject ? (found?.calibration ?? null) : null,
    compare: (one: Named) => setAsked(nameOf(one)),
  };
}

type Named = Pick<OfficialBeside, 'shop' | 'at' | 'source'>;

const nameOf = ({ shop, at, source }: Named) => `${shop} ${at} ${source}`;
