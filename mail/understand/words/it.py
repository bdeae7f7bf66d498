"""Italian: what words do to a plan. Kind → phrases; `*` is any ending."""

CUES: dict[str, str] = {
    "done": (
        "fatto | fatta | finito | finita | concluso | conclusa | completato | completata | terminato | "
        "terminata | chiuso | chiusa | ultimato | ultimata | sistemato | sistemata | portato a termine | a "
        "posto | archiviato | chiudere pure | in tasca | risolto | raggiunto | raggiunti | abbiamo finito "
        "| abbiamo concluso"
    ),
    "adjective": "pronto | pronta | pronti",
    "ready": "pronto | pronta | pronti",
    "done.signed": (
        "firmato | firmata | firmati | controfirmato | controfirmata | sottoscritto | sottoscritta"
    ),
    "done.approved": (
        "approvato | approvata | approvati | accettato | accettata | autorizzato | autorizzata | superato "
        "| superata | via libera | validato | validata | deliberato | dato l' ok | ottenuto l' ok | "
        "benestare | passato | passata"
    ),
    "done.agreed": "concordato | concordata | concordati | concordate | definiti | pattuito",
    "done.connected": (
        "collegato | collegata | connesso | connessa | integrato | integrata | installato | migrato | "
        "configurato"
    ),
    "done.trained": "formato | formati | formata | addestrati | istruiti",
    "done.live": "in produzione | andati live | siamo live | è live | andato live | lanciato",
    "done.held": "si è tenuto | si è tenuta | si è svolto | si è svolta | tenuto | tenuta | svolto",
    "done.tested": "testato | testata | collaudato | verificato | verificata | dimostrato",
    "done.delivered": (
        "consegnato | consegnata | consegnati | arrivato | arrivati | ricevuto | pagato | contabilizzato | "
        "emesso | inviato l' ordine"
    ),
    "start": (
        "iniziato | iniziata | cominciato | partito | partiti | partita | avviato | avviata | abbiamo "
        "iniziato | incominciato | dato il via"
    ),
    "progress": (
        "in corso | ci stiamo lavorando | stiamo lavorando | in lavorazione | ci lavoriamo | procede | a "
        "buon punto"
    ),
    "partial": (
        "quasi | praticamente | parzialmente | in parte | tranne | eccetto | a parte | salvo | manca | "
        "mancano | manca solo | restano | resta | rimane | rimangono | a metà | pendente | in sospeso "
        "ancora | verbalmente | internamente | in linea di massima"
    ),
    "move": (
        "rimandato | rimandata | rimandare | rimandiamo | rinviato | rinviata | rinviare | rinviamo | "
        "posticipato | posticipata | posticipare | posticipiamo | spostato | spostata | spostare | "
        "spostiamo | slitta | slittato | slittata | slittano | slittare | nuova data | ritardato | "
        "anticipato | anticipare | anticipiamo | prorogato | prorogata | ci serve fino | serve fino al | "
        "fino al | diciamo | passa al | si sposta | rischedulato | sposta | spostarlo | rimandarlo | "
        "rinvio | slittamento"
    ),
    "plan": (
        "previsto | prevista | previsti | pianificato | pianificata | programmato | programmata | "
        "prevediamo | contiamo | puntiamo | puntiamo a | obiettivo | atteso | attesa | entro | sarà | "
        "saranno | finiremo | finiamo | concluderemo | termina | terminerà | firmeremo | avremo | si "
        "conclude | è fissato | fissata | fissato | eta | chiudiamo | completeremo | finirà | "
        "consegneremo | firmiamo | firmo | firma | completiamo | consegniamo | approviamo | approverà"
    ),
    "late": "in ritardo | ritardo | più tardi | più tempo | ci vuole più tempo | ci vorrà ancora",
    "miss": "non ce la facciamo | non riusciamo | non ce la faremo | non riusciremo",
    "block": (
        "bloccato | bloccata | bloccati | fermo | ferma | fermi | incagliato | arenato | arenati | in "
        "stallo | sospeso | in sospeso | non possiamo procedere | non possiamo proseguire | non possiamo "
        "andare avanti | non riusciamo ad andare avanti | congelato | impantanati"
    ),
    "waiting": "aspettiamo | in attesa di | in attesa | stiamo aspettando | attendiamo | dipende da",
    "unblock": "sbloccato | sbloccata",
    "reopen": (
        "riaprire | riaperto | riaperta | riapri | riaprite | alla fine non | rimettere aperto | in realtà "
        "non | rimettetelo"
    ),
    "early": "troppo presto | per errore | per sbaglio | affrettato | prematuro",
    "assign": (
        "se ne occupa | si occupa | si occuperà | responsabile | è responsabile | subentra | subentrato | "
        "subentrata | prende in carico | ha preso in carico | prende il mio posto | scrivete a | scrivere "
        "a | contattate | contattare | referente | passa a | passato a | incaricato | incaricata | mi "
        "sostituisce | sostituisce | non sono più io"
    ),
    "while": "in mia assenza | durante la mia assenza | temporaneamente | provvisoriamente",
    "add": (
        "manca nel piano | manca nel vostro piano | aggiungere | aggiungete | aggiungi | da aggiungere | "
        "nuova milestone | nuovo passo | ulteriore passo | non è nel piano | inserire | inserite"
    ),
    "key": "chiusura | ferie | festivo | inventario | freeze | chiusi | chiuso per",
    "confirm": (
        "come previsto | come da piano | nei tempi | confermo | confermato | confermiamo | va bene | ci va "
        "bene | in linea | in orario | secondo i piani"
    ),
    "same": (
        "invariato | invariata | nessuna novità | nessun cambiamento | niente di nuovo | il resto | tutto "
        "invariato | come prima"
    ),
    "yes": "=sì | certo | esatto | corretto | confermo",
    "no": "no | non ancora | ancora no | purtroppo no | purtroppo non ancora | non",
    "ok": "ok | va bene | d' accordo | capito | ricevuto | perfetto | bene | ottimo | preso nota",
    "thanks": (
        "grazie | grazie mille | molte grazie | ringrazio | tante grazie | promemoria | sollecito | grazie "
        "per"
    ),
    "greet": (
        "ciao | buongiorno | salve | buonasera | gentile | caro | cara | egregio | a tutti | buon "
        "pomeriggio | gentili"
    ),
    "close": (
        "saluti | cordiali saluti | un saluto | a presto | cordialmente | buona giornata | buon fine "
        "settimana | distinti saluti | buon weekend | buona serata | buon lavoro | un caro saluto | buona "
        "settimana"
    ),
    "not": (
        "non | no | mai | niente | nulla | nessuno | nessuna | nessun | né | respinto | rifiutato | da "
        "fare | da firmare"
    ),
    "hedge": (
        "credo | penso | forse | magari | probabilmente | possibilmente | suppongo | sembra | spero | "
        "speriamo | potrebbe | potremmo | dovrebbe | dovrebbero | dovremmo | circa | più o meno | non sono "
        "sicuro | non sono sicura | presto | a breve | prossimamente | sarebbe | idealmente | in teoria | "
        "vorrei | vorremmo | verifico | controllo e | pare | a quanto pare | eventualmente | "
        "indicativamente | verso | direi | chissà"
    ),
    "cond": (
        "=se | quando | appena | non appena | a condizione | una volta | purché | salvo che | a meno che | "
        "dipende | in base | nel caso | qualora"
    ),
    "will": (
        "può | possono | possiamo | sarà | saranno | verrà | verranno | deve | devono | dobbiamo | resta "
        "da | da completare | andrà | faremo"
    ),
    "should": "dovrebbe | dovrebbero",
    "request": "per favore | per cortesia | potete | puoi | può | potreste | dobbiamo | bisogna",
    "absence": "in ferie | in vacanza | assente | di ritorno | in malattia | in viaggio",
    "inquire": "fatemi sapere | confermate | mi confermate | ditemi | fammi sapere",
    "event": "riunione | seduta",
    "hearsay": (
        "dice | ha detto | mi ha detto | ci ha detto | secondo | ho sentito | a quanto pare | sostiene | "
        "dicono"
    ),
    "quest": (
        "che | che cosa | cosa | chi | come | quando | quale | quali | dove | perché | possiamo | quanto"
    ),
    "angry": (
        "inaccettabile | ridicolo | stufo | stufi | perdita di tempo | vergogna | vergognoso | basta | "
        "smettete | smettetela | spam | robot | avvocato | disdire | annullare il progetto | presa in giro "
        "| deluso | delusi | scandaloso"
    ),
    "sarcasm": (
        "sì certo | certo come no | come no | ma certo | figuriamoci | come sempre | proprio come | ahah | "
        "haha | che sorpresa | miracolo"
    ),
    "undo": (
        "annulla | annullare | annullate | errore | è sbagliato | sbagliato | è un errore | non è corretto "
        "| ripristinare | ripristina"
    ),
    "fix": "scusa | scusate | scusi | anzi | volevo dire | intendo | correzione | pardon | ops | cioè",
    "both": "entrambi | entrambe | tutti e due | tutte e due",
    "all": "tutto | tutti | tutte",
    "mine": "la mia parte | mia parte | il mio punto | la nostra parte | nostra parte",
    "our_side": "da parte nostra | dal nostro lato | per parte nostra | da parte mia",
    "that_day": "quella data | quel giorno | allora",
    "because": "perché | poiché | siccome | a causa | visto che | dato che",
    "but": "ma | però | tuttavia | solo | soltanto | purtroppo | anche se | peccato",
    "so": "quindi | perciò | dunque",
    "and": "e | ed | nonché",
    "or": "o | oppure",
    "instead": (
        "inizialmente | originariamente | era previsto | era prevista | invece di | invece del | anziché | "
        "non il | e non il | e non"
    ),
    "per": "da | dal | dalla",
    "prep": (
        "in | da | dal | dalla | su | sul | dopo | durante | tra | fra | entro | presso | nel | nella | "
        "nei | prima | without | ohne | sans | sin | senza | sem | zonder | utan | uden | uten | ilman | "
        "bez | без"
    ),
    "with": "con | per | di | del | della | a | al | alla",
    "number": "punto | numero | n° | nr | n. | il punto | punti | milestone | riga | passo | numeri",
    "pronoun": "lo | la | questo | questa | quello | ciò",
    "agent": (
        "consiglio | entrambe le parti | le parti | parti | squadra | team | direzione | comitato | "
        "colleghi | revisori | avvocati | direttore | cda | dpo | ufficio legale | tutti | collega"
    ),
    "benign": (
        "il lo la i gli le un una uno di del della dello dei delle dell' a al alla in nel nella con per da "
        "dal e ed o è sono era erano stato stata stati state ha hanno abbiamo ho ci si mi ne che già oggi "
        "ieri stamattina questa questo mattina sera pomeriggio finalmente definitivamente ufficialmente "
        "completamente tutto anche molto più adesso ora qui così bene sì nostro nostra nostri vostro "
        "vostra suo sua mio mia scorso scorsa prossimo prossima settimana giorno giorni mese fine inizio "
        "entro fino all' l' dall' unanimità successo senza problemi rilievi grazie ciao punto data può "
        "potete segnare segnate segnatelo mettere essere avere fare lunedì con lo dopo prima stamani buone "
        "notizie purtroppo intanto inoltre risulta da parte d' d'accordo"
    ),
}
