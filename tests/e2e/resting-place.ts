type Evaluate = <T>(expression: string) => Promise<T>;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How long (ms) a control has to stay where it is. */
const restMs = 60;
/** After that (ms) it is clicked where it is, as people click what moves. */
const patienceMs = 3000;

/**
 * The middle of an element, scrolled into view, once it stays where it is. A page that is still being filled moves its
 * controls, and a click goes to a place: without this it goes past what it was meant for. Throws where there is none.
 */
export async function restingPlaceOf(evaluate: Evaluate, selector: string): Promise<Point> {
  const until = performance.now() + patienceMs;
  let before: Point | null = null;
  for (;;) {
    const now: Point | null = await evaluate<Point | null>(middleOf(selector));
    if (now === null) throw new Error(`nothing to click: ${selector}`);
    if ((before?.x === now.x && before.y === now.y) || performance.now() > until) return now;
    before = now;
    await new Promise(resolve => setTimeout(resolve, restMs));
  }
}

function middleOf(selector: string) {
  return `(element => {
    if (element === null) return null;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  })(document.querySelector(${JSON.stringify(selector)}))`;
}
