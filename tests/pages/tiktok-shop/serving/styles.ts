import { rowHeightPx } from '../client/conversation-list.ts';
import { hashedClass } from '../client/names.ts';

const rules: Record<string, string> = {
  app: 'display:grid;grid-template-columns:168px 320px 1fr 200px;height:100vh;background:#fff',
  folders: 'background:#f7f8fa;border-right:1px solid #e6e8eb;overflow:auto;padding:12px 0',
  folder: 'padding:9px 20px;color:#41464d',
  list: 'overflow:auto;border-right:1px solid #e6e8eb;overflow-anchor:none',
  row: `display:flex;gap:12px;height:${rowHeightPx}px;padding:10px 14px;border-bottom:1px solid #f0f1f3;cursor:pointer`,
  avatar: 'position:relative;flex:none;width:40px;height:40px;border-radius:50%;background:#d9f1ee;text-align:center',
  initial: 'line-height:40px;font-weight:600;color:#0a7c70',
  badge:
    'position:absolute;top:-4px;right:-6px;min-width:18px;border-radius:9px;background:#f5324b;color:#fff;font-size:11px;line-height:18px',
  body: 'flex:1;min-width:0',
  head: 'display:flex;justify-content:space-between',
  username: 'font-weight:600',
  rowTime: 'color:#8a9099;font-size:12px;font-style:normal',
  preview: 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis;color:#646a73',
  status: 'display:flex;gap:8px;font-size:11px;line-height:14px',
  waitingLine: 'color:#d9480f',
  statusLine: 'color:#8a9099',
  room: 'display:flex;flex-direction:column;min-height:0;background:#f7f8fa',
  choose: 'margin:auto;color:#8a9099',
  empty: 'margin-top:120px;text-align:center;color:#8a9099',
  roomHead: 'padding:14px 20px;background:#fff;border-bottom:1px solid #e6e8eb;font-weight:600',
  scrollView: 'flex:1;overflow:auto;padding:16px 20px',
  card: 'margin-bottom:10px',
  messageTime: 'justify-self:center;color:#8a9099;font-size:12px;padding:6px',
  messageTimeText: 'font-style:normal',
  leftMessage: 'display:grid;justify-items:start',
  rightMessage: 'display:grid;justify-items:end',
  messageSystemContent: 'text-align:center;color:#8a9099;font-size:12px',
  leftBubble: 'max-width:70%;padding:8px 12px;border-radius:4px 12px 12px 12px;background:#fff',
  rightBubble: 'max-width:70%;padding:8px 12px;border-radius:12px 4px 12px 12px;background:#d9f1ee',
  words: 'margin:0;font:inherit;white-space:pre-wrap',
  translation: 'margin-top:6px;padding-top:6px;border-top:1px dashed #c9cdd2;color:#8a9099;font-size:12px',
  translationText: 'margin:0;font:inherit;white-space:pre-wrap',
  pixels: 'display:block;width:120px;height:80px;border-radius:8px;background:linear-gradient(135deg,#ffd8a8,#a5d8ff)',
  goodsPrice: 'color:#d9480f;font-size:12px',
  composer: 'display:flex;gap:10px;padding:12px 20px;background:#fff;border-top:1px solid #e6e8eb',
  composerBox: 'flex:1',
  input: 'width:100%;height:52px;border:1px solid #d5d9de;border-radius:8px;padding:8px;font:inherit;resize:none',
  send: 'align-self:end;border:0;border-radius:8px;padding:9px 18px;background:#009995;color:#fff;font:inherit',
  side: 'border-left:1px solid #e6e8eb;padding:16px',
  sideLine: 'padding:8px 0;color:#646a73;border-bottom:1px solid #f0f1f3',
  dialog: 'position:fixed;inset:0;display:grid;place-items:center;background:#0007',
  dialogBox: 'background:#fff;border-radius:10px;padding:28px 32px;display:grid;gap:18px;justify-items:end',
  dialogButton: 'border:0;border-radius:8px;padding:8px 22px;background:#009995;color:#fff',
};

/** The rules under each layout's hashed names, so that the page may change its layout while it is open. */
export function styles(salt: string): string {
  const base = '*{box-sizing:border-box}body{margin:0;font:14px/1.45 system-ui,sans-serif;color:#1f2329}';
  const sheets = (['testid', 'unknown'] as const).map(layout =>
    Object.entries(rules).map(([thing, rule]) => `.${hashedClass(thing, { layout, salt })}{${rule}}`),
  );
  return [base, ...sheets.flat()].join('\n');
}
