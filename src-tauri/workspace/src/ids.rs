//! Identifiers: a UUIDv7 as text, in a type of its own for every noun, so that a goal can never be mistaken for a plan. What
//! there is only one of has an id that follows from what makes it one ([`derived`]), so that two copies of a workspace that both
//! make it make the same.

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// Returns the id of what there is only one of, from what makes it one: `["plan", "2027"]`. It is a UUIDv8 of the SHA-256 of
/// these names (RFC 9562, B.2).
pub fn derived(names: &[&str]) -> Uuid {
    let mut hash = Sha256::new_with_prefix(NAMESPACE);
    for name in names {
        hash.update(name.len().to_le_bytes());
        hash.update(name);
    }
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// Returns the SHA-256 of bytes in hexadecimal: the name of what is called by what it is.
pub fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Keeps our ids apart from those that others derive from the same names.
const NAMESPACE: &str = "lockstep";

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
