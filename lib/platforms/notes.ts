/** What the exchanges of one page have told that later ones are read with. A platform names its own entries. */
export type Notes = Map<string, string>;

/** Entries of one page; the oldest go first. */
const most = 20_000;

export function note(notes: Notes, name: string, value: string): void {
  const [oldest] = notes.size < most || notes.has(name) ? [] : notes.keys();
  if (oldest !== undefined) notes.delete(oldest);
  notes.set(name, value);
}
