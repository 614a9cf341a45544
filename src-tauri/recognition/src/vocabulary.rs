//! How CRMs and the people who fill them say our terms. Written as words; they are compared without case, accents, spaces
//! and punctuation. Only what is usual stands here: where nothing fits, a person is asked.

use super::terms::{Acceptance, LeadStage, Outcome, Reason};

/// Ways to say one term: the term, how surely these words mean it (of 100), the words.
pub(super) type Ways<T> = (T, u8, &'static [&'static str]);

/// A lead's stage.
#[rustfmt::skip]
pub(super) const STAGES: &[Ways<LeadStage>] = &[
    (LeadStage::New, 95, &[
        "new", "new lead", "not contacted", "open not contacted", "uncontacted", "untouched", "unassigned", "not started",
        "not yet contacted", "to contact", "neu", "neuer lead", "nicht kontaktiert", "nouveau", "non contacte", "a contacter",
        "nuevo", "sin contactar", "no contactado", "nieuw", "niet benaderd", "nuovo",
    ]),
    (LeadStage::New, 75, &[
        "open", "marketing qualified lead", "mql", "marketing qualified", "assigned", "raw", "fresh", "incoming", "inbound",
        "handed over", "offen", "ouvert", "abierto", "openstaand",
    ]),
    (LeadStage::New, 72, &["lead", "inquiry", "subscriber", "suspect", "prospect"]),
    (LeadStage::Working, 95, &[
        "working", "in progress", "contacted", "working contacted", "attempted to contact", "attempting contact", "attempted",
        "connected", "in contact", "engaged", "contact made", "follow up", "following up", "in bearbeitung", "kontaktiert",
        "in arbeit", "en cours", "contacte", "en proceso", "en curso", "contactado", "in behandeling", "gecontacteerd", "benaderd",
        "in lavorazione",
    ]),
    (LeadStage::Working, 75, &[
        "scheduled", "meeting scheduled", "meeting set", "demo scheduled", "appointment scheduled", "meeting booked",
        "gatekeeper", "decision maker", "pre qualified", "qualifying", "active", "pending", "discovery",
        "termin vereinbart", "rendez vous pris",
    ]),
    (LeadStage::Accepted, 95, &[
        "accepted", "sales accepted", "sales accepted lead", "sal", "accepted by sales", "akzeptiert", "angenommen", "accepte",
        "aceptado", "geaccepteerd",
    ]),
    (LeadStage::Accepted, 80, &["sales qualified lead", "sales qualified", "sql"]),
    (LeadStage::Converted, 95, &[
        "converted", "closed converted", "converted to opportunity", "konvertiert", "umgewandelt", "converti", "convertido",
        "geconverteerd", "convertito",
    ]),
    (LeadStage::Converted, 85, &[
        "opportunity", "open deal", "sales qualified opportunity", "sqo", "customer", "client", "kunde", "cliente", "klant",
        "won", "closed won", "gewonnen", "gagne", "ganado", "deal", "has deal",
    ]),
    (LeadStage::Converted, 70, &[
        "qualified", "proposal sent", "proposal", "proposition", "negotiation", "closed lost", "contract sent", "qualifiziert",
        "qualifie", "cualificado", "gekwalificeerd", "angebot", "verhandlung",
    ]),
    (LeadStage::Rejected, 95, &[
        "rejected", "rejected by sales", "sales rejected", "sales rejected lead", "srl", "declined", "refused", "returned",
        "returned to marketing", "abgelehnt", "rejete", "refuse", "rechazado", "afgewezen", "geweigerd", "rifiutato",
    ]),
    (LeadStage::Recycled, 95, &[
        "recycled", "recycle", "nurture", "nurturing", "re nurture", "re engagement", "re engage", "back to nurture",
        "contact in future", "long term nurture", "wiedervorlage", "a relancer", "recyclage",
    ]),
    (LeadStage::Recycled, 75, &["on hold", "bad timing", "not now", "later", "parked", "dormant", "zuruckgestellt", "en attente"]),
    (LeadStage::Disqualified, 95, &[
        "disqualified", "unqualified", "not qualified", "closed not converted", "junk", "junk lead", "spam", "disqualifiziert",
        "nicht qualifiziert", "unqualifiziert", "disqualifie", "non qualifie", "descartado", "descalificado", "no cualificado",
        "gediskwalificeerd", "niet gekwalificeerd",
    ]),
    (LeadStage::Disqualified, 75, &[
        "dead", "lost", "lost lead", "bad fit", "no fit", "duplicate", "cannot contact", "no longer interested", "not interested",
        "canceled", "cancelled", "invalid", "test", "verloren", "perdu", "perdido",
    ]),
];

