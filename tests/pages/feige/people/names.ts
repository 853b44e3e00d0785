/** Invented people. Family and given names are drawn apart, so nobody real is meant. */
const family = [
  '柏',
  '成',
  '邓',
  '范',
  '龚',
  '贺',
  '季',
  '康',
  '廖',
  '闵',
  '倪',
  '彭',
  '邱',
  '饶',
  '盛',
  '谭',
  '翁',
  '夏',
  '余',
  '庄',
  '欧阳',
] as const;
const given = [
  '安澜',
  '佰川',
  '晨屿',
  '淡竹',
  '恩泽',
  '枫眠',
  '果果',
  '海棠',
  '锦书',
  '可乐',
  '岚山',
  '满月',
  '南栀',
  '鹏举',
  '青禾',
  '若谷',
  '疏影',
  '桃夭',
  '望舒',
  '小雨',
  '一诺',
  '知秋',
  '子衿',
] as const;

/** Different for every number below 483. */
export function inventedName(n: number): string {
  const name = `${family[n % family.length]}${given[(n * 5 + Math.floor(n / family.length)) % given.length]}`;
  const round = Math.floor(n / (family.length * given.length));
  return round === 0 ? name : `${name}${round + 1}`;
}

/**
 * Nicknames that a careless reader takes for something else: for a waiting time, a heading, a number, one of the
 * platform's own rows, or a piece of the page. Each belongs to an ordinary buyer.
 */
export const trickyNames = [
  '小时候的风',
  '十分钟爱',
  '3分钟热度',
  '45秒',
  '12:30',
  '1024',
  '当前会话者',
  '系统通知我',
  '[草稿]',
  '人工已回复吗',
  '<b>粗体</b>',
  '=1+1',
] as const;
