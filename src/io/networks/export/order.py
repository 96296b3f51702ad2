order, shuffled = list(range(COUNT)), -1


def batch_of(t):
    """The samples of update t: a fresh permutation an epoch, cut into batches."""
    global shuffled
    epoch, place = divmod(t - 1, -(-COUNT // BATCH))
    if epoch != shuffled:
        order[:], shuffled = range(COUNT), epoch
        stream = Stream(SEED, "order", epoch)
        for i in range(COUNT - 1, 0, -1):
            j = stream.integer(i + 1)
            order[i], order[j] = order[j], order[i]
    return order[place * BATCH : (place + 1) * BATCH]
