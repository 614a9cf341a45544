//! What the fields are called in the CRMs people export from, as labels and as API names, and in spreadsheets. Written as
//! words; they are compared without case, accents, spaces and punctuation, so that "lead source" is `LeadSource` too.

use crate::fields::Field;

/// Names of one field: the field, how surely a header of this name means it (of 100), the names.
pub(super) type Names = (Field, u8, &'static [&'static str]);

/// What stands in leads and opportunities alike.
#[rustfmt::skip]
const SHARED: &[Names] = &[
    (Field::Email, 100, &[
        "email", "email address", "email address 1", "email from", "contact email", "work email", "business email",
        "primary email", "associated contact email", "primary contact email", "e mail adresse", "mailadresse", "email adresse",
        "adresse email", "adresse mail", "courriel", "correo", "correo electronico", "e mailadres", "indirizzo email",
    ]),
    (Field::Email, 80, &["mail", "private email", "personal email", "secondary email", "other email"]),
    (Field::Company, 100, &[
        "company", "company name", "organization", "organisation", "organization name", "account name", "partner name", "firma",
        "firmenname", "unternehmen", "societe", "entreprise", "raison sociale", "empresa", "compania", "bedrijf", "bedrijfsnaam",
        "organisatie", "azienda", "associated company", "company account", "parent account for lead",
    ]),
    (Field::Company, 85, &[
        "account", "customer", "customer name", "client name", "kunde", "kundenname", "cliente", "klant", "potential customer", "partner id",
        "associated company names", "primary associated company",
    ]),
    (Field::Company, 60, &["associated company domain", "company domain", "company domain name", "client", "employer", "domain"]),
    (Field::Source, 100, &[
        "lead source", "lead source code", "source of lead", "lead origin", "original source", "original lead source",
        "original traffic source", "original source type", "hs analytics source", "leadquelle", "lead quelle", "lead herkunft",
        "quelle des leads", "source du lead", "origine du lead", "source du prospect", "origen del lead", "fuente del lead",
        "origen del posible cliente", "leadbron", "bron van lead", "fonte del lead", "first touch source",
    ]),
    (Field::Source, 92, &[
        "source", "origin", "quelle", "herkunft", "origine", "provenance", "origen", "fuente", "procedencia", "bron", "herkomst",
        "fonte", "utm source", "acquisition source", "traffic source", "source name", "source id", "source channel", "marketing source",
        "how did you hear about us", "latest source", "latest traffic source",
    ]),
    (Field::Source, 68, &[
        "channel", "marketing channel", "lead channel", "platform", "medium", "medium id", "utm medium", "kanal", "canal", "kanaal",
        "plattform", "plateforme", "plataforma",
    ]),
    (Field::Campaign, 100, &[
        "campaign", "campaign name", "campaign id", "campaign source", "source campaign", "utm campaign", "primary campaign source",
        "marketing campaign", "original campaign", "first campaign", "kampagne", "kampagnenname", "campagne", "nom de la campagne",
        "campana", "campaña", "nombre de campana", "campagnenaam", "campagna", "hs analytics first touch converting campaign",
    ]),
    (Field::Campaign, 80, &["most recent campaign", "last campaign", "recent campaign", "last touch converting campaign", "first conversion"]),
    (Field::Owner, 100, &[
        "owner", "owner name", "owner id", "owner employee id", "lead owner", "contact owner", "opportunity owner", "deal owner", "hubspot owner id",
        "assigned to", "assigned user", "assigned rep", "assigned sales rep", "sales rep", "sales representative", "salesperson",
        "sales person", "account executive", "sales agent", "besitzer", "zustandig", "zustandiger mitarbeiter", "verantwortlich",
        "verantwortlicher", "bearbeiter", "vertriebsmitarbeiter", "vertriebler", "betreuer", "kundenbetreuer", "responsable", "proprietaire", "commercial", "propietario",
        "vendedor", "eigenaar", "verkoper", "toegewezen aan", "assegnato a",
    ]),
    (Field::Owner, 80, &["account manager", "rep", "sdr", "bdr", "user id", "closer", "agent"]),
    (Field::Owner, 70, &["sr", "ae", "user", "employee id"]),
    (Field::CreatedOn, 100, &[
        "created", "created date", "create date", "date created", "created on", "created at", "created time", "create time", "creation date", "creation time",
        "creation", "date entered", "date added", "add time", "entry date", "record created", "lead created", "lead created date", "deal created",
        "opportunity created", "contact created", "deal created date", "opportunity created date", "erstellt", "erstellt am", "erstelldatum", "erstellungsdatum",
        "angelegt", "angelegt am", "anlagedatum", "date de creation", "cree le", "creee le", "fecha de creacion", "creado", "creado el",
        "aanmaakdatum", "aangemaakt op", "aangemaakt", "gemaakt op", "datum aangemaakt", "data di creazione", "data creazione",
    ]),
    (Field::Accepted, 100, &[
        "accepted", "is accepted", "accepted by sales", "sales accepted", "sales acceptance", "acceptance", "acceptance status",
        "lead accepted", "accepted lead", "is sal", "sal", "sales accepted lead", "sdr accepted", "akzeptiert", "angenommen",
        "vom vertrieb akzeptiert", "vom vertrieb angenommen", "accepte", "accepte par les ventes", "aceptado", "aceptado por ventas",
        "geaccepteerd", "accettato",
    ]),
    (Field::Accepted, 80, &["sales decision", "sales verdict", "accepted rejected"]),
    (Field::DecidedOn, 100, &[
        "accepted decision date", "decision date", "date of decision", "decided on", "accepted on", "accepted date", "date accepted", "acceptance date",
        "sal date", "sales accepted date", "sales accepted on", "entscheidung am", "entscheidungsdatum", "angenommen am", "akzeptiert am",
        "date de decision", "accepte le", "fecha de decision", "fecha de aceptacion", "datum beslissing", "geaccepteerd op",
    ]),
];

