"""Swedish, Danish, Norwegian, Finnish: common forms. Kind → phrases; `*` is any ending."""

SV: dict[str, str] = {
    "done": (
        "klar | klart | klara | färdig | färdigt | färdiga | avklarad | avklarat | avslutad | avslutat | "
        "genomförd | genomfört | i hamn | i mål | slutförd | slutfört | avbockad | bocka av | gjort | "
        "gjord | i lås"
    ),
    "adjective": "klar | klart | klara | färdig | färdigt | färdiga",
    "done.signed": (
        "signerat | signerad | undertecknat | undertecknad | påskrivet | påskriven | skrev på | skrivit på "
        "| underskrivet"
    ),
    "done.approved": (
        "godkänd | godkänt | godkända | beviljad | beviljat | grönt ljus | accepterad | accepterat"
    ),
    "done.agreed": "överenskommet | överens",
    "done.connected": "ansluten | anslutet | kopplad | kopplat | integrerad | installerad | migrerad",
    "done.trained": "utbildad | utbildade | utbildat",
    "done.live": "live | driftsatt | lanserat",
    "done.delivered": "levererad | levererat | mottagen | anlänt",
    "done.tested": "testad | testat | testade | verifierat",
    "start": (
        "börjat | började | påbörjat | påbörjad | påbörjade | startat | startade | igång | dragit igång | "
        "satt igång"
    ),
    "progress": "pågår | på gång | jobbar på | håller på | arbetar med | arbetar på",
    "partial": (
        "nästan | i princip | delvis | utom | förutom | kvar | återstår | saknas | halvvägs | till stor "
        "del | muntligt | internt"
    ),
    "move": (
        "flyttas | flyttar | flyttat | flyttad | flytta | skjuts | skjuts upp | skjuter upp | skjuta upp | "
        "skjuter | skjuta | uppskjuten | uppskjutet | senarelagd | senarelägger | senareläggs | försenad "
        "till | försenat till | nytt datum | behöver till | tidigareläggs | tidigarelägger | framflyttad | "
        "framflyttat | dröjer till"
    ),
    "plan": (
        "planerat | planerad | räknar med | siktar på | beräknas | förväntas | väntas | blir | kommer | "
        "mål | slutförs | senast | ska vara"
    ),
    "late": "försenad | försenat | försening | senare | längre tid | mer tid | sen",
    "miss": "hinner inte | klarar inte",
    "block": (
        "fast | sitter fast | har fastnat | fastnat | blockerad | blockerat | står still | stoppat | "
        "kommer inte vidare | pausad | pausat | låst"
    ),
    "waiting": "väntar på | inväntar | väntar",
    "reopen": "öppna igen | återöppna | ändå inte | trots allt inte",
    "early": "för tidigt | av misstag",
    "assign": "tar över | tagit över | ansvarig | är ansvarig | ansvarar | kontakta | skriv till",
    "while": "under min frånvaro | tillfälligt",
    "add": "saknas i planen | lägg till | lägga till | finns inte i planen",
    "key": "stängt | helgdag | frysning | inventering",
    "confirm": "enligt plan | som planerat | bekräftar | bekräftat | i tid | passar",
    "same": "oförändrat | inget nytt | inga ändringar | resten | i övrigt",
    "yes": "ja | japp | jajamän | stämmer",
    "no": "nej | inte än | ännu inte | tyvärr inte | inte",
    "ok": "ok | okej | uppfattat | noterat | bra | toppen",
    "thanks": "tack | tack så mycket | stort tack | påminnelsen | tack för",
    "greet": "hej | hejsan | god morgon | tjena | bästa | alla",
    "close": (
        "mvh | hälsningar | vänliga hälsningar | vänligen | trevlig helg | med vänlig hälsning | bästa "
        "hälsningar | ha en bra dag"
    ),
    "not": "inte | ej | ingen | inget | inga | aldrig | nej | avslagen",
    "hedge": (
        "tror | kanske | nog | troligen | förmodligen | hoppas | förhoppningsvis | möjligen | borde | "
        "skulle | ungefär | cirka | verkar | osäker | osäkert | snart | kan bli | eventuellt | antagligen "
        "| vill | gärna | typ | kollar"
    ),
    "cond": "om | ifall | när | så snart | under förutsättning | förutsatt | beroende på | såvida",
    "will": "ska | kommer att | skall | måste | blir",
    "hearsay": "säger | sa | enligt | hört | påstår",
    "quest": "vad | vem | hur | när | varför | vilken | vilket | var | kan vi | är det",
    "angry": "oacceptabelt | löjligt | trött på | slöseri | sluta | spam | robot | besviken | skandal",
    "sarcasm": "jo visst | visst ja | precis som | haha | som vanligt",
    "undo": "ångra | fel | det stämmer inte | backa | återställ",
    "fix": "förlåt | ursäkta | menar | jag menar | rättelse | snarare | sorry",
    "both": "båda | bägge",
    "all": "allt | alla | allting",
    "mine": "min del | mitt | vår del",
    "our_side": "vår sida | från vår sida | för vår del",
    "that_day": "det datumet | den dagen | då",
    "because": "eftersom | därför att | på grund",
    "but": "men | dock | bara | endast | tyvärr",
    "and": "och | samt",
    "or": "eller",
    "instead": "istället för | i stället för | inte den",
    "per": "av",
    "prep": (
        "i | på | av | från | efter | vid | under | mellan | hos | sedan | inom | without | ohne | sans | "
        "sin | senza | sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "med | för | till",
    "number": "nummer | nr | punkt | punkterna",
    "agent": "styrelsen | båda parter | parter | teamet | ledningen | kollegor",
    "pronoun": "det | den | detta",
    "benign": (
        "behöver kan nu vi jag är var har hade det den de att en ett och som för till av på i med från "
        "idag dag igår går nu redan äntligen helt officiellt också än ännu så vår vårt våra min mitt er "
        "ert alla hej tack här där sen sedan förra nästa fredag vecka bli blev blivit gjort allt bra också "
        "under i morse morse kväll onsdag enhälligt"
    ),
}
DA: dict[str, str] = {
    "done": (
        "færdig | færdigt | færdige | afsluttet | gennemført | i hus | på plads | klaret | klar | klart | "
        "i mål | fuldført | ordnet | gjort | vinget af"
    ),
    "adjective": "færdig | færdigt | færdige | klar | klart",
    "done.signed": "underskrevet | signeret | skrevet under | undertegnet",
    "done.approved": "godkendt | bevilget | accepteret | grønt lys | bestået",
    "done.agreed": "aftalt | enige om",
    "done.connected": "tilsluttet | forbundet | integreret | koblet på | installeret",
    "done.trained": "uddannet | oplært | trænet",
    "done.live": "gået live | er live | i drift",
    "done.delivered": "leveret | modtaget | ankommet",
    "done.tested": "testet | verificeret",
    "start": "startet | begyndt | påbegyndt | gået i gang | i gang med | sat i gang | startede",
    "progress": "i gang | undervejs | arbejder på | er på vej | pågår",
    "partial": (
        "næsten | stort set | delvist | undtagen | bortset fra | mangler | mangler kun | tilbage | "
        "halvvejs | udestår | mundtligt | internt | så godt som"
    ),
    "move": (
        "flyttet | flytter | flyttes | flytte | udskudt | udskyde | udskyder | udskydes | rykket | rykker "
        "| rykkes | rykke | forsinket til | ny dato | skubbet | skubbes | skubber | rykker til | "
        "fremrykket | har brug for til | skydes"
    ),
    "plan": (
        "planlagt | forventer | forventes | forventet | regner med | sigter mod | sigter efter | bliver | "
        "senest | inden | kommer | mål"
    ),
    "late": "forsinket | forsinkelse | senere | længere tid | mere tid",
    "miss": "når ikke | når det ikke",
    "block": (
        "sidder fast | fastlåst | blokeret | går i stå | gået i stå | står stille | på standby | kan ikke "
        "komme videre | stoppet | sat på pause"
    ),
    "waiting": "venter på | venter stadig | afventer",
    "reopen": "genåbne | genåbn | genåbnet | alligevel ikke",
    "early": "for tidligt | ved en fejl",
    "assign": "overtager | har overtaget | overtaget | ansvarlig | er ansvarlig | kontakt | skriv til",
    "while": "i mit fravær | midlertidigt",
    "add": "mangler i planen | tilføj | tilføje | ikke i planen",
    "key": "lukket | helligdag | lagertælling",
    "confirm": "som planlagt | efter planen | bekræfter | bekræftet | passer",
    "same": "uændret | intet nyt | ingen ændringer | resten | ellers",
    "yes": "ja | jep | netop",
    "no": "nej | ikke endnu | endnu ikke | desværre ikke | ikke",
    "ok": "ok | okay | modtaget | forstået | noteret | fint | super",
    "thanks": "tak | mange tak | tusind tak | påmindelsen | tak for",
    "greet": "hej | goddag | kære | godmorgen | alle",
    "close": (
        "mvh | hilsen | venlig hilsen | med venlig hilsen | bedste hilsner | god uge | god weekend | "
        "hilsner | de bedste hilsner | god dag"
    ),
    "not": "ikke | ej | ingen | intet | aldrig | nej | afvist",
    "hedge": (
        "tror | måske | nok | sandsynligvis | formentlig | forhåbentlig | håber | muligvis | burde | "
        "skulle gerne | ville | cirka | ca | ser ud til | usikker | snart | eventuelt | vistnok | kan være "
        "| vil gerne | undersøger"
    ),
    "cond": "hvis | når | så snart | såfremt | under forudsætning | afhænger | medmindre",
    "will": "vil | skal | kommer til | må | bliver",
    "hearsay": "siger | sagde | ifølge | hørt | påstår",
    "quest": "hvad | hvem | hvordan | hvornår | hvorfor | hvilken | hvor | kan vi | er det",
    "angry": "uacceptabelt | latterligt | træt af | spild af tid | stop | spam | robot | skuffet",
    "sarcasm": "ja ja | klart nok | ligesom | haha | som sædvanlig",
    "undo": "fortryd | forkert | det passer ikke | fejl",
    "fix": "undskyld | jeg mener | mener | rettelse | snarere | sorry",
    "both": "begge | begge to",
    "all": "alt | alle | det hele",
    "mine": "min del | mit | vores del",
    "our_side": "vores side | fra vores side",
    "that_day": "den dato | den dag",
    "because": "fordi | da | på grund",
    "but": "men | dog | kun | desværre | bare",
    "and": "og | samt",
    "or": "eller",
    "instead": "i stedet for | ikke den",
    "per": "af",
    "prep": (
        "i | på | af | fra | efter | ved | under | mellem | hos | siden | without | ohne | sans | sin | "
        "senza | sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "med | for | til",
    "number": "nummer | nr | punkt",
    "agent": "bestyrelsen | begge parter | parter | teamet | ledelsen | kolleger",
    "pronoun": "det | den | dette",
    "benign": (
        "kan behøver trenger må vi jeg er var har havde det den de at en et og som for til af på i med fra "
        "dag går nu allerede endelig helt officielt også stadig så vores min mit jeres alle hej tak her "
        "der sidste næste fredag uge blev blevet bliver alt godt morges god formiddags"
    ),
}
NO: dict[str, str] = {
    "done": (
        "ferdig | ferdige | fullført | avsluttet | i boks | i havn | på plass | klar | klart | gjennomført "
        "| unnagjort | gjort | i mål | krysset av"
    ),
    "adjective": "ferdig | ferdige | klar | klart",
    "done.signed": "signert | underskrevet | undertegnet | skrevet under",
    "done.approved": "godkjent | innvilget | akseptert | grønt lys | vedtatt | bestått",
    "done.agreed": "avtalt | enige om",
    "done.connected": "tilkoblet | koblet til | integrert | koblet | installert",
    "done.trained": "opplært | trent | kurset",
    "done.live": "gått live | er live | i drift | i produksjon",
    "done.delivered": "levert | mottatt | ankommet",
    "done.tested": "testet | verifisert",
    "start": "startet | begynt | påbegynt | satt i gang | kommet i gang | har startet",
    "progress": "i gang | underveis | jobber med | holder på | pågår",
    "partial": (
        "nesten | stort sett | delvis | unntatt | bortsett fra | mangler | mangler bare | gjenstår | igjen "
        "| halvveis | så godt som | muntlig | internt"
    ),
    "move": (
        "flyttet | flytter | flyttes | flytte | utsatt | utsette | utsetter | utsettes | skyves | skyver | "
        "skjøvet | forsinket til | ny dato | forskjøvet | forskyves | trenger til | tar lengre tid | tar "
        "litt lengre tid | fremskyndet | skjøvet til"
    ),
    "plan": (
        "planlagt | forventer | forventes | forventet | regner med | sikter mot | blir | senest | innen | "
        "kommer | mål"
    ),
    "late": "forsinket | forsinkelse | senere | lengre tid | mer tid | litt lengre tid",
    "miss": "rekker ikke | klarer ikke",
    "block": (
        "sitter fast | står fast | fast | blokkert | stoppet opp | står stille | kommer ikke videre | satt "
        "på vent | på vent | låst"
    ),
    "waiting": "venter på | venter fortsatt | avventer",
    "reopen": "gjenåpne | gjenåpnet | likevel ikke",
    "early": "for tidlig | ved en feil",
    "assign": "tar over | har tatt over | overtar | ansvarlig | er ansvarlig | kontakt | skriv til",
    "while": "i mitt fravær | midlertidig",
    "add": "mangler i planen | legg til | legge til | ikke i planen",
    "key": "stengt | helligdag | varetelling",
    "confirm": "som planlagt | etter planen | bekrefter | bekreftet | passer",
    "same": "uendret | ingenting nytt | ingen endringer | resten | ellers",
    "yes": "ja | jepp | stemmer",
    "no": "nei | ikke ennå | ennå ikke | dessverre ikke | ikke",
    "ok": "ok | okei | mottatt | forstått | notert | fint | supert",
    "thanks": "takk | tusen takk | mange takk | påminnelsen | takk for",
    "greet": "hei | heisann | god morgen | kjære | alle",
    "close": (
        "mvh | hilsen | vennlig hilsen | med vennlig hilsen | beste hilsen | god helg | ha en fin dag | "
        "hilsener"
    ),
    "not": "ikke | ei | ingen | ingenting | aldri | nei | avslått",
    "hedge": (
        "tror | kanskje | nok | sannsynligvis | trolig | forhåpentligvis | håper | muligens | burde | "
        "skulle | ville | cirka | ca | ser ut til | usikker | snart | eventuelt | kan bli | vil gjerne | "
        "sjekker"
    ),
    "cond": "hvis | dersom | når | så snart | under forutsetning | avhenger | med mindre",
    "will": "vil | skal | kommer til | må | blir",
    "hearsay": "sier | sa | ifølge | hørt | påstår",
    "quest": "hva | hvem | hvordan | når | hvorfor | hvilken | hvor | kan vi | er det",
    "angry": "uakseptabelt | latterlig | lei av | sløsing | slutt | spam | robot | skuffet",
    "sarcasm": "ja særlig | særlig | akkurat som | haha | som vanlig",
    "undo": "angre | feil | stemmer ikke | tilbakestill",
    "fix": "beklager | unnskyld | jeg mener | mener | rettelse | snarere | sorry",
    "both": "begge | begge to",
    "all": "alt | alle",
    "mine": "min del | mitt | vår del",
    "our_side": "vår side | fra vår side",
    "that_day": "den datoen | den dagen",
    "because": "fordi | siden | på grunn",
    "but": "men | bare | kun | dessverre",
    "and": "og | samt",
    "or": "eller",
    "instead": "i stedet for | ikke den",
    "per": "av",
    "prep": (
        "i | på | av | fra | etter | ved | under | mellom | hos | siden | without | ohne | sans | sin | "
        "senza | sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "med | for | til",
    "number": "nummer | nr | punkt",
    "agent": "styret | begge parter | parter | teamet | ledelsen | kolleger",
    "pronoun": "det | den | dette",
    "benign": (
        "kan behøver trenger må vi jeg er var har hadde det den de at en et og som for til av på i med fra "
        "dag går nå allerede endelig helt offisielt også fortsatt så vår vårt min mitt deres alle hei takk "
        "her der forrige neste fredag uke ble blitt blir alt bra litt tar lengre tid morges"
    ),
}
FI: dict[str, str] = {
    "done": (
        "valmis | valmiina | tehty | suoritettu | valmistui | valmistunut | päätökseen | saatu päätökseen "
        "| saatiin päätökseen | loppuun | kunnossa | maalissa | paketissa | hoidettu | päättyi | saatu "
        "valmiiksi | saatiin valmiiksi"
    ),
    "adjective": "valmis | valmiina",
    "done.signed": "allekirjoitettu | allekirjoitettiin",
    "done.approved": "hyväksytty | hyväksyttiin | läpäisty | vihreää valoa | läpäisi",
    "done.agreed": "sovittu",
    "done.connected": "yhdistetty | liitetty | integroitu | kytketty | asennettu",
    "done.trained": "koulutettu",
    "done.live": "tuotannossa | otettu käyttöön",
    "done.delivered": "toimitettu | saapunut | vastaanotettu",
    "done.tested": "testattu | todennettu",
    "start": (
        "aloitettu | aloitimme | aloitettiin | alkoi | alkanut | käynnistetty | käynnistyi | käynnistimme"
    ),
    "progress": "käynnissä | kesken | työn alla | työstämme | etenee",
    "partial": (
        "melkein | lähes | osittain | paitsi | lukuun ottamatta | puuttuu | puuttuvat | jäljellä | "
        "puolivälissä"
    ),
    "move": (
        "siirtyy | siirretään | siirretty | siirtyi | siirtää | lykätään | lykätty | lykkääntyy | "
        "viivästyy | myöhästyy | uusi päivämäärä | siirtäisimme | venyy | aikaistuu"
    ),
    "plan": (
        "suunniteltu | tavoite | odotamme | arvioitu | valmistuu | viimeistään | tulee valmiiksi | saadaan "
        "valmiiksi | allekirjoitetaan"
    ),
    "late": "myöhässä | viivästys | viivästyy | myöhemmin | enemmän aikaa",
    "block": (
        "jumissa | jumittunut | pysähtynyt | estynyt | seisoo | emme pääse eteenpäin | jäissä | jumittaa"
    ),
    "waiting": "odotamme vielä | odottaa | odotamme",
    "reopen": "avaa uudelleen | avata uudelleen | sittenkään ei | ei sittenkään",
    "early": "liian aikaisin | vahingossa",
    "assign": "ottaa vastuun | vastaa | vastuussa | vastuuhenkilö | siirtyi vastuulle | ottaa tämän",
    "while": "poissa ollessani | väliaikaisesti",
    "add": "puuttuu suunnitelmasta | lisätkää | lisää suunnitelmaan",
    "key": "suljettu | pyhäpäivä",
    "confirm": "aikataulussa | suunnitelman mukaan | vahvistan | sopii",
    "same": "ei muutoksia | ennallaan | loput | muuten | muut",
    "yes": "kyllä | joo | juu",
    "no": "ei | ei vielä | valitettavasti ei",
    "ok": "ok | selvä | hyvä | ymmärretty",
    "thanks": (
        "kiitos | kiitoksia | kiitos kärsivällisyydestä | kärsivällisyydestä | muistutuksesta | paljon "
        "kiitoksia"
    ),
    "greet": "hei | moi | terve | hyvää huomenta | hyvä | kaikki | hyvää päivää",
    "close": "terveisin | ystävällisin terveisin | yt | terv | hyvää viikonloppua | parhain terveisin",
    "not": "ei | eivät | emme | en | ole | mitään | hylätty | hylättiin | ei ole",
    "hedge": (
        "luulen | ehkä | varmaan | todennäköisesti | toivottavasti | mahdollisesti | pitäisi | voisi | "
        "noin | ilmeisesti | epävarma | pian | saattaa | kenties | kai | taitaa | tarkistan | toivomme"
    ),
    "cond": "jos | mikäli | kun | heti kun | kunhan | edellyttäen | riippuu",
    "will": "tulee | täytyy | pitää | saadaan",
    "hearsay": "sanoi | sanoo | mukaan | kuulin | väittää",
    "quest": "mitä | kuka | miten | milloin | miksi | mikä | missä | voimmeko | onko",
    "angry": "naurettavaa | kyllästynyt | ajanhukkaa | lopettakaa | robotti | roskapostia | pettynyt",
    "sarcasm": "just joo | niin varmaan | kuten aina | haha",
    "undo": "peru | peruuta | kumoa | väärin | virhe",
    "fix": "anteeksi | siis | tarkoitan | korjaus | eikun",
    "both": "molemmat | kumpikin",
    "all": "kaikki | kaiken",
    "mine": "minun osuuteni | osuuteni | oma osuuteni",
    "our_side": "meidän puolelta | meidän osalta",
    "that_day": "silloin | se päivä | siihen päivään",
    "because": "koska | sillä",
    "but": "mutta | vain | valitettavasti | kuitenkin",
    "and": "ja | sekä",
    "or": "tai",
    "instead": "sijaan | eikä",
    "number": "numero | nro | kohta | kohdat | kohdan",
    "agent": "johtoryhmä | hallitus | tiimi | molemmat osapuolet | osapuolet | kollega",
    "pronoun": "se | tämä",
    "benign": (
        "on oli ovat olivat me se tämä nyt jo vihdoin täysin myös vielä sitten eilen tänään huomenna viime "
        "ensi viikolla että ja hei kiitos meidän hyvin virallisesti kokonaan lopulta saatu tuli päivä "
        "kanssa saatiin asti mennessä perjantaina maanantaina"
    ),
}
