/**
 * What people write who promise an answer instead of giving it, by the language of the market. `稍等` is named in feige.md
 * section 5. Its kin are our own, of 24 Nov 2026: no list was found. None has to be complete, for a promise that is not
 * recognised counts as the reply that it is in the workbench.
 */
const phrases: Readonly<Record<string, RegExp>> = {
  'zh-CN':
    /稍等|稍候|稍后(?:回|答)复|等一?下(?!单)|等会|(?:[帮为][您你亲]{0,2}|(?:我|这边|马上)[就来去]?)(?:查询?|看|问|核实|确认)一?下/,
};

/** Characters; who writes more has said something besides. */
const longest = 30;

/** Whether a text of a seller only promises an answer. Asked while a message is read; the text is kept nowhere. */
export function isPromise(text: string, language: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= longest && (phrases[language]?.test(trimmed) ?? false);
}
