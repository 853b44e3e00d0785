/** A half-open stretch of time (ms). */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Covered extends Stretch {
  /** `filled`: nobody watched, and the page brought what was written later. */
  readonly is: 'watched' | 'filled' | 'gap';
}

/** `[from, to)` cut into what was watched, what history filled, and what is missing. In order, without holes or repetition. */
export function coveredStretches(
  watched: readonly Stretch[],
  filled: readonly Stretch[],
  from: number,
  to: number,
): Covered[] {
  const edges = [...watched, ...filled].flatMap(stretch => [stretch.from, stretch.to]);
  const cuts = [...new Set([from, ...edges.filter(at => at > from && at < to), to])].sort((a, b) => a - b);
  const [isWatched, isFilled] = [insideOf(watched), insideOf(filled)];
  const covered: Covered[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? to;
    const is = isWatched(start) ? 'watched' : isFilled(start) ? 'filled' : 'gap';
    const last = covered.at(-1);
    if (last?.is === is) covered[covered.length - 1] = { ...last, to: end };
    else covered.push({ from: start, to: end, is });
  }
  return covered;
}

/** Answers whether an instant is inside one of the stretches. Asked in order, it goes through them once. */
function insideOf(stretches: readonly Stretch[]): (at: number) => boolean {
  const ordered = [...stretches].sort((a, b) => a.from - b.from);
  let next = 0;
  let until = Number.NEGATIVE_INFINITY;
  return at => {
    for (let stretch = ordered[next]; stretch && stretch.from <= at; stretch = ordered[++next]) {
      until = Math.max(until, stretch.to);
    }
    return at < until;
  };
}
