//! Identifiers: a UUIDv7 as text, in a type of its own for every noun, so that a goal can never be mistaken for a plan.

/// Makes the type of each identifier that it is given: `ids! { /// Names a plan. PlanId; }`.
#[macro_export]
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

pub use ids;

ids! {
    /// Names a person.
    PersonId;
    /// Names one line of a list: a goal, a criterion, a risk …
    ListItemId;
    /// Names one proposed version of something that both sides sign.
    AgreementId;
    /// Names one entry of the journal.
    EntryId;
}
