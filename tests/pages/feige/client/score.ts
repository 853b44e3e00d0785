/** The answer of the experience-score call, as far as it was recorded; the name of the node's id is ours. */
export interface ScoreAnswer {
  code: number;
  data: {
    shop_analysis: {
      node_id: number;
      title: string;
      value: { value_figure: string; value_type: string };
      node_score_info: { node_score: number };
    }[];
  };
}
