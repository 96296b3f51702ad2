"""A folder of pairs (NAME.png gray and alpha, NAME.ply binary doubles), as `koubai evaluate --set` reads it, as an evaluation set of check.py.

    /usr/bin/python3 tools/reconstruction/train/pairs.py DIR PREFIX [--every N]
"""

import argparse
import pathlib

import numpy
from PIL import Image

from stream import OTHER, SCALE

END = b"end_header\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("prefix")
    parser.add_argument("--every", type=int, default=1, help="take every N-th pair")
    options = parser.parse_args()
    pictures = sorted(options.folder.glob("*.png"))[:: options.every]
    with open(f"{options.prefix}.img", "wb") as images, open(f"{options.prefix}.pts", "wb") as clouds:
        for picture in pictures:
            gray, mask = numpy.moveaxis(numpy.asarray(Image.open(picture).convert("LA")), 2, 0).astype(float)
            images.write(numpy.stack([(gray * mask / 255).round(), mask]).astype(numpy.uint8).tobytes())
            data = picture.with_suffix(".ply").read_bytes()
            points = numpy.frombuffer(data[data.index(END) + len(END) :], "<f8")
            clouds.write((points * SCALE).round().astype("<i2").tobytes())
    pathlib.Path(f"{options.prefix}.lab").write_bytes(bytes([OTHER]) * len(pictures))
    print(f"{options.prefix}: {len(pictures)} pairs")


if __name__ == "__main__":
    main()
