//! What the sample's CRM exports: leads, opportunities and costs of the last year and this one, made by a rule, the same every
//! time. Hospitals with more beds, somebody who decides, a budget and a date close more often, so that a definition has
//! something to find; chance has its part, so that it does not find everything.

use chrono::{Days, NaiveDate};

/// What the year's numbers must come to: they are the ones that the plans look back on.
pub(super) struct YearOfLeads {
    /// The first day on which a lead comes in.
    pub first_day: NaiveDate,
    /// The last one.
    pub last_day: NaiveDate,
    /// The first number of a lead.
    pub first_id: usize,
    pub leads: usize,
    pub accepted: usize,
    pub opportunities: usize,
    pub won: usize,
    pub lost: usize,
    /// What was won, in whole units.
    pub revenue: i64,
}

/// The three files, as the CRM writes them.
pub(super) struct Exported {
    pub leads: String,
    pub opportunities: String,
    pub costs: String,
}

const SOURCES: &[(&str, &[&str], u64, i64)] = &[
    // Source, its campaigns, how often of a hundred, what a month of it costs.
    (
        "Clinical congress",
        &["One congress with booked ward talks", "Night-shift talk"],
        20,
        11_500,
    ),
    ("Web", &["Alarm fatigue guide", "Request a demo"], 34, 4_200),
    ("Referral", &["Reference visits"], 12, 900),
    ("Webinar", &["Webinar series: cardiac wards"], 16, 2_600),
    ("Bought list", &["Ward managers 500"], 13, 1_800),
];
const TITLES: &[(&str, i64)] = &[
    ("Chief Nursing Officer", 30),
    ("Head of Intensive Care", 26),
    ("Director of Procurement", 20),
    ("Ward Manager", 8),
    ("Biomedical Engineer", 4),
    ("Nurse", 0),
    ("Student", -40),
];
const FIRST: &[&str] = &[
    "Ada", "Bruno", "Clara", "Daan", "Elif", "Femi", "Greta", "Hugo", "Iris", "Jakob", "Katja", "Luis",
    "Marta", "Nils", "Olga", "Paulo", "Rosa", "Stefan", "Tilda", "Umar", "Vera", "Wim", "Yara", "Zoe",
];
const LAST: &[&str] = &[
    "Almeida", "Bauer", "Costa", "Dubois", "Eriksen", "Ferrari", "Green", "Haas", "Ivanova", "Jansen",
    "Keller", "Lopez", "Meyer", "Novak", "Olsson", "Petit", "Rossi", "Schmid", "Tanaka", "Urban", "Vidal",
    "Weber",
];
const TOWNS: &[(&str, &str)] = &[
    ("Lyon", "France"),
    ("Ghent", "Belgium"),
    ("Porto", "Portugal"),
    ("Graz", "Austria"),
    ("Leeds", "United Kingdom"),
    ("Turin", "Italy"),
    ("Bergen", "Norway"),
    ("Kassel", "Germany"),
    ("Utrecht", "Netherlands"),
    ("Malmö", "Sweden"),
    ("Basel", "Switzerland"),
    ("Bilbao", "Spain"),
    ("Cork", "Ireland"),
    ("Aarhus", "Denmark"),
];
const HOUSES: &[&str] = &[
    "General",
    "University Hospital",
    "St. Anne",
    "Regional",
    "Children’s",
    "Heart Centre",
    "Mercy",
];
const NEEDS: &[&str] = &[
    "Alarm fatigue",
    "Early warning",
    "Fewer transfers",
    "Replace old monitors",
    "",
];
const OWNERS: &[&str] = &["Tom Becker", "Nadia Haddad", "Per Lund"];
const REASONS: &[&str] = &[
    "No budget",
    "Bad timing",
    "No need",
    "Wrong contact",
    "No fit",
    "Competitor",
];

/// Chance that always falls the same: a linear congruential generator (Knuth's constants).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let place = usize::try_from(self.below(all.len() as u64)).ok()?;
        all.get(place)
    }
}

