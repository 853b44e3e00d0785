import type { ExtensionPage } from './browser.ts';

/** What the dashboard shows of one rule, as a machine finds it. */
export interface Shown {
  readonly rule: string;
  /** Percent, or seconds of a mean; `null` while nothing counts. */
  readonly value: number | null;
  /** How many units each part holds, by its name; and all of them. */
  readonly parts: Readonly<Record<string, number>>;
  readonly sum: number;
  /** The part of each unit in the list. */
  readonly units: readonly string[];
  /** What each grouping of what costs adds up to. */
  readonly costs: readonly number[];
  /** Answers of all agents, and of these in time. */
  readonly answered: number;
  readonly inTime: number;
  /** Counted units of the days in the table behind the chart. */
  readonly days: number;
  /** Answers in the table behind the reply times. */
  readonly spread: number;
}

const look = `(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const sum = (elements, of) => elements.reduce((sum, element) => sum + Number(of(element)), 0);
  const meter = document.querySelector('.rate-now [role=meter]');
  const cell = index => row => row.children[index].textContent;
  return {
    rule: meter.dataset.rule,
    value: meter.hasAttribute('aria-valuenow') ? Number(meter.getAttribute('aria-valuenow')) : null,
    parts: Object.fromEntries(all('button[data-part]').map(({ dataset }) => [dataset.part, Number(dataset.count)])),
    sum: Number(document.querySelector('[data-sum]').dataset.sum),
    units: all('[data-verdict]').map(({ dataset }) => dataset.verdict),
    costs: all('.costs table').slice(0, 2).map(table => sum([...table.querySelectorAll('[data-cost]')], row => row.dataset.cost)),
    answered: sum(all('[data-answered]'), row => row.dataset.answered),
    inTime: sum(all('[data-answered]'), row => row.dataset.inTime),
    days: sum(all('.chart tbody tr'), cell(3)),
    spread: sum(all('.spread tbody tr'), cell(1)),
  };
})()`;

/** Shows a rule of the list with every unit behind it, and reads all its figures once they are there. */
export async function shownOf(page: ExtensionPage, rule: string): Promise<Shown> {
  await page.evaluate(`void (location.hash = new URLSearchParams({
    shop: document.querySelector('.choice select').value, rule: ${JSON.stringify(rule)} }).toString())`);
  await page.waitFor(`document.querySelectorAll('.choice select')[1]?.value === ${JSON.stringify(rule)}`);
  await page.evaluate(`document.querySelector('.parts-more button:last-child').click()`);
  await page.waitFor(`document.querySelectorAll('[data-verdict]').length ===
    Number(document.querySelector('[data-sum]').dataset.sum) && !document.querySelector('[aria-busy=true]')`);
  return page.evaluate<Shown>(look);
}

/** The rules that can be chosen. */
export const rulesOn = (page: ExtensionPage): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.choice select')[1].options].map(({ value }) => value)`);

/** What of the dashboard is there as it is printed. */
export interface OnPaper {
  /** Its letters are light, which on paper nobody reads. */
  readonly isDark: boolean;
  /** What still looks as if it could be pressed, chosen or typed in. */
  readonly controls: readonly string[];
  /** Of each chart, whether it is drawn whole and in dark ink. */
  readonly charts: readonly boolean[];
  /** How many tables are seen. */
  readonly tables: number;
}

export const onPaper = `(() => {
  const seen = selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility());
  const ground = document.documentElement;
  const isClear = colour => /^(transparent|rgba\\(.*, 0\\))$/.test(colour);
  const isText = control => {
    const { borderTopWidth, backgroundColor, backgroundImage } = getComputedStyle(control);
    return borderTopWidth === '0px' && isClear(backgroundColor) && backgroundImage === 'none' &&
      !control.matches('summary, .desk-link, .quiet, .primary, .choice-days button');
  };
  const isWhole = canvas => {
    const { left, right } = canvas.getBoundingClientRect();
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let hasInk = false;
    for (let at = 0; at < data.length && !hasInk; at += 4) {
      hasInk = data[at + 3] === 255 && data[at] + data[at + 1] + data[at + 2] < 150;
    }
    return hasInk && left >= 0 && right <= innerWidth;
  };
  return {
    isDark: getComputedStyle(ground).color !== 'rgb(23, 26, 34)',
    controls: seen('button, select, input, summary').filter(one => !isText(one)).map(one => one.outerHTML.slice(0, 120)),
    charts: seen('.plot canvas').map(isWhole),
    tables: seen('table').length,
  };
})()`;
