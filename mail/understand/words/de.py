"""German: what words do to a plan. Kind → phrases; `*` is any ending."""

CUES: dict[str, str] = {
    "done": (
        "erledigt | fertig | abgeschlossen | abgehakt | beendet | durch | geschafft | vollzogen | unter "
        "dach und fach | in trockenen tüchern | im kasten | vom tisch | abhaken | fertiggestellt | "
        "vollendet | komplett | finalisiert | abgearbeitet | über die bühne | zu ende gebracht | "
        "eingetütet | fertig geworden | done | haken dran | passt so | erledigen konnten | umgesetzt | "
        "erreicht"
    ),
    "adjective": "fertig",
    "ready": "bereit | startklar | steht",
    "done.signed": "unterschrieben | unterzeichnet | gezeichnet | gegengezeichnet | signiert",
    "done.approved": (
        "genehmigt | freigegeben | bewilligt | abgesegnet | zugestimmt | bestanden | abgenommen | grünes "
        "licht | angenommen | freigabe erteilt | freigabe erhalten | okay bekommen | verabschiedet"
    ),
    "done.agreed": "vereinbart | abgestimmt | geeinigt | einig",
    "done.connected": (
        "angebunden | verbunden | angeschlossen | integriert | installiert | migriert | eingerichtet | "
        "ausgerollt | konfiguriert"
    ),
    "done.trained": "geschult",
    "done.live": "live gegangen | sind live | ist live | live geschaltet | produktiv gegangen",
    "done.held": "stattgefunden | fand statt | abgehalten | durchgeführt",
    "done.tested": "getestet | validiert | verifiziert | nachgewiesen",
    "done.delivered": (
        "geliefert | eingetroffen | angekommen | ausgeliefert | bestellt | bezahlt | verbucht | ausgelöst"
    ),
    "start": (
        "gestartet | begonnen | angefangen | losgelegt | angelaufen | aufgesetzt | starten | kick off "
        "hatten | los geht's | angestoßen"
    ),
    "progress": (
        "in arbeit | läuft | laufen | in bearbeitung | dran | am laufen | arbeiten daran | arbeiten noch | "
        "in vollem gange | in gang | mittendrin | unterwegs | im gange | sind dabei"
    ),
    "partial": (
        "fast | beinahe | nahezu | größtenteils | teilweise | bis auf | außer | ausgenommen | abgesehen "
        "von | halb | zur hälfte | weitgehend | so gut wie | quasi | fehlt noch | fehlen noch | fehlt nur "
        "| fehlt | fehlen | offen | ausstehend | noch offen | steht noch aus | stehen noch aus | nur noch "
        "| praktisch | im prinzip | grundsätzlich | mündlich | intern | vorläufig | zum teil"
    ),
    "move": (
        "verschoben | verschieben | verschiebt | verschiebe | verzögert | verzögern | verlegt | verlegen | "
        "zieht sich | zieht sich bis | zieht sich hin | dauert bis | dauert noch bis | brauchen bis | "
        "brauchen wir bis | brauche bis | brauche noch bis | brauchen noch bis | neuer termin | neues "
        "datum | rutscht | rutschen | gerutscht | vertagt | vorgezogen | vorziehen | verlängert | schieben "
        "| geschoben | setzen wir auf | sagen wir | umgeplant | nach hinten | auf den | wandert | neu "
        "geplant | verspätet sich"
    ),
    "plan": (
        "geplant | planen | plane | erwarten | erwartet | rechnen mit | rechne mit | angesetzt | "
        "terminiert | vorgesehen | peilen | anvisiert | ziel | zieltermin | eta | voraussichtlich | kommt "
        "| kommen | erfolgt | abschließen | wird fertig | schaffen | schaffen wir | schaffe ich | liefern "
        "| unterschreiben | unterzeichnen | endet | steht bis | gehen live | live gehen | findet statt | "
        "wird es | werden wir fertig | haben wir | bekommen wir | tagt | realistisch | realistisch ist | "
        "ist fertig"
    ),
    "late": (
        "verspätet | verspätung | verzögerung | später | dauert länger | dauert noch | länger | brauchen "
        "mehr zeit | brauchen noch | brauche noch | in verzug | im verzug | zu spät"
    ),
    "miss": (
        "schaffen wir nicht | schaffen nicht | nicht zu halten | nicht zu schaffen | klappt nicht | können "
        "wir nicht halten"
    ),
    "block": (
        "hängt | hängen | hängt bei | hängt beim | blockiert | stecken fest | steckt fest | stockt | "
        "festgefahren | kommen nicht weiter | geht nicht weiter | nicht weiter | liegt auf eis | auf eis | "
        "gestoppt | pausiert | stillstand | steht still | ausgebremst | sackgasse"
    ),
    "waiting": "warten auf | warten noch auf | warte auf | warten | warten noch | liegt bei | hängt davon ab",
    "unblock": "nicht mehr blockiert | geht wieder weiter",
    "reopen": (
        "wieder öffnen | wieder offen | wieder auf offen | wieder aufmachen | doch nicht fertig | doch "
        "nicht | doch noch nicht | zurücknehmen | zurückgenommen | wieder aufnehmen | wiedereröffnen | "
        "zurücksetzen"
    ),
    "early": "zu früh | voreilig | verfrüht | irrtümlich | versehentlich | zu schnell",
    "assign": (
        "übernimmt | übernommen | zuständig | ist zuständig | verantwortlich | verantwortet | kümmert sich "
        "| ansprechpartner | ansprechpartnerin | nicht mehr zuständig | wenden sie sich | wende dich | "
        "schreiben sie | abgegeben | übergeben | zuständigkeit | nachfolger | nachfolgerin | wird betreut "
        "von"
    ),
    "while": (
        "in meiner abwesenheit | während meiner abwesenheit | vertretung | vertritt | vorübergehend | solange"
    ),
    "add": (
        "fehlt im plan | fehlt in ihrem plan | fehlt in eurem plan | fehlt auf der liste | bitte ergänzen "
        "| bitte aufnehmen | ergänzen | hinzufügen | mit aufnehmen | zusätzlicher schritt | neuer "
        "meilenstein | nicht im plan | noch aufnehmen | fehlt noch im plan"
    ),
    "key": (
        "betriebsferien | betriebsruhe | change freeze | freeze | inventur | jahresabschluss | geschlossen "
        "| feiertag | brückentag | werksferien"
    ),
    "confirm": (
        "im plan | wie geplant | wie vereinbart | passt | passt uns | passt mir | termin passt | im "
        "zeitplan | bestätigt | bestätige | bleibt dabei | bleibt es | termin steht | halten wir | gilt "
        "weiterhin"
    ),
    "same": (
        "unverändert | nichts neues | keine änderung | keine änderungen | der rest passt | rest passt | "
        "der rest | rest | alles wie gehabt | wie gehabt | alles beim alten | bleibt | übrige | sonst"
    ),
    "yes": "ja | jawohl | jep | jo | genau | stimmt | korrekt",
    "no": "nein | nee | nö | leider nein | leider nicht | noch nicht | nicht",
    "ok": (
        "ok | okay | alles klar | verstanden | gut | super | prima | notiert | zur kenntnis genommen | "
        "klar | in ordnung | passt | machen wir | mache ich"
    ),
    "thanks": (
        "danke | vielen dank | besten dank | herzlichen dank | dankeschön | merci | danke für die "
        "erinnerung | für die erinnerung | erinnerung | vielen dank für"
    ),
    "greet": (
        "hallo | hi | moin | guten morgen | guten tag | guten abend | liebe | lieber | sehr geehrte | sehr "
        "geehrter | servus | grüß gott | zusammen | moin zusammen | hallo zusammen | herr | frau | damen "
        "und herren | morgen zusammen"
    ),
    "close": (
        "grüße | viele grüße | gruß | liebe grüße | beste grüße | freundliche grüße | mit freundlichen "
        "grüßen | mfg | vg | lg | bis dann | schönes wochenende | schönen tag | schöne woche | herzliche "
        "grüße | besten gruß | schönen abend | schöne grüße"
    ),
    "not": (
        "nicht | nichts | kein | keine | keinen | keiner | nie | niemals | niemand | weder | nein | noch "
        "nicht | abgelehnt | kaum"
    ),
    "hedge": (
        "ich glaube | glaube | denke | vermutlich | wahrscheinlich | vielleicht | eventuell | evtl | "
        "möglicherweise | hoffentlich | wohl | könnte | könnten | dürfte | dürften | müsste | müssten | "
        "sollte eigentlich | ungefähr | etwa | ca | circa | voraussichtlich irgendwann | anscheinend | "
        "scheinbar | offenbar | angeblich | nicht sicher | unsicher | unklar | bald | demnächst | in kürze "
        "| irgendwann | würde | wäre | möchte | schätze | hoffe | hoffen | gegebenenfalls | frühestens | "
        "meines wissens | soweit ich weiß | theoretisch | im idealfall | versuchen | mal schauen | mal "
        "sehen | prüfe ich | kläre | klären | ich frage nach | eher"
    ),
    "cond": (
        "wenn | falls | sofern | sobald | vorausgesetzt | unter der bedingung | unter vorbehalt | "
        "vorbehaltlich | je nachdem | es sei denn | hängt davon ab | abhängig von | erst wenn | im falle"
    ),
    "will": (
        "kann | können | könnt | wird | werden | werde | soll | sollen | sollte | sollten | muss | müssen "
        "| wollen | will | noch zu | zu erledigen"
    ),
    "should": "sollte | sollten",
    "request": "bitte | könnt ihr | können sie | kannst du | könnten sie",
    "absence": (
        "im urlaub | urlaub | krank | abwesend | wieder da | zurück | nicht im büro | dienstreise | "
        "elternzeit | unterwegs bis"
    ),
    "inquire": (
        "bitte bestätigen | bitte um bestätigung | sagen sie mir | sag mir | gebt mir bescheid | geben sie "
        "mir bescheid | bescheid | bitte prüfen"
    ),
    "event": "sitzung | meeting | besprechung | versammlung",
    "hearsay": (
        "sagt | sagte | gesagt | meint | meinte | hat gemeint | laut | gehört | angeblich | berichtet | "
        "zufolge | heißt es | wie ich höre"
    ),
    "quest": (
        "was | wer | wie | wann | warum | wieso | welche | welcher | welches | wo | können wir | kann ich "
        "| gibt es | ist das | habt ihr | haben sie | wozu | weshalb"
    ),
    "angry": (
        "unverschämt | frechheit | unverschämtheit | spam | zeitverschwendung | nervt | genervt | "
        "lächerlich | schluss damit | hören sie auf | es reicht | reicht mir | inakzeptabel | unmöglich so "
        "| anwalt | kündigen | roboter | roboter mail* | roboter-mail | sauer | frechheit | unfassbar | "
        "unzumutbar | enttäuscht | katastrophe | zumutung"
    ),
    "sarcasm": (
        "ja klar | na klar | na sicher | klar doch | von wegen | schön wär's | wer's glaubt | genau wie | "
        "haha | ganz toll | wie immer | wie üblich | wunder"
    ),
    "undo": (
        "rückgängig | rückgängig machen | falsch | stimmt nicht | zurücknehmen | das war falsch | das ist "
        "falsch | war nicht gemeint | stornieren"
    ),
    "fix": (
        "sorry | pardon | quatsch | ich meine | ich meinte | korrektur | vielmehr | besser gesagt | "
        "entschuldigung | nein | äh | beziehungsweise | tippfehler"
    ),
    "both": "beide | beides | beiden",
    "all": "alles | alle | sämtliche | das ganze | komplett alles",
    "mine": (
        "mein teil | mein part | meine aufgabe | mein punkt | meiner | meins | unser teil | mein schritt | "
        "meinen teil"
    ),
    "our_side": (
        "unserer seite | von unserer seite | auf unserer seite | bei uns | unsererseits | meinerseits"
    ),
    "that_day": "diesen tag | dieses datum | diesem tag | den termin | bis dahin | dann",
    "because": "weil | da | denn | wegen | aufgrund | damit | nachdem",
    "but": (
        "aber | jedoch | allerdings | nur | lediglich | leider | obwohl | doch | trotzdem | hingegen | "
        "dennoch"
    ),
    "so": "deshalb | daher | also | somit | deswegen",
    "and": "und | sowie",
    "or": "oder",
    "instead": (
        "ursprünglich | war geplant | eigentlich | war für | sollte ursprünglich | war vorgesehen | statt "
        "| anstatt | anstelle | nicht am | nicht der | nicht die | nicht mehr am | nicht bis | nicht schon "
        "am"
    ),
    "per": "von | durch",
    "prep": (
        "in | im | an | am | auf | bei | beim | nach | vor | seit | über | unter | während | per | laut | "
        "trotz | zwischen | aus | bis | gegen | um | ab | without | ohne | sans | sin | senza | sem | "
        "zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "mit | für | zu | zum | zur",
    "number": (
        "nr | nummer | punkt | nr. | ziffer | position | pos | zeile | schritt | meilenstein | thema | "
        "nummern | punkte"
    ),
    "pronoun": "es | das | dies | die sache | sie",
    "agent": (
        "vorstand | aufsichtsrat | beiden seiten | beide seiten | seiten | kollegen | kollege | kollegin | "
        "team | geschäftsführung | leitung | abteilung | chef | chefin | prüfer | auditor | juristen | "
        "anwälte | betriebsrat | leute | rechtsabteilung | alle beteiligten | parteien"
    ),
    "benign": (
        "der die das den dem des ein eine einen einem einer und ist sind war waren wurde wurden konnte "
        "konnten musste mussten durfte hat haben hatte hatten habe wir ich sie er es uns mir mich ihr "
        "ihnen unser unsere unserem unseren unserer mein meine meinem meiner euer eure ihre ihrem ihren "
        "nun jetzt schon bereits endlich heute gestern morgen vollständig komplett ganz offiziell "
        "erfolgreich einstimmig auch noch mal so dann da hier dort von durch mit für zu zum zur auf an am "
        "im in bei beim seit nach vor über um als wie was dass worden geworden sein ja nein bitte gerne "
        "gern sehr mehr wieder immer nur aber doch also etwas alles alle beide somit damit dafür daran "
        "darauf davon dazu hiermit kurz info update status stand woche tag tage monat uhr vormittag "
        "nachmittag abend früh spätestens bis ab ende anfang mitte erst sich zieht macht machen gemacht "
        "gemeldet melden kann können wird werden werde soll sollte muss leider nämlich sogar eben gerade "
        "eigentlich termin datum letzte letzten nächste nächsten kommenden vergangenen diese dieser diesen "
        "punkt punkte setzen setze markieren markiere stellen eintragen haken ein wegen hallo zusammen "
        "gibt geht gehen kommt ohne probleme beanstandungen weil da denn plan planmäßig"
    ),
}
