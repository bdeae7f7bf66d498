"""Words that dates are made of: English, German, Dutch, French, Spanish, Italian, Portuguese.

A table per language: what the word is (see `grammar.LABELS`) → phrases. Values before a colon are the word's
meaning: the month, the weekday (0 = Monday), days from today, days of a unit. A word in `short` counts only
beside a number or a preposition ("may", "sat", "mar").
"""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "month": (
            "1: january; 2: february; 3: march; 4: april; 6: june; 7: july; 8: august; 9: september; 10: "
            "october; 11: november; 12: december"
        ),
        "short_month": (
            "1: jan; 2: feb; 3: mar; 4: apr; 5: may; 6: jun; 7: jul; 8: aug; 9: sep | sept; 10: oct; 11: "
            "nov; 12: dec"
        ),
        "weekday": "0: monday; 1: tuesday; 2: wednesday; 3: thursday; 4: friday; 5: saturday; 6: sunday",
        "short_weekday": (
            "0: mon; 1: tue | tues; 2: wed | weds; 3: thu | thur | thurs; 4: fri; 5: sat; 6: sun"
        ),
        "day": (
            "0: today | this morning | this afternoon | this evening | tonight | just now | earlier today "
            "| end of today | this lunchtime | eod today; -1: yesterday | last night | yesterday evening | "
            "yesterday afternoon | yesterday morning; 1: tomorrow | tomorrow morning | tomorrow evening; "
            "2: day after tomorrow | the day after tomorrow; -2: day before yesterday | the day before "
            "yesterday"
        ),
        "unit": (
            "d: day | days | calendar day | calendar days; w: week | weeks | wk | wks; m: month | months; "
            "q: quarter; y: year; b: working day | working days | business day | business days | workday | "
            "workdays"
        ),
        "next": "next | following",
        "last": "last | past | previous",
        "this": "this",
        "coming": "this coming | coming",
        "in": "in | within | in about",
        "ago": "ago",
        "from": "from | after",
        "now": "from now | from today | hence",
        "end": "end of | the end of | end | close of | month end",
        "mid": "mid | middle of | the middle of",
        "early": "early | beginning of | start of | late | the start of | the beginning of",
        "end_of": "w: eow | end of week; m: eom | month end; q: eoq | quarter end; y: eoy | year end",
        "week_of": "w/c | wc | week commencing | week beginning | week of | the week of | week starting",
        "week_no": "week | wk | cw | kw | calendar week",
        "by": "by | until | till | til | no later than | not later than | latest by | by latest",
        "before": "before | prior to | ahead of",
        "since": "since | as of | since the",
        "to": "to | for | towards",
        "the": (
            "the | of | on | , | at | a | eod | cob | close of business | end of day | end of business | in"
        ),
        "the_day": "the",
        "or": "or | / or",
        "more": "another | more | additional | extra | further",
        "num": (
            "1: one | a | an; 2: two | a couple of | couple of | couple; 3: three; 4: four; 5: five; 6: "
            "six; 7: seven; 8: eight; 9: nine; 10: ten; 12: twelve | a dozen; 14: fortnight; 0.5: half a"
        ),
        "holiday": (
            "christmas: christmas | xmas; new_year: new year | new year's | new years; easter: easter; "
            "new_year_eve: new year's eve | the holidays"
        ),
    },
    "de": {
        "month": (
            "1: januar | jänner | jaenner; 2: februar | feber; 3: märz | maerz; 4: april; 5: mai; 6: juni; "
            "7: juli; 8: august; 9: september; 10: oktober; 11: november; 12: dezember"
        ),
        "short_month": (
            "1: jan; 2: feb; 3: mär | mrz; 4: apr; 6: jun; 7: jul; 8: aug; 9: sep | sept; 10: okt; 11: "
            "nov; 12: dez"
        ),
        "weekday": (
            "0: montag | montags; 1: dienstag; 2: mittwoch; 3: donnerstag; 4: freitag; 5: samstag | "
            "sonnabend; 6: sonntag"
        ),
        "short_weekday": "0: mo; 1: di; 2: mi; 3: do; 4: fr; 5: sa; 6: so",
        "day": (
            "0: heute | heute morgen | heute früh | heute vormittag | heute nachmittag | heute mittag | "
            "heute abend | vorhin | eben gerade | soeben; -1: gestern | gestern abend | gestern nachmittag "
            "| gestern morgen | gestern früh; 1: morgen | morgen früh | morgen abend | morgen vormittag; "
            "2: übermorgen; -2: vorgestern"
        ),
        "unit": (
            "d: tag | tage | tagen; w: woche | wochen; m: monat | monate | monats | monaten; q: quartal | "
            "quartals; y: jahr | jahres | jahre; b: arbeitstag | arbeitstage | arbeitstagen | werktag | "
            "werktage | werktagen"
        ),
        "next": "nächste* | naechste*",
        "last": "letzte* | vergangene* | vorige*",
        "this": "diese* | dieser | diesen",
        "coming": "kommende*",
        "in": "in | binnen | innerhalb von",
        "ago_before": "vor",
        "end": "ende | das ende | zum ende | ende der | bis ende",
        "mid": "mitte",
        "early": "anfang",
        "end_of": "m: monatsende; q: quartalsende; y: jahresende",
        "week_of": "woche vom | woche ab | der woche vom | woche des",
        "week_no": "kw | kalenderwoche | woche",
        "by": "bis | bis zum | bis zur | bis spätestens | spätestens | spätestens am | spätestens bis",
        "before": "vor dem | vor",
        "since": "seit | seit dem | ab",
        "to": "auf | auf den | zum | auf die | für",
        "from": "ab | nach",
        "the": "am | den | der | dem | des | , | im | die | das | zum | von | zu",
        "the_day": "am | den | der | dem | zum | vom",
        "or": "oder",
        "more": "weitere* | noch eine* | zusätzliche*",
        "num": (
            "1: ein | eine | einen | einer | einem; 2: zwei | paar; 3: drei; 4: vier; 5: fünf | fuenf; 6: "
            "sechs; 7: sieben; 8: acht; 9: neun; 10: zehn; 12: zwölf; 14: vierzehn"
        ),
        "holiday": "christmas: weihnachten; new_year: neujahr; easter: ostern; new_year_eve: silvester",
    },
    "nl": {
        "month": (
            "1: januari; 2: februari; 3: maart; 4: april; 5: mei; 6: juni; 7: juli; 8: augustus; 9: "
            "september; 10: oktober; 11: november; 12: december"
        ),
        "short_month": (
            "1: jan; 2: feb; 3: mrt; 4: apr; 6: jun; 7: jul; 8: aug; 9: sep | sept; 10: okt; 11: nov; 12: dec"
        ),
        "weekday": "0: maandag; 1: dinsdag; 2: woensdag; 3: donderdag; 4: vrijdag; 5: zaterdag; 6: zondag",
        "short_weekday": "0: ma; 1: di; 2: wo; 3: do; 4: vr; 5: za; 6: zo",
        "day": (
            "0: vandaag | vanmorgen | vanochtend | vanmiddag | vanavond | zojuist | zonet; -1: gisteren | "
            "gisteravond | gistermiddag | gisterochtend; 1: morgen | morgenochtend | morgenmiddag; 2: "
            "overmorgen; -2: eergisteren"
        ),
        "unit": (
            "d: dag | dagen; w: week | weken; m: maand | maanden; q: kwartaal; y: jaar; b: werkdag | "
            "werkdagen"
        ),
        "next": "volgende | volgend",
        "last": "afgelopen | vorige | laatste",
        "this": "deze | dit",
        "coming": "aanstaande | komende",
        "in": "over | binnen | in",
        "ago": "geleden",
        "end": "eind | einde | het eind van | het einde van | eind van | einde van",
        "mid": "midden | half | medio",
        "early": "begin",
        "end_of": "m: maandeinde; y: jaareinde",
        "week_of": "week van",
        "week_no": "week | wk",
        "by": "tegen | tot | uiterlijk | uiterlijk op | voor het einde van | tot en met",
        "before": "vóór | voor",
        "since": "sinds | vanaf | sedert",
        "to": "naar | tot | voor",
        "the": "op | de | het | , | van | den | in",
        "the_day": "de | den",
        "or": "of",
        "from": "vanaf | na",
        "more": "extra | nog een | nog | meer",
        "num": (
            "1: een | één; 2: twee | paar; 3: drie; 4: vier; 5: vijf; 6: zes; 7: zeven; 8: acht; 9: negen; "
            "10: tien; 14: veertien"
        ),
        "holiday": (
            "christmas: kerst | kerstmis; new_year: nieuwjaar; easter: pasen; new_year_eve: oudjaar | oud "
            "en nieuw"
        ),
    },
    "fr": {
        "month": (
            "1: janvier; 2: février; 3: mars; 4: avril; 5: mai; 6: juin; 7: juillet; 8: août; 9: "
            "septembre; 10: octobre; 11: novembre; 12: décembre"
        ),
        "short_month": "1: janv | jan; 2: févr | fév; 4: avr; 7: juil; 9: sept; 10: oct; 11: nov; 12: déc",
        "weekday": "0: lundi; 1: mardi; 2: mercredi; 3: jeudi; 4: vendredi; 5: samedi; 6: dimanche",
        "short_weekday": "0: lun; 1: mar; 2: mer; 3: jeu; 4: ven; 5: sam; 6: dim",
        "day": (
            "0: aujourd' hui | ce matin | cet après midi | ce midi | ce soir | tout à l' heure; -1: hier | "
            "hier soir | hier matin | hier après midi; 1: demain | demain matin | demain soir; 2: après "
            "demain; -2: avant hier"
        ),
        "unit": (
            "d: jour | jours; w: semaine | semaines; m: mois; q: trimestre; y: année | an; b: jour ouvré | "
            "jours ouvrés | jour ouvrable | jours ouvrables"
        ),
        "next": "prochain | prochaine | suivant | suivante",
        "last": "dernier | dernière | passé | passée",
        "this": "ce | cet | cette",
        "in": "dans | d' ici | sous | en",
        "ago_before": "il y a",
        "end": "fin | la fin de | la fin du | fin de | fin du | la fin d' | fin de la | la fin de la",
        "mid": "mi | milieu de | la mi",
        "early": "début | début de | courant",
        "end_of": "",
        "week_of": "semaine du | la semaine du",
        "week_no": "semaine | sem",
        "by": (
            "d' ici | d' ici le | d' ici au | avant le | au plus tard | jusqu' au | jusqu' à | au plus "
            "tard le | pour le"
        ),
        "before": "avant",
        "since": "depuis | depuis le | à partir du | dès",
        "to": "au | à | vers | pour",
        "the": "le | du | la | de | , | l' | d' | au | en | les",
        "the_day": "le | au | du",
        "or": "ou",
        "from": "après | à partir de",
        "more": "supplémentaire | supplémentaires | de plus | encore une | autre",
        "num": (
            "1: un | une; 2: deux; 3: trois; 4: quatre; 5: cinq; 6: six; 7: sept; 8: huit; 10: dix; 15: "
            "quinze"
        ),
        "holiday": "christmas: noël; new_year: nouvel an; easter: pâques; new_year_eve: les fêtes",
    },
    "es": {
        "month": (
            "1: enero; 2: febrero; 3: marzo; 4: abril; 5: mayo; 6: junio; 7: julio; 8: agosto; 9: "
            "septiembre | setiembre; 10: octubre; 11: noviembre; 12: diciembre"
        ),
        "short_month": (
            "1: ene; 2: feb; 3: mar; 4: abr; 6: jun; 7: jul; 8: ago; 9: sep | sept; 10: oct; 11: nov; 12: dic"
        ),
        "weekday": "0: lunes; 1: martes; 2: miércoles; 3: jueves; 4: viernes; 5: sábado; 6: domingo",
        "short_weekday": "0: lun; 1: mar; 2: mié; 3: jue; 4: vie; 5: sáb; 6: dom",
        "day": (
            "0: hoy | esta mañana | esta tarde | esta noche | hoy mismo | ahora mismo; -1: ayer | anoche | "
            "ayer por la tarde | ayer por la mañana | ayer mismo; 1: mañana | mañana por la mañana | "
            "mañana por la tarde; 2: pasado mañana; -2: anteayer | antes de ayer"
        ),
        "unit": (
            "d: día | días; w: semana | semanas; m: mes | meses; q: trimestre; y: año; b: día hábil | días "
            "hábiles | día laborable | días laborables"
        ),
        "next": "próximo | próxima | que viene | siguiente",
        "last": "pasado | pasada | último | última",
        "this": "este | esta",
        "in": "en | dentro de | de aquí a",
        "ago_before": "hace",
        "end": "fin de | finales de | final de | fines de | a finales de | el fin de",
        "mid": "mediados de | a mediados de",
        "early": "principios de | a principios de",
        "end_of": "",
        "week_of": "semana del | la semana del",
        "week_no": "semana",
        "by": "para el | hasta | hasta el | antes del | a más tardar | para",
        "before": "antes de",
        "since": "desde | desde el | a partir del",
        "to": "al | a | hasta | para",
        "the": "el | de | del | la | , | en | al | día | los",
        "the_day": "el | al | día | del",
        "or": "o",
        "from": "después de",
        "more": "más | otra | otro",
        "num": (
            "1: un | una; 2: dos | par de; 3: tres; 4: cuatro; 5: cinco; 6: seis; 7: siete; 8: ocho; 10: "
            "diez; 15: quince"
        ),
        "holiday": (
            "christmas: navidad | navidades; new_year: año nuevo; easter: semana santa; new_year_eve: "
            "nochevieja | fin de año"
        ),
    },
    "it": {
        "month": (
            "1: gennaio; 2: febbraio; 3: marzo; 4: aprile; 5: maggio; 6: giugno; 7: luglio; 8: agosto; 9: "
            "settembre; 10: ottobre; 11: novembre; 12: dicembre"
        ),
        "short_month": (
            "1: gen; 2: feb; 3: mar; 4: apr; 5: mag; 6: giu; 7: lug; 8: ago; 9: set; 10: ott; 11: nov; 12: "
            "dic"
        ),
        "weekday": "0: lunedì; 1: martedì; 2: mercoledì; 3: giovedì; 4: venerdì; 5: sabato; 6: domenica",
        "short_weekday": "0: lun; 1: mar; 2: mer; 3: gio; 4: ven; 5: sab; 6: dom",
        "day": (
            "0: oggi | stamattina | stamani | questa mattina | oggi pomeriggio | stasera | stamane; -1: "
            "ieri | ieri sera | ieri pomeriggio | ieri mattina; 1: domani | domani mattina; 2: dopodomani; "
            "-2: l' altro ieri | altro ieri | avantieri"
        ),
        "unit": (
            "d: giorno | giorni; w: settimana | settimane; m: mese | mesi; q: trimestre; y: anno; b: "
            "giorno lavorativo | giorni lavorativi"
        ),
        "next": "prossimo | prossima",
        "last": "scorso | scorsa | ultimo",
        "this": "questo | questa",
        "in": "tra | fra | entro | in",
        "ago": "fa",
        "end": "fine | la fine di | fine di | la fine del | fine del | la fine della",
        "mid": "metà | metà di | la metà di",
        "early": "inizio | inizi di | inizio di",
        "end_of": "m: fine mese; w: fine settimana lavorativa; y: fine anno",
        "week_of": "settimana del | la settimana del",
        "week_no": "settimana",
        "by": "entro | entro il | fino al | entro la | non oltre il | per il",
        "before": "prima di | prima del",
        "since": "da | dal | dallo",
        "to": "al | a | per | all'",
        "the": "il | di | del | la | , | l' | della | dell' | giorno",
        "the_day": "il | al | giorno | del",
        "or": "o | oppure",
        "from": "dopo",
        "more": "altra | in più | ancora una | altro | ulteriore",
        "num": (
            "1: un | una | un'; 2: due | paio di; 3: tre; 4: quattro; 5: cinque; 6: sei; 7: sette; 8: "
            "otto; 10: dieci; 15: quindici"
        ),
        "holiday": "christmas: natale; new_year: capodanno; easter: pasqua",
    },
    "pt": {
        "month": (
            "1: janeiro; 2: fevereiro; 3: março; 4: abril; 5: maio; 6: junho; 7: julho; 8: agosto; 9: "
            "setembro; 10: outubro; 11: novembro; 12: dezembro"
        ),
        "short_month": (
            "1: jan; 2: fev; 3: mar; 4: abr; 5: mai; 6: jun; 7: jul; 8: ago; 9: set; 10: out; 11: nov; 12: "
            "dez"
        ),
        "weekday": (
            "0: segunda feira; 1: terça feira; 2: quarta feira; 3: quinta feira; 4: sexta feira; 5: "
            "sábado; 6: domingo"
        ),
        "short_weekday": "0: segunda; 1: terça; 2: quarta; 3: quinta; 4: sexta; 5: sáb; 6: dom",
        "day": (
            "0: hoje | hoje de manhã | esta manhã | hoje à tarde | esta tarde | hoje mesmo; -1: ontem | "
            "ontem à noite | ontem à tarde; 1: amanhã | amanhã de manhã; 2: depois de amanhã; -2: anteontem"
        ),
        "unit": (
            "d: dia | dias; w: semana | semanas; m: mês | meses; q: trimestre; y: ano; b: dia útil | dias "
            "úteis"
        ),
        "next": "próximo | próxima | que vem | seguinte",
        "last": "passado | passada | último | última",
        "this": "este | esta",
        "in": "em | dentro de | daqui a",
        "ago_before": "há",
        "ago": "atrás",
        "end": (
            "fim de | fim do | final de | final do | finais de | o fim do | o final do | fim da | final da"
        ),
        "mid": "meados de | em meados de",
        "early": "início de | inícios de | começo de",
        "end_of": "",
        "week_of": "semana de | semana do",
        "week_no": "semana",
        "by": "até | até ao | até o | até à | até dia | até ao dia | antes de | o mais tardar",
        "before": "antes do",
        "since": "desde | a partir de",
        "to": "para | ao | a | para o | pro",
        "the": "o | de | do | a | da | , | em | no | na | dia | ao | à",
        "the_day": "dia | ao dia | no dia",
        "or": "ou",
        "from": "depois de",
        "more": "mais | outra | outro",
        "num": (
            "1: um | uma; 2: dois | duas | par de; 3: três; 4: quatro; 5: cinco; 6: seis; 7: sete; 8: "
            "oito; 10: dez; 15: quinze"
        ),
        "holiday": "christmas: natal; new_year: ano novo; easter: páscoa; new_year_eve: réveillon",
    },
}
