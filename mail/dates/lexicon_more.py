"""Words that dates are made of, common forms: Swedish, Danish, Norwegian, Finnish, Polish, Czech, Russian,
Ukrainian, Turkish. (Chinese, Japanese and Korean dates: `east`.)
"""

from __future__ import annotations

_NORDIC_MONTHS = (
    "1: januari | januar; 2: februari | februar; 3: mars | marts; 4: april; 5: maj | mai; 6: juni; 7: juli; "
    "8: augusti | august; 9: september; 10: oktober; 11: november; 12: december | desember"
)
_NORDIC_SHORT = (
    "1: jan; 2: feb; 4: apr; 6: jun; 7: jul; 8: aug; 9: sep | sept; 10: okt; 11: nov; 12: dec | des"
)

WORDS: dict[str, dict[str, str]] = {
    "sv": {
        "month": (
            "1: januari | januar; 2: februari | februar; 3: mars | marts; 4: april; 5: maj | mai; 6: juni; "
            "7: juli; 8: augusti | august; 9: september; 10: oktober; 11: november; 12: december | desember"
        ),
        "short_month": (
            "1: jan; 2: feb; 4: apr; 6: jun; 7: jul; 8: aug; 9: sep | sept; 10: okt; 11: nov; 12: dec | des"
        ),
        "weekday": (
            "0: måndag; 1: tisdag; 2: onsdag; 3: torsdag; 4: fredag; 5: lördag; 6: söndag; 0-: i måndags; "
            "1-: i tisdags; 2-: i onsdags; 3-: i torsdags; 4-: i fredags; 5-: i lördags; 6-: i söndags; "
            "0+: på måndag; 1+: på tisdag; 2+: på onsdag; 3+: på torsdag; 4+: på fredag"
        ),
        "short_weekday": "0: mån; 1: tis; 2: ons; 3: tors; 4: fre; 5: lör; 6: sön",
        "day": (
            "0: idag | i dag | i morse | i förmiddags | i eftermiddag | ikväll | nyss; -1: igår | i går | "
            "igår kväll; 1: imorgon | i morgon | imorron; 2: i övermorgon | övermorgon; -2: i förrgår | "
            "förrgår"
        ),
        "unit": (
            "d: dag | dagar; w: vecka | veckor | veckan; m: månad | månader | månaden; q: kvartal | "
            "kvartalet; y: år | året; b: arbetsdag | arbetsdagar"
        ),
        "next": "nästa",
        "last": "förra | senaste",
        "this": "denna | den här | detta",
        "coming": "kommande",
        "in": "om | inom",
        "ago_before": "för",
        "ago": "sedan",
        "end": "slutet av | slutet på",
        "mid": "mitten av",
        "early": "början av",
        "end_of": "m: månadsskiftet | månadens slut; y: årsskiftet; w: veckans slut",
        "week_of": "",
        "week_no": "vecka | v",
        "by": "senast | till | innan | senast den",
        "before": "före",
        "since": "sedan | från",
        "to": "till | till den",
        "the": "den | på | , | av | på den",
        "the_day": "den",
        "or": "eller",
        "from": "efter",
        "more": "till | ytterligare",
        "num": "1: en | ett; 2: två; 3: tre; 4: fyra; 5: fem; 6: sex; 8: åtta; 10: tio",
        "holiday": "christmas: jul | julen; new_year: nyår; easter: påsk",
    },
    "da": {
        "month": (
            "1: januari | januar; 2: februari | februar; 3: mars | marts; 4: april; 5: maj | mai; 6: juni; "
            "7: juli; 8: augusti | august; 9: september; 10: oktober; 11: november; 12: december | desember"
        ),
        "short_month": (
            "1: jan; 2: feb; 4: apr; 6: jun; 7: jul; 8: aug; 9: sep | sept; 10: okt; 11: nov; 12: dec | des"
        ),
        "weekday": (
            "0: mandag; 1: tirsdag; 2: onsdag; 3: torsdag; 4: fredag; 5: lørdag; 6: søndag; 0-: i mandags; "
            "1-: i tirsdags; 2-: i onsdags; 3-: i torsdags; 4-: i fredags; 5-: i lørdags; 6-: i søndags; "
            "0+: på mandag; 1+: på tirsdag; 2+: på onsdag; 3+: på torsdag; 4+: på fredag"
        ),
        "short_weekday": "0: man; 1: tirs; 2: ons; 3: tors; 4: fre; 5: lør; 6: søn",
        "day": (
            "0: i dag | idag | i morges | i formiddags | i eftermiddag | i aften; -1: i går | igår | i går "
            "aftes; 1: i morgen | imorgen; 2: i overmorgen; -2: i forgårs"
        ),
        "unit": (
            "d: dag | dage; w: uge | uger | ugen; m: måned | måneder | måneden; q: kvartal | kvartalet; y: "
            "år | året; b: arbejdsdag | arbejdsdage | hverdage"
        ),
        "next": "næste",
        "last": "sidste | forrige",
        "this": "denne",
        "coming": "kommende",
        "in": "om | inden for",
        "ago_before": "for",
        "ago": "siden",
        "end": "slutningen af | udgangen af | ultimo",
        "mid": "midten af | medio",
        "early": "starten af | begyndelsen af | primo",
        "end_of": "m: månedens udgang | månedsskiftet; w: ugens udgang; y: årets udgang | årsskiftet",
        "week_of": "",
        "week_no": "uge",
        "by": "senest | inden | senest den",
        "before": "før",
        "since": "siden | fra",
        "to": "til | til den",
        "the": "den | på | , | af | d | i",
        "the_day": "den | d",
        "or": "eller",
        "from": "efter",
        "more": "mere | yderligere | ekstra",
        "num": "1: en | et | én | ét; 2: to; 3: tre; 4: fire; 5: fem; 6: seks; 8: otte; 10: ti",
        "holiday": "christmas: jul; new_year: nytår; easter: påske",
    },
    "no": {
        "month": (
            "1: januari | januar; 2: februari | februar; 3: mars | marts; 4: april; 5: maj | mai; 6: juni; "
            "7: juli; 8: augusti | august; 9: september; 10: oktober; 11: november; 12: december | desember"
        ),
        "short_month": (
            "1: jan; 2: feb; 4: apr; 6: jun; 7: jul; 8: aug; 9: sep | sept; 10: okt; 11: nov; 12: dec | des"
        ),
        "weekday": (
            "0: mandag; 1: tirsdag; 2: onsdag; 3: torsdag; 4: fredag; 5: lørdag; 6: søndag; 0+: på mandag "
            "| førstkommende mandag; 1+: på tirsdag; 2+: på onsdag; 3+: på torsdag; 4+: på fredag"
        ),
        "short_weekday": "0: man; 1: tirs; 2: ons; 3: tors; 4: fre; 5: lør; 6: søn",
        "day": (
            "0: i dag | i morges | i formiddag | i ettermiddag | i kveld; -1: i går | i går kveld; 1: i "
            "morgen | i morgen tidlig; 2: i overmorgen; -2: i forgårs"
        ),
        "unit": (
            "d: dag | dager; w: uke | uker | uka | uken; m: måned | måneder | måneden; q: kvartal | "
            "kvartalet; y: år | året; b: virkedag | virkedager | arbeidsdag | arbeidsdager"
        ),
        "next": "neste",
        "last": "sist | forrige | siste",
        "this": "denne",
        "coming": "kommende",
        "in": "om | innen",
        "ago": "siden",
        "ago_before": "for",
        "end": "slutten av | utgangen av",
        "mid": "midten av",
        "early": "starten av | begynnelsen av",
        "end_of": "m: månedsskiftet; y: årsskiftet",
        "week_of": "",
        "week_no": "uke",
        "by": "innen | senest | senest innen",
        "before": "før",
        "since": "siden | fra",
        "to": "til | til den",
        "the": "den | på | , | av | i",
        "the_day": "den",
        "or": "eller",
        "from": "etter",
        "more": "til | ekstra",
        "num": "1: en | ei | et | én; 2: to; 3: tre; 4: fire; 5: fem; 6: seks; 8: åtte; 10: ti",
        "holiday": "christmas: jul; new_year: nyttår; easter: påske",
    },
    "fi": {
        "month": (
            "1: tammikuu*; 2: helmikuu*; 3: maaliskuu*; 4: huhtikuu*; 5: toukokuu*; 6: kesäkuu*; 7: "
            "heinäkuu*; 8: elokuu*; 9: syyskuu*; 10: lokakuu*; 11: marraskuu*; 12: joulukuu*"
        ),
        "weekday": (
            "0: maanantai*; 1: tiistai*; 2: keskiviikko*; 3: torstai*; 4: perjantai*; 5: lauantai*; 6: "
            "sunnuntai*"
        ),
        "day": (
            "0: tänään | tänä aamuna | äsken; -1: eilen | eilen illalla; 1: huomenna | huomiseen | "
            "huomiseksi; 2: ylihuomenna; -2: toissapäivänä"
        ),
        "unit": "d: päivä* | päivän; w: viikko* | viikon | viikolla; m: kuukau* | kuun; b: työpäivä*",
        "next": "ensi",
        "last": "viime",
        "this": "tällä | tämän",
        "coming": "tuleva*",
        "ago": "sitten",
        "after_unit": "kuluttua | päästä",
        "end": "",
        "mid": "",
        "end_of": (
            "m: kuun lopussa | kuun loppuun mennessä | kuukauden lopussa | kuukauden loppuun; w: viikon "
            "lopussa | viikon loppuun mennessä; y: vuoden loppuun mennessä"
        ),
        "week_no": "viikko | viikolla | vk",
        "by_after": "mennessä | asti | saakka",
        "since_after": "lähtien | alkaen",
        "the": ",",
        "or": "tai",
        "more": "vielä | lisää",
        "num": "1: yksi | yhden; 2: kaksi | kahden; 3: kolme | kolmen; 4: neljä | neljän; 5: viisi | viiden",
        "holiday": "christmas: joulu*; easter: pääsiäi*",
    },
    "pl": {
        "month": (
            "1: styczeń | stycznia | styczniu; 2: luty | lutego | lutym; 3: marzec | marca | marcu; 4: "
            "kwiecień | kwietnia | kwietniu; 5: maj | maja | maju; 6: czerwiec | czerwca; 7: lipiec | "
            "lipca; 8: sierpień | sierpnia; 9: wrzesień | września; 10: październik | października; 11: "
            "listopad | listopada; 12: grudzień | grudnia | grudniu"
        ),
        "weekday": (
            "0: poniedziałek | poniedziałku; 1: wtorek | wtorku; 2: środa | środę | środy; 3: czwartek | "
            "czwartku; 4: piątek | piątku; 5: sobota | sobotę; 6: niedziela | niedzielę"
        ),
        "day": (
            "0: dziś | dzisiaj | dziś rano | dzisiaj rano | dziś po południu; -1: wczoraj | wczoraj "
            "wieczorem; 1: jutro | jutra; 2: pojutrze; -2: przedwczoraj"
        ),
        "unit": (
            "d: dzień | dni | dniach; w: tydzień | tygodnie | tygodni | tygodnia | tygodniu; m: miesiąc | "
            "miesiące | miesiąca | miesięcy; q: kwartał | kwartału; y: rok | roku; b: dni robocze | dni "
            "roboczych | dzień roboczy"
        ),
        "next": "następn* | przyszł*",
        "last": "ostatni* | zeszł* | ubiegł*",
        "this": "ten | tym | tego | tę",
        "coming": "najbliższ*",
        "in": "za | w ciągu",
        "ago": "temu",
        "end": "koniec | końca | końcem | końcu",
        "mid": "połowa | połowy | połowie",
        "early": "początek | początku",
        "end_of": "",
        "week_no": "tydzień | tygodniu",
        "by": "do | do dnia | najpóźniej | najpóźniej do",
        "before": "przed",
        "since": "od | od dnia",
        "to": "na | na dzień",
        "the": "w | we | , | dnia | z",
        "the_day": "dnia",
        "or": "lub | albo",
        "from": "po",
        "more": "kolejn* | jeszcze",
        "num": "1: jeden; 2: dwa | dwie | dwóch; 3: trzy | trzech; 4: cztery; 5: pięć; 10: dziesięć",
        "holiday": "christmas: świętami | boże narodzenie | święta; new_year: nowy rok; easter: wielkanoc*",
    },
    "cs": {
        "month": (
            "1: leden | ledna | lednu; 2: únor | února; 3: březen | března; 4: duben | dubna; 5: květen | "
            "května; 6: červen | června; 7: červenec | července; 8: srpen | srpna; 9: září; 10: říjen | "
            "října; 11: listopad | listopadu; 12: prosinec | prosince | prosinci"
        ),
        "weekday": (
            "0: pondělí; 1: úterý | úterka; 2: středa | středu | středy; 3: čtvrtek | čtvrtka; 4: pátek | "
            "pátku; 5: sobota | sobotu | soboty; 6: neděle | neděli"
        ),
        "day": (
            "0: dnes | dneska | dnes ráno | dnes odpoledne; -1: včera | včera večer; 1: zítra | zítřka; 2: "
            "pozítří; -2: předevčírem"
        ),
        "unit": (
            "d: den | dny | dní | dnů; w: týden | týdny | týdnů | týdne; m: měsíc | měsíce | měsíců; q: "
            "čtvrtletí; y: rok | roku; b: pracovní dny | pracovních dnů | pracovních dní"
        ),
        "next": "příští* | následující*",
        "last": "minul* | poslední*",
        "this": "tento | tuto | tohoto | tomto",
        "in": "za | během",
        "ago_before": "před",
        "end": "konec | konce | koncem",
        "mid": "polovina | poloviny | půlka",
        "early": "začátek | začátkem",
        "week_no": "týden | týdnu",
        "by": "do | nejpozději | nejpozději do",
        "before": "před",
        "since": "od",
        "to": "na",
        "the": "v | ve | , | dne | z",
        "the_day": "dne",
        "or": "nebo",
        "from": "po",
        "more": "další* | ještě",
        "num": "1: jeden; 2: dva | dvě | dvou; 3: tři | tří; 4: čtyři; 5: pět; 10: deset",
        "holiday": "christmas: vánocemi | vánoc* | váno*; easter: velikonoc*",
    },
    "ru": {
        "month": (
            "1: январ*; 2: феврал*; 3: март | марта | марте; 4: апрел*; 5: май | мая | мае; 6: июн*; 7: "
            "июл*; 8: август*; 9: сентябр*; 10: октябр*; 11: ноябр*; 12: декабр*"
        ),
        "weekday": (
            "0: понедельник*; 1: вторник*; 2: среда | среду | среды | среде; 3: четверг*; 4: пятниц*; 5: "
            "суббот*; 6: воскресень*"
        ),
        "day": (
            "0: сегодня | сегодня утром | только что; -1: вчера | вчера вечером; 1: завтра | завтра утром; "
            "2: послезавтра; -2: позавчера"
        ),
        "unit": (
            "d: день | дня | дней; w: неделя | недели | неделю | недель | неделе; m: месяц | месяца | "
            "месяцев; q: квартал | квартала; y: год | года; b: рабочих дня | рабочих дней | рабочий день"
        ),
        "next": "следующ*",
        "last": "прошл*",
        "this": "этот | эту | этой | этого",
        "coming": "ближайш*",
        "in": "через | в течение",
        "ago": "назад",
        "end": "конец | конца | конце | концу",
        "mid": "середина | середины | середине",
        "early": "начало | начале",
        "week_no": "неделя",
        "by": "до | к | не позднее",
        "before": "перед",
        "since": "с | со",
        "to": "на",
        "the": "в | во | ,",
        "or": "или",
        "from": "после",
        "more": "ещё | еще",
        "num": "1: одну | один; 2: два | две | двух; 3: три; 4: четыре; 5: пять; 10: десять",
        "holiday": "christmas: рождеств*; new_year: нового года | новым годом | новый год",
    },
    "uk": {
        "month": (
            "1: січ*; 2: лютий | лютого; 3: берез*; 4: квіт*; 5: трав*; 6: черв*; 7: лип*; 8: серп*; 9: "
            "верес*; 10: жовт*; 11: листопад*; 12: груд*"
        ),
        "weekday": (
            "0: понеділ*; 1: вівтор*; 2: середа | середу | середи; 3: четвер*; 4: п'ятниц* | п' ятниц*; 5: "
            "субот*; 6: неділ*"
        ),
        "day": (
            "0: сьогодні | щойно | сьогодні вранці; -1: вчора | учора; 1: завтра; 2: післязавтра; -2: "
            "позавчора"
        ),
        "unit": (
            "d: день | дні | днів; w: тиждень | тижні | тижнів | тижня; m: місяць | місяця | місяців; y: "
            "рік | року; b: робочих дні | робочих днів"
        ),
        "next": "наступн*",
        "last": "минул*",
        "this": "цей | цього | цю | цього",
        "in": "через | протягом",
        "ago": "тому",
        "end": "кінець | кінця | кінці",
        "mid": "середина | середини",
        "early": "початку",
        "week_no": "тиждень",
        "by": "до | не пізніше",
        "before": "перед",
        "since": "з | із",
        "to": "на",
        "the": "в | у | ,",
        "or": "або",
        "from": "після",
        "more": "ще",
        "num": "1: один | одну; 2: два | дві; 3: три; 4: чотири; 5: п'ять | п' ять",
        "holiday": "christmas: різдв*; new_year: нового року | новий рік",
    },
    "tr": {
        "month": (
            "1: ocak | ocakta | ocak'*; 2: şubat | şubatta; 3: mart | martta; 4: nisan | nisanda; 5: mayıs "
            "| mayısta; 6: haziran*; 7: temmuz*; 8: ağustos*; 9: eylül*; 10: ekim | ekimde | ekime; 11: "
            "kasım | kasımda | kasıma; 12: aralık | aralıkta | aralığa"
        ),
        "weekday": (
            "0: pazartesi | pazartesiye; 1: salı | salıya; 2: çarşamba | çarşambaya; 3: perşembe | "
            "perşembeye; 4: cuma | cumaya; 5: cumartesi | cumartesiye; 6: pazar"
        ),
        "day": "0: bugün | bu sabah | az önce; -1: dün | dün akşam; 1: yarın | yarına; -2: evvelsi gün",
        "unit": "d: gün; w: hafta; m: ay; y: yıl; b: iş günü",
        "next": "gelecek | önümüzdeki | haftaya",
        "last": "geçen",
        "this": "bu",
        "ago": "önce",
        "after_unit": "sonra | içinde",
        "end": "",
        "end_of": "m: ay sonu | ay sonuna | ay sonunda; w: hafta sonuna kadar; y: yıl sonu | yıl sonuna",
        "week_no": "hafta",
        "by_after": "kadar | dek",
        "since_after": "beri | itibaren",
        "the": (
            ", | günü | gününe | 'e | 'a | ' e | ' a | ' na | ' ne | ' ye | ' ya | ' da | ' de | ' ta | ' te"
        ),
        "or": "veya | ya da",
        "more": "daha",
        "num": "1: bir; 2: iki; 3: üç; 4: dört; 5: beş; 10: on",
        "holiday": "new_year: yılbaşı*",
    },
}
