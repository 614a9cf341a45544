//! The company's time zone: an instant becomes a day and a time of day in one way, wherever one is counted or printed.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

/// A time zone of the IANA database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(Tz);

impl Default for Zone {
    fn default() -> Self {
        Self::UTC
    }
}

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self(Tz::UTC);

    /// Returns the zone with an IANA name ("Europe/Berlin"), or nothing when there is none.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok().map(Self)
    }

    /// Returns its IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Returns the IANA name of the zone this computer is set to; UTC where that is not known.
    pub fn of_this_computer() -> String {
        let said = std::env::var("TZ").ok().and_then(|name| Self::named(&name));
        let set = || {
            iana_time_zone::get_timezone()
                .ok()
                .and_then(|name| Self::named(&name))
        };
        said.or_else(set).unwrap_or_default().name().into()
    }

    /// Returns the names of all zones, in their order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// Returns what calendar and clock show at an instant.
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }

    /// Returns the instant at which calendar and clock show this. What they show twice is meant the first time; what they pass over, when
    /// clocks are put forward, is an hour later.
    pub fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        let found = |local: &NaiveDateTime| self.0.from_local_datetime(local).earliest();
        found(&local)
            .or_else(|| found(&(local + TimeDelta::hours(1))))
            .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
    }

    /// Returns what the zone is called at an instant, for short: "CEST", or its distance from UTC where it has no short name.
    pub fn abbreviation(self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.0).format("%Z").to_string()
    }

    /// Returns the day it is at an instant.
    pub fn day_of(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_instant_is_another_day_elsewhere() {
        let at = DateTime::from_timestamp(1_795_004_800, 0).unwrap_or_default();
        let day = |name: &str| Zone::named(name).map(|zone| zone.day_of(at).to_string());
        assert_eq!(at.to_rfc3339(), "2026-11-18T12:26:40+00:00");
        assert_eq!(day("UTC").as_deref(), Some("2026-11-18"));
        assert_eq!(day("Pacific/Auckland").as_deref(), Some("2026-11-19"));
        assert_eq!(day("Mars/Olympus"), None);
    }

    #[test]
    fn a_time_of_day_is_an_instant_also_where_clocks_are_changed() {
        let zone = Zone::named("Europe/Berlin").unwrap_or_default();
        let at = |text: &str| text.parse().map(|local| zone.instant(local).to_rfc3339());
        assert_eq!(at("2027-01-11T09:30:00"), Ok("2027-01-11T08:30:00+00:00".into()));
        assert_eq!(at("2027-07-12T09:30:00"), Ok("2027-07-12T07:30:00+00:00".into()));
        // Shown twice, and passed over.
        assert_eq!(at("2027-10-31T02:30:00"), Ok("2027-10-31T00:30:00+00:00".into()));
        assert_eq!(at("2027-03-28T02:30:00"), Ok("2027-03-28T01:30:00+00:00".into()));
    }

    #[test]
    fn summer_time_is_known() {
        let zone = Zone::named("Europe/Berlin").unwrap_or_default();
        let at = |text: &str| text.parse().map(|at| zone.local(at).to_string()).ok();
        assert_eq!(at("2026-07-01T22:30:00Z").as_deref(), Some("2026-07-02 00:30:00"));
        assert_eq!(at("2026-12-01T22:30:00Z").as_deref(), Some("2026-12-01 23:30:00"));
    }
}
