/**
 * Inside the worker: every row that is put is refused as by a full disk, or none is any more. It is over with the worker at the
 * latest.
 */
export function refuseRoom(isFull: boolean): string {
  return `(() => {
    const { prototype } = IDBObjectStore;
    globalThis.lekasPut ??= prototype.put;
    const refused = () => { throw new DOMException('no room is left', 'QuotaExceededError'); };
    prototype.put = ${isFull} ? refused : globalThis.lekasPut;
  })()`;
}
