import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { changeCase, trackCase } from '@/lib/log/cases';
import { csvLine } from '@/lib/log/csv-line';
import { exportCases } from '@/lib/log/export-cases';
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
    ['\n=1', '"\'\n=1"'],
    [' =1', '"\' =1"'],
    ['＝1+1', '"\'＝1+1"'],
    ['\u200B@x', '"\'\u200B@x"'],
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

describe('the table of cases', () => {
  it('tells when each began, ends and was done with, on the seller’s clock, and runs nothing that stands in it', async () => {
    const db = emptyLog();
    const hour = 3_600_000;
    await trackCase(db, { label: '=1+1', lastWordAt: asked, hours: 72 }, asked + hour);
    const page = 'https://www.tokopedia.com/r?a=1,2';
    const id = await trackCase(db, { label: 'Retur', lastWordAt: asked, hours: 24, page }, asked + 2 * hour);
    await changeCase(db, id, { isDone: true }, asked + 3 * hour);
    let text = '';
    for await (const piece of exportCases(db, 'Asia/Jakarta')) text += piece;
    expect(text.trimEnd().split('\r\n')).toEqual([
      '\uFEFFcase,last_word_at,hours,ends_at,done_at,tracked_at,page',
      `"'=1+1","2026-03-10T09:00:00+07:00",72,"2026-03-13T09:00:00+07:00",,"2026-03-10T10:00:00+07:00",`,
      `"Retur","2026-03-10T09:00:00+07:00",24,"2026-03-11T09:00:00+07:00","2026-03-10T12:00:00+07:00","2026-03-10T11:00:00+07:00","${page}"`,
    ]);
  });
});
