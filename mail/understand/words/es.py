"""Spanish: what words do to a plan. Kind → phrases; `*` is any ending."""

CUES: dict[str, str] = {
    "done": (
        "hecho | hecha | listo | lista | terminado | terminada | acabado | acabada | completado | "
        "completada | finalizado | finalizada | cerrado | cerrada | concluido | concluida | resuelto | "
        "resuelta | en el bote | terminamos | acabamos | ya está | ya quedó | quedó listo | concluimos | "
        "completamos | finalizamos | cumplido | cumplida | zanjado | liquidado | logrado | cerramos"
    ),
    "adjective": "listo | lista | listos",
    "ready": "preparado | preparada",
    "done.signed": "firmado | firmada | firmados | firmamos | firmaron | rubricado | firmó",
    "done.approved": (
        "aprobado | aprobada | aprobaron | aprobó | aceptado | aceptada | autorizado | autorizada | "
        "validado | validada | superado | superada | visto bueno | luz verde | dado el visto bueno | "
        "concedido | pasado"
    ),
    "done.agreed": "acordado | acordada | acordados | pactado | acordamos | de acuerdo en",
    "done.connected": (
        "conectado | conectada | integrado | integrada | instalado | migrado | configurado | desplegado | "
        "conectamos"
    ),
    "done.trained": "formado | formados | capacitado | capacitados | entrenado | entrenados | formada",
    "done.live": "en producción | en marcha | lanzado | estamos en vivo | salimos en vivo | ya en vivo",
    "done.held": "tuvo lugar | se celebró | celebrado | celebrada | se realizó",
    "done.tested": "probado | probada | probados | verificado | demostrado",
    "done.delivered": (
        "entregado | entregada | recibido | recibida | llegado | llegaron | pagado | pagada | "
        "contabilizado | emitido | emitida | pedido hecho | cursado"
    ),
    "start": (
        "empezado | empezamos | comenzado | comenzamos | iniciado | iniciamos | arrancado | arrancamos | "
        "hemos empezado | puesto en marcha | empezó | comenzó | arrancó"
    ),
    "progress": (
        "en curso | en ello | en proceso | trabajando en | estamos trabajando | avanzando | en marcha "
        "todavía | seguimos trabajando | seguimos con"
    ),
    "partial": (
        "casi | prácticamente | parcialmente | en parte | excepto | salvo | menos | a falta de | falta | "
        "faltan | sólo falta | solo falta | queda | quedan | pendiente | pendientes | medio | mitad | en "
        "su mayor parte | de palabra | verbalmente | internamente | en principio"
    ),
    "move": (
        "retrasa | retrasado | retrasar | retrasamos | se retrasa | aplazado | aplazar | aplaza | aplazada "
        "| aplazamos | pospuesto | pospuesta | posponer | posponemos | pospone | mover | movemos | mueve | "
        "se mueve | movido | moverlo | cambiar | cambiado | pasa al | pasa a | pasamos | pasar | pasarlo | "
        "nueva fecha | atrasa | atrasar | atraso | postergar | postergado | postergamos | adelantar | "
        "adelanta | adelantado | adelantamos | necesitamos hasta | hasta | prorroga | digamos | dejarlo "
        "para | lo dejamos para | se va al | reprogramado | reprogramar | reprogramamos | retraso"
    ),
    "plan": (
        "previsto | prevista | planificado | planificada | prevemos | esperamos | programado | programada "
        "| objetivo | estimado | estará | estarán | termina | terminará | terminaremos | acaba | acabará | "
        "firmaremos | se firma | firmamos el | tendremos | calculamos | será | quedará | apuntamos | "
        "llegará | se reúne | entregaremos | eta | vence"
    ),
    "late": (
        "retraso | con retraso | tarde | más tarde | más tiempo | tardará | tardamos | tarda más | no "
        "llegamos a tiempo"
    ),
    "miss": "no llegamos | no llegaremos | no vamos a llegar | no será posible",
    "block": (
        "bloqueado | bloqueada | bloqueados | atascado | atascada | atascados | parado | parada | parados "
        "| estancado | estancada | detenido | detenida | no podemos avanzar | no podemos continuar | no "
        "podemos seguir | no avanza | en punto muerto | paralizado | trabado | congelado"
    ),
    "waiting": "esperando | a la espera de | a la espera | en espera de | pendientes de | depende de",
    "unblock": "desbloqueado | desbloqueada",
    "reopen": (
        "reabrir | reabierto | reabierta | reábrelo | volver a abrir | al final no | vuelve a abierto | "
        "reabran | reabrirlo | reabre"
    ),
    "early": "demasiado pronto | antes de tiempo | por error | me precipité | precipitado",
    "assign": (
        "se encarga | se encargará | se ocupa | responsable | es responsable | asume | ha asumido | toma "
        "el relevo | lo lleva | lo llevará | escribid a | escriba a | escriban a | contactar | contacten | "
        "a cargo | encargado | encargada | me sustituye | sustituye | se hace cargo | ya no soy yo | lleva "
        "ahora"
    ),
    "while": "en mi ausencia | durante mi ausencia | temporalmente | provisionalmente | mientras",
    "add": (
        "falta en el plan | falta en vuestro plan | falta en su plan | añadir | añadan | añadid | añada | "
        "agregar | agreguen | agregue | por favor añad* | nuevo hito | otro paso | paso adicional | no "
        "está en el plan | incluir | os falta"
    ),
    "key": (
        "festivo | cierre | cerrado por | inventario | congelación | puente | freeze | vacaciones colectivas"
    ),
    "confirm": (
        "según lo previsto | como estaba previsto | a tiempo | confirmado | confirmo | confirmamos | me "
        "parece bien | nos va bien | en plazo | según el plan | vamos bien | sin problema con la fecha"
    ),
    "same": (
        "sin cambios | sin novedades | sin novedad | nada nuevo | el resto | lo demás | todo igual | igual "
        "| resto"
    ),
    "yes": "=sí | claro | correcto | exacto | efectivamente | así es",
    "no": "no | todavía no | aún no | nop | lamentablemente no | por desgracia no",
    "ok": "ok | vale | de acuerdo | entendido | recibido | perfecto | anotado | bien | genial | muy bien",
    "thanks": (
        "gracias | muchas gracias | mil gracias | agradecido | gracias por | el recordatorio | recordatorio"
    ),
    "greet": (
        "hola | buenos días | buenas tardes | buenas noches | buenas | estimado | estimada | estimados | "
        "querido | querida | a todos | qué tal"
    ),
    "close": (
        "saludos | un saludo | saludos cordiales | atentamente | abrazo | un abrazo | cordialmente | buen "
        "fin de semana | buena semana | buen día | saludo cordial | cordial saludo | feliz día"
    ),
    "not": (
        "no | ni | nunca | nada | nadie | ningún | ninguna | ninguno | tampoco | jamás | rechazado | "
        "rechazada | aún no | todavía no | por firmar | por hacer | denegado"
    ),
    "hedge": (
        "creo | creemos | quizá | quizás | tal vez | probablemente | posiblemente | a lo mejor | supongo | "
        "parece | espero | esperemos | ojalá | podría | podríamos | debería | deberían | deberíamos | "
        "aproximadamente | unos | no estoy seguro | no estoy segura | seguramente | pronto | en breve | "
        "próximamente | sería | idealmente | en teoría | me gustaría | a ver | voy a comprobar | compruebo "
        "| puede que | puede ser | hacia | sobre el | posible | como pronto | al parecer"
    ),
    "cond": (
        "=si | cuando | en cuanto | siempre que | siempre y cuando | a condición | una vez | salvo que | a "
        "menos que | según | depende | dependiendo | en caso | tan pronto"
    ),
    "will": (
        "puede | pueden | podemos | será | serán | va a | van a | vamos a | estará | estarán | tiene que | "
        "tenemos que | debe | debemos | por hacer | hay que | falta por"
    ),
    "should": "debería | deberían",
    "request": "por favor | puedes | podéis | pueden | puede | podrían | favor de | necesitamos | hay que",
    "absence": "de vacaciones | vacaciones | de baja | ausente | de vuelta | de viaje",
    "inquire": "confirmad | confirmen | confirme | decidme | díganme | avísame | avísenme | avisadme",
    "event": "reunión | sesión",
    "hearsay": (
        "dice | dijo | me dijo | me dice | nos dijo | según | he oído | al parecer | dicen | cuentan | afirma"
    ),
    "quest": "qué | quién | cómo | cuándo | cuál | cuáles | dónde | por qué | podemos | cuánto | para qué",
    "angry": (
        "inaceptable | ridículo | harto | hartos | harta | pérdida de tiempo | vergüenza | una vergüenza | "
        "basta | dejen de | spam | robot | robots | abogado | abogados | cancelar el contrato | cancelar "
        "el proyecto | tomadura de pelo | decepcionado | decepcionados | indignante | estoy cansado"
    ),
    "sarcasm": (
        "sí claro | sí, claro | claro que sí | por supuesto que sí | cómo no | como siempre | igual que | "
        "jaja | jajaja | qué sorpresa | milagro | ya ya"
    ),
    "undo": (
        "deshacer | deshaz | deshagan | deshacerlo | error | es un error | está mal | incorrecto | "
        "revertir | revierte | anular | equivocado | no es correcto"
    ),
    "fix": (
        "perdón | perdona | digo | quiero decir | corrijo | corrección | mejor dicho | disculpa | "
        "disculpad | más bien | ups"
    ),
    "both": "ambos | ambas | los dos | las dos",
    "all": "todo | todos | todas | la totalidad",
    "mine": "mi parte | lo mío | mi punto | mi tarea | nuestra parte",
    "our_side": "por nuestra parte | nuestra parte | nuestro lado | por mi parte | por parte nuestra",
    "that_day": "esa fecha | ese día | entonces",
    "because": "porque | ya que | debido | por culpa | puesto que | dado que | como",
    "but": (
        "pero | sin embargo | aunque | sólo | solo | únicamente | lamentablemente | no obstante | sino | "
        "desgraciadamente"
    ),
    "so": "así que | por tanto | por lo tanto | entonces",
    "and": "y | e | así como",
    "or": "o | u",
    "instead": (
        "originalmente | inicialmente | estaba previsto | estaba prevista | era para | en lugar | en vez | "
        "no el | y no el | en lugar del | en vez del"
    ),
    "per": "por",
    "prep": (
        "en | por | desde | tras | sobre | durante | entre | hasta | ante | bajo | según | hacia | without "
        "| ohne | sans | sin | senza | sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "con | para | de | del | a | al",
    "number": "punto | número | nº | n.º | núm | el punto | puntos | hito | línea | paso | tarea | números",
    "pronoun": "lo | eso | esto | ello | la",
    "agent": (
        "consejo | ambas partes | las dos partes | partes | equipo | equipos | dirección | comité | "
        "compañeros | auditor | auditores | abogados | director | directora | jefe | junta | directivo | "
        "colegas | todos | legal | finanzas"
    ),
    "benign": (
        "el la los las lo un una unos de del al a en por para con y e o es está están era fue fueron ha "
        "han hemos he había se nos me te les le que ya hoy ayer esta este mañana tarde noche fin último "
        "última pasado pasada desde hasta semana día días mes próximo próxima viene todo todos "
        "completamente totalmente oficialmente finalmente unanimidad también muy más ahora aquí así bien "
        "sí nuestro nuestra nuestros su sus mi mis vuestro estamos somos soy ser estar hacer quedar quedó "
        "queda quedado ambos gracias hola éxito con sin problemas incidencias reparos correctamente buenas "
        "noticias punto fecha parte marcar marcad marca favor poner pongan dar dado tener tenemos puede "
        "según lo previsto desgraciadamente además respecto sobre cuanto oficial firme firma"
    ),
}
