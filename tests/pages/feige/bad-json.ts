/** Answers of the JSON calls that must harm nobody. Each gives text for `answersNext`. */
export const badJson = {
  html: () => '<!doctype html><title>502</title><h1>Bad Gateway</h1>',

  truncated: (whole: object) => {
    const text = JSON.stringify(whole);
    return text.slice(0, Math.floor(text.length * 0.6));
  },

  nothing: () => '',

  /** Right names, wrong things behind them. */
  wrongTypes: () =>
    JSON.stringify({
      code: 0,
      total: 'many',
      data: [
        { coreInfoMap: [], msgList: {} },
        { coreInfoMap: { countdown: true, countdown_time: 'yesterday' }, msgList: [null, 7, { messageBody: 'text' }] },
        { coreInfoMap: { countdown: 'true', countdown_time: '-1' }, msgList: [{ messageBody: { ext: 'none' } }] },
      ],
    }),

  noData: () => JSON.stringify({ code: 0, total: 3, data: null }),

  /** Arrays in arrays. */
  deep: (levels = 5_000) => `{"code":0,"total":1,"data":${'['.repeat(levels)}${']'.repeat(levels)}}`,

  /** One row far larger than any. */
  huge: (bytes = 5 * 1024 * 1024) =>
    JSON.stringify({
      code: 0,
      total: 1,
      data: [{ coreInfoMap: {}, msgList: [{ messageBody: { content: 'a'.repeat(bytes) } }] }],
    }),

  /** Keys that mean something to the language. */
  prototype: () =>
    '{"code":0,"total":1,"data":[{"__proto__":{"polluted":true},"coreInfoMap":{"constructor":"x"},"msgList":[]}]}',

  /** A wait that begins in the year 2099, and one that began before there was a platform. */
  strangeTimes: (conversation: string) =>
    JSON.stringify({
      code: 0,
      total: 2,
      data: ['4070908800', '1'].map(countdown_time => ({
        conversationId: conversation,
        coreInfoMap: { countdown: 'true', countdown_time },
        msgList: [],
      })),
    }),
};
