"""Makes the pictures in this folder: photos as Pillow gives them to the models, the reference for the product's own resize.

    python3 -m venv V && V/bin/pip install pillow && V/bin/python Tests/Data/pillow/make.py
"""
import json
import pathlib

from PIL import Image

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
PHOTOS = ["cat.jpg", "portrait.jpg"]
KERNELS = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}


def crop(image, rule, fraction):
    shorter = min(image.size)
    width, height = {
        "none": image.size,
        "center": (round(image.width * fraction), round(image.height * fraction)),
        "center-square": (round(shorter * fraction), round(shorter * fraction)),
    }[rule]
    left, top = (image.width - width) // 2, (image.height - height) // 2
    return image.crop((left, top, left + width, top + height))


def reduced(name, reduction, side):
    """The reduction is made by the JPEG decoder; what is left of the resize ends within its pixels."""
    image = Image.open(ROOT / "Tests/Data/images" / name)
    width, height = image.size
    image.draft("RGB", (width // reduction, height // reduction))
    assert image.width == -(-width // reduction)
    return image.resize((side, side), Image.Resampling.BICUBIC, box=(0, 0, width / reduction, height / reduction))


def save(image, name):
    image.save(HERE / name, lossless=True, quality=100, method=6)


for manifest in sorted(ROOT.glob("models/*/1/model.json")):
    model = json.loads(manifest.read_text())
    size, steps = (model["input"]["width"], model["input"]["height"]), model["preprocessing"]
    if 0 in size:
        continue
    for photo in PHOTOS:
        image = Image.open(ROOT / "Tests/Data/images" / photo).convert("RGB")
        part = crop(image, steps["crop"], steps.get("cropFraction", 1))
        resized = part.resize(size, KERNELS[steps["kernel"]])
        save(resized, f"{model['name']}-{pathlib.Path(photo).stem}.webp")

for reduction, side in [(2, 75), (4, 37), (8, 18)]:
    for photo in PHOTOS:
        save(reduced(photo, reduction, side), f"reduced-{reduction}-{pathlib.Path(photo).stem}.webp")
