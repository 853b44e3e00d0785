import { hashedClass } from '../client/names.ts';

const rules: Record<string, string> = {
  app: 'display:grid;grid-template-columns:340px 1fr 220px;height:100vh;background:#fff',
  listWrapper: 'display:flex;flex-direction:column;min-height:0;border-right:1px solid #e8e8e8',
  filters: 'display:flex;flex-wrap:wrap;gap:6px;padding:10px 12px;border-bottom:1px solid #e8e8e8',
  filter: 'border:1px solid #e8e8e8;border-radius:11px;background:#fff;padding:2px 9px;font:inherit;font-size:12px',
  list: 'flex:1;min-height:0',
  rowsGrid: 'height:100%;overflow:auto;overflow-anchor:none',
  row: 'display:flex;gap:12px;padding:12px 14px;border-bottom:1px solid #f5f5f5;cursor:pointer',
  avatar:
    'flex:none;width:40px;height:40px;border-radius:50%;background:#fdeae5;color:#c43b1d;text-align:center;line-height:40px',
  body: 'flex:1;min-width:0',
  head: 'display:flex;justify-content:space-between;gap:8px',
  name: 'font-weight:600;overflow:hidden;white-space:nowrap;text-overflow:ellipsis',
  time: 'flex:none;color:#8c8c8c;font-size:12px',
  line: 'display:flex;justify-content:space-between;gap:8px;color:#666',
  preview: 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis',
  tab_unreplied: 'padding:9px 14px;background:#fafafa;color:#c43b1d;font-size:12px',
  tab_manually_replied: 'padding:9px 14px;background:#fafafa;color:#666;font-size:12px',
  detail: 'display:flex;flex-direction:column;min-height:0;background:#f5f5f5',
  choose: 'margin:auto;color:#8c8c8c',
  detailHead: 'padding:14px 18px;background:#fff;border-bottom:1px solid #e8e8e8;font-weight:600',
  detailChat: 'flex:1;display:flex;flex-direction:column;min-height:0',
  detailMessages: 'flex:1;min-height:0;padding:0 18px',
  sectionArea: 'height:100%',
  containerArea: 'height:100%',
  messagesGrid: 'height:100%;overflow:auto;overflow-anchor:none',
  messageRow: 'display:flex;flex-direction:column;padding:6px 0',
  day: 'margin:auto;color:#8c8c8c;font-size:12px',
  receive: 'flex:none;align-self:flex-start;max-width:70%;padding:8px 12px;border-radius:4px;background:#fff',
  send: 'flex:none;align-self:flex-end;max-width:70%;padding:8px 12px;border-radius:4px;background:#d8f1ec',
  words: 'margin:0;font:inherit',
  wordsLine: 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis',
  picture: 'display:block;width:120px;height:76px;border-radius:4px;background:linear-gradient(135deg,#ffd8a8,#a5d8ff)',
  pictureTime: 'color:#8c8c8c;font-size:12px',
  composer: 'display:flex;gap:10px;padding:12px 18px;background:#fff;border-top:1px solid #e8e8e8',
  input: 'flex:1;height:52px;border:1px solid #d9d9d9;border-radius:4px;padding:8px;font:inherit;resize:none',
  sendButton: 'align-self:end;border:0;border-radius:4px;padding:9px 18px;background:#ee4d2d;color:#fff;font:inherit',
  station: 'border-left:1px solid #e8e8e8;padding:16px',
  stationLine: 'padding:8px 0;color:#666;border-bottom:1px solid #f5f5f5',
  miniSide:
    'position:fixed;right:0;top:0;bottom:0;width:56px;border-left:1px solid #e8e8e8;background:#fff;padding-top:120px',
  launcher: 'padding:12px 0;text-align:center;color:#ee4d2d;cursor:pointer',
  miniPanel:
    'position:fixed;right:56px;bottom:0;width:520px;height:480px;overflow:auto;border:1px solid #e8e8e8;background:#fff',
  miniRow:
    'display:flex;gap:10px;width:100%;padding:8px 12px;border:0;border-bottom:1px solid #f5f5f5;background:#fff;font:inherit',
  miniText: 'flex:1;overflow:hidden;white-space:nowrap;text-align:left',
  miniUnread: 'color:#ee4d2d',
  miniMessage: 'margin:0;padding:6px 12px',
};

export function styles(salt: string): string {
  const base =
    '*{box-sizing:border-box}body{margin:0;font:14px/1.45 system-ui,sans-serif;color:#222}[hidden]{display:none}';
  return [base, ...Object.entries(rules).map(([thing, rule]) => `.${hashedClass(thing, { salt })}{${rule}}`)].join(
    '\n',
  );
}
