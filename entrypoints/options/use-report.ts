import { useEffect, useState } from 'react';
import type { OpenPage, ReportProps } from '@/components/report-section';
import { openPages, reportPage } from '@/lib/tabs/report-page';
import { saveAs } from './save-as';

/** Taking the structure of an open page, and saving it as a file. Looked for again whenever the settings are looked at. */
export function useReport(): ReportProps {
  const [pages, setPages] = useState<readonly OpenPage[] | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const look = () =>
      void openPages().then(setPages, (problem: unknown) => console.error('Lekas could not list the pages', problem));
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  const onLook = async ({ tab }: OpenPage) => {
    setFailed(false);
    const snapshot = await reportPage(tab);
    setShown(snapshot && JSON.stringify(snapshot, null, 1));
    setFailed(snapshot === null);
  };
  return {
    pages,
    shown,
    failed,
    onLook: page => void onLook(page),
    onSave: () => shown !== null && void saveAs([shown], `lekas-page-${new Date().toISOString().slice(0, 10)}`, 'json'),
  };
}