struct Lead {
    id: usize,
    name: String,
    title: &'static str,
    house: String,
    email: String,
    country: &'static str,
    beds: u64,
    need: &'static str,
    budget: Option<u64>,
    planned: Option<NaiveDate>,
    source: &'static str,
    campaign: &'static str,
    owner: &'static str,
    came: NaiveDate,
    /// How well it fits, chance included.
    fit: i64,
    touched_after: u64,
    touches: u64,
    decided_after: u64,
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// Returns what the CRM exports of a year, as of `today`: by then all that is told of its leads has happened.
pub(super) fn export(year: &YearOfLeads, today: NaiveDate) -> Exported {
    export_until(year, today, false)
}

/// Returns what the CRM exported on a day in the middle of the year: leads that had come in by then, as they stood.
pub(super) fn interim_export(year: &YearOfLeads, day: NaiveDate) -> Exported {
    export_until(year, day, true)
}

fn export_until(year: &YearOfLeads, today: NaiveDate, is_interim: bool) -> Exported {
    let mut chance = Chance(0x7465_6c6c + year.first_id as u64);
    let mut leads: Vec<Lead> = (0..year.leads)
        .map(|place| lead(year, place, &mut chance))
        .collect();
    // Who fits best goes furthest; the order in which they came in stays that of the file.
    let mut order: Vec<usize> = (0..leads.len()).collect();
    order.sort_by_key(|place| leads.get(*place).map_or(0, |lead| -lead.fit));
    let mut rank = vec![0; leads.len()];
    for (reached, place) in order.iter().enumerate() {
        if let Some(rank) = rank.get_mut(*place) {
            *rank = reached;
        }
    }
    let rejected = (year.leads - year.accepted) * 45 / 100;
    let abandoned = (year.leads - year.accepted) * 20 / 100;
    let recycled = (year.leads - year.accepted) * 10 / 100;
    let mut lines = String::from(
        "Lead ID,Name,Job title,Company,E-mail,Country,Beds,Need,Budget,Planned purchase,Lead source,Campaign,Lead owner,\
         Created on,Handed over on,First contact on,Touches,Lead status,Accepted by sales,Decided on,Reason,Wake-up date,\
         Opportunity ID\n",
    );
    let mut deals = String::from("Opportunity ID,Name,Amount,Stage,Created on,Close date,Lead ID\n");
    let shares = shares(year);
    for (place, lead) in leads.iter_mut().enumerate() {
        let at = rank.get(place).copied().unwrap_or(0);
        let decided = later(lead.came, lead.decided_after).min(today);
        let (status, said, reason, wake_up) = if at < year.opportunities {
            ("Converted", "Yes", "", None)
        } else if at < year.accepted {
            ("Accepted", "Yes", "", None)
        } else if at < year.accepted + rejected {
            ("Rejected", "No", *chance.one_of(REASONS).unwrap_or(&""), None)
        } else if at < year.accepted + rejected + abandoned {
            ("Disqualified", "", "Abandoned", None)
        } else if at < year.accepted + rejected + abandoned + recycled {
            ("Recycled", "", "Bad timing", Some(later(lead.came, 180)))
        } else {
            ("New", "", "", None)
        };
        if is_interim && later(lead.came, 1) > today {
            continue;
        }
        let is_undecided = is_interim && later(lead.came, lead.decided_after) > today;
        let (status, said, reason, wake_up) = match is_undecided {
            true => ("New", "", "", None),
            false => (status, said, reason, wake_up),
        };
        let is_new = status == "New";
        let opportunity = (at < year.opportunities && !is_undecided).then(|| format!("OP-{}", lead.id));
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let fields = [
            format!("LD-{}", lead.id),
            lead.name.clone(),
            lead.title.into(),
            lead.house.clone(),
            lead.email.clone(),
            lead.country.into(),
            lead.beds.to_string(),
            lead.need.into(),
            lead.budget.map_or_else(String::new, |budget| budget.to_string()),
            day(lead.planned),
            lead.source.into(),
            lead.campaign.into(),
            if is_new { String::new() } else { lead.owner.into() },
            lead.came.to_string(),
            later(lead.came, 1).min(today).to_string(),
            day((!is_new).then(|| later(lead.came, 1 + lead.touched_after).min(today))),
            if is_new {
                String::new()
            } else {
                lead.touches.to_string()
            },
            status.into(),
            said.into(),
            day((!said.is_empty()).then_some(decided)),
            reason.into(),
            day(wake_up),
            opportunity.clone().unwrap_or_default(),
        ];
        lines.push_str(&fields.join(","));
        lines.push('\n');
        if let Some(opportunity) = opportunity {
            let (stage, closes) = if at < year.won {
                ("Closed won", later(lead.came, 120 + lead.decided_after * 3))
            } else if at < year.won + year.lost {
                ("Closed lost", later(lead.came, 90 + lead.decided_after * 2))
            } else {
                ("Proposal", later(today, 40 + lead.decided_after))
            };
            let (stage, closes) = match is_interim && closes > today {
                true => ("Proposal", later(today, 40 + lead.decided_after)),
                false => (stage, closes),
            };
            let is_open = stage == "Proposal";
            let amount = if at < year.won {
                shares.get(at).copied().unwrap_or(0)
            } else {
                i64::try_from(90_000 + lead.beds * 260).unwrap_or(0)
            };
            let close = if is_open { closes } else { closes.min(today) };
            deals.push_str(&format!(
                "{opportunity},{},{amount},{stage},{},{close},LD-{}\n",
                lead.house,
                decided.min(close),
                lead.id
            ));
        }
    }
    Exported {
        leads: lines,
        opportunities: deals,
        costs: costs(year, if is_interim { today } else { year.last_day }),
    }
}

fn lead(year: &YearOfLeads, place: usize, chance: &mut Chance) -> Lead {
    let days = u64::try_from((year.last_day - year.first_day).num_days().max(0)).unwrap_or(0);
    let came = later(year.first_day, days * place as u64 / (year.leads as u64).max(1));
    let (source, campaigns) = source(chance);
    let (title, of_title) = *chance.one_of(TITLES).unwrap_or(&("", 0));
    let (town, country) = *chance.one_of(TOWNS).unwrap_or(&("", ""));
    let house = format!("{town} {}", chance.one_of(HOUSES).unwrap_or(&""));
    let (first, last) = (
        chance.one_of(FIRST).unwrap_or(&""),
        chance.one_of(LAST).unwrap_or(&""),
    );
    let beds = 40 + chance.below(12) * 65 + chance.below(30);
    let need = *chance.one_of(NEEDS).unwrap_or(&"");
    let budget = (chance.below(100) < 46).then(|| 60_000 + chance.below(30) * 10_000);
    let planned = (chance.below(100) < 58).then(|| later(came, 20 + chance.below(14) * 20));
    let is_soon = planned.is_some_and(|day| day <= later(came, 120));
    let of_source = match source {
        "Referral" => 24,
        "Clinical congress" => 8,
        "Bought list" => -22,
        _ => 0,
    };
    let fit = i64::try_from(beds).unwrap_or(0) / 18
        + of_title
        + of_source
        + if budget.is_some() { 18 } else { 0 }
        + if is_soon { 22 } else { 0 }
        + if need.is_empty() { -12 } else { 6 }
        + i64::try_from(chance.below(96)).unwrap_or(0);
    let id = year.first_id + place;
    Lead {
        id,
        name: format!("{first} {last}"),
        title,
        email: format!("{}.{}.{id}@{}.example", first, last, town)
            .to_lowercase()
            .replace('ö', "o"),
        house,
        country,
        beds,
        need,
        budget,
        planned,
        source,
        campaign: chance.one_of(campaigns).unwrap_or(&""),
        owner: chance.one_of(OWNERS).unwrap_or(&""),
        came,
        fit,
        touched_after: chance.below(100).pow(2) / 1_600,
        touches: 1 + chance.below(11),
        decided_after: 3 + chance.below(14),
    }
}

/// Some leads come without a source, as they do everywhere.
fn source(chance: &mut Chance) -> (&'static str, &'static [&'static str]) {
    let mut left = chance.below(100);
    for (source, campaigns, share, _) in SOURCES {
        if left < *share {
            return (source, campaigns);
        }
        left -= share;
    }
    ("", &[""])
}

/// Returns what each won opportunity is worth, so that together they are the year's revenue.
fn shares(year: &YearOfLeads) -> Vec<i64> {
    let won = i64::try_from(year.won).unwrap_or(1).max(1);
    let weights: Vec<i64> = (0..won).map(|place| 70 + (place * 37) % 61).collect();
    let all: i64 = weights.iter().sum();
    let mut left = year.revenue;
    let mut shares: Vec<i64> = weights
        .iter()
        .map(|weight| {
            let share = year.revenue * weight / all / 500 * 500;
            left -= share;
            share
        })
        .collect();
    if let Some(first) = shares.first_mut() {
        *first += left;
    }
    shares
}

fn costs(year: &YearOfLeads, until: NaiveDate) -> String {
    let mut lines = String::from("Lead source,Month,Cost\n");
    let mut day = year.first_day;
    while day <= year.last_day.min(until) {
        for (source, _, _, cost) in SOURCES {
            lines.push_str(&format!("{source},{},{cost}\n", day.format("%Y-%m")));
        }
        day = lockstep_workspace::calendar::add_months(day, 1);
    }
    lines
}
