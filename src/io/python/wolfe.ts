/** Python of `optimizers/secondOrder/lbfgs.ts` and `strongWolfe.ts`, operation for operation: a place on a line is (share, f, slope along it). */
export const lbfgsLines: readonly string[] = `
def dot(a, b):
    return a[0] * b[0] + a[1] * b[1]


def direction(lessons, scale, g):
    """The two-loop recursion over (step, turn of the gradient, 1 / their product)."""
    q, alphas = -g, []
    for step, turn, ro in reversed(lessons):
        alphas.append(dot(step, q) * ro)
        q = q - alphas[-1] * turn
    d = q * scale
    for (step, turn, ro), alpha in zip(lessons, reversed(alphas)):
        d = d + (alpha - dot(turn, d) * ro) * step
    return d


def bottom_of_cubic(one, two, least, most):
    d1 = one[2] + two[2] - (3.0 * (one[1] - two[1])) / (one[0] - two[0])
    square = d1 * d1 - one[2] * two[2]
    if not square >= 0.0:
        return (least + most) / 2.0
    d2 = np.sqrt(square)
    a, b = (one, two) if one[0] <= two[0] else (two, one)
    bottom = b[0] - (b[0] - a[0]) * ((b[2] + d2 - d1) / (b[2] - a[2] + 2.0 * d2))
    return min(max(bottom, least), most)


def strong_wolfe(along, start, first, size):
    fallen = lambda at: at[1] <= start[1] + 1e-4 * at[0] * start[2]
    flat = lambda at: abs(at[2]) <= -0.9 * start[2]
    trials, before, now, ends = 0, start, along(first), None
    while trials < 25:
        if not fallen(now) or (trials > 1 and now[1] >= before[1]):
            ends = [before, now]
        elif flat(now):
            return now
        elif now[2] >= 0.0:
            ends = [before, now]
        if ends:
            break
        share = bottom_of_cubic(before, now, now[0] + 0.01 * (now[0] - before[0]), now[0] * 10.0)
        before, now = now, along(share)
        trials += 1
    if not ends:
        return now if now[1] < start[1] else start
    low = 0 if ends[0][1] <= ends[1][1] else 1
    done = slow = False
    while not done and trials < 25 and not abs(ends[1][0] - ends[0][0]) * size < 1e-9:
        least, most = min(ends[0][0], ends[1][0]), max(ends[0][0], ends[1][0])
        share = bottom_of_cubic(ends[0], ends[1], least, most)
        edge = 0.1 * (most - least)
        if min(most - share, share - least) < edge:
            push = slow or share >= most or share <= least
            if push:
                share = most - edge if abs(share - most) < abs(share - least) else least + edge
            slow = not push
        else:
            slow = False
        trial = along(share)
        trials += 1
        high = 1 - low
        if not fallen(trial) or trial[1] >= ends[low][1]:
            ends[high] = trial
            low = 0 if ends[0][1] <= ends[1][1] else 1
        else:
            if flat(trial):
                done = True
            elif trial[2] * (ends[high][0] - ends[low][0]) >= 0.0:
                ends[high] = ends[low]
            ends[low] = trial
    return ends[low]


lessons, scale, last = [], 1.0, None
`
  .trim()
  .split('\n');

/** An update from x with its `f_` and `g`. */
export const lbfgsUpdate: readonly string[] = `
# At rest it stays.
if np.max(np.abs(g)) <= 1e-7:
    continue
first = last is None
if last is not None:
    turn = g - last[0]
    product = dot(turn, last[1])
    if product > 1e-10:
        if len(lessons) == history:
            lessons.pop(0)
        lessons.append((last[1], turn, 1.0 / product))
        scale = product / dot(turn, turn)
d = direction(lessons, scale, g)
slope = dot(g, d)
last = (g, np.zeros(2))
if slope > -1e-9:
    continue


def along(share):
    f_there, g_there = f_and_slope(x + share * d)
    return share, f_there, dot(g_there, d)


length = min(1.0, 1.0 / (abs(g[0]) + abs(g[1]))) * lr if first else lr
share = strong_wolfe(along, (0.0, f_, slope), length, np.max(np.abs(d)))[0]
last = (g, share * d)
x = x + share * d
`
  .trim()
  .split('\n');
