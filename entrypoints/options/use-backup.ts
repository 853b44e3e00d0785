import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { BackupShown } from '@/components/backup-box';
import type { ShownFailure } from '@/components/failure-line';
import { type Backup, copyPermission, giveBackPermission, loadBackup, onBackup } from '@/lib/backup/backup';
import { sendMessage } from '@/lib/messaging/messenger';

/** The weekly copy as it stands, and turning it on and off. */
export function useBackup(): { readonly backup: BackupShown; readonly onBackup: (on: boolean) => void } {
  const [stored, setStored] = useState<Backup>({ on: false });
  const [refused, setRefused] = useState<ShownFailure | null>(null);
  useEffect(() => {
    const end = new AbortController();
    onBackup(setStored, end.signal);
    loadBackup().then(setStored, (problem: unknown) => console.error('Lekas could not read how it backs up', problem));
    return () => end.abort();
  }, []);

  const wish = async (on: boolean) => {
    const answer = await sendMessage('backUp', { on }).catch(() => null);
    setRefused(answer?.ok ? null : { key: 'message_unknown_error' });
    if (!on) await giveBackPermission();
  };
  const { on, lastAt, lastName, underWay, failure } = stored;
  return {
    backup: {
      on,
      last: lastAt === undefined ? null : { at: lastAt, name: lastName ?? '' },
      working: underWay !== undefined,
      failure: refused ?? (failure === undefined ? null : { key: failure }),
    },
    // The request is the first thing the click does: Firefox forgets the click at the first await.
    onBackup: chosen => {
      if (!chosen) return void wish(false);
      browser.permissions.request(copyPermission).then(
        given => (given ? void wish(true) : setRefused({ key: 'backup_refused_error' })),
        () => setRefused({ key: 'backup_refused_error' }),
      );
    },
  };
}
