"""Polish, Czech, Russian, Ukrainian: common forms. Kind → phrases; `*` is any ending."""

PL: dict[str, str] = {
    "done": (
        "gotowe | gotowy | gotowa | zrobione | zakończone | zakończony | zakończona | zakończyliśmy | "
        "zakończono | zakończył się | zakończyła się | ukończone | ukończony | ukończona | skończone | "
        "skończyliśmy | załatwione | zamknięte | zamknięty | zamknięta | domknięte | z głowy | odhaczone | "
        "wykonane | wykonano | dopięte | sfinalizowane"
    ),
    "adjective": "gotowe | gotowy | gotowa",
    "done.signed": (
        "podpisane | podpisana | podpisany | podpisano | podpisaliśmy | podpisali | podpisał | podpisała"
    ),
    "done.approved": (
        "zatwierdzone | zatwierdzony | zatwierdzona | zatwierdził | zatwierdziła | zaakceptowane | "
        "zaakceptowany | zaakceptowano | zatwierdzono | zielone światło | przyznany | przyjęty | przeszło "
        "| przeszedł"
    ),
    "done.agreed": "uzgodnione | ustalone | uzgodniono",
    "done.connected": "podłączone | podłączony | zintegrowane | połączone | połączony | zainstalowane",
    "done.trained": "przeszkoleni | przeszkolony | przeszkolono",
    "done.live": "uruchomione | uruchomiony | wystartowaliśmy na produkcji | na produkcji",
    "done.delivered": "dostarczone | otrzymane | dotarły",
    "done.tested": "przetestowane | przetestowano",
    "start": (
        "rozpoczęte | rozpoczęliśmy | rozpoczęto | zaczęliśmy | zaczęte | wystartowaliśmy | ruszyliśmy | "
        "ruszył | ruszyła | rozpoczęty | ruszyły"
    ),
    "progress": "w toku | w trakcie | pracujemy nad | trwa | trwają",
    "partial": (
        "prawie | niemal | częściowo | oprócz | poza | z wyjątkiem | brakuje | brakuje tylko | zostało | "
        "pozostało | pozostał | w połowie | ustnie | wewnętrznie"
    ),
    "move": (
        "przesunięte | przesunięty | przesunięta | przesuwamy | przesunąć | przesuwa się | przesunie się | "
        "przesunięto | przesuńmy | przełożone | przełożony | przełożona | przełożyć | przekładamy | "
        "przełożono | opóźni się | odroczone | nowy termin | nowa data | opóźnia się | potrzebujemy czasu "
        "do | przedłużone | przyspieszony"
    ),
    "plan": (
        "planowane | planowany | planujemy | zaplanowane | zaplanowany | oczekujemy | spodziewamy | będzie "
        "| będą | będziemy | cel | zakończymy | podpiszemy | skończymy | termin | przewidywany | "
        "najpóźniej | kończy się"
    ),
    "late": "opóźnienie | opóźnione | opóźniony | później | dłużej | więcej czasu",
    "miss": "nie zdążymy | nie damy rady",
    "block": (
        "utknęliśmy | utknęło | utknął | utknęła | zablokowane | zablokowany | zablokowani | zablokowana | "
        "stoi w miejscu | stoimy | wstrzymane | wstrzymany | nie możemy ruszyć | nie możemy kontynuować | "
        "zawieszone"
    ),
    "waiting": "czekamy na | czekamy | oczekujemy na",
    "reopen": "otworzyć ponownie | ponownie otworzyć | jednak nie | cofnąć do otwartych",
    "early": "za wcześnie | przez pomyłkę | omyłkowo",
    "assign": (
        "przejmuje | przejął | przejęła | odpowiada za | odpowiedzialny | odpowiedzialna | proszę pisać do "
        "| kontakt"
    ),
    "while": "podczas mojej nieobecności | tymczasowo",
    "add": "brakuje w planie | proszę dodać | dodać | dodajcie | nie ma w planie",
    "key": "zamknięte od | święto | inwentaryzacja",
    "confirm": "zgodnie z planem | potwierdzam | pasuje | w terminie | zgodnie z harmonogramem",
    "same": "bez zmian | nic nowego | reszta | pozostałe",
    "yes": "tak | owszem | zgadza się",
    "no": "nie | jeszcze nie | niestety nie",
    "ok": "ok | dobrze | rozumiem | jasne | przyjąłem | przyjęłam",
    "thanks": "dziękuję | dzięki | dziękujemy | przypomnienie | za przypomnienie",
    "greet": (
        "dzień dobry | cześć | witam | hej | szanowni | szanowna | szanowny | panie | pani | państwo | "
        "drogi | droga | wszystkim"
    ),
    "close": (
        "pozdrawiam | pozdrowienia | z poważaniem | miłego dnia | miłego weekendu | serdecznie pozdrawiam "
        "| z wyrazami szacunku"
    ),
    "not": "nie | nic | nikt | żaden | żadne | nigdy | ani | odrzucone | odrzucony",
    "hedge": (
        "myślę | chyba | może | prawdopodobnie | być może | możliwe | mam nadzieję | podobno | powinno | "
        "powinien | powinna | powinniśmy | około | mniej więcej | wydaje się | niepewne | nie jestem "
        "pewien | nie jestem pewna | wkrótce | niedługo | sprawdzę | zapewne | raczej | ewentualnie | "
        "chciał* | mógł* | liczymy"
    ),
    "cond": (
        "jeśli | jeżeli | gdy | gdyby | o ile | pod warunkiem | jak tylko | zależy | po tym jak | w przypadku"
    ),
    "will": "będzie | będą | musi | musimy | trzeba | ma być | zostanie | do zrobienia",
    "hearsay": "powiedział | powiedziała | mówi | według | słyszałem | słyszałam | twierdzi",
    "quest": "co | kto | jak | kiedy | dlaczego | który | która | gdzie | czy | ile",
    "angry": (
        "niedopuszczalne | śmieszne | mam dość | strata czasu | skandal | przestańcie | spam | robot | "
        "prawnik | rozczarowani"
    ),
    "sarcasm": "jasne, jasne | akurat | jak zwykle | haha | tak jak",
    "undo": "cofnij | cofnąć | to błąd | błąd | nieprawda",
    "fix": "przepraszam | to znaczy | znaczy | korekta | raczej | sorry",
    "both": "oba | obie | obydwa",
    "all": "wszystko | wszystkie | całość",
    "mine": "moja część | nasza część",
    "our_side": "naszej strony | z naszej strony",
    "that_day": "ten dzień | tego dnia | ta data | tę datę",
    "because": "ponieważ | bo | gdyż | z powodu",
    "but": "ale | jednak | tylko | niestety | lecz",
    "and": "i | oraz | a",
    "or": "lub | albo | czy",
    "instead": "zamiast | a nie | nie na",
    "per": "przez",
    "prep": (
        "w | we | na | od | po | przy | podczas | między | przez | pod | without | ohne | sans | sin | "
        "senza | sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "z | ze | dla | do | o",
    "number": "punkt | numer | nr | pkt | punkty",
    "agent": "zarząd | obie strony | strony | zespół | dyrekcja | koledzy",
    "pronoun": "to | ono | ten",
    "benign": (
        "jest są był była było były został została zostało zostały my już wreszcie dziś dzisiaj wczoraj "
        "jutro w na do od z i to ten ta się całkowicie oficjalnie także też teraz tu nasz nasza nasze mój "
        "moja państwa dzień dobry tak rano wieczorem tygodniu zeszłym przyszłym piątek poniedziałek przez "
        "obie strony pomyślnie jednogłośnie panie pani"
    ),
}
CS: dict[str, str] = {
    "done": (
        "hotovo | hotové | hotová | hotový | dokončeno | dokončené | dokončen | dokončena | ukončeno | "
        "ukončen | ukončena | splněno | uzavřeno | uzavřené | vyřízeno | dokončili | vyřešeno | za námi | "
        "skončil | skončila | odškrtnout | provedeno"
    ),
    "adjective": "hotovo | hotové | hotová | hotový",
    "done.signed": (
        "podepsáno | podepsaná | podepsána | podepsaný | podepsán | podepsali | podepsané | podepsal | "
        "podepsala"
    ),
    "done.approved": (
        "schváleno | schválen | schválena | schválený | schválená | schválili | schválilo | schválila | "
        "schválil | prošlo | prošel | zelenou"
    ),
    "done.agreed": "dohodnuto | odsouhlaseno | domluveno",
    "done.connected": "připojeno | propojeno | integrováno | připojen | nainstalováno",
    "done.trained": "proškoleni | vyškoleni | proškoleno",
    "done.live": "spuštěno | v provozu | v produkci",
    "done.delivered": "dodáno | doručeno | obdrženo | dorazily",
    "done.tested": "otestováno | ověřeno",
    "start": "začali | zahájeno | zahájili | spustili jsme | započato | začalo | rozběhli | zahájena | začal",
    "progress": "probíhá | pracujeme na | v procesu | rozpracováno | běží",
    "partial": (
        "téměř | skoro | částečně | kromě | až na | chybí | zbývá | zbývají | v polovině | ústně | interně"
    ),
    "move": (
        "posunuto | posouvá se | posouváme | posunout | posune se | posunulo se | posunul | posunujeme | "
        "odloženo | odložit | odkládá se | odkládáme | přesunuto | přesouvá se | přesunout | přesouváme | "
        "nový termín | nové datum | zpozdí se | zpožďuje se | prodlouženo | potřebujeme do"
    ),
    "plan": (
        "plánováno | plánujeme | naplánováno | očekáváme | bude | budou | cíl | dokončíme | podepíšeme | "
        "předpoklad | nejpozději | budeme mít | skončí | termín"
    ),
    "late": "zpoždění | zpožděno | později | déle | více času",
    "miss": "nestihneme | nestíháme",
    "block": (
        "zaseklo | zaseklé | zasekli | zablokováno | zablokované | zablokovaní | stojí | stojíme | uvázlo "
        "| uvízli | uvízlo | pozastaveno | nemůžeme pokračovat | vázne | na mrtvém bodě"
    ),
    "waiting": "čekáme na | čekáme",
    "reopen": "znovu otevřít | otevřít znovu | přece jen ne | nakonec ne",
    "early": "příliš brzy | předčasně | omylem",
    "assign": (
        "přebírá | převzal | převzala | odpovídá za | zodpovědný | zodpovědná | pište na | kontaktujte | "
        "na starosti"
    ),
    "while": "v mé nepřítomnosti | dočasně",
    "add": "chybí v plánu | přidejte | přidat | doplňte | není v plánu",
    "key": "zavřeno | svátek | inventura",
    "confirm": "podle plánu | dle plánu | potvrzuji | vyhovuje | včas",
    "same": "beze změny | beze změn | nic nového | zbytek | ostatní",
    "yes": "ano | jo | přesně",
    "no": "ne | ještě ne | bohužel ne | zatím ne",
    "ok": "ok | dobře | rozumím | jasně | v pořádku",
    "thanks": "děkuji | díky | děkujeme | upomínku | za připomenutí | připomenutí",
    "greet": "dobrý den | ahoj | zdravím | vážený | vážená | vážení | pane | paní | všem | dobré ráno",
    "close": "s pozdravem | pozdravem | zdraví | hezký den | hezký víkend | s přátelským pozdravem",
    "not": (
        "ne | není | nejsou | nic | nikdo | žádný | žádné | nikdy | ani | zatím | ještě ne | nebylo | "
        "nebyl | nebyla | nemáme | zamítnuto | neschváleno | nepodepsáno | nedokončeno"
    ),
    "hedge": (
        "myslím | asi | možná | pravděpodobně | snad | doufám | doufejme | mělo by | měl by | měla by | "
        "zhruba | přibližně | zdá se | nejsem si jist* | brzy | ověřím | prý | údajně | spíš | případně | "
        "mohlo by | rádi | chtěli"
    ),
    "cond": "pokud | jestli | jestliže | když | až | jakmile | za podmínky | záleží | kdyby",
    "will": "bude | budou | musí | musíme | má být",
    "hearsay": "řekl | řekla | říká | podle | slyšel | slyšela | prý | tvrdí",
    "quest": "co | kdo | jak | kdy | proč | který | která | kde | kolik | můžeme",
    "angry": "nepřijatelné | směšné | mám dost | ztráta času | skandál | přestaňte | spam | robot | zklamaní",
    "sarcasm": "jasně, jasně | no jasně | jako vždy | haha | stejně jako",
    "undo": "vrátit zpět | zrušit | chyba | to je špatně | omyl",
    "fix": "pardon | promiňte | omlouvám se | tedy | totiž | oprava | sorry",
    "both": "oba | obě | obojí",
    "all": "vše | všechno | všechny",
    "mine": "moje část | naše část",
    "our_side": "naší strany | z naší strany",
    "that_day": "ten den | to datum | tohoto dne",
    "because": "protože | kvůli | jelikož",
    "but": "ale | jen | pouze | bohužel | však",
    "and": "a | i",
    "or": "nebo | či",
    "instead": "místo | a ne | nikoli",
    "prep": (
        "v | ve | na | od | po | při | během | mezi | pod | without | ohne | sans | sin | senza | sem | "
        "zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "s | se | pro | do | o | z",
    "number": "bod | číslo | č | body",
    "agent": "představenstvo | obě strany | oběma stranami | stranami | strany | tým | vedení | kolegové",
    "pronoun": "to | ono",
    "benign": (
        "je jsou byl byla bylo byly jsme my už konečně dnes včera zítra v na do od z s a to ten ta se "
        "oficiálně také teď tady náš naše můj moje dobrý den ano ráno týden minulý příští pátek pondělí "
        "oběma stranami úspěšně jednomyslně všichni zcela"
    ),
}
RU: dict[str, str] = {
    "done": (
        "готово | готов | готова | сделано | завершено | завершён | завершен | завершена | завершили | "
        "закончено | закончен | закончили | закрыто | закрыт | закрыта | выполнено | выполнили | закрыли | "
        "закончился | закончилась | завершился | завершилась | решено | окончен | окончено"
    ),
    "adjective": "готово | готов | готова",
    "done.signed": "подписано | подписан | подписана | подписали | подписал | подписала",
    "done.approved": (
        "одобрено | одобрен | одобрена | одобрили | одобрил | одобрило | утверждено | утверждён | "
        "утвержден | утвердили | утвердил | согласовано | согласован | принято | пройдена | пройден | "
        "прошли | зелёный свет"
    ),
    "done.agreed": "согласовано | согласованы | договорились",
    "done.connected": (
        "подключено | подключена | подключён | подключили | интегрировано | интегрирован | установлено"
    ),
    "done.trained": "обучены | обучили | обучено",
    "done.live": "запущено | запустили | в эксплуатации | запущен",
    "done.delivered": "доставлено | получено | поставлено",
    "done.tested": "протестировано | проверено",
    "start": (
        "начали | начато | начат | начата | запустили работу | приступили | стартовали | началась | начался"
    ),
    "progress": "в процессе | в работе | работаем над | идёт | идет | продолжаем",
    "partial": (
        "почти | практически | частично | кроме | за исключением | осталось | остался | остались | не "
        "хватает | наполовину | устно | внутренне"
    ),
    "move": (
        "перенесено | перенесён | перенесен | перенесена | перенести | переносим | переносится | перенесли "
        "| переносим на | сдвигается | сдвигаем | сдвинуть | сдвинулось | сдвинулся | отложено | отложен | "
        "откладывается | откладываем | отложить | новая дата | новый срок | задерживается до | нужно время "
        "до | перенесите | перенести на | сдвиньте | отложите | продлено"
    ),
    "plan": (
        "планируется | планируем | запланировано | запланирован | ожидаем | ожидается | будет | будут | "
        "закончим | завершим | подпишем | срок | цель | рассчитываем | не позднее | завершится | закончится"
    ),
    "late": "задержка | задерживается | опаздываем | позже | дольше | больше времени",
    "miss": "не успеем | не успеваем | не успеть",
    "block": (
        "застряли | застрял | застряло | заблокировано | заблокирован | заблокированы | стоит на месте | "
        "стоим | приостановлено | приостановлен | не можем продолжить | не можем двигаться | тупик | встало"
    ),
    "waiting": "ждём | ждем | ожидаем от | в ожидании",
    "reopen": "открыть заново | открыть снова | переоткрыть | всё таки не | все таки не | верните в открыт*",
    "early": "слишком рано | поторопил* | по ошибке | поспешил*",
    "assign": (
        "берёт на себя | берет на себя | взял на себя | взяла на себя | отвечает за | ответственный | "
        "ответственная | ответственным | пишите | обращайтесь"
    ),
    "while": "в моё отсутствие | временно",
    "add": "не хватает в плане | отсутствует в плане | добавьте | добавить | нет в плане",
    "key": "закрыто с | праздник | инвентаризация",
    "confirm": "по плану | как планировалось | подтверждаю | подходит | в срок",
    "same": "без изменений | ничего нового | остальное | остальные",
    "yes": "да | верно | точно | именно",
    "no": "нет | ещё нет | еще нет | пока нет | к сожалению нет",
    "ok": "ок | хорошо | понял | поняла | принято к сведению | ясно | ладно",
    "thanks": "спасибо | благодарю | большое спасибо | напоминание | за напоминание",
    "greet": (
        "здравствуйте | добрый день | привет | доброе утро | уважаемый | уважаемая | уважаемые | коллеги | "
        "добрый вечер | всем"
    ),
    "close": "с уважением | уважением | всего доброго | хорошего дня | хороших выходных | с наилучшими",
    "not": "не | нет | ничего | никто | никогда | ни | пока | отклонено | отклонён",
    "hedge": (
        "думаю | наверное | возможно | вероятно | может быть | может | надеюсь | надеемся | кажется | "
        "должно быть | должны | должен | примерно | около | вроде | не уверен | не уверена | скоро | в "
        "ближайшее время | уточню | проверю | якобы | скорее | бы | хотелось | хотели | видимо | похоже | "
        "ориентировочно"
    ),
    "cond": "если | когда | как только | при условии | после того | в случае | зависит",
    "will": "будет | будут | нужно | надо | должно",
    "hearsay": "сказал | сказала | говорит | по словам | слышал | слышала | якобы | утверждает",
    "quest": "что | кто | как | когда | почему | какой | какая | где | сколько | можно ли | зачем",
    "angry": (
        "неприемлемо | смешно | надоело | надоели | трата времени | безобразие | прекратите | хватит | "
        "спам | робот | юрист | разочарован*"
    ),
    "sarcasm": "ну конечно | ага конечно | как всегда | так же как | хаха | ха ха",
    "undo": "отменить | отмените | верните | это ошибка | ошибка | неверно | неправильно",
    "fix": "извините | простите | точнее | вернее | то есть | поправка | имею в виду",
    "both": "оба | обе",
    "all": "всё | все",
    "mine": "моя часть | наша часть",
    "our_side": "нашей стороны | с нашей стороны",
    "that_day": "эту дату | этот день | к этому",
    "because": "потому что | так как | из за | поскольку",
    "but": "но | однако | только | к сожалению",
    "and": "и | а также",
    "or": "или",
    "instead": "вместо | а не",
    "prep": (
        "в | во | на | от | по | при | после | между | под | с | со | without | ohne | sans | sin | senza "
        "| sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "для | о | об | из",
    "number": "пункт | номер | № | пункты | п",
    "agent": (
        "совет | обе стороны | сторонами | обеими | стороны | команда | правление | коллеги | руководство"
    ),
    "pronoun": "это | он | она | оно",
    "benign": (
        "мы я он она оно это был была было были уже наконец сегодня вчера завтра в на до от с и по к у "
        "официально полностью также теперь наш наша наше мой моя ваш да утром вечером прошлой прошлый "
        "следующей неделе пятницу понедельник обеими сторонами успешно единогласно добрый день всё"
    ),
}
UK: dict[str, str] = {
    "done": (
        "готово | готовий | готова | зроблено | завершено | завершили | завершений | закінчено | закінчили "
        "| закрито | виконано | завершився | закінчився"
    ),
    "adjective": "готово | готовий | готова",
    "done.signed": "підписано | підписаний | підписана | підписали | підписав | підписала",
    "done.approved": (
        "схвалено | схвалили | схвалила | схвалив | затверджено | затвердили | погоджено | пройдено | "
        "пройшли | ухвалено"
    ),
    "done.agreed": "погоджено | узгоджено | домовилися",
    "done.connected": "підключено | інтегровано | під'єднано | під' єднано",
    "done.trained": "навчено | навчені",
    "done.live": "запущено | запустили",
    "start": "почали | розпочали | розпочато | стартували | почато",
    "progress": "в процесі | в роботі | працюємо над | триває",
    "partial": "майже | практично | частково | крім | окрім | залишилося | залишилось | бракує",
    "move": (
        "перенесено | перенесіть | відкладіть | посуньте | переносимо | перенести | переноситься | "
        "перенесли | відкладено | відкладаємо | "
        "відкладається | зсувається | зсуваємо | нова дата | новий термін | посувається"
    ),
    "plan": (
        "планується | плануємо | заплановано | очікуємо | очікується | буде | будуть | завершимо | "
        "закінчимо | підпишемо | термін | не пізніше"
    ),
    "late": "затримка | затримується | пізніше | довше | більше часу",
    "block": (
        "застрягли | заблоковано | застрягло | стоїмо | призупинено | не можемо продовжити | не можемо "
        "рухатися"
    ),
    "waiting": "чекаємо | очікуємо на",
    "reopen": "відкрити знову | відкрити заново | все таки не | все ж не",
    "early": "зарано | передчасно | помилково",
    "assign": "бере на себе | відповідає за | відповідальний | відповідальна | пишіть",
    "add": "бракує в плані | додайте | додати | немає в плані",
    "confirm": "за планом | підтверджую | вчасно",
    "same": "без змін | нічого нового | решта",
    "yes": "так | вірно | саме так",
    "no": "ні | ще ні | поки ні",
    "ok": "ок | добре | зрозуміло",
    "thanks": "дякую | дякуємо | нагадування",
    "greet": "добрий день | вітаю | привіт | доброго дня | шановні | доброго ранку",
    "close": "з повагою | повагою | гарного дня | гарних вихідних",
    "not": "не | ні | нічого | ніхто | ще не | відхилено",
    "hedge": (
        "думаю | мабуть | можливо | ймовірно | може | сподіваюся | сподіваємось | здається | має бути | "
        "повинно | приблизно | близько | скоро | перевірю | нібито | б | би"
    ),
    "cond": "якщо | коли | як тільки | щойно | за умови | залежить",
    "will": "буде | будуть | потрібно | треба",
    "hearsay": "сказав | сказала | каже | за словами",
    "quest": "що | хто | як | коли | чому | який | де | чи",
    "angry": "неприйнятно | набридло | досить | спам | робот",
    "sarcasm": "ну звичайно | ага | як завжди",
    "undo": "скасувати | скасуйте | помилка | неправильно",
    "fix": "вибачте | тобто | точніше",
    "both": "обидва | обидві",
    "all": "все | усе | всі",
    "but": "але | однак | лише | тільки | на жаль",
    "because": "тому що | бо | через те",
    "and": "і | та | й",
    "or": "або | чи",
    "instead": "замість | а не",
    "prep": (
        "в | у | на | від | по | після | між | з | із | до | without | ohne | sans | sin | senza | sem | "
        "zonder | utan | uden | uten | ilman | bez | без"
    ),
    "number": "пункт | номер | №",
    "agent": "рада | обидві сторони | сторонами | обома | команда | правління",
    "that_day": "цю дату | цей день",
    "benign": (
        "ми я він вона воно це був була було були вже нарешті сьогодні вчора завтра в у на до від з і та "
        "по офіційно повністю також тепер наш наша моя мій так добрий день минулого наступного тижня "
        "п'ятницю обома сторонами успішно"
    ),
}
