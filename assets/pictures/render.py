#!/usr/bin/env python3
"""Draws the pictures of the bundled decks: assets/pictures/NAME.svg becomes decks/media/NAME.png.

    pip install cairosvg blake3
    python3 assets/pictures/render.py

Each PNG carries the BLAKE3 of its SVG (a tEXt chunk "Source-BLAKE3"), by which a test sees that it is current.
"""

import pathlib
import struct
import zlib

import blake3
import cairosvg

HERE = pathlib.Path(__file__).resolve().parent
MEDIA = HERE.parent.parent / "decks" / "media"
SIGNATURE_AND_HEADER = 8 + 25  # what comes before all other chunks


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


for source in sorted(HERE.glob("*.svg")):
    svg = source.read_bytes()
    png = cairosvg.svg2png(bytestring=svg)
    mark = chunk(b"tEXt", b"Source-BLAKE3\0" + blake3.blake3(svg).hexdigest().encode())
    MEDIA.mkdir(exist_ok=True)
    target = MEDIA / f"{source.stem}.png"
    target.write_bytes(png[:SIGNATURE_AND_HEADER] + mark + png[SIGNATURE_AND_HEADER:])
    print(target)