/// What a lead's columns are called.
#[rustfmt::skip]
const LEADS: &[Names] = &[
    (Field::ExternalId, 100, &[
        "lead id", "mql id", "inquiry id", "prospect id", "enquiry id", "lead number", "lead key", "do not modify lead", "id lead",
        "id prospect", "leadnummer", "lead nr", "numero de lead",
    ]),
    (Field::ExternalId, 95, &[
        "contact id", "record id", "record id contact", "contact record id", "hs object id", "vid", "external id",
    ]),
    (Field::ExternalId, 90, &["id", "uuid", "guid", "record number", "lead external id", "case safe id", "system id"]),
    (Field::ExternalId, 60, &["person id", "account id", "customer id", "client id", "kundennummer", "key", "code", "reference", "ref"]),
    (Field::Name, 100, &[
        "full name", "lead name", "contact name", "contact full name", "person name", "vollstandiger name", "ansprechpartner",
        "kontaktname", "nom complet", "nombre completo", "volledige naam", "contactpersoon", "nome completo", "persona de contacto",
        "interlocuteur", "contact person",
    ]),
    (Field::Name, 82, &["name", "contact", "person", "kontakt", "nom", "nombre", "naam", "nome", "contacto", "prospect"]),
    (Field::Name, 60, &["topic", "subject", "lead title", "title", "lead", "opportunity name", "deal name", "opportunity"]),
    (Field::FirstName, 100, &["first name", "given name", "forename", "fname", "vorname", "prenom", "nombre de pila", "primer nombre", "voornaam"]),
    (Field::LastName, 100, &[
        "last name", "surname", "family name", "lname", "nachname", "familienname", "zuname", "nom de famille", "apellido",
        "apellidos", "achternaam", "cognome",
    ]),
    (Field::Title, 100, &[
        "job title", "jobtitle", "contact title", "job position", "position", "funktion", "berufsbezeichnung", "stellung", "poste",
        "fonction", "intitule du poste", "puesto", "cargo", "functie", "functietitel", "ruolo",
    ]),
    (Field::Title, 86, &["title", "role", "job role", "function", "designation", "job"]),
    (Field::Phone, 100, &[
        "phone", "phone number", "phone no", "telephone", "telephone number", "telephone 1", "tel", "business phone", "work phone", "phone work",
        "telefon", "telefonnummer", "numero de telephone", "telefono", "numero de telefono", "telefoon", "telefoonnummer",
    ]),
    (Field::Phone, 85, &["mobile", "mobile phone", "mobile phone number", "mobile number", "cell", "cell phone", "handy", "mobil", "mobilnummer", "mobiltelefon", "portable", "movil", "mobiel"]),
    (Field::CreatedOn, 92, &["lead date", "inquiry date", "enquiry date", "date received", "received on", "submitted", "submitted at", "submission date", "eingangsdatum", "eingang am", "date de reception", "fecha de entrada", "ontvangen op", "became a lead date", "signup date", "sign up date"]),
    (Field::CreatedOn, 75, &["hs lifecyclestage lead date", "date", "datum", "fecha", "timestamp", "first seen", "time first seen"]),
    (Field::CreatedOn, 62, &["first contact date", "date of first contact", "first contact", "first conversion date"]),
    (Field::HandedOverOn, 100, &[
        "handed over", "handed over on", "handed over at", "handover date", "hand over date", "date handed over", "mql date", "mql on", "became mql", "date mql",
        "became a marketing qualified lead date", "hs lifecyclestage marketingqualifiedlead date", "marketing qualified date", "sent to sales",
        "sent to sales on", "sent to sales date", "passed to sales on", "date passed to sales", "routed on", "ubergeben am", "ubergabe am",
        "ubergabedatum", "transmis le", "date de transmission", "entregado el", "entregado a ventas el", "overgedragen op", "datum overdracht",
    ]),
    (Field::HandedOverOn, 88, &["assigned date", "date assigned", "assigned on", "assigned at", "assignment date", "date open", "hubspot owner assigned date", "owner assigned date", "zugewiesen am", "toegewezen op"]),
    (Field::FirstTouchOn, 100, &[
        "first touch", "first touch on", "first touch date", "first touched on", "first contacted", "first contacted on", "date first contacted", "first response", "first response date",
        "first response on", "first call date", "first outreach date", "first engagement date", "date of first engagement", "hs sa first engagement date",
        "first activity date", "erster kontakt", "erstkontakt", "erstkontakt am", "premier contact", "date du premier contact", "primer contacto",
        "fecha del primer contacto", "eerste contact", "datum eerste contact",
    ]),
    (Field::FirstTouchOn, 78, &["first contact date", "date of first contact", "first contact", "first contact on"]),
    (Field::Touches, 100, &[
        "touches", "touch count", "number of touches", "touches before acceptance", "contact attempts", "attempts", "number of attempts", "call attempts",
        "number of times contacted", "times contacted", "num contacted notes", "number of sales activities", "number of activities", "total activities",
        "kontaktversuche", "anzahl kontakte", "anzahl der kontakte", "tentatives de contact", "nombre de contacts", "intentos de contacto", "intentos", "contactpogingen", "aantal contacten",
    ]),
    (Field::Stage, 100, &[
        "lead status", "lead stage", "hs lead status", "status of lead", "lead state", "statut du lead", "statut du prospect",
        "estado del lead", "estado del posible cliente", "status van lead", "leadfase", "lead phase",
    ]),
    (Field::Stage, 94, &["status reason", "statuscode"]),
    // What marketing makes of a person: a status of the lead says more, unless most rows have none.
    (Field::Stage, 80, &["lifecycle stage", "lifecyclestage", "life cycle stage", "lebenszyklusphase", "etape du cycle de vie", "etapa del ciclo de vida", "levenscyclusfase"]),
    (Field::Stage, 90, &["status", "stage", "stage id", "statut", "etape", "estado", "etapa", "fase", "phase", "stufe", "stadium", "stato", "contact status"]),
    (Field::Stage, 70, &["statecode"]),
    (Field::DecidedOn, 90, &["rejected on", "rejected date", "date rejected", "abgelehnt am", "rejete le", "rechazado el", "afgewezen op"]),
    (Field::DecidedOn, 78, &["sql date", "became a sales qualified lead date", "hs lifecyclestage salesqualifiedlead date", "disqualified date", "disqualified on", "date disqualified"]),
    (Field::Reason, 100, &[
        "disqualified reason", "disqualification reason", "reason disqualified", "disqualify reason", "rejection reason", "rejected reason", "reject reason", "reason for rejection",
        "reason rejected", "unqualified reason", "reason unqualified", "not qualified reason", "return reason", "recycle reason", "recycled reason",
        "lead lost reason", "ablehnungsgrund", "grund der ablehnung", "disqualifizierungsgrund", "motif de refus", "motif de rejet",
        "motif de disqualification", "motivo de rechazo", "motivo de descarte", "reden van afwijzing", "reden afwijzing", "afwijzingsreden", "motivo del rifiuto",
    ]),
    (Field::Reason, 82, &["reason", "grund", "motif", "motivo", "reden", "status details", "close reason"]),
    (Field::Reason, 72, &["lost reason", "loss reason", "lost reason id"]),
    (Field::WakeUpOn, 100, &[
        "wake up date", "wake up on", "wake up", "recycle date", "recycle until", "recycled until", "nurture until", "re engage date", "re engage on", "re engagement date",
        "contact again on", "callback date", "call back date", "call back on", "wiedervorlage", "wiedervorlage am", "wiedervorlagedatum",
        "date de relance", "relance le", "fecha de reactivacion", "opvolgdatum", "terugbellen op",
    ]),
    (Field::WakeUpOn, 78, &["follow up date", "next follow up", "next follow up date", "next contact date", "reminder date"]),
    (Field::OpportunityId, 100, &[
        "converted opportunity id", "converted opportunity", "opportunity id", "opportunity number", "deal id", "converted deal id", "converted deal", "associated deal id", "associated deal ids",
        "qualifying opportunity id", "qualifying opportunity", "deal nr", "dealnummer", "verkaufschance id", "id opportunite", "id oportunidad",
    ]),
    (Field::OpportunityId, 72, &["opportunity", "deal", "associated deal", "verkaufschance"]),
    (Field::OpportunityName, 100, &["opportunity name", "deal name", "opportunity title", "deal title", "converted opportunity name", "potential name", "name der verkaufschance", "nom de l opportunite", "nom de la transaction", "nombre de la oportunidad", "nombre del negocio", "dealnaam"]),
    (Field::OpportunityStage, 100, &["opportunity stage", "deal stage", "opportunity status", "deal status", "sales stage", "stagename", "opportunity outcome", "deal outcome", "phase der verkaufschance"]),
    (Field::OpportunityStage, 93, &["pipeline stage", "lead pipeline stage id", "pipeline stage id"]),
    (Field::OpportunityStage, 72, &["stage", "stage id", "status", "outcome", "phase", "etape", "etapa", "fase"]),
    (Field::OpportunityValue, 100, &[
        "opportunity value", "opportunity amount", "deal value", "deal amount", "deal size", "won value", "won amount", "closed value", "closed amount",
        "converted value", "wert der verkaufschance", "montant de l opportunite", "valor de la oportunidad",
    ]),
    (Field::OpportunityValue, 85, &[
        "lead value", "expected revenue", "planned revenue", "estimated value", "estimated amount", "est value", "amount", "value", "wert", "betrag", "montant",
        "importe", "valor", "bedrag", "waarde", "contract value",
    ]),
    (Field::OpportunityCreatedOn, 100, &[
        "converted date", "conversion date", "date converted", "converted on", "converted at", "converted date time", "converted time", "opportunity created on", "opportunity created date",
        "opportunity created", "opportunity create date", "deal created", "deal created date", "deal create date", "date of conversion", "became an opportunity date",
        "hs lifecyclestage opportunity date", "konvertiert am", "umgewandelt am", "date de conversion", "converti le", "fecha de conversion", "omgezet op", "geconverteerd op",
    ]),
    (Field::ClosedOn, 100, CLOSED),
    (Field::ClosedOn, 86, WON_ON),
    (Field::ClosedOn, 72, &["lost on", "lost date", "lost time", "became a customer date", "hs lifecyclestage customer date"]),
    (Field::LostReason, 100, LOST_BECAUSE),
    (Field::LostReason, 85, &["lost reason id", "closed reason"]),
];

