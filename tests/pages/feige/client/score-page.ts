import type { ScoreAnswer } from './score.ts';

const response = await fetch('/governance/shop/experiencescore/getAnalysisScore');
const { data }: ScoreAnswer = await response.json();
const lines = data.shop_analysis.flatMap(({ title, value }) => {
  const [name, figure] = [document.createElement('dt'), document.createElement('dd')];
  name.append(title);
  figure.append(`${value.value_figure}${value.value_type}`);
  return [name, figure];
});
document.querySelector('dl')?.append(...lines);
