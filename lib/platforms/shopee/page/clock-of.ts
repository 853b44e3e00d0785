/** `HH:MM` of an instant (ms) in an IANA zone, as the page writes it beside a message. */
export function clockOf(ms: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(ms);
}
