"""Ukrainian names in Latin letters: the examples of resolution 55 of 2010, and what people type beside them."""
# ruff: noqa: RUF001  the letters are Cyrillic

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.translit import is_cyrillic, latin, left

OFFICIAL = """
Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця Vinnytsia, Володимир Volodymyr,
Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan, Ґорґани Gorgany, Донецьк Donetsk, Дмитро Dmytro,
Рівне Rivne, Олег Oleh, Есмань Esman, Єнакієве Yenakiieve, Гаєвич Haievych, Короп'є Koropie, Житомир Zhytomyr,
Жанна Zhanna, Жежелів Zhezheliv, Закарпаття Zakarpattia, Казимирчук Kazymyrchuk, Медвин Medvyn,
Михайленко Mykhailenko, Іванків Ivankiv, Іващенко Ivashchenko, Їжакевич Yizhakevych, Кадиївка Kadyivka,
Мар'їне Marine, Йосипівка Yosypivka, Стрий Stryi, Олексій Oleksii, Київ Kyiv, Коваленко Kovalenko, Лебедин Lebedyn,
Леонід Leonid, Миколаїв Mykolaiv, Маринич Marynych, Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa,
Онищенко Onyshchenko, Полтава Poltava, Петро Petro, Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy,
Соломія Solomiia, Тернопіль Ternopil, Троць Trots, Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv,
Філіпчук Filipchuk, Харків Kharkiv, Христина Khrystyna, Біла Bila, Церква Tserkva, Стеценко Stetsenko,
Чернівці Chernivtsi, Шевченко Shevchenko, Шостка Shostka, Кишеньки Kyshenky, Щербухи Shcherbukhy, Гоща Hoshcha,
Гаращенко Harashchenko, Юрій Yurii, Корюківка Koriukivka, Яготин Yahotyn, Ярошенко Yaroshenko,
Костянтин Kostiantyn, Знам'янка Znamianka, Феодосія Feodosiia, Згорани Zghorany, Розгон Rozghon
"""
"""Every example that the resolution gives, in its table and its notes."""
WORDS = OFFICIAL.replace(",", " ").split()
PAIRS = list(zip(WORDS[::2], WORDS[1::2], strict=True))


@pytest.mark.parametrize(("ukrainian", "official"), PAIRS)
def test_the_official_spellings(ukrainian, official):
    assert latin(ukrainian) == official
    assert latin(ukrainian.upper()) == official.upper()
    assert latin(unicodedata.normalize("NFD", ukrainian)) == official


def test_all_of_them_are_here():
    assert len(dict(PAIRS)) == 77


@pytest.mark.parametrize("apostrophe", "'’ʼ‘`´′")
def test_an_apostrophe_is_not_written_whichever_is_typed(apostrophe):
    assert latin(f"В{apostrophe}ячеслав") == "Viacheslav"
    assert latin(f"МАР{apostrophe}ЯНА") == "MARIANA"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Нечуй-Левицький", "Nechui-Levytskyi"),
        ("Анна-Юлія Щербак", "Anna-Yuliia Shcherbak"),
        ("щербак-ЮРЧЕНКО", "shcherbak-YURCHENKO"),
        ("Є. Щ. ЮЩЕНКО", "Ye. Shch. YUSHCHENKO"),
        ("ЩЕ Є", "SHCHE Ye"),
        ("ЗГ зГ Зг зг", "ZGH zGh Zgh zgh"),
        ("МакДжайХ", "MakDzhaiKh"),
        ("Оле\u0301на Ї\u0301\u0300", "Olena Yi"),
        ("  Марія  ", "  Mariia  "),
        ("", ""),
    ],
)
def test_words_begin_after_a_hyphen_and_keep_their_case(typed, written):
    assert latin(typed) == written


@pytest.mark.parametrize("typed", ["O'Brien", "L’Haÿ-les-Roses", "Zoé ʼn ’ 12 €", "‘Anna’"])
def test_what_is_not_cyrillic_stays(typed):
    assert latin(typed) == typed
    assert (left(typed), is_cyrillic(typed)) == ("", False)


@pytest.mark.parametrize(
    ("typed", "written", "unknown"),
    [("Ёлкин", "Ёlkyn", "Ё"), ("Рыжый Эдуард", "Rыzhыi Эduard", "ыЭ"), ("Объедков", "Obъedkov", "ъ"),
     ("Ўлад", "Ўlad", "Ў")],
)  # fmt: skip
def test_letters_that_ukrainian_does_not_have_are_left_for_the_person(typed, written, unknown):
    assert (latin(typed), left(typed)) == (written, unknown)
    assert is_cyrillic(latin(typed))


def test_a_letter_of_the_other_alphabet_in_a_word_changes_nothing_else():
    assert latin("Oлeнa Я") == "Olena Ya"


@settings(max_examples=300)
@given(st.text(st.characters()) | st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя АЄЇЮЯЗГʼ’'-\u0301\u0308ё"))
def test_whatever_is_typed_it_is_written(typed):
    written = latin(typed)
    assert latin(written) == written
    assert is_cyrillic(written) == bool(left(typed))
