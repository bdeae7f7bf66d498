"""The trade's words for what a plan is made of, in every language we read: concept → how people call it.

A milestone holds the concepts its title names; a sentence that names one means that milestone, the surer the
fewer milestones of this plan share it. `*` is any ending.
"""

from __future__ import annotations

from mail.dates.tokens import word_set

CONCEPTS: dict[str, str] = {
    "dpa": (
        "dpa | dpas | data processing agreement | data processing addendum | data processing | processing "
        "agreement | data protection agreement | data privacy agreement | privacy agreement | gdpr "
        "agreement | avv | av vertrag | adv | auftragsverarbeitung* | auftragsdatenverarbeitung* | "
        "datenschutzvereinbarung* | datenschutzvertrag* | dsgvo vertrag | contrat de sous traitance | "
        "accord de traitement des données | accord sur le traitement des données | accord de protection "
        "des données | traitement des données | protection des données | acuerdo de protección de datos | "
        "acuerdo de tratamiento de datos | protección de datos | tratamiento de datos | encargo de "
        "tratamiento | contrato de encargo | accordo sul trattamento dei dati | trattamento dei dati | "
        "trattamento dati | nomina a responsabile | acordo de tratamento de dados | tratamento de dados | "
        "proteção de dados | verwerkersovereenkomst* | bewerkersovereenkomst | gegevensverwerking* | "
        "personuppgiftsbiträdesavtal* | pub avtal* | biträdesavtal* | databehandleraftale* | "
        "databehandleravtale* | tietojenkäsittelysopimu* | henkilötietojen käsittely* | umow* powierzenia "
        "| powierzenia przetwarzania | przetwarzania danych | smlouv* o zpracování | zpracování osobních "
        "údajů | zpracování údajů | veri işleme sözleşmesi* | veri işleme | соглашени* об обработке | "
        "обработк* данных | обробк* даних | データ処理契約 | データ処理 | 数据处理协议 | 数据处理 | "
        "資料處理 | 데이터 처리 계약 | 데이터 처리 | 개인정보 처리 | 처리 계약*"
    ),
    "security": (
        "security | infosec | info sec | information security | it security | cyber | cybersecurity | "
        "secops | itsec | sec review | it sicherheit* | sicherheit | sicherheitsprüfung* | "
        "sicherheitspruefung* | sicherheitsreview* | sicherheitscheck* | sicherheitsfreigabe* | "
        "sicherheitsaudit* | informationssicherheit* | sécurité | sécu | seguridad | ciberseguridad | "
        "sicurezza | segurança | beveiliging* | securityreview* | säkerhet* | sikkerhed* | sikkerhet* | "
        "tietoturva* | bezpieczeństw* | bezpečnost* | güvenlik* | безопасност* | безпек* | セキュリティ* | "
        "セキュリティー | 安全 | 보안*"
    ),
    "review": (
        "review | reviews | check | assessment | audit | prüfung | überprüfung | pruefung | "
        "freigabeprüfung | sicherheitsprüfung* | sicherheitsreview* | sicherheitscheck* | "
        "sicherheitsaudit* | revue | examen | évaluation | revisión | auditoría | evaluación | revisione | "
        "verifica | valutazione | revisão | avaliação | auditoria | beoordeling | toets* | controle | "
        "granskning* | säkerhetsgranskning* | gennemgang* | sikkerhedsgennemgang* | gjennomgang* | "
        "sikkerhetsgjennomgang* | vurdering* | değerlendirme* | ocen* | posouzen* | tarkastu* | "
        "tietoturvatarkastu* | przegląd* | audyt* | kontrol* | "
        "prověrk* | posouzení | audit* | inceleme* | denetim* | проверк* | аудит* | перевірк* | レビュー | "
        "審査 | 审核 | 审查 | 评审 | 評審 | 검토* | 심사* | 점검*"
    ),
    "test": (
        "test | tests | testing | testet | testen | testi | testin | testy | testu | testů | essai | "
        "essais | prueba "
        "| pruebas | prova | prove | teste | testes | тест | тесты | тести | тестирование | テスト | 测试 "
        "| 測試 | 테스트*"
    ),
    "accessibility": (
        "accessibility | a11y | wcag | barrierefreiheit* | accessibilité | rgaa | accesibilidad | "
        "accessibilità | "
        "acessibilidade | toegankelijkheid* | tillgänglighet* | tilgængelighed* | tilgjengelighet* | "
        "universell utforming | saavutettavuu* | dostępnoś* | přístupnost* | доступност* | доступніст* | "
        "erişilebilirlik* | アクセシビリティ | 无障碍 | 無障礙 | 접근성*"
    ),
    "budget": (
        "budget | budgets | funding | funds | haushaltsmittel | mittel | mittelfreigabe | capex | "
        "budgetfreigabe* | budgetgenehmigung* | haushalt | "
        "finanzierung | presupuesto* | orçamento* | verba | budgetto | begroting* | budgeten | budsjett* | "
        "budjet* | budżet* | rozpočet | rozpočtu | rozpoč* | bütçe* | бюджет* | 予算 | 预算 | 預算 | 예산*"
    ),
    "board": (
        "board | board's | supervisory board | vorstand* | aufsichtsrat* | conseil | conseil d' "
        "administration | consejo | consiglio | cda | conselho | raad van bestuur | bestuur | directie | "
        "styrelse* | bestyrelse* | styret | hallitu* | zarząd* | představenstv* | yönetim kurulu* | "
        "правлени* | совет директоров | правлінн* | 取締役会 | 董事会 | 이사회*"
    ),
    "terms": (
        "terms | commercials | commercial terms | commercial conditions | pricing terms | konditionen | "
        "kommerzielle* | conditions commerciales | conditions | condiciones comerciales | condiciones | "
        "condizioni commerciali | condizioni | condições comerciais | condições | commerciële voorwaarden "
        "| voorwaarden | villkor* | vilkår* | vilkår | betingelser* | kaupalliset ehdot | ehdot | ehdoista "
        "| warunk* | podmínk* | ticari şartlar | şartlar* | услови* | умов* | 商務条件 | 契約条件 | "
        "商务条款 | 条款 | 계약 조건 | 조건*"
    ),
    "contract": (
        "contract | contracts | msa | master agreement | master services agreement | master service "
        "agreement | order form | framework agreement | redlines | redline | paperwork | vertrag | "
        "verträge | vertrags* | rahmenvertrag* | contrat | contrat cadre | contrato | contrato marco | "
        "contratto | contratto quadro | contract | raamovereenkomst | kontrakt* | avtal | avtalet | "
        "ramavtal* | aftale* | aftalen | rammeaftale* | avtale* | rammeavtale* | sopimu* | umow* | umowa "
        "ramowa | smlouv* | sözleşme* | договор* | контракт* | договір | договор* | 契約 | 契約書 | 合同 | "
        "계약*"
    ),
    "agreement": (
        "agreement | vereinbarung* | accord | acuerdo | accordo | acordo | overeenkomst | avtal | avtalet "
        "| aftale* | avtale* | sopimu* | porozumieni* | umow* | dohod* | smlouv* | anlaşma* | sözleşme* | "
        "соглашени* | угод* | 協定 | 合意 | 协议 | 協議 | 합의*"
    ),
    "pilot": (
        "pilot | pilots | pilot phase | poc | proof of concept | proof of value | pov | trial | "
        "pilotprojekt* | pilotphase | pilotbetrieb | piloten | pilote | piloto | prueba piloto | pilota | "
        "progetto pilota | pilotin | pilotti* | pilotprojekt* | pilotaż* | pilotu | pilotní* | provoz | "
        "пилот* | пілот* | パイロット | 試験運用 | 实证 | 試行 | 试点 | 試點 | 파일럿* | 시범*"
    ),
    "warehouse": (
        "warehouse | wms | warehouse system | warehouse management | lager | lagersystem* | "
        "lagerverwaltung* | lagerverwaltungssystem* | entrepôt | almacén | almacenes | magazzino | armazém "
        "| magazijn* | magazijnsysteem | lagret | varehus* | varasto* | varastojärjestelm* | magazyn* | "
        "sklad | skladu | skladov* | depo | склад* | 倉庫 | 仓库 | 창고*"
    ),
    "erp": "erp | sap | netsuite | dynamics",
    "crm": "crm | salesforce | hubspot",
    "integration": (
        "integration | integrations | interface | interfaces | connector | connection | connectivity | api "
        "| anbindung* | schnittstelle* | anschluss | intégration | raccordement | interfaçage | "
        "integración | conexión | integrazione | integração | ligação | koppeling | integratie | "
        "kopplingen | integrationen | kobling* | integrasjon* | integraati* | integracj* | integrac* | "
        "propojení | entegrasyon* | интеграц* | інтеграц* | 連携 | 接続 | 集成 | 对接 | 接口 | 연동* | "
        "통합*"
    ),
    "system": (
        "system | systems | système | sistema | systeem | systemet | järjestelm* | systém* | sistem* | "
        "систем* | システム | 系统 | 系統 | 시스템*"
    ),
    "training": (
        "training | trainings | train | trained | enablement | workshops | schulung* | schulungen | "
        "formation | formations | formación | capacitación | formazione | formação | treinamento | "
        "opleiding | trainingen | utbildning* | oplæring* | uddannelse* | opplæring* | koulutu* | "
        "szkoleni* | školení | eğitim* | обучени* | тренинг* | навчанн* | トレーニング | 研修 | 教育 | "
        "培训 | 교육*"
    ),
    "golive": (
        "go live | going live | goes live | went live | gone live | live | launch | launched | rollout | "
        "roll out | cutover | cut over | production start | livegang* | live schaltung* | produktivstart* "
        "| liveschaltung* | inbetriebnahme* | go live termin* | mise en production | mise en service | "
        "lancement | démarrage | puesta en marcha | puesta en producción | lanzamiento | arranque | avvio "
        "| messa in produzione | lancio | entrada em produção | arranque | livegang | ingebruikname | "
        "driftsättning* | idriftsættelse* | lansering* | produksjonssetting* | käyttöönot* | tuotantoon | "
        "uruchomieni* | wdrożeni* | spuštění | canlıya geçiş* | запуск* | ввод в эксплуатацию | 本番稼働 | "
        "本稼働 | 稼働 | 上线 | 上線 | 가동* | 오픈*"
    ),
    "goals": (
        "goal | goals | objectives | success measures | success criteria | measures | kpis | kpi | ziele | "
        "erfolgskriterien | objectifs | objetivos | obiettivi | doelen | doelstellingen | mål | målen | "
        "målene | tavoittee* | cele | celów | cíle | hedef* | цел* | ціл* | 目標 | 目标 | 목표*"
    ),
    "savings": (
        "savings | roi | first return | first savings | einsparung* | ersparnis* | économies | ahorro | "
        "ahorros | risparmi | poupança | poupanças | economias | besparing* | besparelse* | säästö* | "
        "oszczędnoś* | úspor* | tasarruf* | экономи* | економі* | 節約 | 節約効果 | 节省 | 节约 | 절감*"
    ),
    "kickoff": (
        "kick off | kickoff | kick offs | auftakt* | auftaktworkshop | lancement du projet | réunion de "
        "lancement | arranque del proyecto | aftrap | uppstart* | opstart* | oppstart* | aloitu* | "
        "aloituskokou* | úvodní schůzk* | キックオフ | 启动会 | 킥오프*"
    ),
    "po": (
        "po | purchase order | p.o | order confirmation | bestellung* | auftragsbestätigung* | bon de "
        "commande | commande | orden de compra | pedido | pedido de compra | ordine | ordine d' acquisto | "
        "ordine di acquisto | ordem de compra | bestelling | inkooporder | inköpsorder* | beställning* | "
        "indkøbsordre* | ordre | innkjøpsordre* | ostotilau* | tilau* | zamówieni* | objednávk* | satın "
        "alma siparişi* | sipariş* | заказ* на | замовленн* | 発注 | 発注書 | 注文書 | 采购订单 | 订单 | "
        "발주* | 주문*"
    ),
    "uat": (
        "uat | user acceptance | acceptance test | acceptance testing | acceptance tests | user acceptance "
        "test | user acceptance testing | abnahme | abnahmetest* | nutzerakzeptanztest* | anwendertest* | "
        "recette | tests d' acceptation | recette utilisateur | pruebas de aceptación | pruebas de usuario "
        "| test di accettazione | collaudo | testes de aceitação | acceptatietest* | gebruikersacceptatie* "
        "| acceptanstest* | accepttest* | akseptansetest* | hyväksymistest* | testy akceptacyjne | testów "
        "akceptacyjnych | akceptační test* | kabul test* | приемочн* | приёмочн* | приймальн* | 受入テスト "
        "| 受け入れテスト | 验收测试 | 验收 | 인수 테스트*"
    ),
    "signoff": (
        "sign off | signoff | approval | freigabe | genehmigung | zustimmung | approbation | validation | "
        "aprobación | visto bueno | approvazione | benestare | aprovação | goedkeuring | akkoord | "
        "godkännande* | godkendelse* | godkjenning* | hyväksyn* | zatwierdzeni* | akceptacj* | schválení | "
        "onay* | одобрени* | согласовани* | погодженн* | 承認 | 批准 | 审批 | 승인*"
    ),
    "signature": (
        "signature | signatures | signing | counter signature | unterschrift* | unterzeichnung* | firma | "
        "firmas | assinatura* | handtekening* | ondertekening* | underskrift* | undertecknande* | "
        "allekirjoitu* | podpis* | imza* | подпис* | підпис* | 署名 | 签署 | 签字 | 서명*"
    ),
    "procurement": (
        "procurement | purchasing | einkauf | achats | service achats | compras | acquisti | inkoop | "
        "inköp* | indkøb* | innkjøp* | hankin* | zakup* | nákup* | satın alma | закупк* | закупівл* | 調達 "
        "| 采购 | 구매*"
    ),
    "legal": (
        "legal review | legal check | rechtsprüfung* | juristische prüfung | revue juridique | revisión "
        "legal | revisione legale | revisão jurídica | juridische toets | legal | juridique | jurídico | "
        "legale | juridico"
    ),
    "privacy": (
        "privacy | data protection | datenschutz | dsgvo | gdpr | rgpd | avg | vie privée | privacidad | "
        "privacidade | personvern | tietosuoja* | ochron* danych"
    ),
    "migration": (
        "migration | data migration | data load | datenmigration* | datenübernahme* | migración | "
        "migrazione | migração | datamigratie | migratie | migrering* | datamigraatio* | migracj* | "
        "migrace | veri göçü | миграц* | міграц* | データ移行 | 数据迁移 | 데이터 이전 | 마이그레이션*"
    ),
    "sso": "sso | single sign on | saml | okta | entra | authentification unique | inicio de sesión único",
    "pentest": "pentest | pen test | penetration test | pentests",
    "hardware": (
        "hardware | devices | scanners | headsets | geräte | matériel | equipos | dispositivi | "
        "equipamentos | apparatuur | utrustning | udstyr | utstyr | laitteet | sprzęt* | zařízení | "
        "donanım | оборудовани* | обладнанн* | 機器 | 设备 | 장비*"
    ),
    "business_case": (
        "business case | value case | roi case | business plan | geschäftsfall | wirtschaftlichkeit* | cas "
        "d' affaires | caso de negocio | analyse de rentabilité | forretningscase"
    ),
    "works_council": (
        "works council | betriebsrat* | comité d' entreprise | cse | comité de empresa | ondernemingsraad "
        "| rada zakładowa"
    ),
    "vendor": (
        "vendor onboarding | supplier onboarding | vendor registration | supplier registration | vendor "
        "setup | lieferantenanlage* | lieferantenregistrierung* | référencement fournisseur | alta de "
        "proveedor | registrazione fornitore | leveranciersregistratie"
    ),
    "report": "report | reporting | dashboard | dashboards",
}
# Concepts that many things share: they point at a milestone only when nothing else in the sentence does.
SOFT = word_set(
    "test review agreement system board signoff signature legal privacy report hardware procurement"
)
# A title that names one of these is also meant by the other: a warehouse system connected is WMS integration.
KIN: dict[str, tuple[str, ...]] = {
    "test": ("test", "tests", "testing", "tested", "pentest"),
    "integration": ("connected", "connect", "integrated"),
    "golive": ("live", "launch"),
    "signature": ("signed",),
    "signoff": ("approved", "cleared", "signed off"),
}
GENERIC = word_set(
    "first second one all new data team rate lead leads error day days work time plan user users use "
    "ready done complete completed "
    "signed approved cleared agreed connected proven proves proved booked measures success shift "
    "initial final full set up project business"
)
