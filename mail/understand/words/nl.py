"""Dutch: what words do to a plan. Kind → phrases; `*` is any ending."""

CUES: dict[str, str] = {
    "done": (
        "klaar | gedaan | afgerond | voltooid | afgehandeld | gereed | af | gereedgemeld | achter de rug | "
        "in kannen en kruiken | rond | beklonken | afgesloten | gesloten | geregeld | compleet | afgevinkt "
        "| is gelukt | gelukt | in orde | voor elkaar | in de pocket | gehaald | bereikt"
    ),
    "adjective": "klaar | af | gereed | rond",
    "ready": "staat klaar",
    "done.signed": "getekend | ondertekend | gesigneerd | medeondertekend",
    "done.approved": (
        "goedgekeurd | akkoord | geaccepteerd | vrijgegeven | groen licht | geslaagd | toegekend | akkoord "
        "bevonden | goedkeuring gegeven | geaccordeerd | aangenomen"
    ),
    "done.agreed": "afgesproken | overeengekomen | vastgesteld | eens geworden",
    "done.connected": (
        "aangesloten | gekoppeld | geïntegreerd | verbonden | geïnstalleerd | gemigreerd | ingericht | "
        "uitgerold"
    ),
    "done.trained": "getraind | opgeleid",
    "done.live": "live gegaan | zijn live | is live | in productie | live staan",
    "done.held": "plaatsgevonden | gehouden | heeft plaatsgevonden",
    "done.tested": "getest | gevalideerd | geverifieerd | aangetoond",
    "done.delivered": (
        "geleverd | aangekomen | ontvangen | binnengekomen | betaald | geboekt | besteld | geplaatst"
    ),
    "start": "begonnen | gestart | van start | van start gegaan | opgestart | aangevangen | afgetrapt",
    "progress": (
        "bezig | mee bezig | loopt | lopende | onderweg | in behandeling | in uitvoering | werken eraan | "
        "werken er aan | volop bezig | zijn ermee bezig"
    ),
    "partial": (
        "bijna | vrijwel | haast | grotendeels | gedeeltelijk | deels | behalve | op na | uitgezonderd | "
        "half | nog maar | nog open | ontbreekt nog | ontbreekt | ontbreken | openstaand | openstaande | "
        "nog te doen | resteert | mist nog | zo goed als | mondeling | intern | in principe"
    ),
    "move": (
        "verschoven | verschuiven | verschuift | schuift | schuift op | schuiven | uitgesteld | uitstellen "
        "| verzet | verzetten | verplaatst | verplaatsen | verplaats | vertraagd | loopt uit | opgeschoven "
        "| nieuwe datum | nieuwe deadline | naar achteren | naar voren | vervroegd | vervroegen | verlengd "
        "| hebben tot | tot | laten we zeggen | wordt nu | doorgeschoven | opschuiven | duurt tot | uitstel"
    ),
    "plan": (
        "gepland | verwacht | verwachten | plannen | mikken op | streven naar | streefdatum | ingepland | "
        "voorzien | doel | tegen | wordt | worden | afronden | ronden af | eindigt | tekenen | komt | "
        "komen | hebben we | eta | gaan live | vindt plaats | opleveren | oplevering"
    ),
    "late": (
        "vertraging | vertraagd | later | te laat | duurt langer | meer tijd | langer | loopt vertraging op"
    ),
    "miss": "halen we niet | halen het niet | gaan we niet halen | redden we niet | lukt niet",
    "block": (
        "geblokkeerd | vast | zitten vast | zit vast | loopt vast | vastgelopen | staat stil | ligt stil | "
        "stil | stagneert | on hold | stopgezet | kunnen niet verder | kunnen niet door | in de wacht | "
        "bevroren | loopt spaak"
    ),
    "waiting": "wachten op | wachten nog op | wacht op | in afwachting van | ligt bij | hangt af van",
    "unblock": "gedeblokkeerd | weer los",
    "reopen": (
        "heropenen | heropend | opnieuw openen | toch niet | weer open | terugzetten | terugdraaien naar "
        "open | weer op open"
    ),
    "early": "te vroeg | te snel | voorbarig | per ongeluk | abusievelijk",
    "assign": (
        "neemt over | overgenomen | neemt het over | verantwoordelijk | is verantwoordelijk | gaat over | "
        "regelt | pakt op | pakt dit op | contactpersoon | neem contact op | mail naar | schrijf naar | "
        "eigenaar | wordt eigenaar | niet meer van mij | niet meer bij mij | opvolger | gaat dit doen | is "
        "nu aan"
    ),
    "while": (
        "tijdens mijn afwezigheid | in mijn afwezigheid | tijdelijk | vervangt mij tijdelijk | waarneemt | "
        "waarnemer"
    ),
    "add": (
        "ontbreekt in het plan | ontbreekt in jullie plan | ontbreekt op de lijst | toevoegen | voeg toe | "
        "graag toevoegen | nieuwe mijlpaal | extra stap | staat niet in het plan | nog opnemen | mist in "
        "het plan"
    ),
    "key": "feestdag | gesloten | sluiting | freeze | inventarisatie | bedrijfssluiting | voorraadtelling",
    "confirm": (
        "volgens plan | zoals gepland | zoals afgesproken | op schema | bevestigd | bevestig | past ons | "
        "past mij | op koers | datum is prima | prima datum | akkoord met de datum"
    ),
    "same": (
        "ongewijzigd | niets nieuws | geen wijzigingen | de rest | rest | geen nieuws | blijft staan | "
        "blijft | hetzelfde | verder geen"
    ),
    "yes": "ja | jawel | inderdaad | klopt | jazeker | zeker | juist",
    "no": "nee | nog niet | helaas niet | helaas nog niet | neen | niet",
    "ok": "ok | oké | okee | prima | begrepen | genoteerd | goed | top | helder | is goed | doen we",
    "thanks": (
        "bedankt | dank | dank je | dank u | dankjewel | hartelijk dank | veel dank | merci | herinnering "
        "| bedankt voor | voor de herinnering | reminder"
    ),
    "greet": (
        "hoi | hallo | dag | beste | goedemorgen | goedemiddag | goedendag | geachte | allemaal | allen | "
        "heer | mevrouw"
    ),
    "close": (
        "groet | groeten | met vriendelijke groet | vriendelijke groet | mvg | hartelijke groet | gr | "
        "fijn weekend | fijne dag | tot ziens | fijne week | met vriendelijke groeten | prettig weekend"
    ),
    "not": (
        "niet | niets | geen | nooit | niemand | nee | nog niet | noch | afgewezen | afgekeurd | geweigerd"
    ),
    "hedge": (
        "denk ik | ik denk | denk | misschien | wellicht | waarschijnlijk | vermoedelijk | mogelijk | "
        "hopelijk | hoop | hopen | zou | zouden | ongeveer | circa | rond de | rond | niet zeker | onzeker "
        "| onduidelijk | lijkt | schijnt | blijkbaar | kennelijk | kan zijn | binnenkort | spoedig | in "
        "theorie | in het gunstigste | op zijn vroegst | wil graag | zoek ik uit | ik check | even checken "
        "| kan | eventueel | naar verluidt | ergens"
    ),
    "cond": (
        "als | indien | zodra | mits | tenzij | wanneer | op voorwaarde | onder voorbehoud | afhankelijk "
        "van | pas als | in het geval | hangt ervan af"
    ),
    "will": "kan | kunnen | zal | zullen | gaat | gaan | moet | moeten | wordt | worden | nog te | wil",
    "should": "moet | zou moeten",
    "request": (
        "graag | alsjeblieft | alstublieft | aub | svp | kun je | kunnen jullie | kunt u | wil je | willen "
        "jullie"
    ),
    "absence": "met vakantie | op vakantie | vakantie | met verlof | afwezig | weer terug | ziek",
    "inquire": "laat weten | laat me weten | graag bevestigen | bevestig even | kunnen jullie bevestigen",
    "event": "vergadering | overleg",
    "hearsay": "zegt | zei | heeft gezegd | volgens | gehoord | naar verluidt | meldt | beweert | zou zijn",
    "quest": (
        "wat | wie | hoe | wanneer | waarom | welke | welk | waar | kunnen we | kan ik | is het | zijn er "
        "| hebben jullie"
    ),
    "angry": (
        "onacceptabel | belachelijk | zat | beu | tijdverspilling | schandalig | schande | spam | stop met "
        "| robot | robots | advocaat | contract opzeggen | annuleren | teleurgesteld | genoeg is genoeg | "
        "irritant | waardeloos"
    ),
    "sarcasm": (
        "ja hoor | tuurlijk | jaja | net als | zoals altijd | haha | wat een verrassing | wonder | zal wel"
    ),
    "undo": (
        "ongedaan | ongedaan maken | klopt niet | fout | onjuist | terugdraaien | draai terug | dat was "
        "fout | verkeerd"
    ),
    "fix": "sorry | pardon | ik bedoel | correctie | of liever | beter gezegd | excuus | nee | oeps",
    "both": "beide | allebei | alle twee",
    "all": "alles | alle | allemaal",
    "mine": "mijn deel | mijn stuk | mijn punt | mijn taak | ons deel",
    "our_side": "onze kant | aan onze kant | van onze kant | onzerzijds | bij ons | mijn kant",
    "that_day": "die datum | die dag | dan",
    "because": "omdat | want | doordat | wegens | vanwege | aangezien | zodat",
    "but": "maar | echter | alleen | slechts | helaas | hoewel | enkel | wel",
    "so": "dus | daarom | daardoor",
    "and": "en | alsmede",
    "or": "of",
    "instead": (
        "oorspronkelijk | was gepland | stond gepland | aanvankelijk | in plaats van | niet op | en niet | "
        "niet meer op"
    ),
    "per": "door",
    "prep": (
        "in | op | aan | bij | na | voor | sinds | via | over | onder | tijdens | tussen | uit | vanaf | "
        "binnen | per | tot | naar | volgens | without | ohne | sans | sin | senza | sem | zonder | utan | "
        "uden | uten | ilman | bez | без"
    ),
    "with": "met | voor | van",
    "number": "nummer | nr | punt | nrs | nummers | punten | mijlpaal | regel | stap | onderdeel",
    "pronoun": "het | dit | dat | deze | hij | ze",
    "agent": (
        "raad | directie | beide partijen | beide kanten | partijen | collega | collega's | team | bestuur "
        "| auditor | juristen | advocaten | afdeling | baas | iedereen | mt | juridische zaken"
    ),
    "benign": (
        "de het een en is zijn was waren werd werden wordt heeft hebben had wij we ik ze hij jullie u ons "
        "onze mijn je jouw uw er hier daar dit dat deze die al reeds eindelijk vandaag gisteren morgen "
        "vanmorgen vanmiddag volledig helemaal officieel succesvol unaniem ook nog nu dan zo op in aan bij "
        "door van voor met naar tot sinds na om te als week dag dagen maand vrijdag afgelopen vorige "
        "volgende komende einde eind begin graag bedankt hoi ja kort update status punt datum kan kunnen "
        "gaat gaan maken gemaakt zetten zet markeren markeer aanvinken vink geen problemen bevindingen "
        "zonder goed mooi nieuws helaas verder inmiddels zojuist net vannacht uit over per wel even maar "
        "staat staan"
    ),
}
