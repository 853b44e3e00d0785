import type { ScoreAnswer } from '../client/score.ts';
import type { SimulatedWorkbench } from '../workbench.ts';

/**
 * The shop's official numbers. Recorded: the title of the mean response time, the ids of four nodes, the names of the
 * fields. Ours: the other titles, the units as text, the scores.
 */
export function scoreAnswer({ options, signedIn }: SimulatedWorkbench): ScoreAnswer | { code: number } {
  if (!signedIn) return { code: 10005 };
  const { meanResponseS, dissatisfied } = options.score;
  const node = (node_id: number, title: string, figure: number, unit: string, node_score: number) => ({
    node_id,
    title,
    value: { value_figure: String(figure), value_type: unit },
    node_score_info: { node_score },
  });
  return {
    code: 0,
    data: {
      shop_analysis: [
        node(322, '飞鸽平均响应时长', meanResponseS, '秒', 90),
        node(316, '售后处理时长', 12.5, '小时', 80),
        node(317, '飞鸽不满意率', dissatisfied, '%', 80),
        node(318, '平台求助率', 0.4, '%', 100),
      ],
    },
  };
}
