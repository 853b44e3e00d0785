type Meaning = 'chat' | 'close' | 'nothing' | 'unknown';

const ranges: readonly (readonly [from: number, to: number, Meaning])[] = [
  [1000, 1000, 'chat'],
  [1005, 1005, 'close'],
  // 50001 read marks and participants; 50002 the same message again. An update may carry only the entries that
  // changed, so judging its author anew could turn a robot into a person (tiktok-shop.md section 5: nothing).
  [50001, 50022, 'nothing'],
  [60001, 60001, 'nothing'],
  [70001, 70002, 'nothing'],
  [80001, 80004, 'nothing'],
];

/** What a `message_type` means on seller pages (bytedance-im.md section 4). Consumer types are not known here. */
export function meaningOf(type: number): Meaning {
  return ranges.find(([from, to]) => type >= from && type <= to)?.[2] ?? 'unknown';
}
