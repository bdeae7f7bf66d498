"""Numbers as words, as milestones are called by them: "number three", "nummer drei"."""

from __future__ import annotations

_NUMBERS = (
    "one eins un uno um een ett en yksi jeden один bir",
    "two zwei deux dos due dois twee två to kaksi dwa dva два iki",
    "three drei trois tres tre três drie kolme trzy tři три üç",
    "four vier quatre cuatro quattro quatro fyra fire neljä cztery čtyři четыре dört",
    "five fünf cinq cinco cinque vijf fem viisi pięć pět пять beş",
    "six sechs seis sei zes sex seks kuusi sześć šest шесть altı",
    "seven sieben sept siete sette sete zeven sju syv",
    "eight acht huit ocho otto oito åtta otte åtte",
    "nine neun neuf nueve nove negen nio ni",
    "ten zehn dix diez dieci dez tien tio ti",
)
WORD_NUMBERS = {word: n for n, words in enumerate(_NUMBERS, 1) for word in words.split()}
