//! A chart.

/// What stands in place of a chart without a single value.
pub const NOTHING_TO_DRAW: &str = "There are no numbers for this chart yet.";

/// A chart. Without a single value it is not drawn: [`Chart::if_empty`] stands in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What the values stand over.
    pub categories: Vec<String>,
    /// The values.
    pub series: Vec<Series>,
    /// How numbers are written, as a spreadsheet writes formats: `#,##0`, `0.0%`.
    pub number_format: String,
    /// What the categories are; empty where that goes without saying.
    pub category_title: String,
    /// What the values are; empty where that goes without saying.
    pub value_title: String,
    /// Whether the values are written at their places. Where they would run into each other, they are left out.
    pub labels: bool,
    /// What the chart shows, for those who do not see it.
    pub alt: String,
    /// The sentence that stands in its place when there is no value at all.
    pub if_empty: String,
}

impl Chart {
    /// Returns a chart without values or titles, for whole numbers.
    #[must_use]
    pub fn new(kind: ChartKind) -> Self {
        Self {
            kind,
            categories: Vec::new(),
            series: Vec::new(),
            number_format: "#,##0".into(),
            category_title: String::new(),
            value_title: String::new(),
            labels: false,
            alt: String::new(),
            if_empty: NOTHING_TO_DRAW.into(),
        }
    }

    /// Returns whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self
            .series
            .iter()
            .any(|series| series.finite().any(|value| value.is_some()))
    }

    /// Returns how many places there are along the axis of the categories.
    pub(crate) fn places(&self) -> usize {
        let values = self.series.iter().map(|series| series.values.len());
        values.fold(self.categories.len(), usize::max)
    }
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Columns beside each other.
    Columns,
    /// Columns on top of each other.
    StackedColumns,
    /// Bars from left to right, the first category on top.
    Bars,
    /// Lines.
    Lines,
}

/// The values of one name.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// What its colour says.
    pub hue: Hue,
    /// The values, one a category. `None`, and what is no finite number, is a gap and not a nought.
    pub values: Vec<Option<f64>>,
    /// A dashed line, or columns that are only outlined.
    pub dashed: bool,
}

impl Series {
    /// Returns values with a name.
    pub fn new(name: impl Into<String>, hue: Hue, values: Vec<Option<f64>>) -> Self {
        Self {
            name: name.into(),
            hue,
            values,
            dashed: false,
        }
    }

    /// Makes it dashed.
    #[must_use]
    pub fn dashed(mut self) -> Self {
        self.dashed = true;
        self
    }

    /// Returns the values that can be drawn; the others are gaps.
    pub(crate) fn finite(&self) -> impl Iterator<Item = Option<f64>> {
        self.values
            .iter()
            .map(|value| value.filter(|value| value.is_finite()))
    }
}

/// What a colour in a chart says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
    /// What is so.
    Actual,
    /// What was promised.
    Target,
    /// What was so before.
    Before,
    /// What is Sales'.
    Sales,
    /// What is Marketing's.
    Marketing,
    /// What only goes along.
    Muted,
}
