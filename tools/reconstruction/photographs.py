#!/usr/bin/python3
"""The free photographs of assets/reconstruction/photographs, out of the Debian packages that hold them.

    apt-get download gcompris-qt-data plasma-workspace-data lomiri-wallpapers-16.04   # each: dpkg-deb -x FILE.deb FOLDER/PACKAGE
    /usr/bin/python3 tools/reconstruction/photographs.py FOLDER [NAME ...]
    node tools/reconstruction/manifest.mjs                                            # checksums and licences in assets/manifest.json

What to take from where, which part of it and how large stands in photographs.json. python3-skimage (0.25) is taken from where it is installed.
Needs Pillow with WebP. A WebP of at most 512 pixels is copied byte by byte; everything else is scaled down and saved as WebP.
"""
import io
import json
import os
import struct
import sys
import zlib

from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "assets", "reconstruction", "photographs")
EDGE = 512
QUALITY = 82
COMPRESSED, FOLDER = 1, 2


def member(resources, wanted):
    """One file of a Qt resource collection (.rcc): a tree of nodes, their names in UTF-16, their data each after its length."""
    if resources[:4] != b"qres":
        raise SystemExit("this is no Qt resource collection")
    version, tree, data, names = struct.unpack(">IIII", resources[4:20])
    size = 22 if version >= 2 else 14

    def find(node, parts):
        at = tree + node * size
        (flags,) = struct.unpack(">H", resources[at + 4 : at + 6])
        if not flags & FOLDER:
            (offset,) = struct.unpack(">I", resources[at + 10 : at + 14])
            (length,) = struct.unpack(">I", resources[data + offset : data + offset + 4])
            found = resources[data + offset + 4 : data + offset + 4 + length]
            return zlib.decompress(found[4:]) if flags & COMPRESSED else found
        count, first = struct.unpack(">II", resources[at + 6 : at + 14])
        for child in range(first, first + count):
            (where,) = struct.unpack(">I", resources[tree + child * size : tree + child * size + 4])
            (letters,) = struct.unpack(">H", resources[names + where : names + where + 2])
            start = names + where + 6
            if resources[start : start + 2 * letters].decode("utf-16-be") == parts[0]:
                return find(child, parts[1:])
        raise SystemExit(f"{wanted} is not in the collection")

    return find(0, wanted.strip("/").split("/"))


def original(folder, origin):
    unpacked = os.path.join(folder, origin["package"], origin["file"])
    path = unpacked if os.path.exists(unpacked) else os.path.join("/", origin["file"])
    with open(path, "rb") as file:
        content = file.read()
    return member(content, origin["member"]) if "member" in origin else content


def made(photograph, content):
    """The bytes of the WebP: a part of the original, scaled down, with bars above and below where the entry asks for them."""
    image = Image.open(io.BytesIO(content))
    whole = "crop" not in photograph and "bars" not in photograph
    if whole and image.format == "WEBP" and max(image.size) <= EDGE:
        return content
    image = image.convert("RGB")
    if "crop" in photograph:
        image = image.crop(photograph["crop"])
    scale = min(1, EDGE / max(image.size))
    image = image.resize([round(scale * edge) for edge in image.size], Image.Resampling.LANCZOS)
    if bars := photograph.get("bars", 0):
        boxed = Image.new("RGB", (image.width, image.height + 2 * bars))
        boxed.paste(image, (0, bars))
        image = boxed
    saved = io.BytesIO()
    image.save(saved, "WEBP", quality=QUALITY, method=6)
    return saved.getvalue()


def main(folder, names):
    with open(os.path.join(OUT, "photographs.json"), encoding="utf-8") as file:
        photographs = json.load(file)["photographs"]
    total = 0
    for photograph in photographs:
        name = photograph["name"]
        if names and name not in names:
            continue
        content = made(photograph, original(folder, photograph["from"]))
        size = Image.open(io.BytesIO(content)).size
        if size != (photograph["width"], photograph["height"]):
            raise SystemExit(f"{name}: {size}, the manifest says otherwise")
        with open(os.path.join(OUT, f"{name}.webp"), "wb") as file:
            file.write(content)
        total += len(content)
        print(f"{name}.webp {size[0]} x {size[1]} {len(content)} bytes")
    print(f"{total} bytes")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2:])
