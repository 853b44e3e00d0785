/** Invented chat texts. None is a common word, so that finding one in the extension's storage can only mean a leak. */
const asked = [
  '你好，蓝色那款还有货吗？',
  '一米七五穿多大码合适呢',
  '我的订单怎么还没有发出来',
  '今天下单什么时候能寄到漠河',
  '买三件可以再优惠一点吗',
  '这个面料夏天穿会不会闷热',
  '收到的杯子缺了一个盖子',
  '质保是从哪天开始算的呀',
  '换一个颜色要补运费吗',
  '能放进洗碗机里清洗吗',
  '快递停在集散中心不动了',
  '请问灯泡是几号电池的',
] as const;
const answered = [
  '您好，蓝色现货充足，可以直接拍下',
  '建议您选择加大一码，穿着更宽松',
  '抱歉让您久等，今天傍晚统一寄出',
  '已经为您登记，明早补寄一个新的',
  '三件以上店铺自动减免十五元哦',
  '质保从签收那天起算，一共十二个月',
  '快递那边已经催促，单号稍后更新',
  '面料是苎麻混纺的，透气不贴身',
] as const;
/** Promises to come back: perfunctory since 2026, and a trap if nothing follows. */
const promised = ['亲，请稍等，我帮您查一下仓库', '稍等片刻哦，马上为您核实订单', '好的亲，请您耐心等待一下'] as const;
/** What brands let a robot say. */
const automatic = ['亲亲，在哒，请问想了解哪一款呢', '亲亲，关于发货时效可以看这里哦'] as const;

const pools = { asked, answered, promised, automatic };

export function phrase(pool: keyof typeof pools, n: number): string {
  const from = pools[pool];
  return from[Math.abs(n) % from.length] ?? from[0];
}