/// What an opportunity's columns are called.
#[rustfmt::skip]
const OPPORTUNITIES: &[Names] = &[
    (Field::OpportunityId, 100, &["opportunity id", "deal id", "opportunity number", "deal number", "deal nr", "dealnummer", "verkaufschance nr", "deal key", "do not modify opportunity", "verkaufschance id", "id opportunite", "id oportunidad", "potential id", "id deal"]),
    (Field::OpportunityId, 95, &["record id", "record id deal", "hs object id", "external id"]),
    (Field::OpportunityId, 85, &["id", "uuid", "guid", "key", "record number", "system id"]),
    (Field::LeadId, 100, &["lead id", "mql id", "inquiry id", "originating lead", "originating lead id", "source lead id", "converted lead id", "from lead id", "lead external id", "leadnummer", "lead nr", "prospect id"]),
    (Field::LeadId, 80, &["lead", "lead number", "associated contact id", "associated contact ids", "contact id", "primary contact id", "contact record id"]),
    (Field::Name, 100, &["opportunity name", "deal name", "opportunity title", "deal title", "potential name", "name der verkaufschance", "nom de l opportunite", "nom de la transaction", "nombre de la oportunidad", "nombre del negocio", "dealnaam"]),
    (Field::Name, 88, &["opportunity", "deal", "topic", "title", "name", "subject", "verkaufschance", "opportunite", "oportunidad", "verkoopkans", "bezeichnung"]),
    (Field::CreatedOn, 72, &["engage date", "engaged on", "open date", "opened", "opened on", "date opened", "start date"]),
    (Field::ClosedOn, 100, CLOSED),
    (Field::ClosedOn, 86, WON_ON),
    (Field::ClosedOn, 72, &["lost on", "lost date", "lost time"]),
    (Field::Outcome, 100, &["outcome", "deal status", "opportunity status", "deal outcome", "opportunity outcome", "result", "won lost", "win loss", "statecode", "ergebnis", "resultat", "resultado", "resultaat", "esito"]),
    (Field::Outcome, 86, &["status", "statut", "estado", "is won", "won", "is closed won", "hs is closed won", "stato"]),
    (Field::Stage, 100, &[
        "stage", "stage name", "stagename", "stage id", "deal stage", "opportunity stage", "sales stage", "pipeline stage", "pipeline stage id", "lead pipeline stage id", "step name", "stepname",
        "phase", "verkaufsphase", "stufe", "verkaufsstufe", "vertriebsstufe", "etape", "phase de vente", "etape de la transaction", "etapa", "etapa de venta", "etapa del negocio", "fase", "verkoopfase", "dealfase", "fase di vendita",
    ]),
    (Field::Stage, 72, &["status", "statut", "estado", "status reason"]),
    (Field::Value, 100, &[
        "amount", "value", "deal value", "deal amount", "deal size", "opportunity value", "opportunity amount", "close value", "closed value", "closed amount", "won value", "actual value", "actual revenue", "contract value",
        "total contract value", "tcv", "wert", "betrag", "auftragswert", "auftragssumme", "montant", "montant de la transaction", "importe", "valor", "monto", "bedrag", "waarde", "importo", "valore",
    ]),
    (Field::Value, 88, &["expected revenue", "planned revenue", "estimated value", "estimated revenue", "est revenue", "est value", "lead value", "amount in company currency", "acv", "annual contract value"]),
    (Field::Value, 88, REVENUE),
    (Field::Value, 80, &[
        "contract amount", "total price", "total amount", "total value", "order value", "order amount", "net amount", "net value",
        "gross amount", "booking amount", "bookings", "sale price", "deal price", "sales amount", "sales value",
    ]),
    (Field::Value, 75, &["revenue", "arr", "mrr", "total"]),
    (Field::LostReason, 100, LOST_BECAUSE),
    (Field::LostReason, 85, &["reason", "lost reason id", "grund", "motif", "motivo", "reden", "close reason", "closed reason"]),
];

