import { expect, it } from 'vitest';
import { inertName } from '@/lib/chat/inert-name';

it.each([
  ['Ayu Larasati', 'Ayu Larasati'],
  ['Nguyễn Thị Hồng 🌸', 'Nguyễn Thị Hồng 🌸'],
  ['أحمد', 'أحمد'],
  // What looks like markup stays what it is: text.
  ['<b>Ayu</b> {count} =1+1', '<b>Ayu</b> {count} =1+1'],
  ['👩‍👩‍👧 क्‍ष', '👩‍👩‍👧 क्‍ष'],
  ['Ayu\u202Egnp.exe', 'Ayugnp.exe'],
  ['\u2066Ayu\u2069\u200F\u200B', 'Ayu'],
  ['Ayu\n3 deadlines passed', 'Ayu 3 deadlines passed'],
  ['a\r\n\t\0\u0007\u2028\u0085b', 'a b'],
  ['\u{E0041}\u{E0042}Ayu', 'Ayu'],
  ['\ud83c', '\ufffd'],
  ['\u202E\u200B \n', ''],
])('the name %j is kept and shown as %j', (name, shown) => {
  expect(inertName(name)).toBe(shown);
});
