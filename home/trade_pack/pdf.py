"""The trade pack as PDF: A4, rice paper, our faces, selectable text, bookmarks."""

import logging
from io import BytesIO
from pathlib import Path

import segno
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.fonts import FontFace
from PIL import Image

from gi_site.core.languages import HTML_LANGUAGES
from gi_site.core.templatetags.formats import long_date
from home.trade_pack.contents import TradePack
from home.trade_pack.rows import Table, tables

FONTS = Path(__file__).resolve().parent / "fonts"
TEXT_FACE = FONTS / "noto-sans-sc-regular.woff2"
# Not packed: unpacking outlines of this kind takes seconds.
DISPLAY_FACE = FONTS / "zcool-xiaowei-headings.ttf"
TEXT, DISPLAY = "text", "display"

# The tokens of static/css/tokens.css.
PAPER, CREAM, HAIR = (246, 236, 216), (255, 246, 226), (210, 193, 155)
INK, INK_SOFT, CINNABAR = (29, 26, 58), (81, 75, 99), (176, 21, 47)
logging.getLogger("fontTools").setLevel(logging.WARNING)

MARGIN, LINE = 18, 5  # millimetres
SIZE, SMALL = 9.5, 8  # points
LABEL_SHARES = (26, 74)
CELL_PADDING = (0.8, 1.5, 0.8, 0)  # millimetres: top, right, bottom, left
# In Chinese faces curly quotes are as wide as a character, which tears English words apart.
STRAIGHT_QUOTES = str.maketrans("‘’“”", "''\"\"")
# What Chinese printers set where a character is missing from the case.
NO_TYPE = "〓"
PLATE = 46  # millimetres
PLATE_PIXELS = 640


class PackDocument(FPDF):
    """A4 on rice paper with our faces, a footer on each page."""

    def __init__(self, pack: TradePack):
        super().__init__(format="A4")
        self.pack = pack
        self.c_margin = 0
        self.add_font(TEXT, fname=TEXT_FACE)
        self.add_font(DISPLAY, fname=DISPLAY_FACE)
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, margin=22)
        self.set_page_background(PAPER)
        self.set_lang(HTML_LANGUAGES[get_language()])
        title = _("Trade pack: %(name)s") % {"name": pack.product.name}
        self.set_title(title)
        self.set_author(_("Huizhou Geographical Indications"))
        self.set_subject(pack.page.summary)
        self.set_keywords(f"{pack.product.name_zh}, {pack.product.name_en}")
        self.set_creator(pack.address)
        self.set_font(TEXT, size=SIZE)
        self.set_text_color(INK)

    def set_heading_font(self, text: str, size: float):
        """The display face, if it has all of `text`: two faces in one heading look torn."""
        known = self.fonts[DISPLAY].cmap
        self.set_font(DISPLAY if all(ord(char) in known for char in text) else TEXT, size=size)

    def normalize_text(self, text):
        """Every text on its way to the page."""
        text = super().normalize_text(text)
        if get_language() == "en":
            text = text.translate(STRAIGHT_QUOTES)
        known = self.fonts[TEXT].cmap
        return "".join(char if ord(char) in known or char == "\n" else NO_TYPE for char in text)

    def header(self):
        """The stitched line along the top; from the second page on the name of the product."""
        self.set_draw_color(CINNABAR)
        self.set_line_width(0.7)
        self.set_dash_pattern(dash=4, gap=2.4)
        self.line(0, 9, self.w, 9)
        self.set_dash_pattern()
        if self.page_no() > 1:
            # Breaks come in the middle of things, which go on in the face they had.
            with self.local_context():
                self.set_xy(MARGIN, 11)
                self.set_font(TEXT, size=SMALL)
                self.set_text_color(INK_SOFT)
                self.cell(0, 5, self.title)
        self.set_y(MARGIN)

    def footer(self):
        """Address, date and page."""
        self.set_y(-15)
        self.set_font(TEXT, size=SMALL)
        self.set_text_color(INK_SOFT)
        state = _("State of %(day)s") % {"day": long_date(self.pack.day)}
        self.cell(0, 5, f"{self.pack.address} · {state}")
        self.set_x(MARGIN)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="R")
        self.set_font(TEXT, size=SIZE)
        self.set_text_color(INK)


def pack_pdf(pack: TradePack) -> bytes:
    """The whole document."""
    document = PackDocument(pack)
    document.add_page()
    _opening(document, pack)
    for table in tables(pack):
        _section(document, table)
    return bytes(document.output())


