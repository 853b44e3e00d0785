import { useText } from '@/lib/i18n/use-text';
import type { AgentFigure } from '@/lib/rates/agents-of';
import type { PublishedRule } from '@/lib/rules/rule';
import { TableFrame } from './table-frame';

interface Props {
  readonly rule: PublishedRule;
  /** `null`: not read yet. */
  readonly agents: readonly AgentFigure[] | null;
}

/** Who answered how much of it, and how much of that in time. */
export function AgentsCard({ rule, agents }: Props) {
  const text = useText();
  const { t, count } = text;
  return (
    <section className="card agents" aria-labelledby="agents-title" aria-busy={agents === null}>
      <h2 id="agents-title">{t('dashboard_agents_title')}</h2>
      <p className="aside">{t('dashboard_agents_about')}</p>
      {agents?.length === 0 && <p>{t('dashboard_agents_none')}</p>}
      {agents && agents.length > 0 && (
        <TableFrame labelledBy="agents-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('dashboard_agents_agent')}</th>
                <th scope="col" className="number">
                  {t('dashboard_agents_answered')}
                </th>
                <th scope="col" className="number">
                  {t('dashboard_agents_inTime')}
                </th>
                <th scope="col" className="number">
                  {t('dashboard_agents_share')}
                </th>
                <th scope="col" className="number">
                  {t('dashboard_agents_median')}
                </th>
              </tr>
            </thead>
            <tbody>
              {agents.map(({ agent, answered, inTime, median }) => (
                <tr key={agent} data-answered={answered} data-in-time={inTime}>
                  <th scope="row">
                    <bdi>{agent ?? t('dashboard_agents_unknown')}</bdi>
                  </th>
                  <td className="number">{count(answered)}</td>
                  <td className="number">{count(inTime)}</td>
                  <td className="number">
                    {rule.measure === 'share'
                      ? text.share(inTime / answered, rule.target)
                      : text.percent(inTime / answered)}
                  </td>
                  <td className="number">{median === null ? '–' : text.exactly(median)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}
