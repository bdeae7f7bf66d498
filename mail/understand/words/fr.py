"""French: what words do to a plan. Kind → phrases; `*` is any ending."""

CUES: dict[str, str] = {
    "done": (
        "fait | c' est fait | faite | faits | terminé | terminée | terminés | terminées | fini | finie | "
        "achevé | achevée | bouclé | bouclée | clos | close | clôturé | clôturée | réglé | réglée | "
        "finalisé | finalisée | dans la boîte | conclu | conclue | plié | c' est bon | complété | "
        "complétée | ok pour nous | réalisé | réalisée | atteint | atteints"
    ),
    "adjective": "prêt | prête | prêts",
    "ready": "prêt | prête | prêts | en place",
    "done.signed": "signé | signée | signés | signées | contresigné | contresignée | paraphé",
    "done.approved": (
        "approuvé | approuvée | validé | validée | accepté | acceptée | feu vert | accordé | accordée | "
        "donné son accord | adopté | voté | votée | passé avec succès | levée"
    ),
    "done.agreed": "convenu | convenue | convenus | arrêté | d' accord sur | fixés",
    "done.connected": (
        "connecté | connectée | intégré | intégrée | raccordé | raccordée | installé | installée | migré | "
        "migrée | branché | branchée | configuré | déployé | déployée"
    ),
    "done.trained": "formé | formés | formée | formées",
    "done.live": (
        "en production | mis en production | mise en production faite | lancé | en ligne | sommes en "
        "production"
    ),
    "done.held": "eu lieu | s' est tenu | s' est tenue | s' est déroulé",
    "done.tested": "testé | testée | testés | vérifié | prouvé | concluant",
    "done.delivered": (
        "livré | livrée | livrés | reçu | reçue | reçus | arrivé | arrivés | payé | payée | commandé | "
        "comptabilisé | émis | émise | passée"
    ),
    "start": "commencé | démarré | lancé | entamé | débuté | a commencé | avons commencé | attaqué",
    "progress": (
        "en cours | on y travaille | nous y travaillons | on est dessus | on avance | ça avance | en bonne "
        "voie | y travaille"
    ),
    "partial": (
        "presque | quasi | quasiment | pratiquement | en partie | partiellement | sauf | hormis | excepté "
        "| à part | à l' exception de | à moitié | en grande partie | il reste | il ne reste | il manque | "
        "manque | manquent | reste | restent | en principe | oralement | en interne | sous réserve"
    ),
    "move": (
        "repoussé | repoussée | repousser | repoussons | reporté | reportée | reporter | reportons | "
        "décalé | décalée | décaler | décalons | retardé | retardée | retard | glisse | glisser | nouvelle "
        "date | ajourné | ajournée | avancé au | avancer | déplacé | déplacée | déplacer | remis au | "
        "remise au | replanifié | prolongé | besoin jusqu' au | besoin jusqu' à | disons | jusqu' au | "
        "décalage | report au | passe au | passera au | glisse au"
    ),
    "plan": (
        "prévu | prévue | prévus | prévoyons | prévois | vise | visons | on vise | nous visons | planifié "
        "| planifiée | programmé | programmée | attendu | attendue | objectif | cible | sera | seront | "
        "estimé | finira | terminerons | signerons | se termine | aura lieu | d' ici | échéance | eta | on "
        "aura | nous aurons | livrerons | réaliste | table sur | tablons sur"
    ),
    "late": (
        "en retard | retard | plus tard | plus long | plus de temps | prend plus de temps | pas à temps | "
        "du retard"
    ),
    "miss": (
        "ne tiendrons pas | ne tiendra pas | ne pourrons pas tenir | impossible de tenir | pas tenable | "
        "n' y arrivera pas"
    ),
    "block": (
        "bloqué | bloquée | bloqués | blocage | coincé | coincée | coincés | à l' arrêt | au point mort | "
        "en suspens | suspendu | gelé | ne pouvons pas avancer | pouvons pas continuer | impossible d' "
        "avancer | bute | n' avance plus | n' avance pas | dans l' impasse | paralysé"
    ),
    "waiting": "attendons | en attente de | en attente | j' attends | nous attendons | on attend | dépend de",
    "unblock": "débloqué | débloquée",
    "reopen": (
        "rouvrir | rouvert | rouverte | réouvrir | remettre en ouvert | finalement pas | n' est finalement "
        "pas | revenir en arrière | remettre à ouvert | remettez"
    ),
    "early": "trop tôt | trop vite | par erreur | prématuré",
    "assign": (
        "reprend | a repris | prend en charge | s' occupe | s' en occupe | responsable | est responsable | "
        "en charge | prend le relais | pris le relais | adressez vous | écrivez à | contactez | contacter "
        "| s' en charge | interlocuteur | interlocutrice | remplace | succède | reprend le dossier | ce n' "
        "est plus moi"
    ),
    "while": "en mon absence | pendant mon absence | temporairement | intérim | provisoirement",
    "add": (
        "il manque dans | il manque au plan | manque dans votre plan | manque dans le plan | ajouter | "
        "ajoutez | rajouter | veuillez ajouter | nouvelle étape | étape supplémentaire | pas dans le plan "
        "| oublié"
    ),
    "key": "fermeture | fermé | gel | inventaire | jour férié | congés annuels | freeze | fermeture annuelle",
    "confirm": (
        "dans les temps | comme prévu | ça nous va | ça me va | confirmé | je confirme | nous confirmons | "
        "dans les délais | bien noté pour le | on tient | tout est en ordre"
    ),
    "same": (
        "inchangé | inchangée | rien de nouveau | pas de changement | aucun changement | le reste | reste "
        "inchangé | rien à signaler | idem | sans changement"
    ),
    "yes": "oui | ouais | effectivement | exact | tout à fait",
    "no": "non | pas encore | malheureusement pas | toujours pas | hélas non | pas",
    "ok": "ok | d' accord | entendu | bien reçu | noté | parfait | compris | très bien | bien noté | super",
    "thanks": (
        "merci | merci beaucoup | un grand merci | remerciements | merci pour | relance | rappel | le rappel"
    ),
    "greet": (
        "bonjour | salut | bonsoir | cher | chère | chers | madame | monsieur | à tous | hello | coucou | "
        "bonjour à tous | messieurs"
    ),
    "close": (
        "cordialement | bien cordialement | bien à vous | à bientôt | cdt | cdlt | salutations | bonne "
        "journée | bon week end | bonne semaine | amicalement | bien à toi | sincères salutations | bonne "
        "soirée | belle journée | bonne fin de journée"
    ),
    "not": (
        "pas | ne | n' | non | jamais | aucun | aucune | rien | personne | ni | plus | refusé | refusée | "
        "rejeté | guère"
    ),
    "hedge": (
        "je pense | je crois | peut être | probablement | sans doute | normalement | j' espère | on espère "
        "| espérons | il me semble | semble | éventuellement | environ | à peu près | pourrait | pourrions "
        "| devrait | devraient | devrions | apparemment | pas sûr | pas certain | incertain | bientôt | "
        "prochainement | sous peu | vers | idéalement | au mieux | au plus tôt | serait | voudrais | "
        "aimerions | je suppose | à vérifier | je vérifie | a priori | possible | possiblement | "
        "vraisemblablement | courant"
    ),
    "cond": (
        "si | s' | dès que | à condition | une fois | lorsque | quand | sous réserve | pourvu que | à "
        "moins | selon | en fonction | tant que | dépend"
    ),
    "will": (
        "peut | peuvent | pouvons | peut être | sera | seront | va | vont | allons | doit | doivent | "
        "devons | reste à | à faire | ferons | pourra | serons"
    ),
    "should": "devrait | devraient",
    "request": (
        "merci de | veuillez | s' il vous plaît | svp | stp | pouvez vous | pourriez vous | il faut | il "
        "faudrait | nous devons"
    ),
    "absence": "en congé | en vacances | absent | absente | de retour | congés | en déplacement",
    "inquire": (
        "merci de confirmer | dites moi | veuillez confirmer | tenez moi | merci de me dire | confirmez"
    ),
    "event": "réunion | séance",
    "hearsay": (
        "dit | a dit | m' a dit | nous a dit | selon | d' après | paraît | j' ai entendu | il paraît | "
        "prétend | affirme"
    ),
    "quest": (
        "que | quel | quelle | quels | quelles | qui | pourquoi | comment | quand | où | est ce que | qu' "
        "est ce que | peut on | pouvons nous | avez vous | combien"
    ),
    "angry": (
        "inacceptable | inadmissible | ridicule | ras le bol | marre | perte de temps | honteux | "
        "scandaleux | arrêtez | spam | robot | robots | avocat | résilier | annuler le projet | se moque | "
        "se fout | déçu | déçus | insupportable | harcèlement | furieux"
    ),
    "sarcasm": (
        "bien sûr | mais bien sûr | c' est ça | comme d' habitude | tout comme | haha | mdr | bravo | "
        "quelle surprise | miracle | à la saint glinglin"
    ),
    "undo": (
        "annuler | annulez | annule | erreur | c' est faux | c' est une erreur | faux | incorrect | "
        "revenir en arrière | rétablir"
    ),
    "fix": (
        "pardon | désolé | désolée | je veux dire | je voulais dire | correction | plutôt | erratum | "
        "enfin | oups"
    ),
    "both": "les deux | tous les deux | toutes les deux",
    "all": "tout | tous | toutes | l' ensemble | la totalité",
    "mine": "ma partie | mon point | ma part | ma tâche | mon étape | notre partie",
    "our_side": "de notre côté | notre côté | de mon côté | chez nous",
    "that_day": "cette date | ce jour | ce jour là | à cette date",
    "because": "car | parce que | parce qu' | puisque | en raison | à cause | comme | faute de",
    "but": (
        "mais | toutefois | cependant | seulement | seul | seule | malheureusement | hélas | bien que | "
        "néanmoins | par contre | en revanche"
    ),
    "so": "donc | du coup | alors | ainsi",
    "and": "et | ainsi que",
    "or": "ou",
    "instead": (
        "initialement | était prévu | était prévue | à l' origine | au lieu | et non | et non le | pas le "
        "| non pas le | plutôt que | au lieu du"
    ),
    "per": "par",
    "prep": (
        "dans | en | chez | par | sur | sous | depuis | après | avant | pendant | vers | lors | entre | "
        "malgré | selon | hier | dès | without | ohne | sans | sin | senza | sem | zonder | utan | uden | "
        "uten | ilman | bez | без"
    ),
    "with": "avec | pour | de | du | des | d' | à | au | aux",
    "number": "point | n° | numéro | no | nº | étape | ligne | jalon | points | numéros | le point",
    "pronoun": "il | elle | c' | ça | cela | ceci | ce | celui ci",
    "agent": (
        "conseil | deux parties | les deux parties | parties | équipe | équipes | direction | comité | "
        "juriste | juristes | collègue | collègues | auditeur | auditeurs | avocats | dpo | rssi | dsi | "
        "daf | tout le monde | côté | service"
    ),
    "benign": (
        "le la les l' un une des de du d' est sont a ont été était étaient avons ai avez nous vous je j' "
        "il elle ils elles on ce cet cette ces c' ça cela et en au aux à par pour sur dans avec depuis "
        "dernier dernière hier matin soir midi après que qui qu' se s' ne n' y notre nos votre vos mon ma "
        "mes son sa ses leur déjà enfin bien tout toute tous officiellement entièrement complètement "
        "totalement finalement aussi encore très plus maintenant désormais ici là donc alors merci bonjour "
        "oui ok semaine jour jours mois fin début prochain prochaine unanimité l'unanimité unanimement "
        "succès lieu date point plutôt vise viser bon bonne nouvelle vient viens être avoir fait faire "
        "sera seront va mise mettre marquer cocher peut peux pouvez statut côté deux heures heure étape "
        "sans problème souci réserve réserves comme prévu voilà voici ci jusqu jusqu' heureux heureuse"
    ),
}
