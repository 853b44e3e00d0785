import { describe, expect, it } from 'vitest';
import { blindSpots } from '../../../lib/watch/blind-spots';

const later = Date.UTC(2026, 10, 22, 5);

describe('blind spots', () => {
  const now = later + 60_000;
  const seen = (id: string, sentAt: number, conversation = '9') => ({ id, sentAt, conversation });

  it('are the messages that only one sense saw', () => {
    const page = [seen('1', later), seen('2', later + 1)];
    expect(blindSpots(page, [seen('2', later + 1), seen('3', later + 2)], later, now)).toEqual({
      unseenByNetwork: 1,
      unseenByPage: 1,
    });
  });

  it('are the waits too that the page alone knows of', () => {
    expect(blindSpots([], [], later, now, 2)).toEqual({ unseenByNetwork: 2, unseenByPage: 0 });
  });

  it('are not the ones from before, nor the ones of this moment', () => {
    const page = [seen('1', later - 1), seen('2', now - 9_999)];
    expect(blindSpots(page, [], later, now)).toEqual({ unseenByNetwork: 0, unseenByPage: 0 });
  });

  it('are not in a thread that is closed, nor above what an open one shows', () => {
    const network = [seen('2', later + 5, '8'), seen('3', later)];
    expect(blindSpots([seen('1', later + 1)], [...network, seen('1', later + 1)], later, now)).toEqual({
      unseenByNetwork: 0,
      unseenByPage: 0,
    });
    expect(blindSpots([], network, later, now)).toEqual({ unseenByNetwork: 0, unseenByPage: 0 });
  });

  it('are, of rows that show the newest message each, only what is newer than that', () => {
    const page = [seen('2', later + 2, '8'), seen('5', later + 5, '9')];
    const network = [seen('1', later + 1, '8'), seen('3', later + 3, '9'), ...page];
    expect(blindSpots(page, network, later, now)).toEqual({ unseenByNetwork: 0, unseenByPage: 0 });
    const newer = [...network, seen('6', later + 4, '8')];
    expect(blindSpots(page, newer, later, now)).toEqual({ unseenByNetwork: 0, unseenByPage: 1 });
  });
});
