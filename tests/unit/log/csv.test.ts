import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { csvLine } from '@/lib/log/csv-line';
import { exportRounds } from '@/lib/log/export-rounds';
import { record } from '@/lib/log/record';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, testShop } from './logged-from';

const asked = Date.parse('2026-03-10T09:00:00+07:00');

describe('a line of the table', () => {
  it.each([
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+62 812', '"\'+62 812"'],
    ['-1', '"\'-1"'],
    ['@siti', '"\'@siti"'],
    ['\t=1', '"\'\t=1"'],
    ['a "b", c\nd', '"a ""b"", c\nd"'],
    ['Ratih 🌸', '"Ratih 🌸"'],
  ])('runs nothing that a buyer named himself: %j', (name, field) => {
    expect(csvLine([name, 3, null, true])).toBe(`${field},3,,true\r\n`);
  });
});

describe('the table of rounds', () => {
  it('tells when each was asked and answered on the market clock, and by whom', async () => {
    const db = emptyLog();
    const said = { is: 'message', sense: 'network', conversation: 'c1', kind: 'text' } as const;
    await record(
      db,
      [
        { ...said, id: '1', author: 'buyer', sentAt: asked },
        { ...said, id: '2', author: 'robot', sentAt: asked + 1000 },
        { ...said, id: '3', author: 'buyer', sentAt: asked + 2000 },
        { ...said, id: '4', author: 'seller', agent: 'Ayu', sentAt: asked + 61_500 },
        { ...said, id: '5', author: 'buyer', sentAt: asked + 3_600_000 },
        { is: 'conversation', sense: 'page', conversation: 'c1', at: asked, buyer: '=1+1' },
      ],
      { shop: testShop, ...rulesFor(testShop), now: asked + 4_000_000 },
    );
    let text = '';
    for await (const piece of exportRounds(db)) text += piece;
    const [head, ...lines] = text.trimEnd().split('\r\n');
    expect(head).toBe(
      '\uFEFFshop,conversation,buyer,asked_at,messages,answered_at,seconds,agent,robot_answered,seller_started,blocked',
    );
    expect(lines).toEqual([
      `"${testShop}","c1","'=1+1","2026-03-10T09:00:00+07:00",2,"2026-03-10T09:01:01+07:00",61.5,"Ayu",true,false,false`,
      `"${testShop}","c1","'=1+1","2026-03-10T10:00:00+07:00",1,,,,false,false,false`,
    ]);
  });
});
