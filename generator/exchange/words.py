"""The words of people's spreadsheets in English, German, French and Spanish; folded as `normalised` folds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Status = Literal["open", "active", "blocked", "done", "dropped"]


OUTCOME_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "outcome": (
        "outcome", "milestone", "task", "task name", "activity", "action", "action item", "step", "next step",
        "deliverable", "to do", "milestone outcome", "mutual action", "event", "meilenstein", "ergebnis",
        "aufgabe", "aktivitat", "schritt", "massnahme", "vorgang", "vorgangsname", "arbeitspaket", "jalon",
        "etape", "tache", "resultat", "livrable", "activite", "hito", "tarea", "paso", "resultado",
        "entregable", "actividad", "accion",
    ),
    "id": ("id", "key", "wbs", "kennung", "identifiant", "identificador"),
    "number": ("no", "nr", "n", "number", "nummer", "numero", "num", "lfd nr", "pos", "position", "item no"),
    "stage": (
        "stage", "phase", "section", "workstream", "work stream", "category", "group", "track", "stufe",
        "abschnitt", "bereich", "kategorie", "fase", "seccion", "categoria", "categorie", "etapa", "volet",
    ),
    "owner": (
        "owner", "assignee", "assigned to", "assigned", "responsible", "responsible person", "responsibility",
        "accountable", "lead", "who", "dri", "task owner", "person responsible", "resource", "verantwortlich",
        "verantwortliche", "verantwortlicher", "verantwortung", "zustandig", "zustandigkeit", "besitzer",
        "bearbeiter", "wer", "responsable", "proprietaire", "pilote", "assigne a", "qui", "propietario",
        "asignado a", "asignado", "encargado", "quien",
    ),
    "owner_name": ("owner name", "contact name", "name des verantwortlichen", "nom du responsable"),
    "owner_email": ("owner email", "email", "e mail", "mail", "contact email", "correo", "courriel"),
    "side": (
        "side", "party", "company", "organisation", "organization", "buyer seller", "seite", "firma",
        "partei",
        "unternehmen", "societe", "entreprise", "partie", "empresa", "parte", "lado",
    ),
    "with": ("with", "supported by", "support", "contributors", "involved", "mit", "beteiligte", "avec",
        "con"),
    "start": (
        "start", "start date", "begin", "begin date", "from", "planned start", "starts", "beginn", "anfang",
        "startdatum", "startet", "von", "ab", "debut", "date de debut", "inicio", "fecha de inicio",
        "comienzo",
    ),
    "due": (
        "due", "due date", "due by", "date", "deadline", "target date", "target", "end", "end date", "finish",
        "by when", "when", "completion date", "planned date", "planned end", "target completion date",
        "agreed due", "falligkeit", "fallig", "fallig am", "faellig", "faellig am", "termin", "frist",
        "datum",
        "ende", "enddatum", "bis", "bis wann", "zieldatum", "stichtag", "echeance", "date d echeance",
        "date limite", "date cible", "fin", "date de fin", "pour le", "vencimiento", "fecha",
        "fecha de vencimiento", "fecha limite", "fecha de fin", "plazo", "fecha objetivo",
    ),
    "expected": (
        "expected", "expected by owner", "expected date", "eta", "revised date", "new date", "revised due",
        "erwartet", "voraussichtlich", "prognose", "attendu", "date prevue", "previsto", "fecha prevista",
    ),
    "started_on": ("started", "started on", "actual start", "begonnen am", "commence le", "iniciado el"),
    "done_on": (
        "done on", "completed on", "date completed", "completed date", "actual date", "actual finish",
        "actual end", "finished on", "erledigt am", "abgeschlossen am", "termine le", "fait le",
        "completado el", "terminado el", "fecha real",
    ),
    "status": (
        "status", "state", "progress", "done", "complete", "completed", "percent complete", "rag",
        "stand", "zustand", "fortschritt", "erledigt", "statut", "etat", "avancement", "fait", "estado",
        "situacion", "avance", "hecho",
    ),
    "takes": (
        "takes", "duration", "effort", "lead time", "working days", "days", "estimate", "dauer", "aufwand",
        "arbeitstage", "tage", "duree", "jours", "duracion", "dias", "esfuerzo",
    ),
    "after": (
        "after", "depends on", "dependency", "dependencies", "predecessor", "predecessors", "waits for",
        "vorganger", "abhangig von", "abhangigkeit", "abhangigkeiten", "nach", "predecesseur",
        "predecesseurs", "depend de", "dependances", "predecesora", "predecesoras", "depende de",
        "dependencias", "prerequisite", "prerequisites",
    ),
    "wait": ("wait", "lag", "wait before", "wartezeit", "delai", "espera"),
    "exit": (
        "exit", "exit criteria", "exit criterion", "definition of done", "done when", "acceptance criteria",
        "success criteria", "success criterion", "evidence", "abnahmekriterium", "abnahmekriterien",
        "fertig wenn", "erfolgskriterium", "critere de sortie", "critere de reussite", "criteres",
        "criterio de salida", "criterio de exito", "criterios",
    ),
    "blocked_by": ("blocked by", "blocker", "blockers", "blockiert durch", "bloque par", "bloqueado por"),
    "notes": (
        "notes", "note", "comment", "comments", "remarks", "remark", "description", "details", "status notes",
        "status comment", "notiz", "notizen", "kommentar", "kommentare", "bemerkung", "bemerkungen",
        "anmerkung", "anmerkungen", "beschreibung", "commentaire", "commentaires", "remarque", "remarques",
        "notas", "nota", "comentario", "comentarios", "observaciones", "descripcion",
    ),
    "derived": ("worked out",),  # dates in our own exports that golive works out itself
}  # fmt: skip
# What may name the outcomes where no better header does.
POOR_OUTCOMES = (
    "description", "item", "what", "name", "title", "topic", "beschreibung", "was", "thema", "titel",
    "bezeichnung", "libelle", "intitule", "quoi", "sujet", "descripcion", "nombre", "titulo", "que", "tema",
)  # fmt: skip
PEOPLE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "role": ("role", "role id", "rolle", "rol"),
    "side": OUTCOME_COLUMNS["side"],
    "title": (
        "title",
        "job title",
        "function",
        "titel",
        "funktion",
        "position",
        "titre",
        "fonction",
        "cargo",
    ),
    "name": ("name", "full name", "person", "contact", "nom", "nombre", "kontakt"),
    "email": OUTCOME_COLUMNS["owner_email"],
}
KEY_DATE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("key date",),
    "until": ("until",),
    "what": ("what happens",),
    "no_work": ("no work",),
}
# Facts that stand above the table, beside a label.
DEAL_LABELS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "plan", "plan name", "project", "project name", "titel", "projekt", "projet",
        "proyecto"),
    "buyer": ("buyer", "customer", "client", "account", "prospect", "kunde", "kaufer", "acheteur", "cliente"),
    "seller": ("seller", "vendor", "supplier", "anbieter", "lieferant", "fournisseur", "vendeur",
        "proveedor"),
    "partner": ("partner", "implementation partner", "partenaire", "socio"),
    "why": ("why", "objective", "goal", "business case", "ziel", "warum", "objectif", "objetivo"),
    "introduced": ("introduced", "introduced on", "plan date"),
    "launch": (
        "launch", "launch date", "go live", "go live date", "golive", "golive date", "target go live",
        "target go live date", "live date", "live on", "live by", "starttermin", "produktivstart",
        "inbetriebnahme", "mise en service", "mise en production", "date de lancement", "lancement",
        "puesta en marcha", "lanzamiento", "fecha de lanzamiento", "salida en vivo",
    ),
    "event": ("event", "launch event", "compelling event", "anlass", "evenement", "evento"),
    "launch_id": ("launch outcome",),
    "buyer_place": ("buyer country",),
    "seller_place": ("seller country",),
    "partner_place": ("partner country",),
    "buyer_zone": ("buyer time zone",),
    "seller_zone": ("seller time zone",),
    "partner_zone": ("partner time zone",),
}  # fmt: skip

STATUSES: Mapping[Status, tuple[str, ...]] = {
    "done": (
        "done", "complete", "completed", "closed", "finished", "yes", "y", "x", "true", "ok", "achieved",
        "reached", "signed", "erledigt", "fertig", "abgeschlossen", "ja", "wahr", "erreicht", "termine",
        "terminee", "fait", "faite", "acheve", "clos", "oui", "vrai", "hecho", "hecha", "completado",
        "completada", "terminado", "terminada", "cerrado", "finalizado", "si", "verdadero",
    ),
    "active": (
        "active", "in progress", "started", "ongoing", "underway", "under way", "wip", "working on it",
        "doing",
        "in arbeit", "lauft", "laufend", "begonnen", "gestartet", "in bearbeitung", "en cours", "commence",
        "demarre", "en curso", "en progreso", "iniciado", "empezado", "en proceso",
    ),
    "blocked": (
        "blocked", "stuck", "on hold", "waiting", "paused", "blockiert", "wartet", "wartend", "pausiert",
        "angehalten", "bloque", "bloquee", "en attente", "en pause", "bloqueado", "bloqueada", "en espera",
        "detenido", "parado",
    ),
    "dropped": (
        "cancelled", "canceled", "dropped", "not applicable", "removed", "entfallt", "gestrichen", "abgesagt",
        "annule", "annulee", "cancelado", "cancelada", "anulado", "no aplica",
    ),
    "open": (
        "open", "not started", "to do", "todo", "pending", "planned", "new", "no", "n", "false", "on track",
        "at risk", "late", "overdue", "delayed", "upcoming", "scheduled", "green", "amber", "yellow", "red",
        "offen", "geplant", "nicht begonnen", "nein", "falsch", "ausstehend", "a faire", "ouvert", "prevu",
        "non commence", "non", "faux", "pendiente", "abierto", "por hacer", "planificado", "no iniciado",
        "sin empezar", "falso",
    ),
}  # fmt: skip

# Who is meant. A cell with one of these is a job, not a person's name.
TITLE_WORDS = frozenset(
    (
        "account", "admin", "administrator", "analyst", "architect", "board", "buyer", "ceo", "cfo",
        "champion",
        "chief", "cio", "ciso", "commercial", "compliance", "consultant", "controller", "coo", "counsel",
        "csm",
        "cso", "cto", "customer", "data", "delivery", "department", "developer", "director", "dpo",
        "engineer",
        "engineering", "executive", "finance", "head", "hr", "implementation", "info", "information",
        "infosec",
        "integration", "it", "law", "lawyer", "lead", "leader", "legal", "manager", "marketing", "office",
        "officer", "onboarding", "operations", "ops", "owner", "partner", "pm", "procurement", "product",
        "project", "purchasing", "quality", "rep", "sales", "security", "service", "solution", "solutions",
        "specialist", "sponsor", "staff", "stakeholder", "success", "support", "team", "technical",
        "treasury",
        "users", "vp", "einkauf", "recht", "rechtsabteilung", "geschaftsfuhrer", "geschaftsfuhrung", "leiter",
        "leiterin", "leitung", "vertrieb", "vorstand", "fachbereich", "projektleiter", "projektleiterin",
        "betrieb", "betriebsrat", "datenschutz", "buchhaltung", "achats", "juridique", "directeur",
        "directrice", "direction", "responsable", "chef", "informatique", "finances", "compras", "juridico",
        "directora", "gerente", "jefe", "jefa", "sistemas", "finanzas", "operaciones", "ventas", "equipo",
    )
)  # fmt: skip
SELLER_WORDS = frozenset(
    (
        "seller", "vendor", "supplier", "us", "we", "ae", "rep", "csm", "sales", "anbieter", "lieferant",
        "vertrieb", "wir", "fournisseur", "vendeur", "nous", "proveedor", "vendedor", "ventas", "nosotros",
    )
)  # fmt: skip
SELLER_TITLES = (
    "account executive", "account manager", "customer success", "sales engineer", "solution engineer",
    "solutions engineer", "implementation manager", "delivery engineer",
)  # fmt: skip
BUYER_WORDS = frozenset(
    (
        "buyer", "customer", "client", "prospect", "kunde", "kaufer", "auftraggeber", "acheteur", "cliente",
        "comprador", "you",
    )
)  # fmt: skip
BOTH_WORDS = frozenset(
    (
        "both", "joint", "mutual", "shared", "all", "everyone", "beide", "gemeinsam", "alle", "tous",
        "ensemble",
        "ambos", "todos",
    )
)  # fmt: skip
# What an outcome or a stage is called on whose day the buyer is live.
LAUNCH_WORDS = (
    "launch", "go live", "golive", "goes live", "live", "in production", "production launch",
    "produktivstart",
    "inbetriebnahme", "echtbetrieb", "mise en service", "mise en production", "lancement",
    "puesta en marcha", "salida en vivo", "lanzamiento", "en produccion",
)  # fmt: skip
