import { ownBytes, utf8Of } from '../own-bytes';

// Late notices arrive as text inside frames of a build that was not recorded, at varying depth (feige.md section 3, Jun to
// Sep 2026): in one recording 12 of 535 frames.
const notices = ['用户已等待超', '客服超时未回复用户，系统关闭会话'].map(utf8Of);

/** Whether a frame that is not understood is one of the platform's late notices, which are no chat. */
export function isLateNotice(body: string | Uint8Array): boolean {
  const bytes = ownBytes(body);
  return bytes !== null && notices.some(notice => holds(bytes, notice));
}

function holds(bytes: Uint8Array, words: Uint8Array): boolean {
  const [first = 0] = words;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (words.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
