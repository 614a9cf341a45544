//! Which row of the table a record is.

use super::{
    identity::{Likeness, Succession, is_closed, succession, text_of},
    places::{ID, known_by, person},
    record::Record,
    writing::{Standing, Writer},
};
use lockstep_recognition::external_ids::PersonAs;
use lockstep_workspace::error::Result;

/// Which row of the table a record is.
pub(super) enum Found {
    At(i64, Standing),
    /// Known by name and company alone: only one of the two has an e-mail.
    Namesake(i64, Standing),
    Nowhere,
    Doubtful,
}

impl Writer<'_> {
    /// Returns which row of the table a record is: by its id where the rest does not speak against it, by the number that its
    /// id is where the rest speaks for it, else by what tells it apart without an id.
    pub(super) fn find(&mut self, record: &Record, keys: &[String]) -> Result<Found> {
        match self.find_by_keys(record, keys)? {
            Found::Nowhere => match self.find_other_company(record)? {
                Found::Nowhere => self.find_namesake(record),
                found => Ok(found),
            },
            found => Ok(found),
        }
    }

    fn find_by_keys(&mut self, record: &Record, keys: &[String]) -> Result<Found> {
        let (id, weaker) = match keys {
            [id, rest @ ..] if id.starts_with(ID) => (Some(id), rest.first()),
            [weaker, ..] => (None, Some(weaker)),
            [] => return Ok(Found::Nowhere),
        };
        let Some(id) = id else {
            let places = weaker.map(|key| self.places.of(key)).unwrap_or_default();
            return self.find_without_id(record, places);
        };
        let places = self.places.of(id);
        let is_known = !places.is_empty();
        let found = self.find_by_id(record, places)?;
        if !matches!(found, Found::Nowhere) {
            return Ok(found);
        }
        if is_known {
            self.duplicates.same_id += 1;
        } else if let Some(found) = self.find_by_number(record, id)? {
            return Ok(found);
        }
        if let Some(found) = self.find_person(record)? {
            return Ok(found);
        }
        // A row that had no id until now may get one.
        let places = weaker.map(|key| self.places.without_id(key)).unwrap_or_default();
        self.find_without_id(record, places)
    }

    fn find_by_id(&mut self, record: &Record, places: Vec<i64>) -> Result<Found> {
        let mut best: Option<(i64, i64, Standing)> = None;
        let mut is_tie = false;
        for place in places {
            let standing = self.standing(place)?;
            let likeness = Likeness::of(record, &standing.values);
            if likeness.is_another() {
                continue;
            }
            let speaks = i64::from(likeness.agree - likeness.differ);
            match &best {
                Some((most, ..)) if *most > speaks => {}
                Some((most, ..)) if *most == speaks => is_tie = true,
                _ => {
                    is_tie = false;
                    best = Some((speaks, place, standing));
                }
            }
        }
        Ok(match best {
            Some(_) if is_tie => Found::Doubtful,
            Some((speaks, place, standing)) => {
                if speaks < 0 && !self.met.contains_key(&place) {
                    self.duplicates.renamed += 1;
                }
                Found::At(place, standing)
            }
            None => Found::Nowhere,
        })
    }

    /// Finds a record by the number that its id is, where exactly one row has that number and what else both tell agrees.
    fn find_by_number(&mut self, record: &Record, id: &str) -> Result<Option<Found>> {
        let mut alike = Vec::new();
        let mut is_in_doubt = false;
        for place in self.places.of_other_spelling(id) {
            let standing = self.standing(place)?;
            let likeness = Likeness::of(record, &standing.values);
            if likeness.speaks_for_one() {
                alike.push((place, standing));
            } else if !likeness.is_another() {
                is_in_doubt = true;
            }
        }
        let is_one = alike.len() == 1;
        match alike.pop() {
            Some((place, standing)) if is_one => {
                if !self.met.contains_key(&place) {
                    self.duplicates.other_spelling += 1;
                }
                Ok(Some(Found::At(place, standing)))
            }
            None if !is_in_doubt => Ok(None),
            _ => {
                self.duplicates.like_another += 1;
                Ok(None)
            }
        }
    }

    /// Finds a person who is known as a lead and comes as a contact, or the other way round: e-mail, name and company have to
    /// be the same.
    fn find_person(&mut self, record: &Record) -> Result<Option<Found>> {
        let is_lead = record.table.name == "lead";
        let kind = record
            .text("external_id")
            .filter(|_| is_lead)
            .and_then(PersonAs::of);
        let Some(kind) = kind else { return Ok(None) };
        let [whole, email] = person(kind.other(), |column| record.text(column));
        let places = whole.map(|key| self.places.of(&key)).unwrap_or_default();
        if let [place] = places.as_slice()
            && !self.met.contains_key(place)
        {
            self.duplicates.one_person += 1;
            return Ok(Some(Found::At(*place, self.standing(*place)?)));
        }
        let is_alike = email.is_some_and(|key| !self.places.of(&key).is_empty());
        self.duplicates.same_email += i64::from(is_alike);
        Ok(None)
    }

    /// Finds a record among those that are known by the same without an id. Without a day on which they began, deals of one
    /// name are told apart by the day on which they closed and by the amount.
    fn find_without_id(&mut self, record: &Record, places: Vec<i64>) -> Result<Found> {
        let is_told_apart = record.table.name != "opportunity"
            || record.text("created_on").is_some()
            || record.text("carried_by").is_some();
        if is_told_apart {
            return Ok(match places.first() {
                Some(place) => Found::At(*place, self.standing(*place)?),
                None => Found::Nowhere,
            });
        }
        let mut best: Option<(Succession, i64, Standing)> = None;
        let mut of_the_best = 0;
        let mut is_further = false;
        for place in places {
            let standing = self.standing(place)?;
            let is_of_this_file = self.met.contains_key(&place);
            let is = succession(record, &standing.values, is_of_this_file);
            if is == Succession::Another {
                is_further |= !is_of_this_file && is_closed(text_of(self.table, &standing.values, "outcome"));
                continue;
            }
            match &best {
                Some((most, ..)) if *most > is => {}
                Some((most, ..)) if *most == is => of_the_best += 1,
                _ => {
                    of_the_best = 1;
                    best = Some((is, place, standing));
                }
            }
        }
        let is_certain = matches!(best, Some((Succession::Same, ..)));
        let is_likely = matches!(best, Some((Succession::Likely, ..)));
        if is_further && !is_certain && !is_likely {
            self.duplicates.further_deals += 1;
        }
        if of_the_best > 1 && !is_certain {
            self.duplicates.one_of_several += 1;
        }
        Ok(best.map_or(Found::Nowhere, |(_, place, standing)| Found::At(place, standing)))
    }

    /// Returns where the opportunity stands that only its lead's row told of, if this is it. It is taken once: a second
    /// opportunity of the lead is another one.
    pub(super) fn take_carried(&mut self, record: &Record) -> Option<i64> {
        if self.carried.is_empty() || record.text("carried_by").is_some() {
            return None;
        }
        let keys = known_by(record.text("lead_said"), record.text("email"));
        let place = keys.iter().find_map(|key| self.carried.get(key)).copied()?;
        self.carried.retain(|_, other| *other != place);
        Some(place)
    }
}
