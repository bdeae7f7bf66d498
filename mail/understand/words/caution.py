"""Words that take the certainty from what is said, in all languages: kind → phrases.

tells: what happens that day is that somebody knows, says, meets; urge: it is wished of somebody; hold: wait;
wasplan: a plan of the past; subord: "until ...", what follows has not happened; then: after something else;
you: the reader is to do it; planning: a request to set a date, not to act; other, loose, idiom, narrow: the
sense is another; owes, owed: something is still to be done; likewise: what was said of another holds here;
fresh: a new date, which must follow at once. Kinds that a table of its language has, too, are added to it.
"""

CAUTION: dict[str, dict[str, str]] = {
    "en": {
        "cond": "if only | only if | even if | as if | if and when | if ever",
        "hold": (
            "wait until | wait till | hold off | hang on | hold on | wait for | hold it until | sit tight"
        ),
        "tells": (
            "know | we'll know | hear | hear from | hear back | tell | inform | update you | keep you "
            "posted | keep you updated | report back | let you know | check in | check with | check again "
            "| look at | look into | have a look | talk | speak | speak to | discuss | discussing | meet | "
            "meets | met | meeting with | visit | visits | call you | phone | come back to you | get back "
            "| get back to you | revert back | follow up | circle back | send you | share | ask me | ask "
            "again | remind | reminder | a reminder | nudge | ping me | ping | touch base | catch up | "
            "find out | answer | reply | respond | revisit | reassess | re evaluate | present | interview "
            "| comes by | ask | asks | request | requests | beg | come by | drops by | on the agenda | "
            "sends | talks | returns | comes back | be back | back in the office | kicks off | more on"
        ),
        "absence": (
            "i am on | i'm on | we are on | we're on | i am at | i'm at | i am in | i'm in | we are at | "
            "we're at | i am off | i'm off | we're off | we are off | am off | is off | are off | day off "
            "| i am out | i'm out | we are out | is away | are away"
        ),
        "urge": (
            "let | make sure | ensure | see to it | get them to | get him to | get her to | have them | "
            "need | needs | need your | wants | want | want it | expect you | expect your | insist | urge "
            "| asked | i asked | i've asked | demand | demanded | requires | required | instructed | told "
            "him | told her | told them | remember | don't forget | waiting for you | chase | chasing | "
            "wish | would like"
        ),
        "planning": (
            "plan | plan for | plan this for | plan it for | schedule | scheduled | planned | put down for "
            "| set for | eta | target | due | book | put it down for | make it"
        ),
        "wasplan": (
            "was supposed | were supposed | was going to | were going to | was to | were to | was meant to "
            "| were meant to | should have | should've | had planned | had hoped | had wanted | would have "
            "| would've | was planned | were planned | was scheduled | were scheduled | was due | were due "
            "| was expected | were expected | wanted to | hoped to | meant to | had agreed | had said | we "
            "said | could have | could've | was aiming | were aiming | was hoping | were hoping | was set "
            "for | originally | initially | used to be"
        ),
        "then": "then",
        "subord": "until | till | til | before | by the time | after | ahead of",
        "you": "you | you'll | you've | your | yours",
        "other": (
            "another | other | others | previous | former | predecessor | old | older | last year | years "
            "ago | back then | different | the wrong"
        ),
        "loose": (
            "what | which | who | how | well | would | could | like | need | want | any | some | more | "
            "much | many | around | about | long | longer | hard | late | later | while | slightly | "
            "little | bit | ever | never | first | next | can | let | said | look | off | out | up | work "
            "| works | doing | done for now | almost | than | just like"
        ),
        "narrow": "done with | finished with | through with | done for | finished for",
        "idiom": (
            "what's done is done | easier said than done | said than done | when all is said and done | "
            "have done with it | half done | done for | be done with | done deal | over and done | good as "
            "done | done for today | done for now | done for the day | want done"
        ),
        "partial": (
            "but one | but two | but three | but the | but a | but some | two thirds | three quarters | "
            "one third | a third | percent"
        ),
        "owes": "has to | have to | must | needs to | need to | still to | yet to | has yet to | still must",
        "owed": (
            "follows | follow | will follow | to follow | to come | comes later | comes next | is next | "
            "goes out"
        ),
        "likewise": (
            "too | as well | same for | same goes for | ditto | ditto for | likewise | same applies to | "
            "the same for | and so is | so is | same with | the same goes for"
        ),
        "number": "same for | same goes for | the same for | ditto for | same with | same applies to",
        "while": (
            "while i | while he | while she | while they | while we | while you | during my | during his | "
            "during her | until i'm | until i am | until he | until she | until my"
        ),
        "plain": "let me",
        "prep": "w o | w",
        "thanks": (
            "well done | job well done | nicely done | good job | great job | congrats | congratulations"
        ),
        "fresh": (
            "new date | new date is | new deadline | new eta | revised date | new target | new target date"
        ),
        "move": (
            "brought it forward | bring it forward | brought this forward | pulled it forward | pushed it "
            "out | pushed it to | moved it | moved this"
        ),
        "plan": "closes | closing",
        "done": "done with | finished with | through with | done for | finished for",
    },
    "de": {
        "hold": "warten sie | warte bis | abwarten | warten bis",
        "tells": (
            "wissen | weiß | erfahren | hören | höre | sage | sagen | melde mich | melden uns | melde | "
            "informieren | informiere | besprechen | bespreche | treffen | trifft | treffe | telefonieren "
            "| telefonat | termin mit | rufe | anrufen | schaue | schauen | schau | prüfe | frage | "
            "nachfragen | fragen | erinnern | bescheid | antworten | antworte | zurück | rückmeldung | "
            "kommt vorbei | vor ort | tagt | besuch"
        ),
        "urge": (
            "bitte um | bitten um | lassen sie | lass | lasst | sorgen sie | sicherstellen | brauchen | "
            "brauche | benötigen | benötige | möchte | gebeten"
        ),
        "planning": "planen | einplanen | geplant | eintragen | setzen | vorsehen | ansetzen | terminieren",
        "wasplan": (
            "war geplant | war vorgesehen | war für | hätte | hätten | wollten | ursprünglich | wollte | "
            "waren geplant | sollte ursprünglich | war angesetzt | hatten geplant | hatten wir | "
            "eigentlich wollten"
        ),
        "then": "dann",
        "subord": "bis | bevor | ehe | nachdem",
        "you": "ihr | ihre seite | du | euer | eure",
        "narrow": "fertig mit | durch mit | fertig für",
        "owes": "muss | müssen | muss noch | müssen noch",
        "owed": "folgt | folgen | kommt noch | kommt später",
        "likewise": (
            "auch | ebenso | ebenfalls | gleiches gilt für | dasselbe für | dito | genauso | gleiches für"
        ),
        "number": "gleiches gilt für | dasselbe für | gleiches für",
        "fresh": "neuer termin | neues datum",
        "done": "fertig mit | durch mit | fertig für",
    },
    "fr": {
        "hold": "attendez | attendre | patienter | attends",
        "tells": (
            "savoir | saura | saurons | saurai | dire | dirai | informer | tiens au courant | tiendrai au "
            "courant | tiendrons au courant | reviens vers | revenir vers | reviendrai | parler | parlons "
            "| discuter | rencontrer | rencontre | appeler | appelle | regarder | regarde | vérifier | "
            "répondre | relancer | relancez | rappeler | rappelez | présenter | se réunit | visite"
        ),
        "urge": (
            "faites | faire signer | assurez vous | besoin | il faut | demandé | exige | voudrais | "
            "voulons | veux"
        ),
        "planning": "prévoir | planifier | prévu | prévue | noter | fixer",
        "wasplan": (
            "devait | devaient | devions | était prévu | était prévue | aurait | aurions | voulait | "
            "voulions | était censé | était censée | initialement | à l' origine | avait prévu | avions "
            "prévu | allait | allions"
        ),
        "then": "ensuite | puis",
        "subord": "jusqu' à ce que | avant que | tant que | en attendant que | avant de | après",
        "you": "vous | votre | vos",
        "narrow": "fini avec | terminé pour | fini pour",
        "owes": "doit | doivent | doit encore",
        "owed": "suit | suivra",
        "likewise": "aussi | également | idem | idem pour | pareil pour | de même pour | pareil",
        "number": "idem pour | pareil pour | de même pour",
        "fresh": "nouvelle date",
        "done": "fini avec | terminé pour | fini pour",
    },
    "es": {
        "hold": "espera | esperen | esperad | esperar hasta | aguarda",
        "tells": (
            "sabremos | sabré | saber | decir | digo | informaré | informar | aviso | avisaré | avisamos | "
            "hablar | hablamos | hablaré | reunirnos | nos reunimos | reúne | llamar | llamo | miro | "
            "mirar | revisaré | preguntar | pregunto | responder | recordar | recuérdame | visita"
        ),
        "urge": (
            "asegúrate | asegúrense | necesitamos | necesito | quiero | queremos | quisiera | pedí | "
            "pedimos | que firme"
        ),
        "planning": "planificar | programar | planear | agendar | previsto | prevista",
        "wasplan": (
            "iba a | íbamos a | iban a | debía | debíamos | estaba previsto | estaba prevista | habría | "
            "hubiera | originalmente | inicialmente | queríamos | tenía que | teníamos que"
        ),
        "then": "luego | después | entonces",
        "subord": "hasta que | antes de que | antes de | después de que",
        "you": "ustedes | vosotros | usted",
        "narrow": "terminado con | hecho con",
        "owes": "tiene que | tienen que | debe | deben",
        "owed": "sigue | seguirá",
        "likewise": "también | igual | lo mismo para | idem | lo mismo",
        "number": "lo mismo para",
        "fresh": "nueva fecha",
        "done": "terminado con | hecho con",
    },
    "it": {
        "hold": "aspettate | aspetta | aspettare | attendere | attendete",
        "tells": (
            "sapremo | saprò | sapere | dire | dirò | informare | aggiorno | aggiornerò | parlare | "
            "parliamo | parlerò | incontro | incontriamo | chiamare | chiamo | guardare | guardo | "
            "verificare | chiedere | rispondere | ricordare | ricordatemi | faccio sapere | farò sapere | "
            "visita | si riunisce"
        ),
        "urge": (
            "fate | fate in modo | assicuratevi | serve | servono | vogliamo | voglio | vorrei | chiesto | "
            "abbiamo bisogno"
        ),
        "planning": "pianificare | programmare | previsto | prevista | fissare",
        "wasplan": (
            "doveva | dovevano | dovevamo | era previsto | era prevista | avrebbe | avremmo | volevamo | "
            "inizialmente | originariamente | stavamo per"
        ),
        "then": "poi | allora",
        "subord": "finché | fino a quando | prima che | prima di | dopo che",
        "you": "voi | vostro | vostra",
        "narrow": "finito con",
        "owes": "deve | devono",
        "owed": "segue | seguirà",
        "likewise": "anche | idem | lo stesso per | altrettanto | idem per",
        "number": "lo stesso per | idem per",
        "fresh": "nuova data",
        "done": "finito con",
    },
    "pt": {
        "hold": "espere | esperem | aguarde | aguardem | esperar até",
        "tells": (
            "saber | saberemos | dizer | digo | informar | informo | aviso | avisarei | falar | falamos | "
            "reunir | reúne | ligar | ligo | ver | verificar | perguntar | responder | lembrar | lembre | "
            "visita | dou notícias | darei notícias"
        ),
        "urge": "assegure | garanta | precisamos | preciso | quero | queremos | gostaria | pedi | pedimos",
        "planning": "planear | planejar | agendar | previsto | prevista | marcar",
        "wasplan": (
            "devia | deveria ter | ia | iam | íamos | estava previsto | estava prevista | teria | teríamos "
            "| inicialmente | originalmente | queríamos | era para"
        ),
        "then": "depois | então",
        "subord": "até que | antes que | antes de | depois que | enquanto",
        "you": "vocês | você",
        "narrow": "terminado com | feito com",
        "owes": "tem de | tem que | deve",
        "likewise": "também | idem | o mesmo para | igualmente",
        "number": "o mesmo para",
        "fresh": "nova data",
        "done": "terminado com | feito com",
    },
    "nl": {
        "hold": "wacht | wachten tot | wacht tot | even wachten",
        "tells": (
            "weten | weet | hoor | horen | zeggen | zeg | laten weten | laat weten | informeren | "
            "informeer | bespreken | bespreek | overleg | overleggen | ontmoeten | bellen | bel | kijken | "
            "kijk | vragen | vraag | antwoorden | herinneren | herinner | kom terug | terugkomen | bezoek "
            "| vergadert"
        ),
        "urge": "laat | zorg | zorgen jullie | nodig | wil | willen | graag jullie | gevraagd",
        "planning": "plannen | inplannen | gepland | zetten",
        "wasplan": (
            "had moeten | hadden moeten | zou eigenlijk | was gepland | stond gepland | oorspronkelijk | "
            "aanvankelijk | hadden gepland | wilden | zouden eigenlijk"
        ),
        "then": "dan | daarna",
        "subord": "totdat | tot | voordat | nadat",
        "you": "jullie | jij | je | u",
        "narrow": "klaar met | klaar voor",
        "owes": "moet | moeten | moet nog",
        "owed": "volgt",
        "likewise": "ook | idem | hetzelfde voor | evenals | eveneens | hetzelfde geldt voor",
        "number": "hetzelfde voor | hetzelfde geldt voor",
        "fresh": "nieuwe datum",
        "done": "klaar met | klaar voor",
    },
    "sv": {
        "hold": "vänta | vänta till | avvakta",
        "tells": (
            "vet | veta | säger | säga | hör | höra | meddelar | återkommer | återkomma | pratar | prata | "
            "diskuterar | möte | möts | träffar | träffas | ringer | ringa | kollar | kolla | frågar | "
            "fråga | svarar | påminn"
        ),
        "urge": "se till | behöver | vill | låt | be | bett | önskar",
        "request": "vänligen | snälla | kan ni | kan du | var god",
        "wasplan": (
            "skulle | skulle ha | var planerat | var tänkt | hade planerat | ursprungligen | ville | hade "
            "tänkt"
        ),
        "then": "sedan | sen",
        "subord": "tills | innan | förrän | efter att",
        "you": "ni | er",
        "narrow": "klar med | klara med | färdig med",
        "owes": "måste | ska",
        "likewise": "också | samma för | även | detsamma gäller | likaså | samma gäller",
        "number": "samma för | samma gäller",
        "fresh": "nytt datum",
        "done": "klar med | klara med | färdig med",
    },
    "da": {
        "hold": "vent | vente | afvent",
        "tells": (
            "ved | vide | siger | sige | hører | høre | melder | vender tilbage | vende tilbage | taler | "
            "tale | drøfter | møde | mødes | ringer | ringe | kigger | kigge | spørger | spørge | svarer | "
            "mind"
        ),
        "urge": "sørg for | skal bruge | behøver | vil have | lad | bed | bedt | ønsker",
        "request": "venligst | kan i | kan du | vær venlig",
        "wasplan": (
            "skulle | skulle have | var planlagt | var tænkt | oprindeligt | ville | havde planlagt | burde"
        ),
        "then": "derefter | så er vi | så er det",
        "subord": "indtil | før | inden | efter at",
        "you": "i skal | jer",
        "narrow": "færdig med | færdige med",
        "owes": "skal | må",
        "likewise": "også | samme for | ligeså | ligeledes | samme gælder",
        "number": "samme for",
        "fresh": "ny dato",
        "done": "færdig med | færdige med",
    },
    "no": {
        "hold": "vent | vente | avvent",
        "tells": (
            "vet | vite | sier | si | hører | høre | melder | kommer tilbake | komme tilbake | snakker | "
            "snakke | diskuterer | møte | møtes | ringer | ringe | ser på | se på | spør | spørre | svarer "
            "| minn"
        ),
        "urge": "sørg for | trenger | vil ha | la | be | bedt | ønsker",
        "request": "vennligst | kan dere | kan du | vær så snill",
        "wasplan": (
            "skulle | skulle ha | var planlagt | var tenkt | opprinnelig | ville | hadde planlagt | burde"
        ),
        "then": "deretter | så er vi | så er det",
        "subord": "inntil | før | innen | etter at",
        "you": "dere",
        "narrow": "ferdig med | ferdige med",
        "owes": "må | skal",
        "likewise": "også | samme for | likeledes | samme gjelder",
        "number": "samme for",
        "fresh": "ny dato",
        "done": "ferdig med | ferdige med",
    },
    "fi": {
        "hold": "odota*",
        "tells": (
            "tiedä* | kerro* | ilmoita* | palaa* | keskustel* | tapaa* | kokous | kokou* | soita* | katso* "
            "| kysy* | vasta*"
        ),
        "urge": "tarvits* | haluamme | halua* | varmista* | pyysi*",
        "request": "voisitteko | voitteko | voisitko | voitko | pyydän",
        "wasplan": "piti | olisi | oli tarkoitus | alun perin | alunperin | olisimme",
        "then": "sitten",
        "subord": "kunnes | ennen kuin",
        "likewise": "myös | samoin | sama koskee",
    },
    "pl": {
        "hold": "poczekaj* | czekaj* | wstrzymaj*",
        "tells": (
            "będziemy wiedzieć | dowiem | dowiemy | powiem | poinformuję | poinformujemy | dam znać | damy "
            "znać | rozmawiam* | rozmowa | spotkanie | spotykam* | zadzwoni* | sprawdzę | sprawdzimy | "
            "zapytam | odpowiem | wrócę | przypomnij*"
        ),
        "urge": (
            "potrzebujemy | potrzebuję | chcemy | chcę | chciał* | dopilnuj* | niech | poprosił* | proszę o"
        ),
        "request": "proszę | prosimy | czy możecie | możecie | czy może",
        "wasplan": (
            "miał | miała | miało | mieliśmy | miały | byłoby | pierwotnie | chcieliśmy | planowaliśmy | "
            "byłaby"
        ),
        "then": "potem | wtedy",
        "subord": "dopóki | aż | zanim | po tym jak",
        "owes": "musi | muszą",
        "likewise": "też | także | również | to samo",
    },
    "cs": {
        "hold": "počkejte | počkat | vyčkejte",
        "tells": (
            "budeme vědět | dozvím* | dozvíme | řeknu | dám vědět | dáme vědět | informuj* | mluvím* | "
            "schůzka | schůzk* | sejdeme | potkáme | zavolá* | podívá* | zeptá* | odpoví* | vrátím | ozvu "
            "| ozveme | připome*"
        ),
        "urge": "potřebujeme | potřebuji | chceme | chci | chtěl* | zajistěte | ať | požádal*",
        "request": "prosím | prosíme | můžete | mohli byste",
        "wasplan": (
            "mělo | měla | měl | měli jsme | měly | původně | bylo by | chtěli jsme | plánovali jsme | "
            "byla by"
        ),
        "then": "pak | potom",
        "subord": "dokud | než | poté co",
        "owes": "musí",
        "likewise": "také | taky | rovněž | totéž | totéž platí pro",
    },
    "ru": {
        "hold": "подождите | ждите | подожди | подождем | подождём",
        "tells": (
            "узнаем | узнаю | скажу | скажем | сообщу | сообщим | обсудим | обсуждаем | встреча | "
            "встречаемся | встречу | позвоню | позвоним | посмотр* | спрошу | спросим | ответ* | вернусь | "
            "напомн* | совещание"
        ),
        "urge": "нужно | нужен | нужна | надо | хотим | хочу | хотелось | пусть | попросил* | требу*",
        "request": "пожалуйста | прошу | просим | можете | могли бы",
        "wasplan": (
            "должны были | должно было | должен был | должна была | планировали | собирались | хотели | "
            "изначально | было бы | подписали бы | планировалось"
        ),
        "then": "потом | тогда | затем",
        "subord": "пока не | пока | до того как | прежде чем | после того как",
        "you": "вы | вам | ваш*",
        "owes": "должен | должна | должны",
        "likewise": "тоже | также | то же",
    },
    "uk": {
        "hold": "зачекайте | чекайте | почекайте",
        "tells": (
            "дізнаємось | дізнаюсь | скажу | повідомлю | повідомимо | обговор* | зустріч* | зателефону* | "
            "подив* | запита* | відпов* | поверн* | нагада* | нарада"
        ),
        "urge": "потрібно | потрібен | потрібна | треба | хочемо | хочу | нехай | хай | попроси*",
        "request": "будь ласка | прошу | просимо | можете | могли б",
        "wasplan": (
            "мали | мало бути | мала | мав | планували | збиралися | хотіли | спочатку | підписали б | "
            "планувалось"
        ),
        "then": "потім | тоді",
        "subord": "поки не | поки | доки | перш ніж | після того як",
        "you": "ви | вам | ваш*",
        "owes": "мусить | повинен | повинна",
        "likewise": "теж | також | те саме",
    },
    "tr": {
        "hold": "bekleyin | bekle",
        "tells": (
            "öğren* | söyle* | bildir* | haber ver* | konuş* | görüşece* | toplantı* | arayaca* | bakaca* "
            "| soraca* | cevap* | hatırlat* | buluş*"
        ),
        "urge": "gerekiyor | gerek | lazım | istiyoruz | istiyorum | isterim | ihtiyac*",
        "request": "lütfen | rica ederim | misiniz | mısınız",
        "wasplan": (
            "olacaktı | bitecekti | imzalanacaktı | planlanmıştı | gerekiyordu | bitirecektik | "
            "imzalayacaktık | başta"
        ),
        "then": "ondan sonra | sonra da",
        "subord": "kadar değil",
        "likewise": "da aynı | aynı şekilde",
    },
    "ja": {
        "hold": "お待ち | 待って",
        "tells": (
            "わかります | 分かります | 判明 | ご連絡 | 連絡 | 連絡します | 報告します | 会議 | 打ち合わせ "
            "| 打合せ | 相談 | 確認します | 聞いて | 伝え | 返事 | 回答"
        ),
        "urge": (
            "ほしい | 欲しい | てください | 必要 | お願いでき | していただけ | してもらえ | 頂けます | "
            "いただけます"
        ),
        "wasplan": "予定だった | 予定でした | はずだった | はずでした | つもりでした | 当初",
        "then": "その後",
        "subord": "までは",
        "plain": "契約 | 予約 | 規約 | 制約 | 契約書 | 節約",
    },
    "zh": {
        "hold": "等到 | 等一下 | 请等",
        "tells": (
            "知道 | 告诉 | 通知 | 开会 | 会议 | 讨论 | 商量 | 联系 | 回复 | 问一下 | 看一下 | 汇报 | 答复"
        ),
        "urge": "需要 | 希望 | 想要 | 让 | 请你们 | 请您 | 要求",
        "wasplan": "本来 | 原定 | 原计划 | 原本 | 应该已经 | 原先",
        "then": "然后",
        "subord": "之前不",
        "you": "你们 | 您",
        "likewise": "也 | 同样",
    },
    "ko": {
        "hold": "기다려 | 기다리",
        "tells": "알게 | 알려 | 연락 | 회의 | 미팅 | 논의 | 상의 | 확인하겠 | 답변 | 답장 | 보고 | 전달",
        "urge": "필요합니다 | 필요 | 원합니다 | 바랍니다 | 해야",
        "wasplan": "예정이었 | 예정이었습니다 | 하려고 했 | 했어야 | 원래",
        "then": "그 다음 | 그러면",
    },
}
