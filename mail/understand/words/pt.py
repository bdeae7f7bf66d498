"""Portuguese: what words do to a plan. Kind → phrases; `*` is any ending."""

CUES: dict[str, str] = {
    "done": (
        "feito | feita | pronto | pronta | terminado | terminada | concluído | concluída | concluídos | "
        "acabado | acabada | finalizado | finalizada | encerrado | encerrada | fechado | fechada | "
        "completo | completa | resolvido | resolvida | concluímos | terminámos | terminamos | finalizamos "
        "| já está | completado | completada | cumprido | está no papo | despachado | alcançado"
    ),
    "adjective": "pronto | pronta",
    "ready": "preparado",
    "done.signed": (
        "assinado | assinada | assinados | assinámos | assinamos | assinaram | assinou | rubricado"
    ),
    "done.approved": (
        "aprovado | aprovada | aprovaram | aprovou | aceite | aceito | aceita | autorizado | autorizada | "
        "validado | validada | luz verde | sinal verde | homologado | passou | deu o ok | deu ok"
    ),
    "done.agreed": "acordado | acordada | acordados | combinado | alinhado | alinhados",
    "done.connected": (
        "ligado | ligada | conectado | conectada | integrado | integrada | instalado | migrado | configurado"
    ),
    "done.trained": "formado | formados | treinado | treinados | treinada | capacitados",
    "done.live": "em produção | no ar | entrou em produção | estamos em produção",
    "done.held": "teve lugar | realizou se | realizado | realizada | aconteceu",
    "done.tested": "testado | testada | testados | verificado | comprovado",
    "done.delivered": (
        "entregue | entregues | recebido | recebida | chegou | chegaram | pago | paga | contabilizado | "
        "emitido | emitida"
    ),
    "start": (
        "começámos | começamos | começado | iniciado | iniciada | iniciámos | iniciamos | arrancámos | "
        "arrancou | começou | demos início | arrancamos | iniciou"
    ),
    "progress": (
        "em curso | em andamento | em progresso | a trabalhar nisso | estamos a trabalhar | trabalhando "
        "nisso | estamos trabalhando | a decorrer"
    ),
    "partial": (
        "quase | praticamente | parcialmente | em parte | exceto | excepto | menos | salvo | falta | "
        "faltam | só falta | ainda falta | resta | restam | metade | pendente | pendentes | verbalmente | "
        "internamente | em princípio"
    ),
    "move": (
        "adiar | adiado | adiada | adiamos | adiámos | adia | adiou | atrasa | atrasado | atrasar | "
        "atrasou | atraso | mover | movemos | mudar | mudou | passar para | passa para | passamos para | "
        "passou para | nova data | remarcar | remarcado | remarcada | reagendar | reagendado | reagendada "
        "| antecipar | antecipado | antecipamos | empurrar | prorrogar | prorrogado | precisamos até | até "
        "| fica para | ficou para | vamos dizer | desliza | escorregou | postergado | postergar | "
        "transferido para | transferida para | estender"
    ),
    "plan": (
        "previsto | prevista | planeado | planeada | planejado | planejada | prevemos | esperamos | "
        "contamos | agendado | agendada | objetivo | estimado | estará | estarão | será | termina | "
        "terminará | terminaremos | acaba | assinaremos | teremos | fica pronto | ficará | ficará pronto | "
        "concluiremos | eta | meta | entregaremos | fechamos | marcado para | marcada para"
    ),
    "late": (
        "atraso | em atraso | atrasados | mais tarde | mais tempo | demora mais | vai demorar | precisamos "
        "de mais"
    ),
    "miss": "não vamos conseguir | não conseguimos | não dá para",
    "block": (
        "bloqueado | bloqueada | bloqueados | parado | parada | parados | travado | travada | travados | "
        "emperrado | encalhado | encalhada | estagnado | suspenso | suspensa | não conseguimos avançar | "
        "não podemos avançar | não podemos continuar | não avança | congelado | impedido | impedidos | "
        "preso | presos"
    ),
    "waiting": (
        "à espera de | à espera | esperando | aguardamos | aguardando | estamos à espera | a aguardar | "
        "depende de"
    ),
    "unblock": "desbloqueado | desbloqueada | destravado",
    "reopen": (
        "reabrir | reaberto | reaberta | reabra | reabram | afinal não | voltar a abrir | na verdade não | "
        "afinal ainda não"
    ),
    "early": "cedo demais | demasiado cedo | por engano | precipitado | precipitei me",
    "assign": (
        "assume | assumiu | assumirá | responsável | é responsável | trata disto | trata disso | vai "
        "tratar | encarregado | encarregada | fica com | ficou com | escrevam para | contactem | contactar "
        "| contatar | contato é | a cargo | passou a | substitui | me substitui | já não sou eu | cuida "
        "disso"
    ),
    "while": (
        "na minha ausência | durante a minha ausência | temporariamente | provisoriamente | interinamente"
    ),
    "add": (
        "falta no plano | falta no vosso plano | adicionar | adicionem | acrescentar | acrescentem | "
        "incluir | incluam | novo marco | passo adicional | não está no plano | mais um passo"
    ),
    "key": (
        "feriado | fecho | encerramento | encerrado para | inventário | congelamento | freeze | férias "
        "coletivas | fechados"
    ),
    "confirm": (
        "como previsto | conforme previsto | dentro do prazo | confirmado | confirmo | confirmamos | no "
        "prazo | está bem para nós | conforme planeado | conforme planejado | conforme combinado"
    ),
    "same": (
        "sem alterações | sem novidades | nada de novo | o resto | tudo igual | igual | sem mudanças | "
        "restante"
    ),
    "yes": "sim | claro | correto | exato | isso mesmo | com certeza",
    "no": "não | ainda não | infelizmente não | nada feito",
    "ok": (
        "ok | está bem | certo | entendido | recebido | perfeito | combinado então | ótimo | anotado | "
        "tudo bem | beleza"
    ),
    "thanks": (
        "obrigado | obrigada | muito obrigado | muito obrigada | agradeço | valeu | lembrete | obrigado "
        "pelo | pelo lembrete"
    ),
    "greet": (
        "olá | oi | bom dia | boa tarde | boa noite | caro | cara | caros | prezado | prezada | prezados | "
        "a todos | viva"
    ),
    "close": (
        "cumprimentos | abraço | abraços | atenciosamente | melhores cumprimentos | saudações | bom fim de "
        "semana | até breve | cordialmente | att | boa semana | um abraço | com os melhores cumprimentos | "
        "bom trabalho"
    ),
    "not": (
        "não | nem | nunca | nada | ninguém | nenhum | nenhuma | ainda não | jamais | rejeitado | "
        "rejeitada | recusado | por assinar | por fazer"
    ),
    "hedge": (
        "acho | creio | talvez | provavelmente | possivelmente | se calhar | suponho | parece | espero | "
        "esperemos | tomara | poderia | poderíamos | deve estar | deve ficar | deveria | deveriam | deverá "
        "| deverão | aproximadamente | mais ou menos | cerca de | não tenho a certeza | não tenho certeza "
        "| em breve | brevemente | seria | idealmente | em teoria | gostaria | gostaríamos | vou verificar "
        "| vou confirmar | pode ser | pode | por volta | eventualmente | ao que parece | oxalá | quem sabe"
    ),
    "cond": (
        "=se | quando | assim que | desde que | logo que | na condição | uma vez | a menos que | depende | "
        "dependendo | caso | conforme a"
    ),
    "will": (
        "pode | podem | podemos | será | serão | vai | vão | vamos | deve | devem | temos de | temos que | "
        "tem de | falta | por concluir | precisa ser"
    ),
    "should": "deverá | deve",
    "request": "por favor | podem | pode | poderia | poderiam | precisamos | é preciso | favor",
    "absence": "de férias | férias | ausente | de volta | de baixa | em viagem",
    "inquire": "avisem | digam me | confirmem | podem confirmar | me avise | me digam",
    "event": "reunião | sessão",
    "hearsay": "diz | disse | disse me | me disse | segundo | ouvi | ao que parece | dizem | afirma",
    "quest": (
        "que | o que | quem | como | quando | qual | quais | onde | porquê | porque é que | por que | "
        "podemos | quanto"
    ),
    "angry": (
        "inaceitável | ridículo | farto | fartos | cansado destes | perda de tempo | vergonha | vergonhoso "
        "| chega | parem | spam | robô | robot | advogado | cancelar o contrato | cancelar o projeto | "
        "desiludido | dececionado | decepcionado | palhaçada"
    ),
    "sarcasm": (
        "sim claro | claro que sim | pois claro | pois sim | até parece | como sempre | tal como | haha | "
        "kkk | que surpresa | milagre"
    ),
    "undo": (
        "desfazer | desfaz | desfaçam | erro | está errado | errado | é um erro | anular | reverter | "
        "revertam | incorreto"
    ),
    "fix": (
        "desculpe | desculpa | desculpem | perdão | quero dizer | digo | correção | aliás | ou melhor | ops"
    ),
    "both": "ambos | ambas | os dois | as duas",
    "all": "tudo | todos | todas",
    "mine": "a minha parte | minha parte | o meu ponto | nossa parte | a nossa parte",
    "our_side": "do nosso lado | da nossa parte | nosso lado | da minha parte | do meu lado",
    "that_day": "essa data | esse dia | nessa data",
    "because": "porque | pois | já que | devido | por causa | uma vez que | visto que",
    "but": "mas | porém | contudo | só | apenas | somente | infelizmente | embora | no entanto",
    "so": "portanto | por isso | então | logo",
    "and": "e | bem como",
    "or": "ou",
    "instead": (
        "inicialmente | originalmente | estava previsto | estava prevista | em vez | ao invés | não no dia "
        "| e não a | e não no | em vez de"
    ),
    "per": "por | pelo | pela",
    "prep": (
        "em | no | na | por | pelo | pela | desde | após | durante | entre | sobre | segundo | without | "
        "ohne | sans | sin | senza | sem | zonder | utan | uden | uten | ilman | bez | без"
    ),
    "with": "com | para | de | do | da | a | ao | à",
    "number": "ponto | número | nº | n.º | o ponto | pontos | marco | linha | passo | item | itens",
    "pronoun": "isto | isso | o | a | ele | ela",
    "agent": (
        "conselho | ambas as partes | as partes | partes | equipa | equipe | direção | diretoria | comité "
        "| comitê | colegas | auditores | auditor | advogados | diretor | jurídico | todos | administração"
    ),
    "benign": (
        "o a os as um uma de do da dos das em no na nos nas por pelo pela para com e é são está estão foi "
        "foram era ser estar ter tem têm temos tinha já hoje ontem esta este manhã tarde noite finalmente "
        "oficialmente completamente totalmente também muito mais agora aqui assim bem sim nosso nossa "
        "nossos seu sua meu minha vosso passado passada último última próximo próxima semana dia dias mês "
        "fim até ao à se nos me que unanimidade sucesso sem problemas ressalvas obrigado olá ponto data "
        "marcar marquem pode podem fazer ficar ficou fica parte dar deu todo tudo conforme acordo boas "
        "notícias infelizmente entretanto além disso precisamos"
    ),
}
