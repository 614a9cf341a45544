//! Since when a row is so: where a file tells the states of a record in rows of their own, the latest counts.

use lockstep_intake::{
    Column, ColumnKind, Row,
    day::{Moment, read_moment},
};

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::{cells::Days, choice::ColumnChoice};
use lockstep_text::words;
use lockstep_workspace::zone::Zone;

/// Words of headers that say when a record was changed last.
#[rustfmt::skip]
const CHANGED: &[&str] = &[
    "modified", "modifiedon", "modification", "changed", "change", "updated", "update", "edited", "snapshot",
    "geandert", "anderung", "aktualisiert", "aktualisierung", "bearbeitet",
    "modifie", "modifiee", "modificado", "modificada", "modificacion", "actualizado", "actualizada", "actualizacion",
    "gewijzigd", "wijziging", "bijgewerkt", "modificato", "modifica", "aggiornato", "aggiornamento",
    "alterado", "alteracao", "modificacao", "atualizado", "atualizacao",
    "andrad", "andret", "endret", "uppdaterad", "opdateret", "oppdatert", "muokattu", "paivitetty",
    "zmodyfikowano", "zmieniono", "zaktualizowano",
];
/// Words that do so beside a word for the stage: "Stage Entered", "Status since".
#[rustfmt::skip]
const ENTERED: &[&str] = &[
    "entered", "since", "date", "day", "on", "at", "seit", "datum", "am", "depuis", "desde", "sinds", "dal", "data", "fecha",
];
/// Words for the stage.
#[rustfmt::skip]
const STAGES: &[&str] = &[
    "stage", "status", "phase", "fase", "etape", "etapa", "stadium", "stufe", "statut", "estado", "stato", "state",
];

/// The columns that say since when a row is so, those of the stage first.
#[derive(Debug, Default)]
pub(super) struct StateDays(Vec<(usize, Days)>);

impl StateDays {
    /// Finds them by their names, among the columns of days.
    pub fn of<'c>(columns: impl Iterator<Item = (&'c ColumnChoice, &'c Column)>, zone: Zone) -> Self {
        let mut found: Vec<(bool, usize, Days)> = columns
            .enumerate()
            .filter_map(|(place, (choice, seen))| {
                let order = match (seen.kind, choice.order) {
                    (ColumnKind::Day(order), _) | (ColumnKind::DayUnclear, Some(order)) => order,
                    _ => return None,
                };
                let of_stage = tells_since_when(&choice.column)?;
                let swap = choice.swapped == Some(true);
                let days = Days {
                    order,
                    swap,
                    by_itself: seen.has_two_notations,
                    short_year: seen.year_may_stand_first,
                    plain_midnight: false,
                    zone,
                    calendar_year: false,
                };
                Some((!of_stage, place, days))
            })
            .collect();
        found.sort_by_key(|(is_general, place, _)| (*is_general, *place));
        Self(found.into_iter().map(|(_, place, days)| (place, days)).collect())
    }

    /// Returns since when a row is so, as a text that sorts by time; nothing where one of the columns does not say.
    pub fn read(&self, row: &Row) -> Option<String> {
        let said: Option<Vec<String>> = self
            .0
            .iter()
            .map(|(place, days)| moment(row.get(*place), *days))
            .collect();
        said.filter(|said| !said.is_empty()).map(|said| said.join(" "))
    }
}

/// Returns whether a record tells an earlier state than what is kept of it: both say when it was changed last, or else since
/// when its stage is so.
pub(super) fn is_older(said: &Map<String, Value>, kept: &Map<String, Value>) -> bool {
    let latest = |all: &Map<String, Value>, wanted: bool| {
        // Few values are days, and that is seen sooner than what their names say.
        let days = all.iter().filter_map(|(name, value)| {
            let day = value.as_str()?.parse::<NaiveDate>().ok()?;
            (tells_since_when(name) == Some(wanted)).then_some(day)
        });
        days.max()
    };
    let both = |wanted: bool| Some((latest(said, wanted)?, latest(kept, wanted)?));
    both(false)
        .or_else(|| both(true))
        .is_some_and(|(said, kept)| said < kept)
}

fn moment(text: &str, days: Days) -> Option<String> {
    let time = match read_moment(text, days.order).filter(|_| !days.swap) {
        Some(Moment::Local(time)) => time,
        Some(Moment::Instant(instant)) => instant.naive_utc(),
        _ => days.read(text)?.and_time(chrono::NaiveTime::MIN),
    };
    Some(time.format("%Y-%m-%dT%H:%M:%S").to_string())
}

/// Returns whether a header says since when its row is so, and whether that is said of the stage.
pub(super) fn tells_since_when(header: &str) -> Option<bool> {
    let heard = words(header);
    let has = |list: &[&str]| heard.iter().any(|word| list.contains(&word.as_str()));
    let of_stage = has(STAGES);
    (has(CHANGED) || of_stage && has(ENTERED)).then_some(of_stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_since_when_a_row_is_so() {
        for header in [
            "Stage Entered",
            "Entered Stage On",
            "Last Stage Change Date",
            "Status seit",
            "Date Entered Current Stage",
        ] {
            assert_eq!(tells_since_when(header), Some(true), "{header}");
        }
        for header in [
            "Last Modified Date",
            "modifiedon",
            "Geändert am",
            "Date de modification",
            "updated_at",
        ] {
            assert_eq!(tells_since_when(header), Some(false), "{header}");
        }
        for header in ["Date Entered", "Created Date", "Close Date", "Stage", "Amount"] {
            assert_eq!(tells_since_when(header), None, "{header}");
        }
    }
}
