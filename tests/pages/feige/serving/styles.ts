import { rowHeightPx } from '../client/conversation-list.ts';
import { hashedClass } from '../client/names.ts';

const rules: Record<string, string> = {
  app: 'display:grid;grid-template-columns:320px 1fr 220px;height:100vh;background:#fff',
  column: 'display:flex;flex-direction:column;min-height:0;border-right:1px solid #e5e6eb',
  tabs: 'display:flex;border-bottom:1px solid #e5e6eb',
  activeTab: 'flex:1;padding:12px;text-align:center;font-weight:600;color:#1966ff;cursor:pointer',
  lastTab: 'flex:1;padding:12px;text-align:center;color:#565960;cursor:pointer',
  settings: 'padding:6px 16px;color:#85878a;font-size:12px',
  list: 'flex:1;min-height:0;overflow:auto;overflow-anchor:none',
  heading: 'padding:6px 16px;color:#85878a;font-size:12px;background:#f7f8fa',
  row: `display:flex;gap:12px;height:${rowHeightPx}px;padding:10px 16px;border-bottom:1px solid #f2f3f5;cursor:pointer;overflow:hidden`,
  avatar: 'position:relative;flex:none;width:40px;height:40px',
  faceBox: 'position:relative;width:40px;height:40px;border-radius:6px;background:#e1ebff;text-align:center',
  face: 'position:absolute;inset:0;width:40px;height:40px;opacity:0',
  initial: 'line-height:40px;font-weight:600;color:#1966ff',
  badge:
    'position:absolute;top:-6px;right:-8px;padding:0 6px;border-radius:9px;background:#f53f3f;color:#fff;font-size:11px;line-height:18px;white-space:nowrap',
  body: 'flex:1;min-width:0',
  head: 'display:flex;justify-content:space-between;gap:8px',
  nickname: 'font-weight:600;overflow:hidden;white-space:nowrap;text-overflow:ellipsis',
  timer: 'flex:none;color:#85878a;font-size:12px',
  preview: 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis;color:#565960;font-size:13px',
  userLabel: 'display:inline-block;margin-right:4px',
  cardTag: 'display:inline-block;margin-right:4px',
  label: 'padding:0 4px;border-radius:3px;background:#fff3e8;color:#d25f00;font-size:11px;line-height:16px',
  room: 'display:flex;flex-direction:column;min-height:0;background:#f7f8fa',
  choose: 'margin:auto;color:#85878a',
  empty: 'margin-top:120px;text-align:center;color:#85878a',
  roomHead:
    'display:flex;justify-content:space-between;padding:12px 20px;background:#fff;border-bottom:1px solid #e5e6eb',
  topName: 'font-weight:600',
  remark: 'margin-left:12px;color:#85878a;font-size:12px',
  transfer: 'border:1px solid #d5d9de;border-radius:6px;padding:2px 12px;background:#fff;font:inherit',
  messages: 'flex:1;overflow:auto;padding:16px 20px',
  message: 'margin-bottom:12px',
  messageTime: 'text-align:center;color:#85878a;font-size:12px;padding:6px',
  buyerRow: 'display:flex;gap:10px;align-items:flex-end',
  staffRow: 'display:flex;gap:10px;align-items:flex-end',
  smallFace: 'flex:none;width:32px;height:32px;border-radius:6px;background:#e1ebff',
  systemRow: 'text-align:center;color:#85878a;font-size:12px',
  buyerBubble: 'max-width:70%;padding:8px 12px;border-radius:6px;background:#fff',
  staffBubble: 'max-width:70%;padding:8px 12px;border-radius:6px;background:#cfe0ff',
  systemBubble: 'display:inline-block',
  words: 'margin:0;font:inherit;white-space:pre-wrap',
  picture: 'width:120px;height:80px;border-radius:6px;background:linear-gradient(135deg,#ffd8a8,#a5d8ff)',
  cardMain: 'padding:12px 16px;border:1px solid #e5e6eb;border-radius:6px;background:#fff;text-align:left',
  under: 'margin-top:4px;color:#85878a;font-size:12px;text-align:right',
  readMark: 'color:#85878a;font-size:12px',
  composer: 'display:flex;gap:10px;padding:12px 20px;background:#fff;border-top:1px solid #e5e6eb',
  input: 'flex:1;height:72px;border:1px solid #d5d9de;border-radius:6px;padding:8px;font:inherit;resize:none',
  send: 'align-self:end;border:0;border-radius:6px;padding:8px 20px;background:#1966ff;color:#fff;font:inherit',
  side: 'border-left:1px solid #e5e6eb;padding:16px',
  sideLine: 'padding:8px 0;color:#565960;border-bottom:1px solid #f2f3f5',
};

export function styles(salt: string): string {
  const base = '*{box-sizing:border-box}body{margin:0;font:14px/1.45 system-ui,sans-serif;color:#1d2129}';
  return [base, ...Object.entries(rules).map(([thing, rule]) => `.${hashedClass(thing, { salt })}{${rule}}`)].join(
    '\n',
  );
}