/// What became of an opportunity. An open one stands in some stage of the pipeline.
#[rustfmt::skip]
pub(super) const OUTCOMES: &[Ways<Outcome>] = &[
    (Outcome::Won, 95, &[
        "won", "closed won", "deal won", "won deal", "gewonnen", "geschlossen gewonnen", "abgeschlossen gewonnen", "gagne",
        "gagnee", "ferme gagne", "cloture gagne", "ganado", "ganada", "cerrada ganada", "cerrado ganado", "vinto", "chiusa vinta",
        "gesloten gewonnen", "ganho",
    ]),
    (Outcome::Won, 80, &["customer", "signed", "contract signed", "closed and won", "sold", "ordered", "kunde", "verkocht", "vendu"]),
    (Outcome::Lost, 95, &[
        "lost", "closed lost", "deal lost", "lost deal", "verloren", "geschlossen verloren", "abgeschlossen verloren", "perdu",
        "perdue", "ferme perdu", "cloture perdu", "perdido", "perdida", "cerrada perdida", "cerrado perdido", "perso",
        "chiusa persa", "gesloten verloren", "closed lost to competition",
    ]),
    (Outcome::Lost, 75, &[
        "canceled", "cancelled", "out sold", "dead", "abandoned", "rejected", "disqualified", "no decision", "closed no decision",
        "declined", "withdrawn", "storniert", "abgebrochen", "annule", "cancelado", "geannuleerd",
    ]),
    (Outcome::Open, 95, &["open", "in progress", "ongoing", "offen", "in arbeit", "ouvert", "en cours", "abierto", "abierta", "lopend", "aperto"]),
    (Outcome::Open, 80, &[
        "prospecting", "engaging", "qualification", "qualified", "needs analysis", "value proposition", "id decision makers",
        "identify decision makers", "perception analysis", "proposal price quote", "proposal", "proposal sent", "proposition",
        "negotiation", "negotiation review", "appointment scheduled", "qualified to buy", "presentation scheduled",
        "decision maker bought in", "contract sent", "demo scheduled", "demo", "discovery", "contact made", "proposal made",
        "negotiations started", "develop", "propose", "qualify", "close", "verbal commitment", "opportunity", "needs defined",
        "angebot", "verhandlung", "qualifizierung", "negociation", "negociacion", "propuesta", "offerte", "onderhandeling",
        "identify decision maker", "proposal or price quote", "in negotiation", "quote sent", "trial", "pilot",
    ]),
    (Outcome::Open, 65, &[
        "new", "new lead", "lead", "contacted", "working", "on hold", "re engagement", "nurture", "pending", "active", "neu",
        "nouveau", "nuevo", "nieuw",
    ]),
];

/// What sales said.
#[rustfmt::skip]
pub(super) const ACCEPTANCES: &[Ways<Acceptance>] = &[
    (Acceptance::Accepted, 95, &[
        "true", "yes", "y", "accepted", "accept", "sales accepted", "approved", "ja", "wahr", "akzeptiert", "angenommen", "oui",
        "vrai", "accepte", "si", "verdadero", "aceptado", "waar", "geaccepteerd", "x", "✓", "✔",
    ]),
    (Acceptance::Accepted, 80, &["1", "t", "j", "o", "s", "sal", "converted", "qualified"]),
    (Acceptance::Rejected, 95, &[
        "false", "no", "n", "rejected", "reject", "declined", "refused", "not accepted", "sales rejected", "nein", "falsch",
        "abgelehnt", "non", "faux", "refuse", "rejete", "falso", "rechazado", "nee", "onwaar", "afgewezen", "✗", "✘",
    ]),
    (Acceptance::Rejected, 80, &["0", "f", "disqualified", "unqualified", "returned", "returned to marketing"]),
    (Acceptance::Undecided, 95, &[
        "undecided", "pending", "open", "in review", "waiting", "awaiting decision", "not decided", "offen", "ausstehend",
        "en attente", "pendiente", "in behandeling", "new",
    ]),
];

