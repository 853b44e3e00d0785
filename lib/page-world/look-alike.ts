import { apply } from './kept-aside';

const originals = new WeakMap<object, object>();
const { get } = WeakMap.prototype;

/** A stand-in that behaves as `original` but for what `handler` adds, and prints as it does. */
export function lookAlike<T extends object>(original: T, handler: ProxyHandler<T>): T {
  const standIn = new Proxy(original, handler);
  originals.set(standIn, original);
  return standIn;
}

/** Puts `value` where `owner[name]` is, with the property otherwise as it was. */
export function replace(owner: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, ...before, value });
}

/** Makes every stand-in print as what it stands for: a proxy of `fetch` would otherwise print without its name. */
export function printAsOriginals(functionPrototype: typeof Function.prototype): void {
  const standIn = lookAlike(functionPrototype.toString, {
    apply(target, self, args) {
      return apply(target, apply(get, originals, [self]) ?? self, args);
    },
  });
  replace(functionPrototype, 'toString', standIn);
}