/// What was earned with opportunities, in other languages than English.
pub const REVENUE: &[&str] = &["umsatz", "omzet", "chiffre d affaires"];

#[rustfmt::skip]
const CLOSED: &[&str] = &[
    "close date", "closed date", "closing date", "closed on", "closed at", "closed time", "date closed", "actual close date", "actual closed date", "deal closed on", "deal close date",
    "abschlussdatum", "abgeschlossen am", "abgeschlossen", "geschlossen am", "geschlossen", "date de cloture", "date de fermeture", "date de signature", "cloture le", "fecha de cierre", "cerrado el",
    "sluitingsdatum", "afgesloten op", "gesloten op", "data di chiusura",
];

#[rustfmt::skip]
const WON_ON: &[&str] = &["won date", "won on", "won time", "won at", "date won", "gewonnen am", "gagne le", "ganado el", "gewonnen op"];

#[rustfmt::skip]
const LOST_BECAUSE: &[&str] = &[
    "closed lost reason", "lost reason", "loss reason", "reason lost", "reason for loss", "reason for losing", "verlustgrund", "grund des verlusts", "raison de la perte", "motif de perte", "motif de la perte",
    "motivo de perdida", "motivo de la perdida", "razon de perdida", "reden van verlies", "reden verlies", "verliesreden", "motivo della perdita",
];

