"""Reads a PPTX with python-pptx alone and prints, as JSON, what stands on its slides.

    python slides.py deck.pptx

`openxml-audit` (PyPI) says besides whether PowerPoint would open the file without repairing it; that is its own command.
"""

import io
import json
import re
import sys
import zipfile

from pptx import Presentation
from pptx.util import Pt

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def unspelt(text):
    """Names in charts spell `_x005F_` for an underscore that would otherwise begin a spelt letter."""
    return re.sub(r"_x005F_", "_", text)


def chart_of(shape):
    chart = shape.chart
    plot = chart.plots[0]
    book = chart.part.chart_workbook.xlsx_part
    names = zipfile.ZipFile(io.BytesIO(book.blob)).namelist() if book else []
    return {
        "type": str(chart.chart_type),
        "alt": shape._element.nvGraphicFramePr.cNvPr.get("descr"),
        "categories": [unspelt(name) for name in plot.categories],
        "series": [{"name": unspelt(one.name), "values": list(one.values)} for one in plot.series],
        "has_workbook": "xl/worksheets/sheet1.xml" in names,
    }


def table_of(shape):
    table = shape.table
    return {
        "first_row": table.first_row,
        "rows": [[cell.text_frame.text for cell in row.cells] for row in table.rows],
    }


def slide_of(number, slide, width, height):
    shapes = list(slide.shapes)
    sizes = [int(run.get("sz")) / 100 for run in slide._element.iter(A + "rPr") if run.get("sz")]
    return {
        "number": number,
        "layout": slide.slide_layout.name,
        "title": slide.shapes.title.text_frame.text if slide.shapes.title is not None else None,
        "texts": [shape.text_frame.text for shape in shapes if shape.has_text_frame and shape.text_frame.text],
        "tables": [table_of(shape) for shape in shapes if shape.has_table],
        "charts": [chart_of(shape) for shape in shapes if shape.has_chart],
        "notes": slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
        "smallest_size": min(sizes, default=None),
        "inside": all(
            shape.left >= 0 and shape.top >= 0 and shape.left + shape.width <= width and shape.top + shape.height <= height
            for shape in shapes
        ),
    }


def main(path):
    deck = Presentation(path)
    core = deck.core_properties
    print(json.dumps(
        {
            "title": core.title,
            "subject": core.subject,
            "author": core.author,
            "language": core.language,
            "created": core.created.isoformat() if core.created else None,
            "widescreen": (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540)),
            "slides": [
                slide_of(number, slide, deck.slide_width, deck.slide_height)
                for number, slide in enumerate(deck.slides, 1)
            ],
        },
        ensure_ascii=False,
        indent=1,
    ))


if __name__ == "__main__":
    main(sys.argv[1])
