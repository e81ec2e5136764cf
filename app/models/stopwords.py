"""Words that say nothing of what somebody looks for, language by language, folded as the others."""

# ruff: noqa: RUF001  letters that look alike are what this is about

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.models.folding import words

_FRENCH = """
a ai aie ait alors apres as au aucun aussi autre autres aux avais avait avec avez avoir avons beaucoup bien bonjour ca
ce ceci cela celle celui ces cet cette chez comme comment dans de depuis des dire dit dois doit donc dont du elle elles
en encore es est et etais etait ete etes etre eu eux faire fais fait faites font faut il ils ici je jai la le les leur
leurs lui ma mais me meme mes merci moi mon meilleur ne ni non nos notre nous on ont ou oui par parce pas peu peut peux
plus pour pourquoi pourrai puis que quel quelle quelles quels quelque quelqu quelquun qui quoi sa sais sans savoir se
sera ses si soit son sont sous suis sur svp ta te tes toi ton tous tout toute toutes tres trop trouver tu un une va vais
vas vers veut veux voir vos votre voudrais vous vont y plait arrive arriver falloir besoin qu jusqu lorsqu puisqu
aujourd hui
"""
_ENGLISH = """
a about again all also am an and any anybody anyone are as at be been being but by can could did do does doing done
dont for from get getting give given go going gone got had has have having hello here hers him his how however i if
in into is it its ive just know let like made make many me mine more much must my need needs no not of off on one or
our out over please should so some somebody someone still such than thank thanks that the their them then there these
they this those to too up us very want wants was we were what when where wheres which who whose why will with would
you your ever until untill don doesn didn isn wasn aren won couldn wouldn shouldn haven hasn hadn ve ll re
"""
_UKRAINIAN = """
а або але б без би був була були було бути в вам вас ваш ваша ваше вже ви від він вона вони воно все всі де для до
дуже є ж же з за зі і із й його її їх як яка яке який які яку коли хто хочу хоче куди куда ли мати мене мені мій моя
моє мої моїх моєму можна може можу можемо ми мати має маю маємо на над нам нас наш наша не ні ну о об от по потрібно
потрібен потрібна при про свій своя своє свою себе собі та так також там тебе тобі ти то тому треба тут у уже хай це
цей ця ці чи чому чого що щоб я доброго дня привіт дякую більше більш будь ласка
"""

SILENT = {code: frozenset(words(said)) for code, said in (("fr", _FRENCH), ("en", _ENGLISH), ("uk", _UKRAINIAN))}
ANYWHERE = frozenset[str]().union(*SILENT.values())
"""What is silent in another language may tell something in this one, as son, don, EU; it never is a misspelt word."""


def telling(found: Iterable[str], language: str) -> list[str]:
    """The words that tell something in *language*; a letter alone does not, a figure does."""
    return [word for word in found if word not in SILENT[language] and (len(word) > 1 or word.isdigit())]


def asked(found: Sequence[str], language: str) -> list[str]:
    """Each word that tells something, once; where none does, each of more than a letter: they may be initials."""
    return list(dict.fromkeys(telling(found, language) or [word for word in found if len(word) > 1]))