/// Why a lead went no further.
#[rustfmt::skip]
pub(super) const REASONS: &[Ways<Reason>] = &[
    (Reason::BadData, 95, &[
        "bad data", "bad email", "bad phone", "bad number", "bad contact data", "invalid email", "invalid phone", "invalid data",
        "invalid contact", "invalid", "wrong number", "bounced", "email bounced", "hard bounce", "incorrect data", "fake", "spam",
        "junk", "test", "test lead", "missing data", "incomplete data", "insufficient data", "disconnected number", "ungultige daten",
        "falsche daten", "falsche nummer", "donnees incorrectes", "mauvaises donnees", "datos incorrectos", "foutieve gegevens",
        "onjuiste gegevens",
    ]),
    (Reason::WrongContact, 95, &[
        "wrong contact", "wrong person", "left company", "no longer with company", "no longer at company", "not the right contact",
        "not the right person", "falscher ansprechpartner", "falscher kontakt", "mauvais contact", "mauvais interlocuteur",
        "contacto equivocado", "verkeerde contactpersoon",
    ]),
    (Reason::NoFit, 95, &[
        "no fit", "bad fit", "not a fit", "poor fit", "product fit", "not a good fit", "out of territory", "outside territory",
        "wrong territory", "too small", "company too small", "wrong industry", "not icp", "outside icp", "not target market",
        "missing feature", "missing features", "product gap", "feature gap", "unsupported region", "passt nicht", "kein fit",
        "hors cible", "ne correspond pas", "no encaja", "past niet",
    ]),
    (Reason::NoFit, 70, &["product", "features", "geography", "region", "out of business"]),
    (Reason::NoAuthority, 95, &[
        "no authority", "not decision maker", "not the decision maker", "no decision maker", "no access to decision maker",
        "kein entscheider", "keine entscheidungsbefugnis", "pas decideur", "pas de pouvoir de decision", "sin autoridad",
        "geen beslisser",
    ]),
    (Reason::NoBudget, 95, &[
        "no budget", "budget", "lack of budget", "insufficient budget", "no funding", "lost funding", "kein budget", "pas de budget",
        "sin presupuesto", "geen budget", "no money",
    ]),
    (Reason::NoBudget, 75, &["price", "pricing", "too expensive", "price too high", "cost", "preis", "zu teuer", "prix", "trop cher", "precio", "te duur", "prijs"]),
    (Reason::NoNeed, 95, &["no need", "no requirement", "not needed", "kein bedarf", "pas de besoin", "aucun besoin", "sin necesidad", "geen behoefte"]),
    (Reason::NoNeed, 75, &[
        "not interested", "no interest", "lost interest", "no longer interested", "happy with current solution", "kein interesse",
        "pas interesse", "no interesado", "sin interes", "geen interesse", "uninterested",
    ]),
    (Reason::BadTiming, 95, &[
        "bad timing", "timing", "not now", "not ready", "wrong time", "too early", "future interest", "project postponed", "postponed",
        "no timeline", "project on hold", "falscher zeitpunkt", "zeitpunkt", "mauvais timing", "pas le moment", "mal momento",
        "verkeerd moment", "timing not right",
    ]),
    (Reason::Competitor, 95, &[
        "competitor", "competition", "lost to competitor", "chose competitor", "went with competitor", "using competitor",
        "uses competitor", "bought competitor", "bought from competitor", "is a competitor", "wettbewerber", "wettbewerb",
        "konkurrenz", "concurrent", "concurrence", "competencia", "competidor", "concurrent gekozen", "concurrentie",
    ]),
    (Reason::NoResponse, 95, &[
        "no response", "unresponsive", "non responsive", "no answer", "no reply", "never responded", "not responding", "unreachable",
        "not reachable", "cannot contact", "could not reach", "unable to contact", "unable to reach", "ghosted", "went dark",
        "went silent", "keine antwort", "keine reaktion", "nicht erreichbar", "pas de reponse", "injoignable", "sin respuesta",
        "no responde", "geen reactie", "niet bereikbaar",
    ]),
    (Reason::Unsubscribed, 95, &[
        "unsubscribed", "unsubscribe", "do not call", "do not contact", "do not email", "opted out", "opt out", "dnc", "gdpr",
        "asked to be removed", "abgemeldet", "nicht kontaktieren", "desabonne", "desinscrit", "dado de baja", "uitgeschreven",
        "afgemeld",
    ]),
    (Reason::StudentOrCurious, 95, &[
        "student", "curious", "just curious", "just looking", "just browsing", "only curious", "research only", "researcher", "student or curious",
        "academic", "tire kicker", "job seeker", "information only", "nur neugierig", "etudiant", "curieux", "estudiante", "curioso",
        "nieuwsgierig",
    ]),
    (Reason::Duplicate, 95, &["duplicate", "duplicate lead", "duplicated", "duplikat", "dublette", "doublon", "duplicado", "dubbel", "duplicaat"]),
    (Reason::Duplicate, 70, &["existing customer", "already a customer", "already customer", "already in crm"]),
    (Reason::Abandoned, 95, &["abandoned", "abandoned without decision", "never worked", "not followed up", "aufgegeben", "abandonne", "abandonado", "opgegeven"]),
    (Reason::Abandoned, 70, &["expired", "stale", "aged out", "timed out", "sla expired"]),
    (Reason::Other, 90, &["other", "other reason", "misc", "miscellaneous", "sonstiges", "sonstige", "andere", "anderer grund", "autre", "autres", "otro", "otros", "anders", "overig", "altro"]),
];

