import { describe, expect, test } from 'vitest';
import { koubai, koubaiHere } from './koubai.ts';

const asked = ['heatmap', '--surface', 'bowl', '--optimizer', 'momentum', '--steps', '60'];

describe('koubai heatmap', () => {
  test('loss[row of y][column of x] is what optimize says of the two values; the same on any number of threads', async () => {
    const call = await koubai();
    const axes = ['--x', 'lr=0.01:2:5:log', '--y', 'momentum=0:0.9:3', '--of', 'steps', '--json'];
    const { code, out, err } = call(...asked, ...axes, '--workers', '2');
    expect([code, err]).toEqual([0, '']);
    const { x, y, loss, steps, of } = JSON.parse(out);
    expect(of).toEqual({ x: 'lr', y: 'momentum' });
    expect([x.length, y, loss.length, loss[0].length]).toEqual([5, [0, 0.45, 0.9], 3, 5]);
    // 2 is beyond the limit of momentum 0 and not of 0.9: 1 + β.
    expect([loss[0][4], steps[0][4]]).toEqual([null, null]);
    const set = ['--set', `momentum=${y[2]}`, '--lr', String(x[1])];
    const run = JSON.parse((await koubaiHere('optimize', ...asked.slice(1), ...set)).out);
    expect(loss[2][1]).toBe(run.losses.at(-1));
    expect(call(...asked, ...axes, '--workers', '1').out).toBe(out);
  });

  test.each([
    [['--x', 'lr=0.01:2'], '--x takes name=from:to:count'],
    [['--x', 'lr=0.01:2:5:cubic'], 'log or linear, not "cubic"'],
    [['--y', 'momentun=0:1:5'], 'did you mean momentum?'],
    [['--y', 'momentum=-1:0.9:5'], '--y momentum must be at least 0'],
    [['--x', 'momentum=0:0.9:5:log'], 'needs values above 0'],
    [['--x', 'lr=1:2:1'], 'from 2 to 1024'],
    [['--x', 'lr=1:2:3', '--y', 'lr=1:2:3'], 'both vary lr'],
    [['--of', 'height'], 'there is no picture "height"'],
  ])('%j is refused', async (flags, message) => {
    const { code, out, err } = await koubaiHere(...asked, ...flags);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('--of steps needs a known minimum', async () => {
    const flags = ['--surface', 'x^2 + y^2', '--optimizer', 'sgd', '--start', '1,1', '--of', 'steps'];
    expect((await koubaiHere('heatmap', ...flags)).err).toContain('whose minimum is known');
  });
});
