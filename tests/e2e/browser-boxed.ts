/** An expression, or promise, whose value travels as JSON: the same in both browsers and every protocol. */
export function boxed(expression: string): string {
  return `(async () => JSON.stringify({ value: await (${expression.trim().replace(/;$/, '')}\n) }))()`;
}

/** The value that a boxed expression had. The caller says of which type: nothing else can know. */
export function unboxed<T>(json: unknown): T {
  if (typeof json !== 'string') throw new Error(`the browser gave no value: ${JSON.stringify(json)}`);
  return (JSON.parse(json) as { value: T }).value;
}
