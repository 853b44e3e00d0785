/** What fields for a time zone offer; their `list`. */
export const zoneListId = 'zones';

/** Every zone that this browser knows, once on a page: the fields share it. */
export function ZoneList() {
  return (
    <datalist id={zoneListId}>
      {Intl.supportedValuesOf('timeZone').map(zone => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}
