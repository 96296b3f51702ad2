class Stream:
    """The page's random numbers: xoroshiro128+ from four MurmurHash3s of its name, so that batches and dropout are the same."""

    def __init__(self, *name):
        data = json.dumps(name, separators=(",", ":")).encode("utf-32-le")
        a, b, c, d = (self.murmur3(data, seed) for seed in (0x9E3779B9, 0x243F6A88, 0xB7E15162, 0x85EBCA6B))
        self.s0, self.s1 = a << 32 | b, c << 32 | d

    @staticmethod
    def murmur3(data, h):
        for at in range(0, len(data), 4):
            k = int.from_bytes(data[at : at + 4], "little") * 0xCC9E2D51 & 0xFFFFFFFF
            h ^= ((k << 15 | k >> 17) & 0xFFFFFFFF) * 0x1B873593 & 0xFFFFFFFF
            h = ((h << 13 | h >> 19) * 5 & 0xFFFFFFFF) + 0xE6546B64 & 0xFFFFFFFF
        h ^= len(data)
        for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
            h = (h ^ h >> shift) * factor & 0xFFFFFFFF
        return h ^ h >> 16

    def bits(self):
        s0, s1 = self.s0, self.s0 ^ self.s1
        value = (self.s0 + self.s1) & 0xFFFFFFFF
        self.s0 = ((s0 << 24 | s0 >> 40) ^ s1 ^ s1 << 16) & 0xFFFFFFFFFFFFFFFF
        self.s1 = (s1 << 37 | s1 >> 27) & 0xFFFFFFFFFFFFFFFF
        return value

    def uniform(self):
        return self.bits() % 2**26 / 2**26 + self.bits() % 2**27 / 2**53

    def integer(self, n):
        while (value := self.bits() ^ 0x80000000) >= (2**32 // n * n if n > 2 else 2**32):
            pass
        return value % n
