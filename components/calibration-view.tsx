import { useText } from '@/lib/i18n/use-text';
import type { Calibration } from '@/lib/log/calibrate';
import type { OfficialBeside } from '@/lib/log/dashboard';
import type { AdoptedReading } from '@/lib/rules/adopt-reading';
import type { PublishedRule } from '@/lib/rules/rule';
import { differenceWords } from './difference-words';
import { Glyph } from './glyph';
import { ruleValue } from './rate-words';
import { readingName } from './reading-words';
import { TableFrame } from './table-frame';
import { zoneTimes } from './zone-times';

interface Props {
  readonly rule: PublishedRule;
  readonly official: OfficialBeside;
  /** `null`: still being counted. */
  readonly calibration: Calibration | null;
  readonly onAdopt: (reading: AdoptedReading) => void;
}

/** Which readings of a rule give the platform's figure, the nearest first; one click adopts one. */
export function CalibrationView({ rule, official, calibration, onAdopt }: Props) {
  const text = useText();
  const { t, roughly } = text;
  const value = rule.measure === 'mean' ? text.exactly(official.value * 1000) : text.percent(official.value);
  const title = t('dashboard_calibrate_title', { value, day: zoneTimes(text, rule.zone).day(official.at) });
  return (
    <div className="calibration" aria-busy={calibration === null}>
      <h3 id="calibration-title">{title}</h3>
      <p className="aside" role="status">
        {calibration
          ? t('dashboard_calibrate_coverage', { share: roughly(calibration.coverage.share) })
          : t('dashboard_calibrate_working')}
      </p>
      {calibration && (
        <TableFrame labelledBy="calibration-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('dashboard_calibrate_reading')}</th>
                <th scope="col" className="number">
                  {t('dashboard_official_ours')}
                </th>
                <th scope="col" className="number">
                  {t('dashboard_official_difference')}
                </th>
                <td />
                <td />
              </tr>
            </thead>
            <tbody>
              {calibration.ranked.map(one => {
                const reading = readingName(text, one.rule);
                const { rate, difference, reproduces, inUse } = one;
                return (
                  <tr
                    key={`${one.reading} ${one.unit}`}
                    data-reading={one.reading}
                    data-unit={one.unit ?? undefined}
                    data-value={rate.value ?? undefined}
                    data-fits={reproduces}
                    data-in-use={inUse}
                  >
                    <th scope="row">{reading}</th>
                    <td className="number">{rate.value === null ? '–' : ruleValue(text, one.rule, rate.value)}</td>
                    <td className="number">{difference === null ? '–' : differenceWords(text, rule, difference)}</td>
                    <td>
                      {reproduces ? (
                        <span className="fits">
                          <Glyph name="check" />
                          {t('dashboard_calibrate_fits')}
                        </span>
                      ) : (
                        <span className="reason">{t('dashboard_calibrate_near')}</span>
                      )}
                    </td>
                    <td className="actions">
                      {inUse ? (
                        <strong>{t('dashboard_calibrate_inUse')}</strong>
                      ) : (
                        <button
                          type="button"
                          className="quiet"
                          aria-label={t('dashboard_calibrate_adoptLabel', { reading })}
                          onClick={() => onAdopt({ reading: one.reading, unit: one.unit })}
                        >
                          {t('dashboard_calibrate_adopt')}
                        </button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
      )}
    </div>
  );
}
