"""A scanned image: each of its pictures is decoded once, so that a cut-off scan is known for what it is."""

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from hemicycle.documents.bounds import Bounds
from hemicycle.documents.found import Found
from hemicycle.documents.refusals import FileRefused


def read_image(content: bytes, bounds: Bounds) -> Found:
    """How many pictures it holds. Pixels are counted before they are decoded. Raises ``FileRefused``."""
    warnings.simplefilter("ignore")  # damaged tags, which nobody here reads
    Image.MAX_IMAGE_PIXELS = None  # counted below, with a clear answer
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG", "TIFF")) as image:
            return Found(pages=_decode(image, bounds), text=False)
    except UnidentifiedImageError:
        raise FileRefused("cut-off", "the picture is damaged or cut off at its beginning") from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise FileRefused("cut-off", "the picture is damaged or cut off before its end") from None


def _decode(image: Image.Image, bounds: Bounds) -> int:
    pages = 0
    while True:
        if pages >= bounds.pages:
            raise FileRefused("too-many-pages", f"it holds more than {bounds.pages} pictures")
        width, height = image.size
        if width * height > bounds.pixels:
            raise FileRefused(
                "unpacks-too-large",
                f"a picture of {width} × {height} has more than {bounds.pixels:,} pixels",
            )
        image.load()
        pages += 1
        try:
            image.seek(pages)
        except EOFError:
            return pages
