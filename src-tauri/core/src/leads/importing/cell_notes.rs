//! What is met in cells that somebody may not expect, counted for the report.

/// How often it was met.
#[derive(Debug, Default)]
pub(super) struct CellNotes {
    /// In how many cells a spreadsheet dropped the last digits of an id.
    pub lost_ids: i64,
    /// In how many cells more than one e-mail address stands.
    pub further_addresses: i64,
    /// The column in which “no” is a rejection only where the row tells the day of a decision.
    pub unticked_by_day: Option<String>,
    /// In how many rows it is none.
    pub undecided: i64,
    /// In how many rows of leads the stage of an opportunity stands, and nothing else of it.
    pub stages_alone: i64,
    /// Cells that should hold an amount and do not: how many, the first of them, and its column.
    pub no_amounts: Option<(i64, String, String)>,
}

impl CellNotes {
    /// Says what was met, a sentence each.
    pub fn notes(&self) -> Vec<String> {
        let all = [
            self.of_no_amounts(),
            self.of_lost_ids(),
            self.of_undecided(),
            self.of_addresses(),
            self.of_stages(),
        ];
        all.into_iter().flatten().collect()
    }

    /// Notes a cell that should hold an amount and does not.
    pub fn no_amount(&mut self, column: &str, cell: &str) {
        match &mut self.no_amounts {
            Some((cells, ..)) => *cells += 1,
            none => *none = Some((1, cell.chars().take(40).collect(), column.to_owned())),
        }
    }

    fn of_no_amounts(&self) -> Option<String> {
        let (cells, first, column) = self.no_amounts.as_ref()?;
        Some(if *cells == 1 {
            format!("“{first}” in “{column}” is not an amount: its record is kept, without a value.")
        } else {
            format!(
                "{cells} cells of “{column}”, such as “{first}”, are not amounts: their records are kept, without a value."
            )
        })
    }

    fn of_lost_ids(&self) -> Option<String> {
        let (ids, are) = match self.lost_ids {
            0 => return None,
            1 => ("One id".to_string(), "is"),
            ids => (format!("{ids} ids"), "are"),
        };
        Some(format!(
            "{ids} {are} written like 1.23E+17: a spreadsheet dropped the last digits, so such an id says nothing about which \
             record it is. Export the ids as text."
        ))
    }

    fn of_undecided(&self) -> Option<String> {
        let name = self.unticked_by_day.as_ref()?;
        let (rows, say, have) = match self.undecided {
            0 => return None,
            1 => ("One row".to_string(), "says", "has"),
            rows => (format!("{rows} rows"), "say", "have"),
        };
        Some(format!(
            "{rows} {say} no in “{name}” and {have} no date of a decision: nothing is decided there, and none counts as rejected."
        ))
    }

    fn of_stages(&self) -> Option<String> {
        let (rows, have) = match self.stages_alone {
            0 => return None,
            1 => ("One row".to_string(), "has"),
            rows => (format!("{rows} rows"), "have"),
        };
        Some(format!(
            "{rows} {have} the stage of an open opportunity and nothing else of it: no id, name, date or value. No opportunity is \
             counted there; the stage is kept with the lead."
        ))
    }

    fn of_addresses(&self) -> Option<String> {
        let (cells, have) = match self.further_addresses {
            0 => return None,
            1 => ("One cell".to_string(), "has"),
            cells => (format!("{cells} cells"), "have"),
        };
        Some(format!(
            "{cells} {have} several e-mail addresses: the first is the one by which the person is known, and the whole cell is kept \
             beside it."
        ))
    }
}
