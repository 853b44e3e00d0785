import { type ShopId, shopParts } from '../chat/shop';
import { adoptReading } from '../rules/adopt-reading';
import type { Counting } from '../rules/counting';
import { presetsOf } from '../rules/presets';
import type { PublishedRule, Rule } from '../rules/rule';
import { type Refused, rulesFor } from '../rules/rules-for';
import { rulesOf } from '../rules/rules-of';
import { clockOf } from './clock-of';

/** What of a rule can be set by hand. */
export type RuleField = 'reading' | 'target' | 'hours' | 'from' | 'to';

/** What was typed or chosen and is not saved, by the name of its field; see `fieldOf`. */
export type CountingEdits = Readonly<Record<string, string>>;

/** The name of a rule's field; the shop's own one is `zone`. */
export const fieldOf = (rule: string, field: RuleField) => `${rule} ${field}`;

/** When a rule counts: as it says itself, round the clock, or in hours of the seller's. */
export type HoursChoice = 'rule' | 'always' | 'own';

/** A rule as its fields show it. */
export interface RuleForm {
  /** Its id in the list. */
  readonly id: string;
  /** The reading that is chosen, as it is without the seller's changes. */
  readonly plain: PublishedRule;
  /** All readings that can be chosen, the list's own first. */
  readonly readings: readonly PublishedRule[];
  /** Percent of a share, minutes of a mean. */
  readonly target: string;
  readonly hours: HoursChoice;
  readonly from: string;
  readonly to: string;
  /** What counts once, where that is not the reading's own. */
  readonly unit: Rule['unit'] | null;
  readonly wrong: Readonly<Partial<Record<'reading' | 'target' | 'hours' | 'unit', Refused['key']>>>;
}

export interface CountingForm {
  /** How the shop is counted once this is saved. */
  readonly counting: Counting;
  readonly isChanged: boolean;
  readonly isWrong: boolean;
  /** Empty: the market's own. */
  readonly zone: string;
  readonly marketZone: string;
  readonly wrongZone: Refused['key'] | undefined;
  readonly rules: readonly RuleForm[];
}

/** The fields of a shop that is counted by `before`, with what was typed since; what cannot be is named at its field. */
export function countingForm(shop: ShopId, before: Counting, edits: CountingEdits): CountingForm {
  const listed = rulesOf(shop);
  const counting = listed.reduce((so, { id }) => withRule(so, shop, id, edits), withZone(before, edits));
  const after = rulesFor(shop, counting);
  const { refused } = after;
  const wrongZone = refused.find(({ field }) => field === 'zone')?.key;
  const rules = listed.map(({ id }) => ruleForm(shop, id, counting, edits, refused));
  return {
    counting,
    isChanged: JSON.stringify(rulesFor(shop, before)) !== JSON.stringify(after),
    isWrong: wrongZone !== undefined || rules.some(({ wrong }) => Object.keys(wrong).length > 0),
    zone: edits.zone ?? before.zone ?? '',
    marketZone: listed[0]?.zone ?? 'UTC',
    wrongZone,
    rules,
  };
}

function ruleForm(
  shop: ShopId,
  id: string,
  counting: Counting,
  edits: CountingEdits,
  refused: readonly Refused[],
): RuleForm {
  const plain = plainRule(shop, id, counting);
  const own = counting.hours?.[id];
  const { from, to } = own ?? plain.hours ?? usualHours;
  const edited = (field: RuleField) => edits[fieldOf(id, field)];
  const wrong = refused.filter(({ rule }) => rule === id).map(({ field, key }) => [field, key] as const);
  return {
    id,
    plain,
    readings: readingsIn(shop, id),
    target: edited('target') ?? targetText(plain, counting.targets?.[id] ?? plain.target),
    hours: own === undefined ? 'rule' : own === null ? 'always' : 'own',
    from: edited('from') ?? from,
    to: edited('to') ?? to,
    unit: counting.units?.[id] ?? null,
    wrong: Object.fromEntries(wrong),
  };
}

const usualHours = { from: '08:00', to: '22:00' };

function readingsIn(shop: ShopId, id: string): readonly PublishedRule[] {
  const market = shopParts(shop)?.market ?? '';
  return [...rulesOf(shop).filter(rule => rule.id === id), ...presetsOf(id, market)];
}

/** The reading in use, without the seller's target, hours and unit. */
function plainRule(shop: ShopId, id: string, { readings }: Counting): PublishedRule {
  const all = readingsIn(shop, id);
  const found = all.find(reading => reading.id === readings?.[id]) ?? all[0];
  if (!found) throw new RangeError(`${shop} has no rule ${id}`);
  return found;
}

function withZone(counting: Counting, { zone }: CountingEdits): Counting {
  if (zone === undefined) return counting;
  const { zone: _, ...rest } = counting;
  return zone.trim() === '' ? rest : { ...rest, zone: zone.trim() };
}

function withRule(counting: Counting, shop: ShopId, id: string, edits: CountingEdits): Counting {
  const edited = (field: RuleField) => edits[fieldOf(id, field)];
  const reading = edited('reading');
  const read = reading === undefined ? counting : adoptReading(counting, id, { reading, unit: null });
  const plain = plainRule(shop, id, read);
  return withHours(withTarget(read, plain, id, edited('target')), plain, id, {
    choice: edited('hours'),
    from: edited('from'),
    to: edited('to'),
  });
}

/** What is typed as the rule has it is no wish of the seller's: a rule that changes takes its target along. */
function withTarget(counting: Counting, plain: PublishedRule, id: string, typed: string | undefined): Counting {
  if (typed === undefined) return counting;
  const { [id]: _, ...targets } = counting.targets ?? {};
  const target = targetOf(plain, typed);
  const isOwn = typed.trim() !== '' && target !== plain.target;
  return { ...counting, targets: isOwn ? { ...targets, [id]: target } : targets };
}

interface HoursEdits {
  readonly choice: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function withHours(counting: Counting, plain: PublishedRule, id: string, { choice, from, to }: HoursEdits): Counting {
  const before = counting.hours?.[id];
  if (choice === undefined && (before === undefined || before === null || (from ?? to) === undefined)) return counting;
  const { [id]: _, ...others } = counting.hours ?? {};
  if (choice === 'rule') return { ...counting, hours: others };
  if (choice === 'always') return { ...counting, hours: { ...others, [id]: null } };
  const usual = before ?? plain.hours ?? usualHours;
  const hours = { from: clockOf(from ?? usual.from), to: clockOf(to ?? usual.to) };
  return { ...counting, hours: { ...others, [id]: hours } };
}

const rounded = (value: number) => String(Number(value.toPrecision(12)));

const targetText = ({ measure }: PublishedRule, target: number) =>
  rounded(measure === 'share' ? target * 100 : target / 60);

/** Not a number where none was typed; a comma may stand for the point. */
function targetOf({ measure }: PublishedRule, typed: string): number {
  const number = Number(typed.replace(',', '.').replace('%', '').trim() || Number.NaN);
  return Number((measure === 'share' ? number / 100 : number * 60).toPrecision(12));
}