/// Words that turn round what stands beside them: "not won".
#[rustfmt::skip]
pub(super) const NEGATING: &[&str] = &[
    "not", "no", "non", "un", "never", "none", "without", "unable", "cannot", "can", "t", "didn", "don", "nor",
    "nicht", "kein", "keine", "keinen", "nie", "ohne", "noch", "pas", "aucun", "jamais", "sans", "niet", "geen", "nooit", "zonder",
    "sin", "nunca", "ningun", "nao", "sem", "senza", "mai", "ikke", "inte", "ej", "ingen", "bez", "ei", "degil",
];

/// Words that put off what stands beside them ("to be signed"), take it back ("former customer") or say it of somebody else
/// ("ordered elsewhere", "accepted by marketing"). Of a reason they turn nothing.
#[rustfmt::skip]
pub(super) const TURNING: &[&str] = &[
    "be", "pending", "awaiting", "await", "waiting", "expected", "expecting", "planned", "potential", "possible", "possibly",
    "likely", "almost", "nearly", "before", "until", "soon", "next", "should", "might", "may", "could", "would", "will",
    "werden", "wird", "warten", "erwartet", "geplant", "potenziell", "moglich", "attente", "prevu", "pendiente",
    "previsto", "posible", "verwacht", "wachten", "wacht", "mogelijk",
    "former", "formerly", "ex", "previous", "previously", "past", "longer", "ehemalig", "ehemaliger", "ancien", "ancienne",
    "antiguo", "voormalig", "reopened", "reversed", "revoked",
    "elsewhere", "competitor", "competitors", "competition", "another", "anderswo", "woanders", "wettbewerb", "ailleurs",
    "concurrent", "otro", "elders", "marketing", "out", "if", "except", "but",
];

/// Words that stand for no value, beyond those that are so in every table.
pub(super) const NOTHING: &[&str] = &[
    "none",
    "null",
    "nil",
    "n a",
    "na",
    "nan",
    "select",
    "please select",
    "please choose",
    "not set",
    "not specified",
    "not provided",
    "unspecified",
    "undefined",
    "blank",
    "empty",
    "no value",
    "not available",
    "not applicable",
    "bitte wahlen",
    "k a",
    "keine angabe",
    "nicht angegeben",
    "non renseigne",
    "non specifie",
    "sin especificar",
    "no especificado",
    "geen",
    "niet ingevuld",
    "onbepaald",
];

/// Words that may stand for no value; whether they do, a person says.
pub(super) const PERHAPS_NOTHING: &[&str] = &[
    "unknown",
    "not known",
    "tbd",
    "to be determined",
    "unbekannt",
    "inconnu",
    "inconnue",
    "desconocido",
    "desconocida",
    "onbekend",
    "sconosciuto",
    "desconhecido",
];

/// Words that say where a lead may have come from: what a column of sources is full of.
#[rustfmt::skip]
pub(super) const SOURCES: &[&str] = &[
    "web", "website", "website form", "web form", "web registration", "organic search", "organic search seo",
    "paid search", "organic", "seo", "sem", "google", "google ads", "bing", "direct", "direct traffic", "referral",
    "referrals", "partner", "partner program", "social", "social media", "paid social", "organic social", "facebook",
    "facebook ads", "linkedin", "twitter", "instagram", "youtube", "tiktok", "email", "email marketing", "cold email",
    "newsletter", "cold call", "phone", "phone inquiry", "trade show", "trade shows", "trade shows and events", "event",
    "events", "conference", "webinar", "webinars", "purchased list", "list", "advertisement", "advertising", "display",
    "retargeting ads", "podcast", "podcasts", "word of mouth", "employee referral", "customer referral",
    "external referral", "content marketing", "offline sources", "offline", "other campaigns", "chatbot", "chat",
    "inbound", "outbound", "messe", "empfehlung", "salon", "recommandation", "feria", "recomendacion", "beurs",
    "doorverwijzing", "kaltakquise", "webseite",
];
