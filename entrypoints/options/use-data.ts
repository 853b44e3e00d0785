import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { ExportKind, ExportState } from '@/components/export-box';
import type { ImportState } from '@/components/import-box';
import { exportCases } from '@/lib/log/export-cases';
import { exportLines } from '@/lib/log/export-lines';
import { exportRounds } from '@/lib/log/export-rounds';
import type { ExportRow } from '@/lib/log/export-row';
import { importFile } from '@/lib/log/import-file';
import type { LogDb } from '@/lib/log/log-db';
import { type UsedBy, usedBy } from '@/lib/log/used-by';
import { sendMessage } from '@/lib/messaging/messenger';
import { adoptSettings } from '@/lib/settings/settings';
import { saveAs } from './save-as';

/** Exporting, importing and deleting, and how far they have come. */
export function useData(db: LogDb) {
  const [exporting, setExporting] = useState<ExportState>({ is: 'idle' });
  const [importing, setImporting] = useState<ImportState>({ is: 'idle' });
  const [deleted, setDeleted] = useState<'done' | 'failed'>();
  const [bytes, setBytes] = useState<number | null>(null);
  const [used, setUsed] = useState<readonly UsedBy[] | null>(null);

  // Not followed: of a long log it takes seconds, and whoever writes waits for a part of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again after each of them.
  useEffect(() => {
    void navigator.storage?.estimate().then(({ usage }) => setBytes(usage ?? null));
    // Of a log that cannot be read the page's head says so.
    if (importing.is !== 'working') void usedBy(db).then(setUsed, () => setUsed(null));
  }, [db, importing.is, deleted]);

  const onExport = async (kind: ExportKind) => {
    setExporting({ is: 'working' });
    const now = Date.now();
    const { settings = {} } = await browser.storage.local.get<{ settings?: object }>('settings');
    const pieces = {
      lines: () => exportLines(db, settings, now),
      table: () => exportRounds(db),
      cases: () => exportCases(db, Intl.DateTimeFormat().resolvedOptions().timeZone),
    } satisfies Record<ExportKind, () => AsyncIterable<string>>;
    const name = `lekas-${kind === 'cases' ? 'cases-' : ''}${new Date(now).toISOString().slice(0, 10)}`;
    await saveAs(pieces[kind](), name, kind === 'lines' ? 'jsonl' : 'csv');
  };
  const onImport = (file: File) =>
    importFile({
      open: () => textOf(file),
      bytes: file.size,
      put: putRows,
      now: Date.now(),
      tell: progress => setImporting({ is: 'working', progress }),
    });

  return {
    exporting,
    importing,
    deleted,
    bytes,
    used,
    onExport: (kind: ExportKind) =>
      void onExport(kind).then(
        () => setExporting({ is: 'idle' }),
        problem => {
          console.error('Lekas could not export', problem);
          setExporting({ is: 'failed', failure: { key: 'export_failed_error' } });
        },
      ),
    onImport: (file: File) => {
      setImporting({ is: 'working', progress: null });
      void onImport(file).then(end =>
        setImporting(end.ok ? { is: 'done', rows: end.rows } : { is: 'failed', failure: end }),
      );
    },
    onDelete: () => {
      setDeleted(undefined);
      void sendMessage('wipe').then(
        ({ ok }) => setDeleted(ok ? 'done' : 'failed'),
        () => setDeleted('failed'),
      );
    },
  };
}

/** The background writes the log; settings are written here. */
async function putRows(rows: readonly ExportRow[]): Promise<void> {
  for (const row of rows) if (row.is === 'settings') await adoptSettings(row.settings);
  const { ok } = await sendMessage('importRows', rows);
  if (!ok) throw new Error('the background refused rows that were read through');
}

async function* textOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // What is refused after its first line is not read on behind its back.
    await reader.cancel();
  }
}
