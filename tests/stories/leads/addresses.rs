//! Several e-mail addresses in one cell, and names around them.

use super::*;

#[test]
fn the_first_of_several_addresses_is_the_person_s() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "leads.csv",
        "Email,Last Name,Lead Source,Created Date\n\"a@x.example; a2@x.example\",Anton,Web,2026-01-10\n\
         \"Ben <b@y.example>\",Berta,Web,2026-01-11\n\"c@z.example, c2@z.example, c3@z.example\",Carla,Web,2026-01-12\n\
         d@z.example,D,Web,2026-01-13\n",
    );
    let said = "2 cells have several e-mail addresses";
    assert!(
        report.notes.iter().any(|note| note.starts_with(said)),
        "{:?}",
        report.notes
    );
    for (name, email) in [
        ("Anton", "a@x.example"),
        ("Berta", "b@y.example"),
        ("Carla", "c@z.example"),
    ] {
        assert_eq!(lead(&mut story, name)["lead"]["email"], email);
    }
    // Opportunities find them by it.
    let deals = "Deal ID,Deal Name,Amount,Stage,Created Date,Contact Email\nD1,One,100,Closed Won,2026-02-01,A@x.example\n\
                 D2,Two,100,Closed Won,2026-02-01,\"c@z.example; c2@z.example\"\nD3,Three,100,Closed Won,2026-02-01,b@y.example\n";
    assert_eq!(import(&mut story, "deals.csv", deals).newly_linked, 3);
    clean(&story);
}