/// What the columns of a list of costs are called.
#[rustfmt::skip]
const COSTS: &[Names] = &[
    (Field::Source, 100, &["lead source", "source", "channel", "marketing channel", "platform", "utm source", "quelle", "kanal", "source du lead", "canal", "origine", "fuente", "origen", "plateforme", "plataforma", "kanaal", "bron", "plattform"]),
    (Field::Source, 70, &["medium", "network", "traffic source", "vendor"]),
    (Field::Campaign, 100, &["campaign", "campaign name", "utm campaign", "kampagne", "kampagnenname", "campagne", "campana", "campagnenaam", "nom de la campagne", "nombre de campana"]),
    (Field::Campaign, 75, &["campaign id", "initiative", "effort", "ad name", "ad set name", "event"]),
    (Field::Month, 100, &["month", "monat", "mois", "mes", "maand", "mese", "reporting month", "period", "zeitraum", "periode", "periodo"]),
    (Field::Month, 80, &["quarter", "quartal", "trimestre", "kwartaal"]),
    (Field::Month, 90, &["day", "tag", "jour"]),
    (Field::Month, 85, &["date", "datum", "fecha", "start date", "reporting starts", "week"]),
    (Field::Spend, 100, &["cost micros", 
        "spend", "spent", "cost", "costs", "actual", "actuals", "actual spend", "actual amount", "ist", "ist kosten", "istwert", "real", "gasto real", "reel", "depense reelle", "cout reel", "werkelijk", "werkelijke kosten", "effettivo", "costo effettivo", "consuntivo", "total spend", "total cost", "total costs", "amount spent", "ad spend", "media spend", "marketing spend", "campaign cost", "actual cost", "actual costs",
        "kosten", "gesamtkosten", "ausgaben", "istkosten", "depense", "depenses", "cout", "couts", "cout total", "gasto", "gastos", "coste", "costo", "inversion", "uitgaven", "spesa", "costi",
    ]),
    (Field::Spend, 75, &["budget", "budgeted", "budgeted cost", "budgeted costs", "planned cost", "planned", "plan", "planned spend", "forecast", "soll", "plankosten", "geplante kosten", "presupuesto", "budget prevu", "begroting", "begroot", "preventivo"]),
    (Field::Spend, 90, &["budget spent", "spent budget"]),
    (Field::Spend, 60, &["amount", "betrag", "montant", "importe", "bedrag"]),
];

/// Returns the names of a lead's fields.
pub(super) fn of_leads() -> impl Iterator<Item = &'static Names> {
    LEADS.iter().chain(SHARED)
}

/// Returns the names of an opportunity's fields.
pub(super) fn of_opportunities() -> impl Iterator<Item = &'static Names> {
    OPPORTUNITIES.iter().chain(SHARED)
}

/// Returns the names of the fields of costs.
pub(super) fn of_costs() -> impl Iterator<Item = &'static Names> {
    COSTS.iter()
}
