//! Identifiers: a UUIDv7 as text, in a type of its own for every noun, so that a goal can never be mistaken for a plan.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub String);

        impl $name {
            /// Returns the identifier as it stands in the file.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self { Self(id.to_string()) }
        }
        impl From<String> for $name {
            fn from(id: String) -> Self { Self(id) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }
        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> { self.0.to_sql() }
        }
        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                String::column_result(value).map(Self)
            }
        }
    )*};
}

ids! {
    /// Names a person.
    PersonId;
    /// Names the annual plan of one fiscal year.
    PlanId;
    /// Names one line of a plan: a goal, an initiative, a risk …
    LineId;
    /// Names one proposed version of something that both sides sign.
    AgreementId;
    /// Names one entry of the journal.
    EntryId;
    /// Names the definition of a qualified lead.
    DefinitionId;
    /// Names one file that was taken in.
    ImportId;
    /// Names a lead.
    LeadId;
    /// Names an opportunity.
    OpportunityId;
    /// Names a view of the ledger that somebody saved.
    LeadViewId;
    /// Names a spelling that means another.
    SpellingId;
}

impl DefinitionId {
    /// Returns the one definition that a workspace has.
    pub fn only() -> Self {
        Self("definition".into())
    }
}
