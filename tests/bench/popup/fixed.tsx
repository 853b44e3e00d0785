import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/popup';
import { loadPopupWords } from '@/lib/i18n/load-popup-words';
import { TextProvider } from '@/lib/i18n/text-provider';
import { now, overview, waitingRow } from '../../unit/components/sample';

// The popup as it would be if nothing had to be read: the same parts, as many who wait, numbers that stand here.
const waiting = Array.from({ length: 200 }, (_, i) => waitingRow({ conversation: `c${i}` }));
const nothing = () => {};
await loadPopupWords('en');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <TextProvider locale="en" load={loadPopupWords}>
        <Popup
          now={now}
          overview={overview({ waiting })}
          failure={null}
          onShop={nothing}
          onDays={nothing}
          onHelp={nothing}
          onOpenConversation={nothing}
          onMark={nothing}
          onOpenWelcome={nothing}
          onOpenDashboard={nothing}
          onOpenSettings={nothing}
          onLocale={nothing}
        />
      </TextProvider>
    </StrictMode>,
  );
}
