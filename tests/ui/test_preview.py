"""The picture of a first page, drawn off the GUI thread."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app.ui import preview
from app.ui.tasks import Queue
from tests.ui.papers import two_pages


def test_a_first_page_is_drawn_on_another_thread(qtbot):
    queue, drawn = Queue("drawing", print), list[QImage]()
    preview.get_ready()
    pdf = two_pages()
    for _time in range(20):
        queue.run(lambda: preview.thumbnail(pdf, QSize(152, 192)), drawn.append)
    qtbot.waitUntil(lambda: len(drawn) == 20)
    queue.close()
    assert {image.height() for image in drawn} == {192}
    assert all(130 < image.width() <= 152 for image in drawn)
    assert drawn[0].pixelColor(10, 10).lightness() == 255