def _opening(document: PackDocument, pack: TradePack):
    product, top = pack.product, document.get_y()
    words = document.epw - PLATE - 8
    document.set_font(TEXT, size=SMALL)
    document.set_text_color(CINNABAR)
    document.cell(words, 5, _("Trade pack"), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    document.set_text_color(INK)
    document.set_heading_font(product.name, 26)
    document.multi_cell(words, 12, product.name, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    document.set_font(TEXT, size=11)
    document.set_text_color(INK_SOFT)
    other = product.name_zh if get_language() == "en" else product.name_en
    document.multi_cell(
        words, 6, f"{product.pinyin} · {other}", align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
    )
    document.set_text_color(INK)
    document.ln(2)
    document.multi_cell(words, 6, pack.page.summary, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    words_end = document.get_y()
    if pack.picture:
        picture = _flattened(pack.picture)
        x = document.w - MARGIN - PLATE
        document.image(picture, x=x, y=top, w=PLATE, alt_text=pack.picture.default_alt_text)
    # The code stands below the words, so that a phone finds it on the first page.
    size, y = 24, max(words_end + 4, top + PLATE - 18 if pack.picture else words_end + 4)
    document.image(_qr(pack.address), x=MARGIN, y=y, w=size, alt_text=_("QR code of this address"))
    document.set_xy(MARGIN + size + 4, y + 2)
    document.set_font(TEXT, size=SMALL)
    document.multi_cell(
        words - size - 4,
        LINE,
        _("Permanent address") + f"\n{pack.address}\n" + _("What has changed since stands there."),
        align="L",
    )
    document.set_font(TEXT, size=SIZE)
    document.set_xy(MARGIN, max(y + size, top + PLATE) + 4)


def _flattened(picture) -> Image.Image:
    """The plate on rice paper, small enough for a document that is sent by mail."""
    with picture.file.open("rb") as file, Image.open(file) as original:
        plate = original.convert("RGBA")
    plate.thumbnail((PLATE_PIXELS, PLATE_PIXELS))
    ground = Image.new("RGB", plate.size, PAPER)
    ground.paste(plate, mask=plate)
    data = BytesIO()
    ground.save(data, "JPEG", quality=85)
    data.seek(0)
    return Image.open(data)


def _qr(address: str) -> BytesIO:
    data = BytesIO()
    segno.make_qr(address, error="m").save(data, kind="png", scale=8, border=2)
    data.seek(0)
    return data


def _section(document: PackDocument, table: Table):
    # A heading never stands alone at the foot of a page, and what fits on one page is not torn.
    if document.will_page_break(min(_height(document, table), document.eph)):
        document.add_page()
    document.ln(4)
    title = str(table.part.label)
    document.start_section(title)
    document.set_heading_font(title, 14)
    document.cell(0, 8, title, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    document.set_draw_color(CINNABAR)
    document.set_line_width(0.4)
    document.line(MARGIN, document.get_y(), document.w - MARGIN, document.get_y())
    document.ln(1)
    document.set_font(TEXT, size=SIZE)
    if table.rows:
        _rows(document, table)
    elif table.empty:
        _remark(document, table.empty)
    if table.note:
        _remark(document, table.note)


def _height(document: PackDocument, table: Table) -> float:
    """Millimetres that a part takes; of one of labels and texts its heading and first rows."""
    if not table.columns:
        return 30
    document.set_font(TEXT, size=SMALL)
    widths = [document.epw * share / sum(table.widths) for share in table.widths]
    top, right, bottom, left = CELL_PADDING
    rows = [table.columns, *table.rows]
    heights = (
        max(
            document.multi_cell(
                width - left - right, LINE, str(text), dry_run=True, output=MethodReturnValue.HEIGHT
            )
            for width, text in zip(widths, row, strict=True)
        )
        for row in rows
    )
    return 15 + sum(heights) + len(rows) * (top + bottom) + (LINE if table.note else 0)


def _rows(document: PackDocument, table: Table):
    document.set_draw_color(HAIR)
    document.set_line_width(0.2)
    document.set_font(TEXT, size=SIZE if not table.columns else SMALL)
    with document.table(
        borders_layout="HORIZONTAL_LINES",
        col_widths=table.widths or LABEL_SHARES,
        text_align="LEFT",
        v_align="TOP",
        line_height=LINE,
        padding=CELL_PADDING,
        first_row_as_headings=bool(table.columns),
        headings_style=FontFace(emphasis="", color=INK_SOFT),
        wrapmode="WORD",
    ) as grid:
        if table.columns:
            grid.row(table.columns)
        for cells in table.rows:
            row = grid.row()
            for index, text in enumerate(cells):
                is_label = not table.columns and index == 0
                row.cell(text, style=FontFace(color=INK_SOFT) if is_label else None)
    document.set_font(TEXT, size=SIZE)


def _remark(document: PackDocument, text: str):
    document.ln(1)
    document.set_font(TEXT, size=SMALL)
    document.set_text_color(INK_SOFT)
    document.multi_cell(0, LINE - 0.5, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    document.set_font(TEXT, size=SIZE)
    document.set_text_color(INK)
