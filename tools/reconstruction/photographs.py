#!/usr/bin/python3
"""The free pictures of Debian's python3-skimage that show a thing, made small for the contact sheet.

    /usr/bin/python3 tools/reconstruction/photographs.py      # writes assets/reconstruction/photographs/*.png

Every picture of skimage.data that the package holds, whose docstring says CC0 or public domain, and that shows something (no texture, no text, no
microscopy): chosen by that rule, not by how well they do. Needs python3-skimage (0.25) and Pillow. Then: node tools/reconstruction/manifest.mjs
"""
import os

from PIL import Image
import skimage.data

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "assets", "reconstruction", "photographs")
EDGE = 192

NAMES = {
    "astronaut": "astronaut.png",
    "cameraman": "camera.png",
    "cat": "chelsea.png",
    "clock": "clock_motion.png",
    "coffee": "coffee.png",
    "galaxies": "hubble_deep_field.jpg",
    "horse": "horse.png",
    "rocket": "rocket.jpg",
}


def main():
    os.makedirs(OUT, exist_ok=True)
    folder = os.path.dirname(os.path.abspath(skimage.data.__file__))
    total = 0
    for name, file in NAMES.items():
        image = Image.open(os.path.join(folder, file))
        gray = image.mode in ("1", "L", "LA", "I") or name == "horse"
        image = image.convert("L" if gray else "RGB")
        scale = EDGE / max(image.size)
        size = tuple(max(1, round(scale * edge)) for edge in image.size)
        path = os.path.join(OUT, f"{name}.png")
        image.resize(size, Image.Resampling.LANCZOS).save(path, optimize=True)
        total += os.path.getsize(path)
        print(f"{name}.png {size[0]} x {size[1]} {os.path.getsize(path)} bytes")
    print(f"{total} bytes")


if __name__ == "__main__":
    main()
