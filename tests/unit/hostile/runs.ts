import { Script } from 'node:vm';
import fc from 'fast-check';
import { afterAll } from 'vitest';

/**
 * How many hostile inputs there are, and by which seed: 20,000 in `npm test`, by a seed that stands still, and as many as
 * wanted by `npm run fuzz -- 1000000 --seed 7`. A failure prints seed and path; `--path` with the same seed tries that
 * input alone.
 */
const wanted = Number(process.env.LEKAS_FUZZ_INPUTS ?? 20_000);
const seed = Number(process.env.LEKAS_FUZZ_SEED ?? 20_261_127);
const path = process.env.LEKAS_FUZZ_PATH;

/** Long enough (ms) for however many were asked for: what guards against hanging is `bounded`. */
export const patienceMs = 60_000 + wanted * 10;

/** What became of the inputs of one kind. */
export interface Outcomes {
  inputs: number;
  readonly told: Record<string, number>;
}

/** Inputs that are tried at a time. */
const bundle = 8;

/** A few of these at a time. */
export const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: bundle, maxLength: bundle });

/** How fast-check is to try a property of `some` with this share (0 to 1) of all inputs. Failures shrink as usual. */
export function share(part: number) {
  return {
    numRuns: Math.ceil((wanted * part) / bundle),
    seed,
    ...(path !== undefined && { path, endOnFailure: true }),
  };
}

/** Counts what becomes of the inputs of one kind, and says so when the file is done. */
export function outcomes(kind: string): Outcomes {
  const counted: Outcomes = { inputs: 0, told: {} };
  afterAll(() => {
    if (process.env.LEKAS_FUZZ_INPUTS === undefined || counted.inputs === 0) return;
    const told = Object.entries(counted.told).sort(([, a], [, b]) => b - a);
    console.log(
      `${kind}: ${counted.inputs} inputs, seed ${seed}: ${told.map(([what, n]) => `${n} ${what}`).join(', ')}`,
    );
  });
  return counted;
}

export function note(counted: Outcomes, what: string): void {
  counted.told[what] = (counted.told[what] ?? 0) + 1;
}

/** No input needs a thousandth of it: only what would go on for ever is ended. */
const endlessMs = 10_000;
const work = new Script('globalThis.__hostileWork()');

/** Does the work, and throws where it does not end: no test of its own could say so, for it would hang with it. */
export function bounded<T>(what: () => T): T {
  let result: { value: T } | undefined;
  Object.assign(globalThis, {
    __hostileWork: () => {
      result = { value: what() };
    },
  });
  work.runInThisContext({ timeout: endlessMs });
  if (!result) throw new Error('it did not end');
  return result.value;
}

/** Texts that break what is careless: markup, formulas, control and bidirectional characters, prototypes, lone halves. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e400',
    'NaN',
    '__proto__',
    'constructor',
    'toString',
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(1)</script>',
    '=HYPERLINK("https://evil.example","x")',
    '@SUM(1)',
    '\u202Egnp.exe',
    '\u2066x\u2069',
    'a\nb\r\nc\td',
    '\0\u0007\u001b[31m',
    '\u2028\u2029',
    '\ud800',
    '\u{1F600}'.repeat(70),
    '7490000000000009001',
    '99999999999999999999999999',
    '5550001:7490001::2:1:pigeon',
    'x:7490001::2:1:pigeon',
    'a b:7490001::2:1:pigeon',
    'x'.repeat(65),
    'x'.repeat(129),
    '1'.repeat(5000),
    '['.repeat(50_000),
    '{"a":'.repeat(20_000),
    '../../x',
    'tiktok-shop/ID/1',
    '45秒',
    '99999999999999小时',
    '23:59',
    '2026-11-22T03:00:00Z',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 140 }),
);

/** Numbers at the edges of what is a count, a time or an id. */
export const nastyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, -0, -1, 0.5, 1e9, 1e12, 1.5e12, 1e13, 1e15, 1e18, 2 ** 31, 2 ** 53, -(2 ** 53), 1e300, -1e300),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

/** A value where another was expected. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: nastyText },
  { weight: 3, arbitrary: nastyNumber },
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { length: 3 }, { toString: 1 }),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}')),
  fc.constantFrom(100, 500).map(deep => JSON.parse(`${'['.repeat(deep)}${']'.repeat(deep)}`)),
  fc.jsonValue({ maxDepth: 2 }),
);
